import type { FournisseurRetours } from '../../../../core/rebonds/fournisseur-retours';
import type { Clock, Journal } from './moteur';
import type { BoiteRebonds, ParseCourrier, RebondStore, SigneRetour } from './rebonds';

/** All that reading what comes back needs. */
export interface RebondsDeps {
  /** Null: no mailbox is set. `nom`: of the account, so that another one is read from its start. */
  boite: { nom: string; de: BoiteRebonds } | null;
  /** Who tells by itself what came back, at an address that holds a secret; null: nobody. */
  fournisseur: { nom: FournisseurRetours; isSecret: (recu: string) => boolean } | null;
  /** Tells Amazon that we agree to be told, by the link that it sent; false: it could not be. */
  confirmAbonnement: (url: string) => Promise<boolean>;
  rebonds: RebondStore;
  retours: Pick<SigneRetour, 'read'>;
  parseCourrier: ParseCourrier;
  clock: Clock;
  journal: Pick<Journal, 'info' | 'warn'>;
}
