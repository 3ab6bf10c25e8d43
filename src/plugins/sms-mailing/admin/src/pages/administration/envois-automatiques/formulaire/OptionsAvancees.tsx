import { Accordion, Flex } from '@strapi/design-system';
import type { JSX } from 'react';
import { CaseACocher } from './CaseACocher';
import type { Saisie } from './saisie';

interface Props {
  saisie: Saisie;
  onChange: (partie: Partial<Saisie>) => void;
}

/** Decisions B6, B7, D10 and F15: what most rules never need. */
export function OptionsAvancees({ saisie, onChange }: Props): JSX.Element {
  return (
    <Accordion.Root>
      <Accordion.Item value="options">
        <Accordion.Header>
          <Accordion.Trigger>Options avancées</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Flex direction="column" alignItems="stretch" gap={4} padding={4}>
            <CaseACocher
              label="Rattrapage"
              explication="Qui s’inscrit après le soir prévu reçoit quand même le message, jusqu’à la veille de l’action."
              coche={saisie.rattrapage}
              onChange={(rattrapage) => {
                onChange({ rattrapage });
              }}
            />
            <CaseACocher
              label="Prévenir à nouveau si la date change"
              explication="Une action déplacée est annoncée de nouveau, au même délai de sa nouvelle date."
              coche={saisie.prevenirSiDateChange}
              onChange={(prevenirSiDateChange) => {
                onChange({ prevenirSiDateChange });
              }}
            />
            <CaseACocher
              label="Inclure la liste d’attente"
              explication="Les personnes en liste d’attente reçoivent aussi le message ; sans cette case, seuls les inscrits."
              coche={saisie.inclureListeAttente}
              onChange={(inclureListeAttente) => {
                onChange({ inclureListeAttente });
              }}
            />
            <CaseACocher
              label="Récapitulatif à l’intervenant"
              explication="L’animateur de chaque action reçoit un seul e-mail : à qui le message est parti, et qui ne l’a pas reçu."
              coche={saisie.recapIntervenant}
              onChange={(recapIntervenant) => {
                onChange({ recapIntervenant });
              }}
            />
          </Flex>
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
}
