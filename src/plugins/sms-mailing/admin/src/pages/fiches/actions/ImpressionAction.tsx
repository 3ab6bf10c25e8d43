import { Button, Flex } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { FicheAction, ParticipantDeFiche } from '../../../../../core/api/fiches';
import { Impression } from '../../../components/Impression';
import { isEnAttente } from '../envoi/ChoixParticipants';
import { formatQuand } from './quand';

type Quoi = 'liste' | 'emargement';

/** Room for who comes without being enrolled. */
const LIGNES_VIDES = 3;

function Tete({ titre, action }: { titre: string; action: FicheAction }): JSX.Element {
  const { objet, lieu, lienVisio, intervenants } = action;
  return (
    <>
      <h1>{titre}</h1>
      <p>
        <strong>{objet}</strong>, {formatQuand(action)}
      </p>
      <p>Lieu : {lieu ?? (lienVisio === null ? 'non renseigné' : 'à distance')}</p>
      <p>Intervenant : {intervenants.length === 0 ? 'non renseigné' : intervenants.join(', ')}</p>
    </>
  );
}

/** To be signed: one line a person who comes, tall enough for a hand. */
function Emargement({ action }: { action: FicheAction }): JSX.Element {
  const viennent = action.participants.filter((participant) => !isEnAttente(participant));
  const noms = [
    ...viennent.map(({ nom }) => nom),
    ...Array.from({ length: LIGNES_VIDES }, () => ''),
  ];
  return (
    <>
      <Tete titre="Feuille d’émargement" action={action} />
      <table>
        <thead>
          <tr>
            <th style={{ width: '10mm' }}>N°</th>
            <th>Nom et prénom</th>
            <th style={{ width: '70mm' }}>Signature</th>
          </tr>
        </thead>
        <tbody>
          {noms.map((nom, rang) => (
            <tr key={rang} style={{ height: '14mm' }}>
              <td>{rang + 1}</td>
              <td>{nom}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p style={{ marginTop: '8mm' }}>Signature de l’intervenant :</p>
    </>
  );
}

const dit = (participant: ParticipantDeFiche): string =>
  participant.presence === 'Non saisie' ? '' : participant.presence;

/** Who comes, how to reach them, what is known of their coming. */
function Liste({ action }: { action: FicheAction }): JSX.Element {
  return (
    <>
      <Tete titre="Liste des participants" action={action} />
      <table>
        <thead>
          <tr>
            <th>Nom et prénom</th>
            <th>Inscription</th>
            <th>Confirmé</th>
            <th>E-mail</th>
            <th>Mobile</th>
            <th>Présence</th>
          </tr>
        </thead>
        <tbody>
          {action.participants.map((participant) => {
            const { documentId, nom, statut, confirme, destinations } = participant;
            return (
              <tr key={documentId}>
                <td>{nom}</td>
                <td>{statut}</td>
                <td>{confirme ? 'oui' : ''}</td>
                <td style={{ overflowWrap: 'anywhere' }}>{destinations.email.adresse}</td>
                <td style={{ whiteSpace: 'nowrap' }}>{destinations.sms.adresse}</td>
                <td>{dit(participant)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** Guide §8.a « Feuille de présence »: on paper, A4. */
export function ImpressionAction({ action }: { action: FicheAction }): JSX.Element {
  const [quoi, setQuoi] = useState<Quoi | null>(null);
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        variant="tertiary"
        startIcon={<File />}
        onClick={() => {
          setQuoi('emargement');
        }}
      >
        Imprimer la feuille d’émargement
      </Button>
      <Button
        variant="tertiary"
        startIcon={<File />}
        onClick={() => {
          setQuoi('liste');
        }}
      >
        Imprimer la liste
      </Button>
      {quoi === null ? null : (
        <Impression
          onFini={() => {
            setQuoi(null);
          }}
        >
          {quoi === 'emargement' ? <Emargement action={action} /> : <Liste action={action} />}
        </Impression>
      )}
    </Flex>
  );
}
