import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { phraseErreur } from '../api/api';
import { RESTE } from './reste';

/** Downloads what an address of the module answers, over Strapi's own client: it carries the session. */
export function useTelecharger(): (adresse: string, nom: string) => Promise<void> {
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  return async (adresse, nom) => {
    try {
      const { data } = await get<Blob>(adresse, { responseType: 'blob' });
      const url = URL.createObjectURL(data);
      Object.assign(document.createElement('a'), { href: url, download: nom }).click();
      URL.revokeObjectURL(url);
    } catch (erreur) {
      toggleNotification({ type: 'danger', message: phraseErreur(erreur), ...RESTE });
    }
  };
}
