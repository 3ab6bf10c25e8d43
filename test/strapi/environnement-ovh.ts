/** SMS that leave by the OVHcloud at `url`, as the environment says it. */
export const environnementOvh = (url: string): Readonly<Record<string, string>> => ({
  SMS_FOURNISSEUR: 'ovh-http2sms',
  SMS_EXPEDITEUR: 'BGEARTOIS',
  SMS_COMPTE: 'sms-bg11111-1',
  SMS_LOGIN: 'bge',
  SMS_MOT_DE_PASSE: 'secret-ovh',
  SMS_URL_BASE: url,
});
