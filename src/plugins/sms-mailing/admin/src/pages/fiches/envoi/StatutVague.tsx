import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { countGroupe } from '../../../../../core/groupe-envois';
import type { LigneVague } from '../../../../../core/api/historique';
import { statutCampagne, type StatutCampagne } from '../../../../../core/campagne';
import { formatInstant } from '../../../components/texte';
import { phraseBilan } from '../../pilotage/historique/bilan';
import { Statut } from '../../pilotage/historique/Statut';

/** What reached everyone it could is « Envoyé »: who was kept back or taken away is said beside. */
function statutOf({ bilan }: LigneVague): StatutCampagne {
  const tenus = bilan.envoyes > 0 ? { ...bilan, exclus: 0, annules: 0 } : bilan;
  return statutCampagne(tenus, 'campagne');
}

/** « Statut de l'envoi » of several persons: one word, and who differs. */
export function StatutVague({ vague }: { vague: LigneVague }): JSX.Element {
  const { bilan, retenu, prevuLe } = vague;
  const uni = Object.values(bilan).includes(countGroupe(bilan, 'tous'));
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Statut statut={statutOf(vague)} />
      {bilan.programmes > 0 && retenu === null ? (
        <Typography variant="pi" textColor="neutral600">
          pour le {formatInstant(prevuLe)}
        </Typography>
      ) : null}
      {uni ? null : (
        <Typography variant="pi" textColor="neutral600">
          {phraseBilan(bilan)}
        </Typography>
      )}
      {retenu === null ? null : (
        <Typography variant="pi" textColor="danger700">
          {retenu}
        </Typography>
      )}
    </Flex>
  );
}
