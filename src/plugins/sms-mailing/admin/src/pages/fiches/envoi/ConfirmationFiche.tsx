import { Checkbox } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import {
  useForeseeEnvoiQuery,
  useSendDepuisFicheMutation,
  type DemandeEnvoi,
  type Fiche,
} from '../../../api/fiches';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { ConfirmationEnvoi, type Clic } from '../../../envoi/ConfirmationEnvoi';
import { toRecap } from '../../../envoi/recap';
import { openRepentir } from '../../../repentir/open-repentir';

interface Props {
  fiche: Fiche;
  demande: DemandeEnvoi;
  annulee: boolean;
  onEnvoye: () => void;
  onFermer: () => void;
}

const TEXTES = {
  action: { titre: 'Envoyer immédiatement aux participants ?', verbe: 'Envoyer maintenant' },
  entrepreneur: { titre: 'Programmer l’envoi ?', verbe: 'Programmer l’envoi' },
  maintenant: { titre: 'Envoyer immédiatement ?', verbe: 'Envoyer maintenant' },
} as const;

const countMessages = (ecrits: readonly { messages: number }[]): number =>
  ecrits.reduce((somme, { messages }) => somme + messages, 0);

/** What the window shows is asked when it opens, and the click carries its number (decision G8). */
export function ConfirmationFiche(props: Props): JSX.Element {
  const { fiche, demande, annulee, onEnvoye, onFermer } = props;
  const [quandMeme, setQuandMeme] = useState(false);
  const [send] = useSendDepuisFicheMutation();
  const run = useAction();
  const quand = demande.maintenant === true ? 'maintenant' : fiche.genre;
  const { currentData, isFetching, error, refetch } = useForeseeEnvoiQuery(
    { fiche, demande },
    { refetchOnMountOrArgChange: true }
  );
  // What was counted before the window opened is not what is confirmed.
  const recap = currentData === undefined || isFetching ? undefined : toRecap(currentData);

  async function confirm(clic: Clic): Promise<unknown> {
    const corps = { ...demande, ...clic, ...(annulee ? { actionAnnuleeConfirmee: true } : {}) };
    const ecrits = await run(send({ fiche, clic: corps }), (resultats) => {
      const messages = countMessages(resultats);
      return quand !== 'entrepreneur'
        ? `${pluralize(messages, 'message part', 'messages partent')}.`
        : `${pluralize(messages, 'message est programmé', 'messages sont programmés')}.`;
    });
    if (ecrits === null) {
      return null;
    }
    openRepentir({
      secondes: Math.max(0, ...ecrits.map(({ repentirSecondes }) => repentirSecondes)),
      modeles: ecrits.map(({ modele }) => modele),
      messages: countMessages(ecrits),
      envois: ecrits.flatMap(({ envoiDocumentIds }) => envoiDocumentIds),
    });
    onEnvoye();
    return ecrits;
  }

  return (
    <ConfirmationEnvoi
      {...TEXTES[quand]}
      recap={{ data: recap, error, refetch }}
      action={fiche.genre === 'action' ? fiche.documentId : null}
      bloque={annulee && !quandMeme}
      options={
        annulee ? (
          <Checkbox
            checked={quandMeme}
            onCheckedChange={(oui) => {
              setQuandMeme(oui === true);
            }}
          >
            Cette action est annulée : écrire quand même à ses participants
          </Checkbox>
        ) : null
      }
      onConfirmer={confirm}
      onFermer={onFermer}
    />
  );
}
