import { Box, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX, type ReactNode } from 'react';
import { filterLignes, putFirst, type Colonne, type Tri } from './filter-lignes';
import { Entetes } from './Entetes';
import { Recherche, Taille, TAILLES } from './OutilsTableau';
import { Pages } from './Pages';
import { TableHtml } from './TableHtml';
import { pluralize } from './texte';

export interface ColonneTableau<L> extends Colonne<L> {
  /** Default: the value itself. */
  cellule?: (ligne: L) => ReactNode;
}

interface Props<L extends { documentId: string }> {
  /** What the table lists, for a screen reader: « Modèles mailing ». */
  nom: string;
  /** The noun of the count: « modèle ». */
  unite: string;
  /** Its plural, when it is not the noun and an s. */
  unites?: string;
  lignes: readonly L[];
  colonnes: readonly ColonneTableau<L>[];
  tri: Tri;
  /** Buttons at the end of a row. */
  actions?: (ligne: L) => ReactNode;
  /** A second line under a row, over its whole width. */
  detail?: (ligne: L) => ReactNode;
  /** Colours a row that needs attention. */
  alerte?: (ligne: L) => boolean;
  /** Filters of the page, beside the search. */
  filtres?: ReactNode;
  /** A short list inside a page: no search, no page size. */
  sansOutils?: boolean;
  vide: { titre: string; action?: ReactNode };
}

/** The guide's tables: « Afficher 10 entrées », « Filtrer », columns that sort, pages. */
export function Tableau<L extends { documentId: string }>(props: Props<L>): JSX.Element {
  const { nom, unite, lignes, colonnes, actions, detail, alerte, filtres, vide } = props;
  const { sansOutils = false } = props;
  const [recherche, setRecherche] = useState('');
  const [tri, setTri] = useState(props.tri);
  const [taille, setTaille] = useState<number>(TAILLES[0]);
  const [page, setPage] = useState(1);

  const colCount = colonnes.length + (actions ? 1 : 0);
  const triees = filterLignes(lignes, colonnes, recherche, tri);
  const gardees = alerte === undefined ? triees : putFirst(triees, alerte);
  const pages = Math.max(1, Math.ceil(gardees.length / taille));
  const courante = Math.min(page, pages);
  const visibles = gardees.slice((courante - 1) * taille, courante * taille);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={3} wrap="wrap" flex="1">
          {sansOutils ? null : (
            <Recherche
              texte={recherche}
              onTexte={(texte) => {
                setRecherche(texte);
                setPage(1);
              }}
            />
          )}
          {filtres}
        </Flex>
        <Typography variant="pi" textColor="neutral600" role="status">
          {pluralize(gardees.length, unite, props.unites)}
          {gardees.length < lignes.length ? ` sur ${String(lignes.length)}` : ''}
        </Typography>
      </Flex>
      {gardees.length === 0 ? (
        <EmptyStateLayout
          content={lignes.length === 0 ? vide.titre : 'Rien ne correspond à cette recherche.'}
          action={lignes.length === 0 ? vide.action : null}
        />
      ) : (
        <TableHtml nom={nom}>
          <Entetes
            colonnes={colonnes}
            tri={tri}
            avecActions={actions !== undefined}
            onTri={(cle) => {
              setTri((avant) => ({ cle, croissant: avant.cle === cle ? !avant.croissant : true }));
            }}
          />
          <tbody>
            {visibles.flatMap((ligne) => {
              const fond = alerte?.(ligne) === true ? 'danger100' : undefined;
              return [
                <tr key={ligne.documentId}>
                  {colonnes.map(({ cle, valeur, cellule }) => (
                    <Box tag="td" key={cle} background={fond}>
                      {cellule ? cellule(ligne) : <Typography>{valeur(ligne)}</Typography>}
                    </Box>
                  ))}
                  {actions ? (
                    <Box tag="td" background={fond}>
                      <Flex justifyContent="flex-end" gap={1}>
                        {actions(ligne)}
                      </Flex>
                    </Box>
                  ) : null}
                </tr>,
                detail ? (
                  <tr key={`${ligne.documentId}-detail`}>
                    <Box tag="td" colSpan={colCount} background={fond}>
                      {detail(ligne)}
                    </Box>
                  </tr>
                ) : null,
              ];
            })}
          </tbody>
        </TableHtml>
      )}
      {sansOutils ? null : (
        <Flex justifyContent="space-between" wrap="wrap" gap={3}>
          <Taille
            taille={taille}
            onTaille={(choisie) => {
              setTaille(choisie);
              setPage(1);
            }}
          />
          <Pages page={courante} pages={pages} onPage={setPage} />
        </Flex>
      )}
    </Flex>
  );
}
