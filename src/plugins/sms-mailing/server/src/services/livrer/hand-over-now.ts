import type { Depart } from '../ports/mail';
import type { EtatTransport } from '../ports/transports';

const POUR_QUELQUUN: Depart = {
  isPermis: () => true,
  enAvance: false,
  prioritaire: true,
  signal: null,
};

/**
 * For someone who waits in front of the screen: by the places of the click, like all that leaves by this transport.
 * Tried even while it is suspended: that is how one sees whether it works again.
 */
export async function handOverNow<T>(
  { places }: Pick<EtatTransport, 'places'>,
  envoyer: (depart: Depart) => Promise<T>
): Promise<T> {
  await places.immediate.acquire(1);
  try {
    return await envoyer(POUR_QUELQUUN);
  } finally {
    places.immediate.release(1);
  }
}
