import { IconButton, Typography } from '@strapi/design-system';
import { Cross, Eye, Question } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { LigneHistorique } from '../../../core/api/historique';
import { useCancelEnvoisMutation } from '../api/envois';
import { Confirmation } from '../components/Confirmation';
import { useAction } from '../components/useAction';
import { useDroits } from '../droits';
import { MessageLu } from './MessageLu';
import { isParti } from './phrase-envoi';
import { PourquoiEnvoi } from './PourquoiEnvoi';

interface Props {
  ligne: LigneHistorique;
}

/** From a fiche, what the fiches asked; a campagne or a rule is stopped where it is set up. */
function isAnnulable({ statut, origine }: LigneHistorique): boolean {
  return statut === 'programme' && (origine === 'fiche_action' || origine === 'fiche_entrepreneur');
}

/** At the end of a row of a history: its message, why, and « Annuler cet envoi » as long as it is programmed. */
export function ActionsHistorique({ ligne }: Props): JSX.Element {
  const [ouvert, setOuvert] = useState<'message' | 'pourquoi' | 'annuler' | null>(null);
  const droits = useDroits('fiches.envoyer-depuis-action', 'fiches.envoyer-depuis-entrepreneur');
  const peutAnnuler = Object.values(droits).some(Boolean);
  const [cancel] = useCancelEnvoisMutation();
  const run = useAction();
  const { documentId, modele, destinataire } = ligne;
  const de = `« ${modele} » pour ${destinataire}`;
  const close = (): void => {
    setOuvert(null);
  };
  return (
    <>
      {isParti(ligne) ? (
        <IconButton
          label={`Lire ${de}`}
          variant="ghost"
          onClick={() => {
            setOuvert('message');
          }}
        >
          <Eye />
        </IconButton>
      ) : null}
      <IconButton
        label={`Pourquoi ? ${de}`}
        variant="ghost"
        onClick={() => {
          setOuvert('pourquoi');
        }}
      >
        <Question />
      </IconButton>
      {isAnnulable(ligne) && peutAnnuler ? (
        <IconButton
          label={`Annuler ${de}`}
          variant="ghost"
          onClick={() => {
            setOuvert('annuler');
          }}
        >
          <Cross />
        </IconButton>
      ) : null}
      {ouvert === 'message' ? <MessageLu envoi={documentId} onFermer={close} /> : null}
      {ouvert === 'pourquoi' ? <PourquoiEnvoi ligne={ligne} onFermer={close} /> : null}
      <Confirmation
        ouverte={ouvert === 'annuler'}
        titre="Annuler cet envoi ?"
        confirmer="Annuler cet envoi"
        annuler="Le laisser partir"
        danger
        onConfirmer={() =>
          run(cancel([documentId]), ({ annules }) =>
            annules > 0
              ? `L’envoi de ${de} est annulé.`
              : 'Il était déjà parti : rien n’a été annulé.'
          )
        }
        onFermer={close}
      >
        <Typography>{de} ne partira pas.</Typography>
      </Confirmation>
    </>
  );
}
