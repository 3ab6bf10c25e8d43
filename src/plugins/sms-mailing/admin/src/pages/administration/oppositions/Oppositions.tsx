import { SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import {
  LIBELLES_PORTEE,
  RAISONS_OPPOSITION,
  type GesteOpposition,
  type LigneOpposition,
} from '../../../../../core/api/oppositions';
import { useLazyListOppositionsQuery } from '../../../api/oppositions';
import { PageModule } from '../../../components/PageModule';
import { TableauServeur, type ColonneServeur } from '../../../components/TableauServeur';
import { formatInstant } from '../../../components/texte';
import { useFiltres } from '../../../components/useFiltres';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { useDroits } from '../../../droits';
import { AjoutOpposition } from '../../../oppositions/AjoutOpposition';
import { LeveeOpposition } from '../../../oppositions/LeveeOpposition';
import { LienFiche } from '../../fiches/LienFiche';
import { FAMILLES } from '../../fiches/personnes/familles';

const raisonDite = (raison: string): string =>
  Object.hasOwn(RAISONS_OPPOSITION, raison)
    ? RAISONS_OPPOSITION[raison as keyof typeof RAISONS_OPPOSITION]
    : '–';

function describeQui({ nom, raisonSociale, adresse, dUnePersonne }: LigneOpposition): string {
  if (nom !== null) {
    return raisonSociale === null ? nom : `${nom} (${raisonSociale})`;
  }
  return adresse ?? (dUnePersonne ? 'Fiche supprimée' : 'Adresse illisible, sur aucune fiche');
}

function Qui(ligne: LigneOpposition): JSX.Element {
  const { typeDestinataire: type, documentId } = ligne;
  const qui = describeQui(ligne);
  return type === null || documentId === null ? (
    <Typography textColor="neutral600">{qui}</Typography>
  ) : (
    <LienFiche vers={`${FAMILLES[type].chemin}/${documentId}/coordonnees`}>{qui}</LienFiche>
  );
}

const texte = (valeur: string): JSX.Element => (
  <Typography style={{ whiteSpace: 'normal' }}>{valeur}</Typography>
);

const COLONNES: readonly ColonneServeur<LigneOpposition>[] = [
  { cle: 'qui', titre: 'Personne ou adresse', cellule: Qui },
  { cle: 'portee', titre: 'Ne veut plus', cellule: ({ portee }) => texte(LIBELLES_PORTEE[portee]) },
  { cle: 'depuis', titre: 'Depuis', cellule: ({ survenueLe }) => texte(formatInstant(survenueLe)) },
  { cle: 'source', titre: 'Source', cellule: ({ source }) => texte(source) },
  {
    cle: 'auteur',
    titre: 'Enregistrée par',
    cellule: ({ auteur }) => texte(auteur === '' ? 'La personne' : auteur),
  },
  { cle: 'raison', titre: 'Raison', cellule: ({ raison }) => texte(raisonDite(raison)) },
];

/** Whom a lifting is about; null: nobody can name that address, it is typed to be lifted. */
function cibleOf({
  typeDestinataire,
  documentId,
  adresse,
}: LigneOpposition): GesteOpposition['cible'] | null {
  if (typeDestinataire !== null && documentId !== null) {
    return { typeDestinataire, documentId };
  }
  return adresse === null ? null : { adresse };
}

function Actions({ ligne }: { ligne: LigneOpposition }): JSX.Element | null {
  const cible = cibleOf(ligne);
  return cible === null ? null : (
    <LeveeOpposition nom={describeQui(ligne)} cible={cible} portee={ligne.portee} />
  );
}

const CLES = ['portee'] as const;

/** Decision G1: whom nothing is written to any more, who said so, when and why. */
export default function Oppositions(): JSX.Element {
  const { valeurs, poses, change } = useFiltres(CLES);
  const vue = useVueTableau({ tri: { cle: 'depuis', croissant: false } });
  const peutGerer = useDroits('oppositions.gerer-oppositions')['oppositions.gerer-oppositions'];
  const etat = useServeur(useLazyListOppositionsQuery, {
    ...poses,
    ...{ recherche: vue.recherche, page: vue.page, pageSize: vue.taille },
  });
  return (
    <PageModule
      titre="Oppositions"
      sousTitre="À qui plus rien n’est écrit : désinscriptions, STOP, demandes reçues."
      permission="oppositions.consulter-oppositions"
      action={peutGerer ? <AjoutOpposition personne={null} /> : null}
    >
      <TableauServeur
        nom="Oppositions"
        unite="opposition"
        vue={vue}
        de={etat}
        cleOf={({ id }: LigneOpposition) => id}
        colonnes={COLONNES}
        {...(peutGerer ? { actions: (ligne: LigneOpposition) => <Actions ligne={ligne} /> } : {})}
        filtres={
          <SingleSelect
            size="S"
            aria-label="Ne veut plus"
            placeholder="Toutes les portées"
            value={valeurs.portee}
            clearLabel="Toutes les portées"
            onClear={() => {
              change({ portee: '' });
            }}
            onChange={(portee: string | number) => {
              change({ portee: String(portee) });
            }}
          >
            {Object.entries(LIBELLES_PORTEE).map(([cle, libelle]) => (
              <SingleSelectOption key={cle} value={cle}>
                {libelle}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        }
        vide={{ titre: 'Aucune opposition : personne n’a demandé à ne plus recevoir de message.' }}
      />
    </PageModule>
  );
}
