import { Checkbox, Typography } from '@strapi/design-system';
import { useEffect, useRef, type JSX } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { LigneHistorique, PageHistorique } from '../../../../../core/api/historique';
import { RETENU } from '../../../../../core/suspension';
import { useLazyListHistoriqueQuery, type Sujet } from '../../../api/repertoire';
import { Carte } from '../../../components/Carte';
import { Serre } from '../../../components/Serre';
import { TableauServeur, type ColonneServeur } from '../../../components/TableauServeur';
import { useServeur, type EtatServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { ActionsHistorique } from '../../../envoi/ActionsHistorique';
import { colonnesHistorique } from '../../../envoi/colonnes-historique';
import { REPENTI } from '../../../repentir/repentirs';

interface Props {
  sujet: Sujet;
}

/** As long as one of the lines in sight is about to leave or on its way, it is asked again; five minutes at most. */
const RELECTURE_MS = 2_000;
const RELECTURES = 150;

/** From a fiche Action one leaves at once; what is held, or waits for the evening, is not waited for. */
function isBientot({ statut, origine, detail }: LigneHistorique): boolean {
  return (
    statut === 'reserve' ||
    statut === 'en_cours' ||
    (statut === 'programme' && origine === 'fiche_action' && detail?.startsWith(RETENU) !== true)
  );
}

/** The result of a send, as it comes; and at once after a change of mind. */
function useEnDirect({ data, refetch }: EtatServeur<PageHistorique>): void {
  const vivant = data?.lignes.some(isBientot) ?? false;
  const demander = useRef(refetch);
  useEffect(() => {
    demander.current = refetch;
  });
  useEffect(() => {
    const ask = (): void => {
      demander.current();
    };
    let reste = RELECTURES;
    const minuterie = setInterval(() => {
      if (vivant && reste > 0) {
        reste -= 1;
        ask();
      }
    }, RELECTURE_MS);
    window.addEventListener(REPENTI, ask);
    return () => {
      clearInterval(minuterie);
      window.removeEventListener(REPENTI, ask);
    };
  }, [vivant]);
}

const TITRES = {
  action: 'Historique des envois pour cette action',
  entrepreneur: 'Historique des envois pour cet entrepreneur',
  contact_individuel: 'Historique des envois pour ce contact',
  entreprise_partenaire: 'Historique des envois pour ce partenaire',
} as const;

/** Guide §8.c: what left from this fiche, and on demand all that is linked to the action (decision C5). */
function ToutesOrigines(): JSX.Element {
  const [params, setParams] = useSearchParams();
  return (
    <Checkbox
      checked={params.get('envois') === 'tous'}
      onCheckedChange={(oui) => {
        setParams(
          (avant) => {
            const apres = new URLSearchParams(avant);
            apres.delete('h-page');
            if (oui === true) {
              apres.set('envois', 'tous');
            } else {
              apres.delete('envois');
            }
            return apres;
          },
          { replace: true }
        );
      }}
    >
      Tous les envois liés (automatiques compris)
    </Checkbox>
  );
}

/** The names only where several persons are listed. */
function colonnesOf({ genre }: Sujet): ColonneServeur<LigneHistorique>[] {
  return colonnesHistorique(genre === 'action').map(({ cle, titre, valeur, cellule }) => ({
    ...{ cle, titre },
    cellule: cellule ?? ((ligne) => <Typography>{valeur(ligne)}</Typography>),
  }));
}

/** Guide §8.c and §9.c. */
export function HistoriqueFiche({ sujet }: Props): JSX.Element {
  const [params] = useSearchParams();
  const vue = useVueTableau({ tri: { cle: 'date', croissant: false }, prefixe: 'h-' });
  const toutes = params.get('envois') === 'tous';
  const etat = useServeur(useLazyListHistoriqueQuery, {
    sujet: sujet.genre === 'action' ? { ...sujet, toutes } : sujet,
    page: { recherche: vue.recherche, page: vue.page, pageSize: vue.taille },
  });
  useEnDirect(etat);
  return (
    <Carte titre={TITRES[sujet.genre]}>
      <Serre>
        <TableauServeur
          nom={TITRES[sujet.genre]}
          unite="envoi"
          vue={vue}
          de={etat}
          cleOf={({ documentId }) => documentId}
          colonnes={colonnesOf(sujet)}
          actions={(ligne) => <ActionsHistorique ligne={ligne} />}
          filtres={sujet.genre === 'action' ? <ToutesOrigines /> : null}
          vide={{ titre: 'Aucun message n’a encore été envoyé d’ici.' }}
        />
      </Serre>
    </Carte>
  );
}
