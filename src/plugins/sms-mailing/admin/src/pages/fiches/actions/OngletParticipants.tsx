import { Button, EmptyStateLayout, Flex, TextButton, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { FicheAction, ParticipantDeFiche } from '../../../../../core/api/fiches';
import { useUpdateCrmMutation, type DonneesCrm } from '../../../api/crm';
import { phraseErreur } from '../../../api/api';
import { Carte } from '../../../components/Carte';
import { GardeSortie } from '../../../components/GardeSortie';
import { TableHtml } from '../../../components/TableHtml';
import { pluralize } from '../../../components/texte';
import { useNotification } from '@strapi/strapi/admin';
import { useDroitCrm } from '../useDroitCrm';
import { AjoutParticipant } from './AjoutParticipant';
import { ImpressionAction } from './ImpressionAction';
import { LigneParticipant } from './LigneParticipant';
import { noteTous, type Changements, type Modifiable } from './noter';
import { Desistes } from './Desistes';
import { toReponseEcrite } from './reponse-saisie';

interface Props {
  action: FicheAction;
}

/** Those that still differ from what is saved: a choice put back is none. */
function differs(participant: ParticipantDeFiche, modifie: Partial<Modifiable>): DonneesCrm | null {
  const ecrits = Object.entries(modifie).filter(
    ([cle, valeur]) => participant[cle as keyof Modifiable] !== valeur
  );
  if (ecrits.length === 0) {
    return null;
  }
  const { confirme, confirmeSource, ...reste } = Object.fromEntries(ecrits) as Partial<Modifiable>;
  return confirme === undefined && confirmeSource === undefined
    ? reste
    : { ...reste, ...toReponseEcrite({ ...participant, ...modifie }) };
}

/** One write a participation; what is refused stays on screen, the rest is saved. */
function useSave(): (ecrits: readonly (readonly [string, DonneesCrm])[]) => Promise<string[]> {
  const [update] = useUpdateCrmMutation();
  const { toggleNotification } = useNotification();
  return async (ecrits) => {
    const refuses: string[] = [];
    for (const [documentId, data] of ecrits) {
      const resultat = await update({ type: 'participation', documentId, data });
      if ('error' in resultat) {
        refuses.push(documentId);
        toggleNotification({ type: 'danger', message: phraseErreur(resultat.error) });
      }
    }
    if (refuses.length < ecrits.length) {
      const faits = ecrits.length - refuses.length;
      toggleNotification({
        type: 'success',
        message: `${pluralize(faits, 'participant enregistré', 'participants enregistrés')}.`,
      });
    }
    return refuses;
  };
}

interface ToutNoterProps {
  participants: readonly ParticipantDeFiche[];
  onChangements: (change: (avant: Changements) => Changements) => void;
}

/** What several say at once, they said on the telephone. */
const CONFIRME = { confirme: true, confirmeSource: 'Téléphone' } as const;

/** One press for most, then the exceptions. */
function ToutNoter({ participants, onChangements }: ToutNoterProps): JSX.Element {
  return (
    <Flex gap={4} wrap="wrap">
      <TextButton
        onClick={() => {
          onChangements((avant) => noteTous(participants, avant, CONFIRME));
        }}
      >
        Tous confirmés
      </TextButton>
      <TextButton
        onClick={() => {
          onChangements((avant) => noteTous(participants, avant, { presence: 'Présent' }));
        }}
      >
        Tous présents
      </TextButton>
    </Flex>
  );
}

/** Guide §8.a, onglet « Participants »: who comes; présence and confirmé in one pass. */
export function OngletParticipants({ action }: Props): JSX.Element {
  const { participants } = action;
  const [changements, setChangements] = useState<Changements>({});
  const [enCours, setEnCours] = useState(false);
  const peutModifier = useDroitCrm('update', 'participation');
  const save = useSave();
  const ecrits = participants.flatMap((p) => {
    const data = differs(p, changements[p.participationDocumentId] ?? {});
    return data === null ? [] : [[p.participationDocumentId, data] as const];
  });

  async function submit(): Promise<void> {
    setEnCours(true);
    const refuses = await save(ecrits);
    setChangements((avant) =>
      Object.fromEntries(Object.entries(avant).filter(([cle]) => refuses.includes(cle)))
    );
    setEnCours(false);
  }

  return (
    <Carte titre="Participants">
      <Flex gap={4} alignItems="flex-end" justifyContent="space-between" wrap="wrap">
        <AjoutParticipant action={action} />
        {participants.length === 0 ? null : <ImpressionAction action={action} />}
      </Flex>
      {peutModifier && participants.length > 1 ? (
        <ToutNoter participants={participants} onChangements={setChangements} />
      ) : null}
      {participants.length === 0 ? (
        <EmptyStateLayout content="Personne ne participe encore : cherchez un entrepreneur ci-dessus pour l’ajouter." />
      ) : (
        <TableHtml nom="Participants">
          <thead>
            <tr>
              <th scope="col">Entrepreneur</th>
              <th scope="col">Inscription</th>
              <th scope="col">Confirmé</th>
              <th scope="col">Présence</th>
            </tr>
          </thead>
          <tbody>
            {participants.map((participant) => (
              <LigneParticipant
                key={participant.participationDocumentId}
                participant={participant}
                modifie={changements[participant.participationDocumentId] ?? {}}
                peutModifier={peutModifier}
                onModifie={(changement) => {
                  const cle = participant.participationDocumentId;
                  setChangements((avant) => ({
                    ...avant,
                    [cle]: { ...avant[cle], ...changement },
                  }));
                }}
              />
            ))}
          </tbody>
        </TableHtml>
      )}
      <Desistes desistes={action.desistes} />
      {peutModifier && participants.length > 0 ? (
        <Flex gap={3}>
          <Button loading={enCours} disabled={ecrits.length === 0} onClick={() => void submit()}>
            {ecrits.length === 0
              ? 'Enregistrer'
              : `Enregistrer ${pluralize(ecrits.length, 'participant')}`}
          </Button>
          <Typography textColor="neutral600">
            Une participation annulée quitte la liste ; elle reste dans la fiche de la personne.
          </Typography>
        </Flex>
      ) : null}
      <GardeSortie
        modifie={ecrits.length > 0 && !enCours}
        perte="Les présences et confirmations saisies seraient perdues."
      />
    </Carte>
  );
}
