import { useCallback, useMemo, useState } from 'react';

/** « Tout cocher »: every page of what is found, minus a few; or those ticked one by one. */
export type Coches<Id> = { tous: true; saufIds: readonly Id[] } | { ids: readonly Id[] };

export interface SelectionCochee<Id> {
  coches: Coches<Id>;
  isCoche: (id: Id) => boolean;
  /** Of one line, or of those of a page. */
  coche: (ids: readonly Id[], oui: boolean) => void;
  cocheTout: () => void;
  decocheTout: () => void;
  /** Of so many that « tout » reaches. */
  compte: (total: number) => number;
}

export function cocheOf<Id>(avant: Coches<Id>, ids: readonly Id[], oui: boolean): Coches<Id> {
  const [tenus, ajoute] = 'tous' in avant ? [avant.saufIds, !oui] : [avant.ids, oui];
  const vises = new Set(ids);
  const autres = tenus.filter((id) => !vises.has(id));
  const apres = ajoute ? [...autres, ...ids] : autres;
  return 'tous' in avant ? { tous: true, saufIds: apres } : { ids: apres };
}

const AUCUN = { ids: [] } as const;

/** Which lines of a table are ticked, on every page. */
export function useSelection<Id extends string | number>(
  depart: Coches<Id> = AUCUN
): SelectionCochee<Id> {
  const [coches, setCoches] = useState<Coches<Id>>(depart);
  const ids = useMemo(() => new Set('tous' in coches ? coches.saufIds : coches.ids), [coches]);
  const tous = 'tous' in coches;

  const coche = useCallback((vises: readonly Id[], oui: boolean) => {
    setCoches((avant) => cocheOf(avant, vises, oui));
  }, []);
  const cocheTout = useCallback(() => {
    setCoches({ tous: true, saufIds: [] });
  }, []);
  const decocheTout = useCallback(() => {
    setCoches({ ids: [] });
  }, []);

  return {
    coches,
    isCoche: (id) => ids.has(id) !== tous,
    coche,
    cocheTout,
    decocheTout,
    compte: (total) => (tous ? Math.max(0, total - ids.size) : ids.size),
  };
}
