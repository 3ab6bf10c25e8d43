import type { Knex } from 'knex';
import type { SuiviSms } from '../../../services/ports/sms';
import { execute, query } from '../query';

const HEAR = `
  INSERT INTO sms_stops (empreinte, recu_le)
  SELECT :courante, :now
   WHERE NOT EXISTS (SELECT 1 FROM sms_stops WHERE empreinte = ANY(:empreintes))
  ON CONFLICT DO NOTHING`;

/** What the versions before `sms_stops` had heard. */
const DEJA_OPPOSES = `
  SELECT 1 FROM jsonb_to_recordset(:suivis::jsonb) AS s(reference text, cle text)
    JOIN sms_envois e ON e.type_contact = 'sms' AND e.motif = 'opposition'
     AND ((s.cle <> '' AND e.cle = s.cle) OR (s.reference <> '' AND e.reference = s.reference))
   LIMIT 1`;

/** True the first time that an operator says these very words of a STOP. */
async function isNouveau(
  trx: Knex.Transaction,
  stops: readonly SuiviSms[],
  { empreintes, now }: { empreintes: readonly string[]; now: Date }
): Promise<boolean> {
  const suivis = stops.map(({ reference, cle }) => ({ reference, cle: cle ?? '' }));
  const connus = await query(trx, DEJA_OPPOSES, { suivis: JSON.stringify(suivis) });
  const [courante] = empreintes;
  if (courante === undefined) {
    return connus.length === 0;
  }
  const entendus = await execute(trx, HEAR, { courante, empreintes: [...empreintes], now });
  return connus.length === 0 && entendus === 1;
}

/**
 * A STOP counts once. Sent again, by the operator or by whoever kept it, it must not undo the lifting that
 * came after: it then says no more than a failure.
 */
export async function keepNouveauxStops(
  trx: Knex.Transaction,
  suivis: readonly SuiviSms[],
  fait: { empreintes: readonly string[]; now: Date }
): Promise<readonly SuiviSms[]> {
  const stops = suivis.filter(({ opposition }) => opposition);
  if (stops.length === 0 || (await isNouveau(trx, stops, fait))) {
    return suivis;
  }
  return suivis.map((suivi) => ({ ...suivi, opposition: false }));
}
