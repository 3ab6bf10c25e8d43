import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PieceJointeDeposee } from '../../../../../core/api/modeles';
import type { Images } from '../../../redaction/useRedaction';
import { useDepot } from '../../../components/useDepot';

interface ImagesDuModele extends Images {
  /** Bytes of the images on show. */
  poids: number;
}

/** Each is asked for once, and let go with the page. */
function useAdresses(): Images['load'] {
  const { get } = useFetchClient();
  const chargees = useRef(new Map<number, Promise<string>>());

  useEffect(() => {
    const adresses = chargees.current;
    return () => {
      for (const adresse of adresses.values()) {
        void adresse.then((chargee) => {
          URL.revokeObjectURL(chargee);
        });
      }
      adresses.clear();
    };
  }, []);

  return useCallback(
    (id: number): Promise<string> => {
      const connue = chargees.current.get(id);
      if (connue !== undefined) {
        return connue;
      }
      const adresse = get<Blob>(`/sms-mailing/pieces-jointes/${String(id)}`, {
        responseType: 'blob',
      }).then(
        ({ data }) => URL.createObjectURL(data),
        // Gone: the image stays a blank with its description.
        () => ''
      );
      chargees.current.set(id, adresse);
      return adresse;
    },
    [get]
  );
}

/** The files of the module that a message shows. `depart`: those of the modele as it was opened. */
export function useImages(
  depart: readonly PieceJointeDeposee[],
  montrees: readonly number[],
  piecesJointes: readonly number[]
): ImagesDuModele {
  const [connues, setConnues] = useState(depart);
  const depot = useDepot('modele');
  const load = useAdresses();
  const poids = connues
    .filter(({ id }) => montrees.includes(id))
    .reduce((somme, { taille }) => somme + taille, 0);

  async function deposit(fichier: File): Promise<number | null> {
    const charge = { ids: [...piecesJointes, ...montrees], poids };
    const deposees = await depot.deposit([fichier], charge, 'Image insérée.');
    const [deposee] = deposees ?? [];
    if (deposee === undefined) {
      return null;
    }
    setConnues((avant) => [...avant, deposee]);
    return deposee.id;
  }

  return { load, deposit, poids };
}
