import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { phraseOddite, type Oddite } from '../../../../core/oddite';
import { useListOdditesQuery } from '../../api/soiree';
import { Bandeau } from '../../components/Bandeau';
import { LienTexte } from '../../components/LienTexte';

const REGLES = '/contacts-emails-sms/envois-automatiques';

/** Where it is mended. */
function lieuOf(oddite: Oddite): { chemin: string; libelle: string } {
  switch (oddite.genre) {
    case 'modele_inactif':
    case 'date_passee':
      return {
        chemin: `/contacts-emails-sms/modeles-mailing/${oddite.modele}`,
        libelle: 'Ouvrir le modèle',
      };
    case 'conflit':
      return { chemin: REGLES, libelle: 'Ouvrir les envois automatiques' };
    case 'aucun':
    case 'double':
      return {
        chemin: `${REGLES}/simulation?regle=${oddite.regle}`,
        libelle: 'Simuler cet envoi automatique',
      };
  }
}

/** What is to be looked at before the rest; nothing at all when nothing is odd. */
export function Oddites({ soir }: { soir: string }): JSX.Element | null {
  const { data = [] } = useListOdditesQuery(soir);
  if (data.length === 0) {
    return null;
  }
  return (
    <Bandeau>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="h2" variant="omega" fontWeight="bold">
          À vérifier avant le départ
        </Typography>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
          {data.map((oddite) => {
            const { chemin, libelle } = lieuOf(oddite);
            return (
              <li key={JSON.stringify(oddite)}>
                {phraseOddite(oddite)} <LienTexte to={chemin}>{libelle}</LienTexte>
              </li>
            );
          })}
        </Flex>
      </Flex>
    </Bandeau>
  );
}
