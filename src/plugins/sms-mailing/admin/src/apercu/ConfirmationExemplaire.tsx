import { Field, TextInput, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import type { DemandeApercu } from '../../../core/api/modeles';
import type { TypeContact } from '../../../core/vocabulaire';
import { useSendExemplaireMutation } from '../api/apercu';
import { Confirmation } from '../components/Confirmation';
import { pluralize } from '../components/texte';
import { useAction } from '../components/useAction';

interface Props {
  demande: DemandeApercu;
  typeContact: TypeContact;
  /** Whose information fills the signets: « PALMER Julien », « la personne de l’aperçu ». */
  pour: string;
  ouverte: boolean;
  onFermer: () => void;
}

/** Decision E8 « M'envoyer un exemplaire »: rendered on someone, sent to oneself alone. */
export function ConfirmationExemplaire(props: Props): JSX.Element {
  const { demande, typeContact, pour, ouverte, onFermer } = props;
  const [numero, setNumero] = useState('');
  const [send] = useSendExemplaireMutation();
  const run = useAction();
  const courriel = useAuth('Exemplaire', ({ user }) => user?.email ?? '');
  const isSms = typeContact === 'sms';

  function confirm(): Promise<unknown> {
    const saisi = numero.trim();
    return run(
      send({ ...demande, numero: isSms && saisi !== '' ? saisi : null }),
      ({ adresse, credits }) =>
        `Exemplaire envoyé à ${adresse}${credits > 0 ? `, ${pluralize(credits, 'SMS', 'SMS')} décompté${credits > 1 ? 's' : ''}` : ''}.`
    );
  }

  return (
    <Confirmation
      ouverte={ouverte}
      titre="M’envoyer un exemplaire"
      confirmer="Envoyer l’exemplaire"
      onConfirmer={confirm}
      onFermer={onFermer}
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
          L’e-mail part maintenant à votre adresse, <strong>{courriel}</strong>, tel qu’il est pour{' '}
          {pour}.
        </Typography>
      )}
      <Typography textColor="neutral600">
        Personne d’autre ne le reçoit, et rien n’est inscrit dans l’historique.
      </Typography>
    </Confirmation>
  );
}
