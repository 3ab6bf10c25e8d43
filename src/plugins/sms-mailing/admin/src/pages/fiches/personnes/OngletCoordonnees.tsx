import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { FichePersonne } from '../../../../../core/api/repertoire';
import { cheminFicheComplete, useReadCrmQuery, useUpdateCrmMutation } from '../../../api/crm';
import { Carte } from '../../../components/Carte';
import { GardeSortie } from '../../../components/GardeSortie';
import { Requete } from '../../../components/Requete';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { LienFiche } from '../LienFiche';
import { useDroitCrm } from '../useDroitCrm';
import { Accords } from './Accords';
import { ChampsCoordonnees } from './ChampsCoordonnees';
import { diffCoordonnees, toCoordonnees, type Coordonnees } from './coordonnees';
import { DroitsDeLaPersonne } from './DroitsDeLaPersonne';
import { FAMILLES } from './familles';
import { ListeComposants } from './ListeComposants';
import { OppositionsDeLaFiche } from './OppositionsDeLaFiche';

/** « 2 messages programmés iront à la nouvelle adresse. » */
function phraseSuite(programmes: number): string {
  return programmes === 0
    ? 'Les coordonnées sont enregistrées.'
    : `Les coordonnées sont enregistrées : ${pluralize(programmes, 'message programmé suivra', 'messages programmés suivront')} les nouvelles.`;
}

interface FormulaireProps {
  fiche: FichePersonne;
  documentId: string;
  lues: Coordonnees;
}

function Formulaire({ fiche, documentId, lues }: FormulaireProps): JSX.Element {
  const type = FAMILLES[fiche.typeDestinataire].coordonnees;
  const [saisies, setSaisies] = useState(lues);
  const [update, { isLoading }] = useUpdateCrmMutation();
  const run = useAction();
  const peutModifier = useDroitCrm('update', type);
  const ecrits = diffCoordonnees(lues, saisies);
  const modifie = Object.keys(ecrits).length > 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Carte
        titre="Accords"
        aide="Pour qu’une personne reçoive un message, l’adresse ou le numéro doit être saisi, et la case cochée."
      >
        <ChampsCoordonnees
          champs={saisies.champs}
          onChamps={(champs) => {
            setSaisies({ ...saisies, champs });
          }}
        />
      </Carte>
      {Object.entries(saisies.listes).map(([liste, composants]) => (
        <ListeComposants
          key={liste}
          liste={liste}
          composants={composants}
          onComposants={(changes) => {
            setSaisies({ ...saisies, listes: { ...saisies.listes, [liste]: changes } });
          }}
        />
      ))}
      {peutModifier ? (
        <Flex gap={3} wrap="wrap">
          <Button
            size="L"
            loading={isLoading}
            disabled={!modifie}
            onClick={() =>
              void run(update({ type, documentId, data: ecrits }), phraseSuite(fiche.programmes))
            }
          >
            Enregistrer
          </Button>
          {fiche.programmes === 0 ? null : (
            <Typography textColor="neutral600">
              {pluralize(
                fiche.programmes,
                'message programmé suivra',
                'messages programmés suivront'
              )}{' '}
              ce que vous enregistrez.
            </Typography>
          )}
        </Flex>
      ) : (
        <Typography textColor="neutral600">
          Votre profil ne permet pas de modifier cette fiche.
        </Typography>
      )}
      <GardeSortie
        modifie={modifie && !isLoading}
        perte="Les coordonnées saisies seraient perdues."
      />
    </Flex>
  );
}

function Lecture({ fiche, documentId }: Omit<FormulaireProps, 'lues'>): JSX.Element {
  const type = FAMILLES[fiche.typeDestinataire].coordonnees;
  const { data, error, refetch } = useReadCrmQuery({ type, documentId });
  return (
    <Requete de={{ data, error, refetch }}>
      {(lue) => (
        // What the server keeps (a cleaned number, the id of a new row) replaces what was typed.
        <Formulaire
          key={JSON.stringify(lue.updatedAt)}
          fiche={fiche}
          documentId={documentId}
          lues={toCoordonnees(lue)}
        />
      )}
    </Requete>
  );
}

/** Guide §2.d, onglet « Coordonnées », mended in place; for a partner, those of its contact référent. */
export function OngletCoordonnees({ fiche }: { fiche: FichePersonne }): JSX.Element {
  return fiche.coordonnees === null ? (
    <EmptyStateLayout
      content="Cette entreprise n’a pas de contact référent actif : cochez « Référent » sur un de ses contacts."
      action={
        <LienFiche vers={cheminFicheComplete('entreprise-partenaire', fiche.documentId)}>
          Ouvrir ses contacts
        </LienFiche>
      }
    />
  ) : (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Lecture fiche={fiche} documentId={fiche.coordonnees} />
      <OppositionsDeLaFiche fiche={fiche} />
      <Accords fiche={fiche} />
      <DroitsDeLaPersonne fiche={fiche} />
    </Flex>
  );
}
