import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { EtatVerification, ResultatConnexion } from '../../../../../core/parametres';
import type { Transport } from '../../../../../core/vocabulaire';
import {
  useConfirmVerificationMutation,
  useSendVerificationEmailMutation,
  useSendVerificationSmsMutation,
  useTestConnexionMutation,
} from '../../../api/parametres';
import { ChampTexte } from '../../../components/ChampTexte';
import { formatInstant, pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';

interface Props {
  transport: Transport;
  etat: EtatVerification;
  /** Unsaved changes: a test would be of the account of before. */
  enAttente: boolean;
}

const COULEURS: Readonly<Record<ResultatConnexion['issue'], string>> = {
  ok: 'success600',
  echec: 'danger600',
  impossible: 'neutral600',
};

function Connexion({ transport, enAttente }: Pick<Props, 'transport' | 'enAttente'>): JSX.Element {
  const [test, { data, isLoading }] = useTestConnexionMutation();
  const run = useAction();
  return (
    <>
      <Button
        variant="secondary"
        disabled={enAttente}
        loading={isLoading}
        onClick={() => void run(test(transport), ({ phrase }) => phrase)}
      >
        Tester la connexion
      </Button>
      {data === undefined ? null : (
        <Typography role="status" textColor={COULEURS[data.issue]}>
          {data.phrase}
          {data.solde === null
            ? ''
            : ` Il reste ${data.solde.montant.toLocaleString('fr-FR')} ${data.solde.unite}.`}
        </Typography>
      )}
    </>
  );
}

function Code({ transport, vers }: { transport: Transport; vers: string }): JSX.Element {
  const [code, setCode] = useState('');
  const [confirm, { isLoading }] = useConfirmVerificationMutation();
  const run = useAction();
  return (
    <Flex gap={3} alignItems="flex-end" wrap="wrap">
      <ChampTexte
        nom={`code-${transport}`}
        libelle={`Code reçu sur ${vers}`}
        valeur={code}
        indice="6 chiffres"
        onValeur={setCode}
      />
      <Button
        disabled={!/^\d{6}$/.test(code.trim())}
        loading={isLoading}
        onClick={() => void run(confirm({ transport, code: code.trim() }), 'C’est vérifié.')}
      >
        Confirmer le code
      </Button>
    </Flex>
  );
}

function Envoi({ transport, enAttente }: Pick<Props, 'transport' | 'enAttente'>): JSX.Element {
  const [numero, setNumero] = useState('');
  const [sendEmail, email] = useSendVerificationEmailMutation();
  const [sendSms, sms] = useSendVerificationSmsMutation();
  const run = useAction();
  if (transport === 'mail') {
    return (
      <Button
        variant="secondary"
        disabled={enAttente}
        loading={email.isLoading}
        onClick={() =>
          void run(sendEmail(undefined), ({ vers }) => `Un code part vers ${vers} : saisissez-le.`)
        }
      >
        M’envoyer un e-mail de vérification
      </Button>
    );
  }
  return (
    <Flex gap={3} alignItems="flex-end" wrap="wrap">
      <ChampTexte
        nom="numero-verification"
        libelle="Votre numéro de mobile"
        type="tel"
        valeur={numero}
        indice="0601020304"
        onValeur={setNumero}
      />
      <Button
        variant="secondary"
        disabled={enAttente || numero.trim() === ''}
        loading={sms.isLoading}
        onClick={() =>
          void run(
            sendSms(numero),
            ({ vers, credits }) =>
              `Un code part vers ${vers} (${pluralize(credits, 'SMS débité', 'SMS débités')}).`
          )
        }
      >
        M’envoyer un SMS de vérification
      </Button>
    </Flex>
  );
}

/** Proof by a message that really arrives: sent to oneself, its code typed back. */
export function Verification({ transport, etat, enAttente }: Props): JSX.Element {
  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      {etat.verifie ? (
        <Typography textColor="success600">
          Vérifié le {formatInstant(etat.verifieLe)}, vers {etat.vers}.
        </Typography>
      ) : null}
      <Flex gap={3} wrap="wrap" alignItems="flex-end">
        <Connexion transport={transport} enAttente={enAttente} />
        <Envoi transport={transport} enAttente={enAttente} />
      </Flex>
      {enAttente ? (
        <Typography variant="pi" textColor="neutral600">
          Enregistrez d’abord vos modifications pour les tester.
        </Typography>
      ) : null}
      {etat.codeAttendu ? <Code transport={transport} vers={etat.vers} /> : null}
    </Flex>
  );
}
