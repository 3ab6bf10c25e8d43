import { Box, Button, Flex, Popover, Searchbar, Typography } from '@strapi/design-system';
import { PuzzlePiece } from '@strapi/icons';
import { useId, useState, type JSX } from 'react';
import type { EntreeCatalogue } from '../../../core/catalogue-signets';
import type { Declencheur } from '../../../core/vocabulaire';
import { filterCatalogue, type UsageCatalogue } from './describe-signet';
import { ListeEntrees, optionId } from './ListeEntrees';

interface Props {
  usage: UsageCatalogue;
  onChoose: (entree: EntreeCatalogue) => void;
  /** Gives the focus back to the text. */
  onFermer: () => void;
}

const FAMILLES: readonly [declencheur: Declencheur, libelle: string, explication: string][] = [
  ['personne', 'La personne', 'Pour toutes les modalités d’envoi.'],
  [
    'action',
    'L’action et ses participants',
    'Pour l’envoi automatique et la fiche Action seulement.',
  ],
];

function Famille(props: {
  /** Null: all of them. */
  choisie: Declencheur | null;
  onChoisir: (declencheur: Declencheur) => void;
}): JSX.Element {
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label="Famille de signets">
      {FAMILLES.map(([declencheur, libelle]) => (
        <Button
          key={declencheur}
          size="S"
          variant={props.choisie === declencheur ? 'secondary' : 'tertiary'}
          aria-pressed={props.choisie === declencheur}
          onClick={() => {
            props.onChoisir(declencheur);
          }}
        >
          {libelle}
        </Button>
      ))}
    </Flex>
  );
}

function Contenu(props: Pick<Props, 'usage' | 'onChoose'>): JSX.Element {
  const id = useId();
  const [recherche, setRecherche] = useState('');
  const [declencheur, setDeclencheur] = useState<Declencheur>(
    props.usage.pourAction ? 'action' : 'personne'
  );
  const [actif, setActif] = useState(0);
  const cherche = recherche.trim() !== '';
  // A word is looked for everywhere: whoever types it does not know which family has it.
  const famille = cherche ? null : declencheur;
  const entrees = filterCatalogue({ ...props.usage, declencheur: famille, recherche });
  const explication = cherche
    ? 'Dans toutes les familles. Les signets de l’action ne servent que l’envoi automatique et la fiche Action.'
    : (FAMILLES.find(([cle]) => cle === declencheur)?.[2] ?? '');

  function move(pas: number): void {
    setActif((avant) => Math.max(0, Math.min(entrees.length - 1, avant + pas)));
  }

  return (
    <Flex direction="column" alignItems="stretch">
      <Flex direction="column" alignItems="stretch" gap={3} padding={4} paddingBottom={2}>
        <Searchbar
          name="recherche-signet"
          size="S"
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={optionId(id, actif)}
          value={recherche}
          clearLabel="Effacer la recherche"
          placeholder="Prénom, date, ville…"
          onClear={() => {
            setRecherche('');
          }}
          onChange={(event) => {
            setRecherche(event.target.value);
            setActif(0);
          }}
          onKeyDown={(event) => {
            const choisie = entrees[actif];
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              move(event.key === 'ArrowDown' ? 1 : -1);
            } else if (event.key === 'Enter' && choisie !== undefined) {
              event.preventDefault();
              props.onChoose(choisie);
            }
          }}
        >
          Chercher un signet
        </Searchbar>
        <Famille
          choisie={famille}
          onChoisir={(choisi) => {
            setDeclencheur(choisi);
            setRecherche('');
            setActif(0);
          }}
        />
        <Typography variant="pi" textColor="neutral600">
          {explication}
        </Typography>
      </Flex>
      <Box maxHeight="30rem" overflow="auto" paddingLeft={2} paddingRight={2} paddingBottom={2}>
        <ListeEntrees id={id} entrees={entrees} actif={actif} onChoose={props.onChoose} />
      </Box>
    </Flex>
  );
}

/** « Signets disponibles » at hand while one writes: searched, grouped, inserted where the cursor is. */
export function Catalogue({ usage, onChoose, onFermer }: Props): JSX.Element {
  const [ouvert, setOuvert] = useState(false);
  return (
    <Popover.Root open={ouvert} onOpenChange={setOuvert}>
      <Popover.Trigger>
        <Button variant="tertiary" size="S" startIcon={<PuzzlePiece fill="primary600" />}>
          Insérer un signet
        </Button>
      </Popover.Trigger>
      <Popover.Content
        aria-label="Insérer un signet"
        align="end"
        style={{ width: '46rem', maxWidth: 'calc(100vw - 32px)' }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onFermer();
        }}
      >
        <Contenu
          usage={usage}
          onChoose={(entree) => {
            setOuvert(false);
            onChoose(entree);
          }}
        />
      </Popover.Content>
    </Popover.Root>
  );
}
