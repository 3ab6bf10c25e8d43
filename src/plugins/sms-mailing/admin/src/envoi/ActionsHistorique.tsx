import { IconButton, Typography } from '@strapi/design-system';
import { Cross, Eye, Question } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { LigneHistorique } from '../../../core/api/historique';
import { DROITS_ANNULER } from '../../../core/envoi';
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

/** What goes on for the others. */
const AUTRES: Readonly<Record<LigneHistorique['origine'], string>> = {
  campagne: ' La campagne continue pour les autres.',
  envoi_automatique: ' L’envoi automatique continue pour les autres.',
  fiche_action: '',
  fiche_entrepreneur: '',
};

/** At the end of a row of a history: its message, why, and « Annuler cet envoi » as long as it is programmed. */
export function ActionsHistorique({ ligne }: Props): JSX.Element {
  const [ouvert, setOuvert] = useState<'message' | 'pourquoi' | 'annuler' | null>(null);
  const droits = useDroits(...Object.values(DROITS_ANNULER));
  const annulable = ligne.statut === 'programme' && droits[DROITS_ANNULER[ligne.origine]];
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
      {annulable ? (
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
        <Typography>
          {de} ne partira pas.{AUTRES[ligne.origine]}
        </Typography>
      </Confirmation>
    </>
  );
}
