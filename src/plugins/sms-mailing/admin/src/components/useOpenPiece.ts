import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import type { PieceJointeDeposee } from '../../../core/api/modeles';
import { phraseErreur } from '../api/api';

/** Downloads a file kept by the module, over Strapi's own client: it carries the session. */
export function useOpenPiece(): (piece: Pick<PieceJointeDeposee, 'id' | 'nom'>) => Promise<void> {
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  return async ({ id, nom }) => {
    try {
      const { data } = await get<Blob>(`/sms-mailing/pieces-jointes/${String(id)}`, {
        responseType: 'blob',
      });
      const adresse = URL.createObjectURL(data);
      const lien = Object.assign(document.createElement('a'), { href: adresse, download: nom });
      lien.click();
      URL.revokeObjectURL(adresse);
    } catch (erreur) {
      toggleNotification({ type: 'danger', message: phraseErreur(erreur) });
    }
  };
}
