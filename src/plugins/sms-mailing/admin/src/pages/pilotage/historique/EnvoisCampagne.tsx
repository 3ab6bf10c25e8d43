import { Button, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { LigneCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import type { LigneHistorique } from '../../../../../core/api/historique';
import {
  countGroupe,
  groupeEnvoisSchema,
  LIBELLES_GROUPE,
} from '../../../../../core/groupe-envois';
import { useCancelCampagneMutation, useLazyListEnvoisCampagneQuery } from '../../../api/campagnes';
import { Confirmation } from '../../../components/Confirmation';
import { Serre } from '../../../components/Serre';
import { tickLignes } from '../../../components/SelectionTableau';
import { TableauServeur } from '../../../components/TableauServeur';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { useSelection } from '../../../components/useSelection';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { useDroits } from '../../../droits';
import { ActionsHistorique } from '../../../envoi/ActionsHistorique';
import { colonnesHistorique } from '../../../envoi/colonnes-historique';
import { Incertain } from './Incertain';
import { phraseAnnulation } from './Resume';

interface Props {
  ligne: EnJson<LigneCampagne>;
  campagneId: number;
}

/** The modèle and the origin are those of the campagne. */
const COLONNES = colonnesHistorique(true)
  .filter(({ cle }) => cle !== 'modele' && cle !== 'origine')
  .map(({ cle, titre, valeur, cellule }) => ({
    ...{ cle, titre },
    cellule: cellule ?? ((ligne: LigneHistorique) => <Typography>{valeur(ligne)}</Typography>),
  }));

interface AnnulerProps {
  campagneId: number;
  ids: readonly string[];
  onFait: () => void;
}

/** Decision B11: some of them, ticked. */
function Annuler({ campagneId, ids, onFait }: AnnulerProps): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  const [cancel] = useCancelCampagneMutation();
  const run = useAction();

  async function confirm(): Promise<void> {
    const cible = { envoiDocumentIds: [...ids] };
    if ((await run(cancel({ campagneId, cible }), phraseAnnulation)) !== null) {
      onFait();
    }
  }

  return (
    <>
      <Button
        variant="danger-light"
        size="S"
        startIcon={<Cross />}
        disabled={ids.length === 0}
        onClick={() => {
          setOuverte(true);
        }}
      >
        Annuler les envois cochés
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre={`Annuler ${pluralize(ids.length, 'envoi')} ?`}
        confirmer={`Annuler ${pluralize(ids.length, 'envoi')}`}
        annuler="Laisser partir"
        danger
        onConfirmer={confirm}
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          {pluralize(ids.length, 'personne ne recevra pas', 'personnes ne recevront pas')} ce
          message ; les autres le recevront.
        </Typography>
      </Confirmation>
    </>
  );
}

/** Guide §7.c, opened: to whom, at which address, what became of it and why. */
export function EnvoisCampagne({ ligne, campagneId }: Props): JSX.Element {
  const vue = useVueTableau({ tri: { cle: 'date', croissant: false }, onglet: 'tous' });
  const droits = useDroits('campagnes.programmer-campagne', 'envois.trancher-incertains');
  const lu = groupeEnvoisSchema.safeParse(vue.onglet);
  const groupe = lu.success ? lu.data : 'tous';
  const demande = {
    ...{ campagneId, groupe, recherche: vue.recherche },
    ...{ page: vue.page, pageSize: vue.taille },
  };
  // While it leaves, the list follows the counts.
  const envois = useServeur(useLazyListEnvoisCampagneQuery, demande, {
    version: JSON.stringify(ligne.bilan),
  });
  const selection = useSelection<string>();
  const ids = 'ids' in selection.coches ? selection.coches.ids : [];
  const total = countGroupe(ligne.bilan, 'programmes');
  const peutAnnuler = groupe === 'programmes' && droits['campagnes.programmer-campagne'];
  // An onglet that holds nothing is not shown, but for the one that is open.
  const onglets = groupeEnvoisSchema.options
    .map((cle) => ({ cle, libelle: LIBELLES_GROUPE[cle], compte: countGroupe(ligne.bilan, cle) }))
    .filter(({ cle, compte }) => cle === 'tous' || cle === groupe || compte > 0);

  return (
    <Serre>
      <TableauServeur
        nom="Envois de la campagne"
        unite="envoi"
        vue={{ ...vue, onglet: groupe }}
        de={envois}
        cleOf={({ documentId }) => documentId}
        colonnes={COLONNES}
        onglets={onglets}
        filtres={
          peutAnnuler ? (
            <Annuler campagneId={campagneId} ids={ids} onFait={selection.decocheTout} />
          ) : null
        }
        {...(peutAnnuler
          ? {
              selection: {
                ...tickLignes(selection, {
                  idOf: ({ documentId }: LigneHistorique) => documentId,
                  nomOf: ({ destinataire }) => destinataire,
                  total,
                }),
                sansTout: true,
              },
            }
          : {})}
        actions={(envoi) => (
          <>
            {envoi.statut === 'incertain' && droits['envois.trancher-incertains'] ? (
              <Incertain envoi={envoi} />
            ) : null}
            <ActionsHistorique ligne={envoi} />
          </>
        )}
        vide={{ titre: 'Aucun envoi dans cet onglet.' }}
      />
    </Serre>
  );
}
