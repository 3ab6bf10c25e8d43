import { Box, Button, Checkbox, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { useCallback, type JSX, type ReactNode } from 'react';
import { Entetes } from './Entetes';
import { Onglets, type Onglet } from './Onglets';
import { Taille } from './OutilsTableau';
import { Pages } from './Pages';
import { Perime } from './Perime';
import { RechercheServeur } from './RechercheServeur';
import { Requete } from './Requete';
import { BarreSelection, CasePage, type SelectionTableau } from './SelectionTableau';
import { TableHtml } from './TableHtml';
import { pluralize } from './texte';
import type { EtatServeur } from './useServeur';
import type { VueTableau } from './useVueTableau';

export interface ColonneServeur<L> {
  /** The key by which the server sorts, when `triable`. */
  cle: string;
  titre: string;
  triable?: boolean;
  cellule: (ligne: L) => ReactNode;
}

interface PageServeur<L> {
  total: number;
  lignes: readonly L[];
}

interface Props<L> {
  /** What the table lists, for a screen reader: « Destinataires ». */
  nom: string;
  /** The noun of the count: « personne ». */
  unite: string;
  /** Its plural, when it is not the noun and an s. */
  unites?: string;
  vue: VueTableau;
  de: EtatServeur<PageServeur<L>>;
  cleOf: (ligne: L) => string | number;
  colonnes: readonly ColonneServeur<L>[];
  onglets?: readonly Onglet[];
  selection?: SelectionTableau<L>;
  /** Buttons at the end of a row. */
  actions?: (ligne: L) => ReactNode;
  /** A second line under a row, over its whole width; null: none under this one. */
  detail?: (ligne: L) => ReactNode;
  /** Filters of the page, beside the search. */
  filtres?: ReactNode;
  sansRecherche?: boolean;
  vide: { titre: string; action?: ReactNode };
}

/** What is being replaced stays readable, and says that it is. */
function Ligne<L>({ ligne, ...props }: Props<L> & { ligne: L }): JSX.Element {
  const { colonnes, selection, actions, detail } = props;
  const sousLigne = detail?.(ligne) ?? null;
  const largeur = colonnes.length + (selection ? 1 : 0) + (actions ? 1 : 0);
  return (
    <>
      <tr>
        {selection ? (
          <td>
            <Checkbox
              aria-label={`Cocher ${selection.nomOf(ligne)}`}
              checked={selection.isCochee(ligne)}
              onCheckedChange={(oui) => {
                selection.onCoche([ligne], oui === true);
              }}
            />
          </td>
        ) : null}
        {colonnes.map(({ cle, cellule }) => (
          <td key={cle}>{cellule(ligne)}</td>
        ))}
        {actions ? (
          <td>
            <Flex justifyContent="flex-end" gap={1}>
              {actions(ligne)}
            </Flex>
          </td>
        ) : null}
      </tr>
      {sousLigne === null ? null : (
        <tr>
          <td colSpan={largeur}>{sousLigne}</td>
        </tr>
      )}
    </>
  );
}

/** Nothing to list: nothing at all, nothing for this search, or a page that is no longer. */
function Vide<L>({ vue, vide, total }: Props<L> & { total: number }): JSX.Element {
  if (total > 0) {
    return (
      <EmptyStateLayout
        content="Cette page n’existe plus."
        action={
          <Button
            variant="secondary"
            onClick={() => {
              vue.change({ page: 1 });
            }}
          >
            Revenir à la première page
          </Button>
        }
      />
    );
  }
  return vue.recherche === '' ? (
    <EmptyStateLayout content={vide.titre} action={vide.action ?? null} />
  ) : (
    <EmptyStateLayout
      content={`Rien ne correspond à « ${vue.recherche} ».`}
      action={
        <Button
          variant="secondary"
          onClick={() => {
            vue.change({ recherche: '' });
          }}
        >
          Effacer la recherche
        </Button>
      }
    />
  );
}

function Contenu<L>(props: Props<L> & { page: PageServeur<L> }): JSX.Element {
  const { page, nom, vue, colonnes, selection, actions, cleOf } = props;
  if (page.lignes.length === 0) {
    return <Vide {...props} total={page.total} />;
  }
  return (
    <TableHtml nom={nom}>
      <Entetes
        colonnes={colonnes.map(({ cle, titre, triable = false }) => ({ cle, titre, triable }))}
        tri={vue.tri}
        avant={selection ? <CasePage de={selection} lignes={page.lignes} /> : undefined}
        avecActions={actions !== undefined}
        onTri={(cle) => {
          vue.change({ tri: { cle, croissant: vue.tri.cle === cle ? !vue.tri.croissant : true } });
        }}
      />
      <tbody>
        {page.lignes.map((ligne) => (
          <Ligne key={cleOf(ligne)} {...props} ligne={ligne} />
        ))}
      </tbody>
    </TableHtml>
  );
}

function Corps<L>(props: Props<L>): JSX.Element {
  const { de, vue, unite, unites, filtres, selection, sansRecherche = false } = props;
  const { change } = vue;
  const total = de.data?.total ?? 0;
  const onRecherche = useCallback(
    (recherche: string) => {
      change({ recherche });
    },
    [change]
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={3} wrap="wrap" flex="1">
          {sansRecherche ? null : (
            <RechercheServeur recherche={vue.recherche} onRecherche={onRecherche} />
          )}
          {filtres}
        </Flex>
        <Typography variant="pi" textColor="neutral600" role="status">
          {de.perime ? 'Recherche en cours…' : pluralize(total, unite, unites)}
        </Typography>
      </Flex>
      {selection === undefined || total === 0 ? null : (
        <BarreSelection de={selection} unite={unite} unites={unites} />
      )}
      <Perime $perime={de.perime && de.data !== undefined}>
        <Requete de={de}>{(page) => <Contenu {...props} page={page} />}</Requete>
      </Perime>
      <Flex justifyContent="space-between" wrap="wrap" gap={3}>
        <Taille
          taille={vue.taille}
          onTaille={(taille) => {
            change({ taille });
          }}
        />
        <Pages
          page={vue.page}
          pages={Math.max(1, Math.ceil(total / vue.taille))}
          onPage={(page) => {
            change({ page });
          }}
        />
      </Flex>
    </Flex>
  );
}

/** The guide's tables, paged, sorted and searched by the server; where one stands is in the address. */
export function TableauServeur<L>(props: Props<L>): JSX.Element {
  const { nom, onglets, vue } = props;
  return onglets === undefined ? (
    <Corps {...props} />
  ) : (
    <Onglets
      nom={nom}
      onglets={onglets}
      onglet={vue.onglet}
      onOnglet={(onglet) => {
        vue.change({ onglet });
      }}
    >
      <Box>
        <Corps {...props} />
      </Box>
    </Onglets>
  );
}
