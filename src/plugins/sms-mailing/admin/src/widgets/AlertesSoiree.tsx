import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Soiree } from '../../../core/soiree';
import type { CleSuspension } from '../../../core/suspension';
import { pluralize } from '../components/texte';

const ARRETE =
  'L’envoi du soir est arrêté : rien ne partira. Prévenez la personne qui gère l’installation.';

const SUSPENDU =
  'L’envoi du soir est suspendu : rien ne partira tant qu’il n’est pas repris dans « Ce soir ».';

const NOMS: Readonly<Record<CleSuspension, [un: string, plusieurs: string]>> = {
  mail: ['e-mail retenu', 'e-mails retenus'],
  promotion: ['promotion par e-mail retenue', 'promotions par e-mail retenues'],
  sms: ['SMS retenu', 'SMS retenus'],
};

/** What holds nothing back is said by « Prêt à envoyer ? » alone. */
function listRetenus({ suspensions, retenus }: Soiree): string[] {
  return (Object.keys(NOMS) as CleSuspension[]).flatMap((cle) =>
    retenus[cle] === 0 ? [] : `${pluralize(retenus[cle], ...NOMS[cle])} : ${suspensions[cle] ?? ''}`
  );
}

function listAlertes(soiree: Soiree): string[] {
  const { planificateurArrete, incertains, suspendue } = soiree;
  const aDecider = pluralize(incertains, 'envoi incertain', 'envois incertains');
  return [
    ...(planificateurArrete ? [ARRETE] : []),
    ...(suspendue === null ? [] : [SUSPENDU]),
    ...listRetenus(soiree),
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
