/** Of a row `rb` of `sms_rebonds`: its address is refused for good, and nobody said since that it works. */
const TIENT = 'rb.refuse AND rb.leve_le IS NULL';

/** Is the address of this fingerprint refused? */
export const sqlRefusee = (empreinte: string): string => `
  EXISTS (SELECT 1 FROM sms_rebonds rb WHERE rb.empreinte = ${empreinte} AND ${TIENT})`;

/** The same of very many addresses: those that are refused are read once, not looked up one by one. */
export const sqlParmiRefusees = (empreinte: string): string =>
  `${empreinte} IN (SELECT rb.empreinte FROM sms_rebonds rb WHERE ${TIENT})`;

/** What a server said last of these addresses, as `RetourDit` of core/api/adresses; null when none is refused. */
export const sqlRetour = (empreintes: string): string => `
  (SELECT jsonb_build_object('raison', rb.raison, 'par', rb.par, 'le', to_char(rb.recu_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
     FROM sms_rebonds rb
    WHERE rb.empreinte IN (${empreintes}) AND ${TIENT} ORDER BY rb.recu_le DESC, rb.id DESC LIMIT 1)`;
