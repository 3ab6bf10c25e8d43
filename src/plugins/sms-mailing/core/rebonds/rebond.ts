/**
 * What a returned message says: `definitif`, of the address, at once; `passager`, of the address when it happens again;
 * `refus`, of the message alone; `plainte`, that its reader called it undesirable.
 */
export type NatureRebond = 'definitif' | 'passager' | 'refus' | 'plainte';

/** In the middle of a sentence: « Revenu : boîte inexistante. » */
export const RAISONS_REBOND = {
  boite_inexistante: 'boîte inexistante',
  domaine_inexistant: 'domaine inexistant',
  boite_fermee: 'boîte fermée',
  boite_pleine: 'boîte pleine',
  serveur_injoignable: 'serveur injoignable',
  message_trop_lourd: 'message trop lourd pour cette boîte',
  refus_du_serveur: 'message arrêté par le filtre du serveur',
  non_precisee: 'raison non précisée',
  signale_indesirable: 'message signalé comme indésirable',
} as const;
export type RaisonRebond = keyof typeof RAISONS_REBOND;

const NATURES: Readonly<Record<RaisonRebond, NatureRebond>> = {
  boite_inexistante: 'definitif',
  domaine_inexistant: 'definitif',
  boite_fermee: 'definitif',
  boite_pleine: 'passager',
  serveur_injoignable: 'passager',
  non_precisee: 'passager',
  message_trop_lourd: 'refus',
  refus_du_serveur: 'refus',
  signale_indesirable: 'plainte',
};

export function natureOf(raison: RaisonRebond): NatureRebond {
  return NATURES[raison];
}

/** So many distinct envois, come back so near each other, and the address is refused. */
export const PASSAGERS_MAX = 3;
export const PASSAGERS_JOURS = 30;

/** The motif of an envoi that had left and came back: an échec that a server said afterwards. */
export const MOTIF_REVENU = 'revenu';

export interface Retour {
  raison: RaisonRebond;
  /** The server that says so: `mx.orange.fr`; '' when the message names none. */
  par: string;
  /** Enhanced status (RFC 3463), `5.1.1`; null when there is none. */
  code: string | null;
}

/** What stands beside the envoi in the histories. */
export function phraseRetour({ raison, par, code }: Retour): string {
  const qui = par === '' ? '' : `, dit par ${par}`;
  const statut = code === null ? '' : ` (${code})`;
  return `Revenu : ${RAISONS_REBOND[raison]}${qui}${statut}.`;
}

/** The reason of a stored row; one of another version is shown as it is. */
export function libelleRaison(raison: string): string {
  return Object.hasOwn(RAISONS_REBOND, raison) ? RAISONS_REBOND[raison as RaisonRebond] : raison;
}
