import type { Parametres } from '../../../../core/parametres';
import { chrono } from '../../adapters/temps/chrono';
import { createTransports } from '../../services/livrer/transports';
import type { Transports } from '../../services/ports/transports';
import type { Voie } from '../../services/ports/envois';
import type { ReglagesModule } from './reglages-module';

/** Requests at once to an SMS operator. */
const SMS_PARALLELES = 10;

/** Most of it for the evening; what leaves at the click needs little, but never none. */
export function shareFenetre({ fenetre }: ReglagesModule): Record<Voie, number> {
  const immediate = Math.max(1, Math.floor(fenetre / 5));
  return { immediate, soir: Math.max(1, fenetre - immediate) };
}

/** On a connection: the message on its way, the envelope behind it, and the next one ready. */
export const PAR_CONNEXION = 3;

function countConnexions({ mail }: ReglagesModule): number {
  const { maxConnections } = mail.transport;
  return typeof maxConnections === 'number' ? maxConnections : 5;
}

/** `parConnexion`: hand-overs at once for each connection; one where nothing can go ahead. */
export function openTransports(reglages: ReglagesModule, parConnexion = PAR_CONNEXION): Transports {
  const libre = { parSeconde: null, parHeure: null, partDuClic: 0 };
  return createTransports(
    {
      mail: { parallele: countConnexions(reglages) * parConnexion, ...libre },
      sms: { parallele: SMS_PARALLELES, ...libre },
    },
    chrono
  );
}

export function retuneTransports(transports: Transports, parametres: Parametres): Transports {
  const { emailsParSeconde, emailsParHeure, smsParSeconde, partDuClic } = parametres;
  transports.mail.retune({ parSeconde: emailsParSeconde, parHeure: emailsParHeure, partDuClic });
  transports.sms.retune({ parSeconde: smsParSeconde, parHeure: null, partDuClic });
  return transports;
}
