import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { LienTexte } from '../../../components/LienTexte';
import { pluralize } from '../../../components/texte';
import { useDroits } from '../../../droits';
import { phraseAge, useSoireeSuivie } from '../../../widgets/soiree-suivie';

function Total({ soir }: { soir: string }): JSX.Element | null {
  const { currentData } = useSoireeSuivie(soir);
  if (currentData === undefined) {
    return null;
  }
  const { programmes, automatiquesCeSoir } = currentData;
  return (
    <Typography tag="p" variant="pi">
      {programmes === 0
        ? 'Aucune campagne ni fiche n’ajoute de message ce soir-là. '
        : `Avec les campagnes et les fiches : ${pluralize(programmes + automatiquesCeSoir, 'message')} ce soir-là. `}
      {currentData.perimee ? `${phraseAge(currentData)} ` : null}
      <LienTexte to={`/ce-soir?soir=${soir}`}>Ouvrir « Ce soir »</LienTexte>
    </Typography>
  );
}

/** Decision G13: the one number of the evening, of which the envois automatiques are a part; for who may see it. */
export function TotalDuSoir({ soir }: { soir: string }): JSX.Element | null {
  const { 'envois.consulter-soiree': permis } = useDroits('envois.consulter-soiree');
  return permis ? <Total soir={soir} /> : null;
}
