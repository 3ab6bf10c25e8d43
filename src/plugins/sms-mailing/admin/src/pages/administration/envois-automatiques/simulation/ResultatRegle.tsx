import { Accordion, Box, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX, type ReactNode } from 'react';
import type {
  EssaiRegle,
  LigneEnvoiAutomatique,
  LigneEssai,
  TableEnvoisAutomatiques,
} from '../../../../../../core/api/envois-automatiques';
import { formatDelai } from '../../../../../../core/delai';
import { pluralize } from '../../../../components/texte';
import { Ecartes } from './Ecartes';
import { Executer } from './Executer';
import { LireMessage } from './LireMessage';
import { Recevront } from './Recevront';

interface Props {
  essai: EssaiRegle;
  ligne: LigneEnvoiAutomatique | undefined;
  liste: TableEnvoisAutomatiques;
  soir: string;
  /** Alone on the page: its list is open. */
  ouvert: boolean;
}

interface SectionProps {
  cle: string;
  titre: string;
  children: ReactNode;
}

function Section({ cle, titre, children }: SectionProps): JSX.Element {
  return (
    <Accordion.Item value={cle}>
      <Accordion.Header>
        <Accordion.Trigger>{titre}</Accordion.Trigger>
      </Accordion.Header>
      <Accordion.Content>
        <Box padding={4}>{children}</Box>
      </Accordion.Content>
    </Accordion.Item>
  );
}

/** One rule on one evening: who would read what, who would not and why, and what it costs. */
export function ResultatRegle({ essai, ligne, liste, soir, ouvert }: Props): JSX.Element {
  const [lu, setLu] = useState<LigneEssai | null>(null);
  const recevront = essai.lignes.filter(({ motif }) => motif === null);
  const exclus = essai.lignes.filter(({ motif }) => motif !== null);
  return (
    <Box
      tag="section"
      aria-label={essai.modele}
      background="neutral0"
      padding={6}
      hasRadius
      shadow="tableShadow"
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
          <Box>
            <Typography tag="h2" variant="delta">
              {essai.modele}
              {ligne === undefined ? '' : ` · ${formatDelai(ligne.regle.delai)}`}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {essai.phrase}.
            </Typography>
          </Box>
          {ligne === undefined ? null : (
            <Executer essai={essai} ligne={ligne} liste={liste} soir={soir} />
          )}
        </Flex>
        <Accordion.Root
          {...(ouvert ? { defaultValue: recevront.length > 0 ? 'recevront' : 'exclus' } : {})}
        >
          <Section
            cle="recevront"
            titre={pluralize(
              recevront.length,
              'personne recevrait ce message',
              'personnes recevraient ce message'
            )}
          >
            <Recevront lignes={recevront} ligne={ligne} onLire={setLu} />
          </Section>
          {exclus.length === 0 ? null : (
            <Section
              cle="exclus"
              titre={pluralize(
                exclus.length,
                'personne ne recevrait rien',
                'personnes ne recevraient rien'
              )}
            >
              <Ecartes nom="Ne recevraient rien" lignes={exclus} />
            </Section>
          )}
          {essai.ecartes.length === 0 ? null : (
            <Section
              cle="ecartes"
              titre={`${pluralize(essai.ecartes.length, 'participant')} du même jour hors des critères`}
            >
              <Ecartes nom="Participants hors des critères" lignes={essai.ecartes} />
            </Section>
          )}
        </Accordion.Root>
      </Flex>
      <LireMessage
        lu={lu}
        onFermer={() => {
          setLu(null);
        }}
      />
    </Box>
  );
}
