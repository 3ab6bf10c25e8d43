import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { Apercu as Reponse } from '../../../core/api/modeles';
import { CadreHtml, type Ecran } from './CadreHtml';

type Vue = Ecran | 'texte';

const VUES: readonly [vue: Vue, libelle: string][] = [
  ['mobile', 'Mobile'],
  ['ordinateur', 'Ordinateur'],
  ['texte', 'Texte seul'],
];

function Entete({ rendu }: { rendu: Reponse }): JSX.Element {
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography variant="pi" textColor="neutral600" ellipsis>
        À : {rendu.destinataire}
        {rendu.adresse === null ? '' : ` <${rendu.adresse}>`}
      </Typography>
      <Typography fontWeight="bold">{rendu.objet === '' ? '(sans objet)' : rendu.objet}</Typography>
    </Flex>
  );
}

function Choix({ vue, onVue }: { vue: Vue; onVue: (vue: Vue) => void }): JSX.Element {
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label="Format de l’aperçu">
      {VUES.map(([cle, libelle]) => (
        <Button
          key={cle}
          size="S"
          variant={vue === cle ? 'secondary' : 'tertiary'}
          aria-pressed={vue === cle}
          onClick={() => {
            onVue(cle);
          }}
        >
          {libelle}
        </Button>
      ))}
    </Flex>
  );
}

/** An e-mail as it arrives: to whom, under which objet, on which screen. */
export function Courriel({ rendu }: { rendu: Reponse }): JSX.Element {
  const [vue, setVue] = useState<Vue>('mobile');
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Entete rendu={rendu} />
      <Choix vue={vue} onVue={setVue} />
      {vue === 'texte' ? (
        <Box
          tag="pre"
          padding={4}
          hasRadius
          background="neutral100"
          maxHeight="52rem"
          overflow="auto"
          fontSize={2}
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {rendu.texte}
        </Box>
      ) : (
        <CadreHtml html={rendu.html} ecran={vue} />
      )}
    </Flex>
  );
}
