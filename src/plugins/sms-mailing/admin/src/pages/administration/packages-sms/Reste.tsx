import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ComptePackages } from '../../../../../core/package-sms';
import type { SuiviPackages } from '../../../../../core/suivi-packages';
import { Barre } from '../../../components/Barre';
import { ConseilPackage } from '../../../components/ConseilPackage';
import { Operateur } from './Operateur';
import { formatNombre, pluralize } from '../../../components/texte';
import { phraseAge } from '../../../widgets/soiree-suivie';

interface Props {
  compte: ComptePackages;
  suivi: SuiviPackages;
}

function Ligne({ quoi, nombre }: { quoi: string; nombre: number }): JSX.Element {
  return (
    <Flex justifyContent="space-between" gap={4}>
      <Typography textColor="neutral600">{quoi}</Typography>
      <Typography fontWeight="semiBold">{formatNombre(nombre)}</Typography>
    </Flex>
  );
}

/** Guide §10: the stock, what the envois already programmed hold back of it, what will really be left. */
export function Reste({ compte, suivi }: Props): JSX.Element {
  const { packages, alerte, ensuite, prevu } = compte;
  const achetes = packages.reduce((somme, lot) => somme + lot.achetes, 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="h2" variant="delta">
        {pluralize(alerte.reste, 'SMS restant', 'SMS restants')}
      </Typography>
      {achetes === 0 ? null : (
        <Barre
          hauteur="1.2rem"
          part={alerte.reste / achetes}
          libelle={`${formatNombre(alerte.reste)} SMS restants sur ${formatNombre(achetes)}`}
        />
      )}
      {suivi.suspension === null ? null : (
        <Typography textColor="danger600">SMS retenus : {suivi.suspension}</Typography>
      )}
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Ligne quoi="Achetés" nombre={achetes} />
        <Ligne quoi="Réservés par les envois du prochain soir" nombre={suivi.ceSoir} />
        <Ligne quoi="Réservés par les envois suivants" nombre={suivi.plusTard} />
        <Ligne quoi="Envois automatiques du prochain soir" nombre={suivi.automatiques} />
        {ensuite === null ? null : <Ligne quoi="Disponibles ensuite" nombre={ensuite} />}
        {prevu.perimee ? (
          <Typography variant="pi" textColor="neutral600">
            {phraseAge(prevu)}
          </Typography>
        ) : null}
      </Flex>
      <Operateur reste={alerte.reste} />
      <ConseilPackage niveau={alerte.niveau} />
    </Flex>
  );
}
