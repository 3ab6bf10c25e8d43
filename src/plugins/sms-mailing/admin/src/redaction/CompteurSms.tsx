import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { PHRASES_MOTIF } from '../../../core/motif';
import {
  isSansStop,
  isSmsTropLong,
  MAX_SMS,
  type CompteSms,
  type ReglagesSms,
} from '../../../core/sms';
import { Barre } from '../components/Barre';
import { pluralize } from '../components/texte';
import { listRemplacements } from './simplifie-sms';

interface Props {
  message: string;
  promotion: boolean;
  /** For the catalogue's example, letters replaced: what a package would be debited. */
  compte: CompteSms;
  /** Those under which it will be billed. */
  reglages: ReglagesSms;
  onSimplifier: () => void;
}

/** Letters shown by name at most: beyond, the count is enough. */
const MONTREES = 8;

function explainCheres({ encodage, lettresCheres }: CompteSms): string | null {
  if (lettresCheres.length === 0) {
    return null;
  }
  const lettres = lettresCheres.slice(0, MONTREES).join(' ');
  return encodage === 'ucs2'
    ? `À cause de ${lettres}, chaque SMS n’a plus que 70 caractères au lieu de 160.`
    : `${lettres} : ces signes comptent double.`;
}

/** What keeps it from everybody, said while it is written. */
function SansStop({ message, promotion, reglages }: Props): JSX.Element | null {
  return isSansStop(message, promotion ? 'promotion' : 'suivi', reglages) ? (
    <Typography variant="pi" textColor="danger600">
      {PHRASES_MOTIF.sms_sans_stop}
    </Typography>
  ) : null;
}

/** Guide §5.a « limité à 155 par message »; the count is the one that is billed (decisions E1, F21). */
export function CompteurSms(props: Props): JSX.Element {
  const { message, promotion, compte, reglages, onSimplifier } = props;
  const { unites, credits, encodage } = compte;
  const limite = encodage === 'gsm7' ? reglages.caracteresParSms : 70;
  const remplacements = listRemplacements(message, reglages.remplacerAccents);
  const cheres = explainCheres(compte);
  const tropLong = isSmsTropLong(compte, reglages.partiesMax);
  return (
    <Box
      padding={3}
      borderColor="neutral200"
      borderStyle="solid"
      borderWidth="1px 0 0 0"
      background="neutral100"
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex justifyContent="space-between" gap={3} wrap="wrap" role="status">
          <Typography fontWeight="bold" textColor={tropLong ? 'danger600' : 'neutral800'}>
            {pluralize(unites, 'caractère')}, {pluralize(credits, 'SMS', 'SMS')}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {encodage === 'gsm7' ? 'Alphabet des SMS' : 'Alphabet étendu (Unicode)'}
          </Typography>
        </Flex>
        <Barre
          hauteur="0.6rem"
          libelle="Place prise dans le premier SMS"
          part={unites / limite}
          alerte={unites > limite}
        />
        <Typography variant="pi" textColor="neutral600">
          {credits > 1
            ? `Au-delà de ${String(limite)} caractères, le message est envoyé et décompté en ${pluralize(credits, 'SMS', 'SMS')} par personne.`
            : `Jusqu’à ${String(limite)} caractères : un SMS par personne.`}{' '}
          Compté avec l’exemple de chaque signet
          {promotion && reglages.caracteresStop > 0
            ? ` et la mention STOP de l’opérateur (${pluralize(reglages.caracteresStop, 'caractère')}).`
            : '.'}
        </Typography>
        {cheres === null ? null : (
          <Typography variant="pi" fontWeight="semiBold" textColor="neutral800">
            {cheres}
          </Typography>
        )}
        <SansStop {...props} />
        {tropLong ? (
          <Typography variant="pi" textColor="danger600">
            Plus de {Math.min(MAX_SMS, reglages.partiesMax)} SMS : l’opérateur le refuse.
            Raccourcissez le message.
          </Typography>
        ) : null}
        {remplacements.length === 0 ? null : (
          <Flex gap={3} wrap="wrap" justifyContent="space-between">
            <Typography variant="pi" textColor="neutral600">
              Remplacés à l’envoi pour ne pas coûter plus cher :{' '}
              {remplacements
                .slice(0, MONTREES)
                .map(({ lettre, par }) => `${lettre} → ${par}`)
                .join(', ')}
            </Typography>
            <TextButton onClick={onSimplifier}>Simplifier les caractères</TextButton>
          </Flex>
        )}
      </Flex>
    </Box>
  );
}
