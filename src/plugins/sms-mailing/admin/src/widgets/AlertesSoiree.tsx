import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Soiree } from '../../../core/soiree';
import { pluralize } from '../components/texte';

const ARRETE =
  'L’envoi du soir est arrêté : rien ne partira. Prévenez la personne qui gère l’installation.';

function listAlertes({ planificateurArrete, incertains, ...soiree }: Soiree): string[] {
  const aDecider = pluralize(incertains, 'envoi incertain', 'envois incertains');
  return [
    ...(planificateurArrete ? [ARRETE] : []),
    ...Object.values(soiree.suspensions).filter((phrase) => phrase !== null),
    ...soiree.alertes,
    ...(incertains > 0 ? [`${aDecider} : peut-être partis, à décider.`] : []),
  ];
}

/** What keeps the evening from leaving, or asks for a decision. */
export function AlertesSoiree({ soiree }: { soiree: Soiree }): JSX.Element {
  return (
    <>
      {[...new Set(listAlertes(soiree))].map((phrase) => (
        <Typography key={phrase} tag="p" textColor="danger600">
          {phrase}
        </Typography>
      ))}
    </>
  );
}
