import { Button, Field, TextInput, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import type { Cobaye } from '../../../core/api/modeles';
import type { Modele } from '../../../core/modele';
import { useSendExemplaireMutation } from '../api/apercu';
import { Confirmation } from '../components/Confirmation';
import { pluralize } from '../components/texte';
import { useAction } from '../components/useAction';

interface Props {
  modele: Modele;
  cobaye: Cobaye;
}

/** Decision E8 « M'envoyer un exemplaire »: rendered on the person on show, sent to oneself alone. */
export function Exemplaire({ modele, cobaye }: Props): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  const [numero, setNumero] = useState('');
  const [send] = useSendExemplaireMutation();
  const run = useAction();
  const courriel = useAuth('Exemplaire', ({ user }) => user?.email ?? '');
  const isSms = modele.typeContact === 'sms';

  function confirm(): Promise<unknown> {
    const saisi = numero.trim();
    return run(
      send({ modele, cobaye, numero: isSms && saisi !== '' ? saisi : null }),
      ({ adresse, credits }) =>
        `Exemplaire envoyé à ${adresse}${credits > 0 ? `, ${pluralize(credits, 'SMS', 'SMS')} décompté${credits > 1 ? 's' : ''}` : ''}.`
    );
  }

  return (
    <>
      <Button
        size="S"
        variant="tertiary"
        startIcon={<PaperPlane />}
        onClick={() => {
          setOuverte(true);
        }}
      >
        M’envoyer un exemplaire
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre="M’envoyer un exemplaire"
        confirmer="Envoyer l’exemplaire"
        onConfirmer={confirm}
        onFermer={() => {
          setOuverte(false);
        }}
      >
        {isSms ? (
          <Field.Root hint="Vide : le mobile de votre fiche Intervenant. Cet envoi est décompté du package.">
            <Field.Label>Votre mobile</Field.Label>
            <TextInput
              type="tel"
              value={numero}
              placeholder="06 01 02 03 04"
              onChange={(event) => {
                setNumero(event.target.value);
              }}
            />
            <Field.Hint />
          </Field.Root>
        ) : (
          <Typography>
            L’e-mail part maintenant à votre adresse, <strong>{courriel}</strong>, tel qu’il est à
            l’écran, pour la personne de l’aperçu.
          </Typography>
        )}
        <Typography textColor="neutral600">
          Personne d’autre ne le reçoit, et rien n’est inscrit dans l’historique.
        </Typography>
      </Confirmation>
    </>
  );
}
