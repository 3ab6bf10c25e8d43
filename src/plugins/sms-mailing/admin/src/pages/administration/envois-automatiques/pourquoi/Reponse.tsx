import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { ComponentProps, JSX } from 'react';
import type { Explication, ExplicationRegle } from '../../../../../../core/api/envois-automatiques';
import { formatDate, formatJour } from '../../../../../../core/horaire';

type Issue = ExplicationRegle['issue'];
type Ton = Pick<ComponentProps<typeof Badge>, 'backgroundColor' | 'textColor'>;

const VERDICTS: Readonly<Record<Issue, string>> = {
  envoi: 'envoi fait ou prévu',
  non_envoye: 'non envoyé',
  a_venir: 'à venir',
  exclu: 'ne peut pas le recevoir',
  ecarte: 'non concernée',
  apres_coup: 'trop tard',
};

const TONS: Readonly<Record<Issue, Ton>> = {
  envoi: { backgroundColor: 'success100', textColor: 'success700' },
  non_envoye: { backgroundColor: 'danger100', textColor: 'danger700' },
  a_venir: { backgroundColor: 'secondary100', textColor: 'secondary700' },
  exclu: { backgroundColor: 'danger100', textColor: 'danger700' },
  ecarte: { backgroundColor: 'neutral150', textColor: 'neutral700' },
  apres_coup: { backgroundColor: 'warning100', textColor: 'neutral800' },
};

/** What concerns the person first; what was never meant for them last. */
const ORDRE: readonly Issue[] = ['envoi', 'non_envoye', 'exclu', 'apres_coup', 'a_venir', 'ecarte'];

function Regle({ regle }: { regle: ExplicationRegle }): JSX.Element {
  return (
    <Box tag="li" background="neutral0" padding={4} hasRadius shadow="tableShadow">
      <Flex gap={3} wrap="wrap">
        <Typography fontWeight="bold">{regle.modele}</Typography>
        <Badge {...TONS[regle.issue]}>{VERDICTS[regle.issue]}</Badge>
        <Typography variant="pi" textColor="neutral600">
          soir du {formatJour(regle.soir)}
        </Typography>
      </Flex>
      <Box paddingTop={2}>
        <Typography tag="p">{regle.raison}</Typography>
      </Box>
      <Box paddingTop={1}>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {regle.phrase}.
        </Typography>
      </Box>
    </Box>
  );
}

export function Reponse({ explication }: { explication: Explication }): JSX.Element {
  const { personne, action, regles } = explication;
  const triees = [...regles].sort((a, b) => ORDRE.indexOf(a.issue) - ORDRE.indexOf(b.issue));
  return (
    <Box tag="section" aria-label="Réponse" role="status">
      <Typography tag="h2" variant="delta">
        {personne}, « {action.objet} » du {formatDate(action.date)}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={4}>
        {triees.map((regle) => (
          <Regle key={regle.documentId} regle={regle} />
        ))}
      </Flex>
    </Box>
  );
}
