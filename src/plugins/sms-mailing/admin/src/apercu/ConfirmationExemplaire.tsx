import { Field, TextInput, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import type { DemandeCode } from '../../../core/api/exemplaires';
import type { DemandeApercu } from '../../../core/api/modeles';
import type { TypeContact } from '../../../core/vocabulaire';
import { useSendExemplaireMutation } from '../api/apercu';
import { useLazyReadPreuveQuery } from '../api/exemplaires';
import { Confirmation } from '../components/Confirmation';
import { pluralize } from '../components/texte';
import { useAction } from '../components/useAction';
import { PreuveAdresse } from './PreuveAdresse';

interface Props {
  demande: DemandeApercu;
  typeContact: TypeContact;
  /** Whose information fills the signets: « PALMER Julien », « la personne de l’aperçu ». */
  pour: string;
  ouverte: boolean;
  onFermer: () => void;
}

/** Decisions E8 and G12 « M'envoyer un exemplaire »: rendered on someone, sent to oneself alone, once that is proved. */
export function ConfirmationExemplaire(props: Props): JSX.Element {
  const { demande, typeContact, pour, ouverte, onFermer } = props;
  const [numero, setNumero] = useState('');
  /** The address or number to prove first. */
  const [aProuver, setAProuver] = useState<string | null>(null);
  const [readPreuve] = useLazyReadPreuveQuery();
  const [send] = useSendExemplaireMutation();
  const run = useAction();
  const courriel = useAuth('Exemplaire', ({ user }) => user?.email ?? '');
  const isSms = typeContact === 'sms';

  const adresse: DemandeCode = {
    transport: isSms ? 'sms' : 'mail',
    numero: isSms && numero.trim() !== '' ? numero.trim() : null,
  };

  function sendIt(): Promise<unknown> {
    return run(
      send({ ...demande, numero: adresse.numero }),
      ({ adresse: vers, credits }) =>
        `Exemplaire envoyé à ${vers}${credits > 0 ? `, ${pluralize(credits, 'SMS', 'SMS')} décompté${credits > 1 ? 's' : ''}` : ''}.`
    );
  }

  async function confirm(): Promise<void> {
    const { data } = await readPreuve(adresse);
    // Refused: the server says why when the exemplaire is asked for.
    if (data?.prouvee === false) {
      setAProuver(data.vers);
      return;
    }
    await sendIt();
  }

  return (
    <>
      {aProuver === null ? null : (
        <PreuveAdresse
          demande={adresse}
          vers={aProuver}
          onProuvee={sendIt}
          onFermer={() => {
            setAProuver(null);
          }}
        />
      )}
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
            L’e-mail part maintenant à votre adresse, <strong>{courriel}</strong>, tel qu’il est
            pour {pour}.
          </Typography>
        )}
        <Typography textColor="neutral600">
          Personne d’autre ne le reçoit. Il n’entre pas dans l’historique ; le journal note que vous
          l’avez demandé.
        </Typography>
      </Confirmation>
    </>
  );
}
