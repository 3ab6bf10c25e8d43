/** Has a server refused for good the address of this fingerprint, and nobody said since that it works? */
export const sqlRefusee = (empreinte: string): string => `
  EXISTS (SELECT 1 FROM sms_rebonds rb WHERE rb.empreinte = ${empreinte} AND rb.refuse AND rb.leve_le IS NULL)`;
