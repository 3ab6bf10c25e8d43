import { Button, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { LigneHistorique } from '../../../../../core/api/historique';
import { useSettleIncertainMutation } from '../../../api/campagnes';
import { Confirmation } from '../../../components/Confirmation';
import { useAction } from '../../../components/useAction';

type Decision = 'envoye' | 'renvoyer';

const PHRASES: Readonly<
  Record<Decision, { titre: string; verbe: string; suite: string; faite: string }>
> = {
  envoye: {
    titre: 'Considérer ce message comme envoyé ?',
    verbe: 'Le considérer comme envoyé',
    suite: 'rien ne repart, et l’historique dira « Envoyé ».',
    faite: 'Ce message est noté « Envoyé ».',
  },
  renvoyer: {
    titre: 'Renvoyer ce message ?',
    verbe: 'Le renvoyer',
    suite: 'il repart tout de suite, et la personne le recevra peut-être deux fois.',
    faite: 'Ce message repart.',
  },
};

/** « Peut-être reçu »: only a person decides (docs/adr/0005). */
export function Incertain({ envoi }: { envoi: LigneHistorique }): JSX.Element {
  const [choisie, setChoisie] = useState<Decision>('envoye');
  const [ouverte, setOuverte] = useState(false);
  const [settle] = useSettleIncertainMutation();
  const run = useAction();
  const phrases = PHRASES[choisie];
  const ask = (decision: Decision) => () => {
    setChoisie(decision);
    setOuverte(true);
  };
  return (
    <>
      <Button
        size="S"
        variant="tertiary"
        aria-label={`Considérer comme envoyé : ${envoi.destinataire}`}
        onClick={ask('envoye')}
      >
        Considérer comme envoyé
      </Button>
      <Button
        size="S"
        variant="tertiary"
        aria-label={`Renvoyer : ${envoi.destinataire}`}
        onClick={ask('renvoyer')}
      >
        Renvoyer
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre={phrases.titre}
        confirmer={phrases.verbe}
        annuler="Décider plus tard"
        danger={choisie === 'renvoyer'}
        onConfirmer={() =>
          run(settle({ documentId: envoi.documentId, decision: choisie }), phrases.faite)
        }
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          « {envoi.modele} » pour {envoi.destinataire} est peut-être arrivé : {phrases.suite}
        </Typography>
      </Confirmation>
    </>
  );
}
