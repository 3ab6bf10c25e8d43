import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import type { JSX } from 'react';
import type { EtatPoint, PointDeControle } from '../../../../../core/pret-a-envoyer';
import { useExamineDomaineQuery, useExaminePretQuery } from '../../../api/parametres';
import { Carte } from '../../../components/Carte';
import { Requete } from '../../../components/Requete';

const MARQUES: Readonly<
  Record<EtatPoint, { Icone: typeof CheckCircle; couleur: string; mot: string }>
> = {
  ok: { Icone: CheckCircle, couleur: 'success600', mot: 'En ordre' },
  a_faire: { Icone: WarningCircle, couleur: 'danger600', mot: 'À faire avant d’envoyer' },
  attention: { Icone: WarningCircle, couleur: 'warning600', mot: 'À améliorer' },
  information: { Icone: Information, couleur: 'neutral500', mot: 'Pour information' },
};

function Point({
  etat,
  titre,
  phrase,
}: Pick<PointDeControle, 'etat' | 'titre' | 'phrase'>): JSX.Element {
  const { Icone, couleur, mot } = MARQUES[etat];
  return (
    <Flex tag="li" gap={3} alignItems="flex-start">
      <Box paddingTop={1}>
        <Icone fill={couleur} role="img" aria-label={mot} />
      </Box>
      <Box>
        <Typography tag="p" fontWeight="semiBold">
          {titre}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {phrase}
        </Typography>
      </Box>
    </Flex>
  );
}

/** SPF, DKIM and DMARC as the DNS tell them; the page does not wait for it. */
function Domaine(): JSX.Element | null {
  const { data } = useExamineDomaineQuery(undefined);
  return data === undefined ? null : (
    <>
      {data.controles.map(({ nom, etat, phrase }) => (
        <Point
          key={nom}
          titre={nom}
          etat={etat === 'present' ? 'ok' : etat === 'absent' ? 'attention' : 'information'}
          phrase={phrase}
        />
      ))}
    </>
  );
}

/** What still holds real envois back, and what would make them arrive better. */
export function PretAEnvoyer(): JSX.Element {
  return (
    <Carte
      titre="Prêt à envoyer ?"
      aide="Tant qu’un point rouge demeure, les envois concernés attendent ; aucun n’est perdu."
    >
      <Requete de={useExaminePretQuery(undefined)}>
        {({ points }) => (
          <Box
            tag="ul"
            style={{
              display: 'grid',
              gap: '1.6rem 3.2rem',
              gridTemplateColumns: 'repeat(auto-fit, minmax(32rem, 1fr))',
            }}
          >
            {points.map(({ cle, ...point }) => (
              <Point key={cle} {...point} />
            ))}
            <Domaine />
          </Box>
        )}
      </Requete>
    </Carte>
  );
}
