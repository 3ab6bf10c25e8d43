import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import type { JSX } from 'react';
import type { SuiviPackages } from '../../../../../core/suivi-packages';
import { formatNombre, pluralize } from '../../../components/texte';

const COURT = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });
const LONG = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
/** Height of the highest bar, in rem. */
const HAUTEUR = 12;

type Chiffres = Pick<SuiviPackages, 'consommation' | 'anterieurs'>;

function dateOf(mois: string): Date {
  return new Date(`${mois}-01T00:00:00Z`);
}

/** The bars say a year, « SMS consommés » the whole life of the packages: what is between the two is said. */
function phraseTotal({ consommation, anterieurs }: Chiffres): string {
  const annee = consommation.reduce((somme, { sms }) => somme + sms, 0);
  return anterieurs === 0
    ? `${pluralize(annee, 'SMS consommé', 'SMS consommés')} en tout.`
    : `${pluralize(annee, 'SMS', 'SMS')} en douze mois, et ${formatNombre(anterieurs)} avant ou déjà à la saisie du package : ${pluralize(annee + anterieurs, 'SMS consommé', 'SMS consommés')} en tout.`;
}

/** Twelve bars, and the same figures as a list for who does not see them. */
export function Consommation({ chiffres }: { chiffres: Chiffres }): JSX.Element {
  const mois = chiffres.consommation;
  const maximum = Math.max(1, ...mois.map(({ sms }) => sms));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="h2" variant="delta">
        Consommation des douze derniers mois
      </Typography>
      <Flex tag="ul" alignItems="flex-end" gap={2} justifyContent="space-between">
        {mois.map(({ mois: nom, sms }) => (
          <Flex key={nom} tag="li" direction="column" flex="1" gap={1}>
            <VisuallyHidden>
              {LONG.format(dateOf(nom))} : {pluralize(sms, 'SMS', 'SMS')}
            </VisuallyHidden>
            <Typography aria-hidden variant="pi" textColor="neutral600">
              {sms === 0 ? '' : formatNombre(sms)}
            </Typography>
            <Box
              width="100%"
              maxWidth="3.2rem"
              hasRadius
              background={sms <= 0 ? 'neutral150' : 'primary500'}
              height={`${String(Math.max(0.4, (HAUTEUR * sms) / maximum))}rem`}
            />
            <Typography aria-hidden variant="pi" textColor="neutral600">
              {COURT.format(dateOf(nom))}
            </Typography>
          </Flex>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {phraseTotal(chiffres)}
      </Typography>
    </Flex>
  );
}
