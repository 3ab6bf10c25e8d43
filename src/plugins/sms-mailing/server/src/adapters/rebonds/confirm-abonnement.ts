import { TransportError } from '../../../../core/errors';
import type { Reseau } from '../reseau/reseau';
import { callHttp } from '../sms/appel-http';

const DELAI_MS = 10_000;

/** Opens the link by which SNS asks an address whether it agrees; false: it could not be told. */
export async function confirmAbonnement(reseau: Reseau, url: string): Promise<boolean> {
  const appel = { url, methode: 'GET', entetes: {}, corps: null } as const;
  try {
    const { status } = await callHttp('Amazon SNS', appel, { reseau, delaiMs: DELAI_MS });
    return status < 300;
  } catch (erreur) {
    if (erreur instanceof TransportError) {
      return false;
    }
    throw erreur;
  }
}
