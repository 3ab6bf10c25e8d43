import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { formatDate } from '../../../core/horaire';
import type { ActionLiberee } from '../../../core/proposition';
import { useListLibereesQuery } from '../api/places';
import { LienTexte } from '../components/LienTexte';
import { Requete } from '../components/Requete';
import { pluralize } from '../components/texte';

/** « 1 place libre, 3 en attente. DIALLO Amadou est la première personne de la liste. » */
function phraseLiberee({ libres, tenues, attente, premiere, sansSuite }: ActionLiberee): string {
  const proposees =
    tenues === 0
      ? ''
      : `, ${pluralize(tenues, 'proposée sans réponse encore', 'proposées sans réponse encore')}`;
  const refus =
    sansSuite === 0
      ? ''
      : ` ${pluralize(sansSuite, 'proposition restée', 'propositions restées')} sans suite.`;
  const qui = premiere === null || tenues >= libres ? '' : ` En tête de liste : ${premiere}.`;
  return `${pluralize(libres, 'place libre', 'places libres')}${proposees}, ${pluralize(attente, 'personne en attente', 'personnes en attente')}.${refus}${qui}`;
}

function Contenu({ actions }: { actions: readonly ActionLiberee[] }): JSX.Element {
  return actions.length === 0 ? (
    <Typography textColor="neutral600">
      Aucune place libre dans une action où quelqu’un attend.
    </Typography>
  ) : (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {actions.map((action) => (
        <Box tag="li" key={action.documentId}>
          <Typography tag="p">
            <LienTexte to={`/actions/${action.documentId}/participants`}>
              {action.objet}, {formatDate(action.date)}
              {action.heureDebut === null ? '' : ` à ${action.heureDebut}`}
            </LienTexte>
          </Typography>
          <Typography tag="p" variant="pi">
            {phraseLiberee(action)}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}

/** Decision G15: a place freed itself and somebody waits; nothing is proposed without a person. */
export default function PlacesLiberees(): JSX.Element {
  return (
    <Requete de={useListLibereesQuery(undefined)}>
      {(actions) => <Contenu actions={actions} />}
    </Requete>
  );
}
