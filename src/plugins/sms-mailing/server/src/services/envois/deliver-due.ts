import type { TypeContact } from '../../../../core/vocabulaire';
import type { Moteur } from '../ports/moteur';
import { deliverLot, emptyBilan, type Bilan } from './deliver-lot';

/** E-mails and newsletters leave by one transport, SMS by the other. */
type Transport = 'mail' | 'sms';

const TYPES: Readonly<Record<Transport, readonly TypeContact[]>> = {
  mail: ['email', 'newsletter'],
  sms: ['sms'],
};

function transportOf(typeContact: TypeContact): Transport {
  return typeContact === 'sms' ? 'sms' : 'mail';
}

function addBilan(total: Bilan, lot: Bilan): Bilan {
  return {
    envoyes: total.envoyes + lot.envoyes,
    exclus: total.exclus + lot.exclus,
    echecs: total.echecs + lot.echecs,
    incertains: total.incertains + lot.incertains,
    reportes: total.reportes + lot.reportes,
  };
}

/**
 * Sends all that is due, lot after lot, oldest first. A transport whose account is at fault is left alone
 * until the next call: the other one goes on.
 */
export async function deliverDue(
  moteur: Moteur,
  ouvrier: string,
  signal: AbortSignal
): Promise<Bilan> {
  const ouverts = new Set<Transport>(['mail', 'sms']);
  let total = emptyBilan();
  while (!signal.aborted && ouverts.size > 0) {
    const types = [...ouverts].flatMap((transport) => TYPES[transport]);
    const lot = await moteur.ledger.nextLot(moteur.clock(), types);
    if (lot === null) {
      break;
    }
    const { bilan, configuration, trouve } = await deliverLot(moteur, ouvrier, lot, signal);
    total = addBilan(total, bilan);
    if (configuration !== null) {
      moteur.journal.error(
        `Envois suspendus, le compte d’envoi est à vérifier dans Paramètres : ${configuration}`
      );
      ouverts.delete(transportOf(lot.typeContact));
    } else if (!trouve) {
      break;
    }
  }
  return total;
}
