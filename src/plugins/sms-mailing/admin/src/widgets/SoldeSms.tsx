import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ComptePackages } from '../../../core/package-sms';
import { Barre } from '../components/Barre';
import { ConseilPackage } from '../components/ConseilPackage';
import { Requete } from '../components/Requete';
import { formatNombre, pluralize } from '../components/texte';
import { phraseAge, usePackagesSuivis } from './soiree-suivie';

function Contenu({ compte }: { compte: ComptePackages }): JSX.Element {
  const { packages, alerte, ensuite, prevu } = compte;
  const achetes = packages.reduce((somme, lot) => somme + lot.achetes, 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {alerte.niveau === 'non_suivi' ? null : (
        <>
          <Typography variant="alpha">
            {pluralize(alerte.reste, 'SMS restant', 'SMS restants')}
          </Typography>
          <Barre
            hauteur="1.2rem"
            part={achetes === 0 ? 0 : alerte.reste / achetes}
            libelle={`${formatNombre(alerte.reste)} SMS restants sur ${formatNombre(achetes)}`}
          />
          <Typography variant="pi" textColor="neutral600">
            {formatNombre(ensuite ?? 0)} une fois partis les envois programmés et les envois
            automatiques du prochain soir, sur {formatNombre(achetes)} achetés.
            {prevu.perimee ? ` ${phraseAge(prevu)}` : null}
          </Typography>
        </>
      )}
      <ConseilPackage niveau={alerte.niveau} />
    </Flex>
  );
}

/** Guide §10: what is left, and when to buy again. */
export default function SoldeSms(): JSX.Element {
  return <Requete de={usePackagesSuivis()}>{(compte) => <Contenu compte={compte} />}</Requete>;
}
