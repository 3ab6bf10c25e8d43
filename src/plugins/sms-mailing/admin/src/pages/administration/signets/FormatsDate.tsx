import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { formatDatePhp } from '../../../../../core/date-php';

/** The atelier of the guide's examples. */
const EXEMPLE = '2022-03-05T09:30';

const LETTRES: readonly (readonly [lettre: string, sens: string])[] = [
  ['d', 'le jour, sur deux chiffres'],
  ['j', 'le jour, sans zéro'],
  ['l', 'le nom du jour'],
  ['D', 'le nom du jour, abrégé'],
  ['m', 'le mois, sur deux chiffres'],
  ['n', 'le mois, sans zéro'],
  ['F', 'le nom du mois'],
  ['M', 'le nom du mois, abrégé'],
  ['Y', 'l’année, sur quatre chiffres'],
  ['y', 'l’année, sur deux chiffres'],
  ['H', 'l’heure, sur deux chiffres'],
  ['G', 'l’heure, sans zéro'],
  ['i', 'les minutes'],
];

const FORMATS = ['d/m/Y', 'j F Y', 'l j F Y', 'j F Y à H:i', 'H\\hi'];

function Ligne({ code, sens }: { code: string; sens: string }): JSX.Element {
  return (
    <Flex gap={3}>
      <Box minWidth="18rem">
        <Typography tag="code" textColor="primary700">
          {code}
        </Typography>
      </Box>
      <Typography>{sens}</Typography>
    </Flex>
  );
}

/** Guide §2.c: what follows `#` in a signet of date, explained on one date (decision A5). */
export function FormatsDate(): JSX.Element {
  const ecrit = (format: string): string => formatDatePhp(format, EXEMPLE, 'Europe/Paris');
  return (
    <Box
      tag="section"
      marginTop={8}
      padding={6}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      aria-labelledby="formats-date"
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography id="formats-date" tag="h2" variant="delta">
          Écrire une date
        </Typography>
        <Typography textColor="neutral600">
          Après le signet, un # et des lettres disent comment écrire la date. Une lettre précédée de
          \ reste telle quelle. Sans rien, la date s’écrit « {ecrit('d/m/Y à H:i')} ».
        </Typography>
        <Flex gap={8} wrap="wrap" alignItems="flex-start">
          <Flex direction="column" alignItems="stretch" gap={2}>
            {FORMATS.map((format) => (
              <Ligne key={format} code={`\${action_date# ${format}}`} sens={ecrit(format)} />
            ))}
          </Flex>
          <Flex direction="column" alignItems="stretch" gap={2}>
            {LETTRES.map(([lettre, sens]) => (
              <Ligne key={lettre} code={lettre} sens={`${sens} : ${ecrit(lettre)}`} />
            ))}
          </Flex>
        </Flex>
      </Flex>
    </Box>
  );
}
