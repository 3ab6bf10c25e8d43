import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { Brouillon } from './brouillon';
import type { Garde } from '../../../../../core/garde-brouillon';
import { cleGarde, dropGarde, readGarde, writeGarde } from './brouillon-garde';

const DELAI_MS = 500;

/** The place in this browser where what is typed on a modèle waits to be saved. */
export function useCleGarde({ typeContact }: Brouillon, documentId: string | null): string {
  const utilisateur = useAuth('useCleGarde', ({ user }) => user?.id);
  return cleGarde(Number(utilisateur ?? 0), typeContact, documentId);
}

/** What an earlier visit left, until it is taken up again or dropped. */
export function useTrouvee(
  cle: string,
  depart: Brouillon
): { trouvee: Garde | null; drop: () => void } {
  const [trouvee, setTrouvee] = useState(() => readGarde(cle, depart, Date.now()));
  return {
    trouvee,
    drop: () => {
      dropGarde(cle);
      setTrouvee(null);
    },
  };
}

/** Keeps what is typed until it is saved: a session that ends, a closed window lose nothing. */
export function useGarde(
  cle: string,
  brouillon: Brouillon,
  etat: { modifie: boolean; enregistre: boolean }
): void {
  const { modifie, enregistre } = etat;
  useEffect(() => {
    if (enregistre) {
      dropGarde(cle);
    }
    if (!modifie) {
      return undefined;
    }
    const minuterie = setTimeout(() => {
      writeGarde(cle, brouillon, Date.now());
    }, DELAI_MS);
    return () => {
      clearTimeout(minuterie);
    };
  }, [cle, brouillon, modifie, enregistre]);
}
