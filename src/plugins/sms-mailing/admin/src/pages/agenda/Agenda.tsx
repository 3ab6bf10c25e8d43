import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useListAgendaQuery } from '../../api/agenda';
import { PageModule } from '../../components/PageModule';
import { Requete } from '../../components/Requete';
import { ActionAgenda } from './ActionAgenda';
import { Calendrier } from './Calendrier';
import { ChoixAgenda } from './ChoixAgenda';
import { Deplacement } from './Deplacement';
import { Legende } from './Legende';
import { periodeOf } from './periode';
import { useAdresseAgenda } from './useAdresseAgenda';

/** Nothing to show is said over the calendar, which stays: one goes on looking elsewhere. */
function Vide({ onTous }: { onTous: (() => void) | null }): JSX.Element {
  return (
    <Flex gap={2} wrap="wrap" role="status">
      <Typography textColor="neutral600">Aucune action à ces dates.</Typography>
      {onTous === null ? null : (
        <Button variant="ghost" size="S" onClick={onTous}>
          Voir toute l’association
        </Button>
      )}
    </Flex>
  );
}

/** Guide §3, « Agenda »: the actions of a week or a month, whoever holds them, and who takes part. */
export default function Agenda(): JSX.Element {
  const { vue, jour, qui, action, change } = useAdresseAgenda();
  const { debut, fin, titre } = periodeOf(vue, jour);
  const requete = useListAgendaQuery({ debut, fin, qui });
  const { currentData, data, isFetching } = requete;
  const actions = currentData?.actions ?? [];

  return (
    <PageModule
      titre="Agenda"
      sousTitre="Les actions de l’association : cliquez sur l’une d’elles pour voir ses participants."
      permission="fiches.consulter-agenda"
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="flex-end" gap={4} wrap="wrap">
          <Deplacement vue={vue} jour={jour} titre={titre} charge={isFetching} onChange={change} />
          <ChoixAgenda
            qui={qui}
            agenda={data}
            onQui={(choisi) => {
              change({ qui: choisi });
            }}
          />
        </Flex>
        {currentData?.coupee === true ? (
          <Typography textColor="warning700" role="status">
            Plus de mille actions à ces dates, toutes ne sont pas montrées : choisissez un
            intervenant, une équipe ou une semaine.
          </Typography>
        ) : null}
        <Requete de={requete}>
          {() => (
            <Box>
              <Calendrier
                vue={vue}
                jour={jour}
                actions={actions}
                onAction={(documentId) => {
                  change({ action: documentId });
                }}
              />
              <Flex justifyContent="space-between" gap={4} paddingTop={3} wrap="wrap">
                <Legende />
                {currentData !== undefined && actions.length === 0 ? (
                  <Vide
                    onTous={
                      qui === 'tous'
                        ? null
                        : () => {
                            change({ qui: 'tous' });
                          }
                    }
                  />
                ) : null}
              </Flex>
            </Box>
          )}
        </Requete>
        {action === null ? null : (
          <ActionAgenda
            documentId={action}
            onFermer={() => {
              change({ action: null });
            }}
          />
        )}
      </Flex>
    </PageModule>
  );
}
