import { z } from 'zod';
import { typeDestinataireSchema } from './vocabulaire';
import { documentIdSchema } from './identifiant';
import type { MotifExclusion } from './motif';

/**
 * What a person accepts, box by box, in the words that stand beside it: they are kept with each tick, so that the proof
 * says what was agreed to on that day.
 */
export const CASES_ACCORD = {
  sms: 'Accepte d’être contacté par SMS',
  courriel: 'Accepte d’être contacté avec ce courriel',
  rgpd: 'Accord consentement RGPD',
  email: 'Accepte de recevoir des e-mails',
  telephone: 'Accepte d’être contacté à ce numéro',
} as const;
export type CaseAccord = keyof typeof CASES_ACCORD;

/** Where a tick was made: a page of ours says which, in a header of its request. */
export const ECRANS = {
  coordonnees: 'sur l’onglet Coordonnées',
  creation: 'à la création de la fiche',
  fiche: 'sur la fiche complète',
  api: 'par un autre logiciel',
  base: 'hors du panneau, dans la base (import)',
} as const;
export type Ecran = keyof typeof ECRANS;
export const ENTETE_ECRAN = 'x-sms-ecran';

/** GET /accords/:typeDestinataire/:documentId */
export const demandeAccordsSchema = z.object({
  typeDestinataire: typeDestinataireSchema,
  documentId: documentIdSchema,
});

/** One tick, or one box cleared; an address that goes takes its accord along (« retire »). */
export interface LigneAccord {
  id: string;
  survenuLe: Date;
  quoi: CaseAccord;
  /** `oui`, `non`, `retire`; of the RGPD, its own words. */
  valeur: string;
  /** Which address or number; null: the person. */
  coordonnee: string | null;
  auteur: string;
  ecran: string;
  /** What was written beside the box. */
  libelle: string;
}

const FAITS: Readonly<Record<string, string>> = {
  oui: 'coché',
  non: 'décoché',
  retire: 'retiré avec son adresse',
};

/** « décoché par Julie Martin sur l’onglet Coordonnées ». */
export function describeGeste({
  valeur,
  auteur,
  ecran,
}: Pick<LigneAccord, 'valeur' | 'auteur' | 'ecran'>): string {
  const fait = FAITS[valeur] ?? `mis à « ${valeur} »`;
  return `${fait}${auteur === '' ? '' : ` par ${auteur}`} ${ecran}`;
}

/** Which box a reason is about; the others are no matter of accord. */
const CASES_DU_MOTIF: Partial<Record<MotifExclusion, readonly CaseAccord[]>> = {
  sms_non_accepte: ['sms'],
  telephone_non_autorise: ['telephone'],
  adresse_non_acceptee: ['email', 'courriel'],
  rgpd_refuse: ['rgpd'],
  rgpd_non_renseigne: ['rgpd'],
};

export function casesOf(motif: MotifExclusion): readonly CaseAccord[] {
  return CASES_DU_MOTIF[motif] ?? [];
}

/** A tick that refuses, beside who is left out by it. ISO 8601. */
export type RefusDit = Pick<LigneAccord, 'valeur' | 'auteur' | 'ecran'> & { survenuLe: string };

/**
 * The last tick behind a reason, when that tick is what refuses; the lines come the latest first. A box that was never
 * ticked has none.
 */
export function findRefus<L extends Pick<LigneAccord, 'quoi' | 'valeur'>>(
  motif: MotifExclusion,
  accords: readonly L[]
): L | null {
  const cases = casesOf(motif);
  const derniere = accords.find(({ quoi }) => cases.includes(quoi));
  return derniere === undefined || derniere.valeur === 'oui' || derniere.valeur === 'Oui'
    ? null
    : derniere;
}
