import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Tri } from './filter-lignes';
import { TAILLES } from './OutilsTableau';

/** What a table asks the server for. */
export interface EtatTableau {
  page: number;
  taille: number;
  recherche: string;
  tri: Tri;
  onglet: string;
}

export interface VueTableau extends EtatTableau {
  /** Whatever is not a page brings back to the first one. */
  change: (changement: Partial<EtatTableau>) => void;
}

interface Depart {
  tri: Tri;
  onglet?: string;
  /** Keeps apart two tables of one page. */
  prefixe?: string;
}

const nombreOf = (texte: string | null, sinon: number): number =>
  texte !== null && /^[1-9]\d{0,6}$/.test(texte) ? Number(texte) : sinon;

function triOf(texte: string | null, sinon: Tri): Tri {
  const [cle, sens] = (texte ?? '').split(':');
  return cle !== undefined && cle !== '' && (sens === 'asc' || sens === 'desc')
    ? { cle, croissant: sens === 'asc' }
    : sinon;
}

/** A value of the address under its key; the one a page opens with is not written. */
function write(params: URLSearchParams, cle: string, valeur: string, defaut: string): void {
  if (valeur === defaut) {
    params.delete(cle);
  } else {
    params.set(cle, valeur);
  }
}

const formatTri = ({ cle, croissant }: Tri): string => `${cle}:${croissant ? 'asc' : 'desc'}`;

/**
 * Page, size, sort, search and onglet of a table, kept in the address: « précédent », a refresh and a copied link
 * find them again.
 */
export function useVueTableau({
  tri: depart,
  onglet: premier = '',
  prefixe = '',
}: Depart): VueTableau {
  const [params, setParams] = useSearchParams();
  const { cle, croissant } = depart;

  const etat = useMemo((): EtatTableau => {
    const taille = nombreOf(params.get(`${prefixe}taille`), TAILLES[0]);
    return {
      page: nombreOf(params.get(`${prefixe}page`), 1),
      taille: TAILLES.some((permise) => permise === taille) ? taille : TAILLES[0],
      recherche: params.get(`${prefixe}recherche`) ?? '',
      tri: triOf(params.get(`${prefixe}tri`), { cle, croissant }),
      onglet: params.get(`${prefixe}onglet`) ?? premier,
    };
  }, [params, prefixe, cle, croissant, premier]);

  const change = useCallback(
    (changement: Partial<EtatTableau>) => {
      // A search is typed letter after letter: « précédent » does not go through them.
      const replace = changement.recherche !== undefined;
      setParams(
        (avant) => {
          const apres = new URLSearchParams(avant);
          const { page = 1, taille, recherche, tri, onglet } = changement;
          write(apres, `${prefixe}page`, String(page), '1');
          if (taille !== undefined) {
            write(apres, `${prefixe}taille`, String(taille), String(TAILLES[0]));
          }
          if (recherche !== undefined) {
            write(apres, `${prefixe}recherche`, recherche, '');
          }
          if (tri !== undefined) {
            write(apres, `${prefixe}tri`, formatTri(tri), formatTri({ cle, croissant }));
          }
          if (onglet !== undefined) {
            write(apres, `${prefixe}onglet`, onglet, premier);
          }
          return apres;
        },
        { replace }
      );
    },
    [setParams, prefixe, cle, croissant, premier]
  );

  return useMemo(() => ({ ...etat, change }), [etat, change]);
}
