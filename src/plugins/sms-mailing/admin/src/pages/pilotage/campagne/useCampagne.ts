import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CibleCampagne } from '../../../../../core/campagne';
import type { FiltresCampagne } from '../../../../../core/filtres-campagne';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { parseFiltres, videFiltres } from '../filtres/filtres-saisis';
import type { Noms } from '../filtres/noms';

export type Etape = 'filtres' | 'resultats';

export interface EtatCampagne {
  etape: Etape;
  /** A campagne opened again; null: a new one. */
  campagneId: number | null;
  /** Those searched, in the address. */
  filtres: FiltresCampagne;
  noms: Noms;
  soir: string | null;
  cible: CibleCampagne;
  /** « Filtrer » */
  search: (filtres: FiltresCampagne, nommes: Noms) => void;
  /** « Choix du filtre » */
  back: () => void;
  addNoms: (nommes: Noms) => void;
  setSoir: (soir: string | null) => void;
}

interface Modele {
  documentId: string;
  typeContact: TypeContact;
  typeDestinataire: TypeDestinataire;
}

/** What belongs to the table of results: another search begins at its first page. */
const DU_TABLEAU = ['page', 'onglet', 'recherche'];

/** Guide §7.b, where one stands: the address holds the step, the filters and the evening, so that a link finds them. */
export function useCampagne(modele: Modele, ouverte: FiltresCampagne | null): EtatCampagne {
  const [params, setParams] = useSearchParams();
  const [noms, setNoms] = useState<Noms>({});
  const { documentId, typeContact, typeDestinataire } = modele;
  const ecrits = params.get('filtres');
  const ecrite = Number(params.get('campagne'));
  const campagneId = Number.isInteger(ecrite) && ecrite > 0 ? ecrite : null;
  const soir = params.get('soir');
  const etape: Etape = params.get('etape') === 'resultats' ? 'resultats' : 'filtres';
  const recherche = params.get('recherche') ?? '';

  const filtres = useMemo(
    () => parseFiltres(ecrits, typeDestinataire) ?? ouverte ?? videFiltres(typeDestinataire),
    [ecrits, typeDestinataire, ouverte]
  );
  const addNoms = useCallback((nommes: Noms) => {
    setNoms((avant) => ({ ...avant, ...nommes }));
  }, []);
  const set = (changements: Record<string, string | null>, replace = false): void => {
    setParams(
      (avant) => {
        const apres = new URLSearchParams(avant);
        for (const [cle, valeur] of Object.entries(changements)) {
          if (valeur === null) {
            apres.delete(cle);
          } else {
            apres.set(cle, valeur);
          }
        }
        return apres;
      },
      { replace }
    );
  };

  return {
    ...{ etape, campagneId, filtres, noms, soir, addNoms },
    cible: {
      modeleDocumentId: documentId,
      ...{ typeContact, campagneId, filtres },
      // « Un autre soir », not chosen yet: the persons are those of the next one.
      soir: soir === '' ? null : soir,
      recherche: etape === 'resultats' ? recherche : '',
    },
    search: (choisis, nommes) => {
      addNoms(nommes);
      const table = Object.fromEntries(DU_TABLEAU.map((cle) => [cle, null]));
      set({ ...table, filtres: JSON.stringify(choisis), etape: 'resultats' });
    },
    back: () => {
      set({ etape: null });
    },
    setSoir: (choisi) => {
      set({ soir: choisi }, true);
    },
  };
}
