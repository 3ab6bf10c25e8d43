import { z } from 'zod';
import { createJourSchema } from './jour';
import type { AgePrevision } from './prevision';
import { refuse } from './regle';
import { versionLueSchema } from './version-lue';

const SMS_MAX = 10_000_000;

const achatSchema = z.object({
  dateAchat: createJourSchema('Saisissez la date d’achat du package.'),
  achetes: z
    .int({ error: 'Le nombre de SMS achetés est un nombre entier.' })
    .min(1, { error: 'Saisissez au moins un SMS acheté.' })
    .max(SMS_MAX, { error: 'Le nombre de SMS achetés est trop grand.' }),
});

/** Guide §10: the three fields of a new package. « Consommés » is for a take-over (decision E2). */
export const packageSmsSchema = achatSchema
  .extend({
    consommes: z
      .int({ error: 'Le nombre de SMS consommés est un nombre entier.' })
      .min(0, { error: 'Le nombre de SMS consommés ne peut pas être négatif.' })
      .default(0),
  })
  .refine((lot) => lot.consommes <= lot.achetes, {
    path: ['consommes'],
    error: 'Le nombre de SMS consommés ne peut pas dépasser le nombre de SMS achetés.',
  });
export type PackageSms = z.infer<typeof packageSmsSchema>;

/** PUT /packages-sms/:documentId. « Consommés » is not among it: only movements change it (decision G9). */
export const modificationPackageSchema = achatSchema.extend({ version: versionLueSchema });
export type ModificationPackage = z.infer<typeof modificationPackageSchema>;

/** POST /packages-sms/:documentId/corrections. `credits`: SMS added to « consommés », or with a minus given back. */
export const correctionPackageSchema = z.object({
  credits: z
    .int({ error: 'Saisissez le nombre de SMS à ajouter ou à retirer.' })
    .min(-SMS_MAX, { error: 'Ce nombre de SMS est trop grand.' })
    .max(SMS_MAX, { error: 'Ce nombre de SMS est trop grand.' })
    .refine((credits) => credits !== 0, { error: 'Saisissez au moins un SMS.' }),
  raison: z
    .string({ error: 'Dites pourquoi : la raison reste dans le journal.' })
    .trim()
    .min(1, { error: 'Dites pourquoi : la raison reste dans le journal.' })
    .max(255, { error: 'La raison dépasse 255 caractères : raccourcissez-la.' }),
  version: versionLueSchema,
});
export type CorrectionPackage = z.infer<typeof correctionPackageSchema>;

export type PackageEnBase = PackageSms & { id: number };

/** A line of « Liste des packages SMS achetés ». */
export type LignePackage = PackageEnBase & {
  documentId: string;
  version: number;
  /** How many lines its journal holds. */
  mouvements: number;
};

/** A package with a journal keeps its place in the count: it is corrected, not deleted. */
export function canDeletePackage({ mouvements }: Pick<LignePackage, 'mouvements'>): boolean {
  return mouvements === 0;
}

/** Days 'YYYY-MM-DD' of the association: an invoice of tomorrow is a slip of the keyboard. */
export function checkDateAchat(dateAchat: string, aujourdhui: string): void {
  if (dateAchat > aujourdhui) {
    refuse('achat-futur');
  }
}

/** What was bought is never less than what was used, unless an overdraft was there before. */
export function checkAchetes(lot: PackageSms, achetes: number): void {
  if (achetes < Math.min(lot.achetes, lot.consommes)) {
    refuse('achetes-insuffisants', { consommes: lot.consommes });
  }
}

/** « Consommés » once corrected: between none and all that was bought, unless an overdraft was there before. */
export function correctConsommes(lot: PackageSms, credits: number): number {
  const consommes = lot.consommes + credits;
  if (consommes < 0) {
    refuse('correction-trop-basse', { consommes: lot.consommes });
  }
  if (consommes > Math.max(lot.achetes, lot.consommes)) {
    refuse('correction-trop-haute', { achetes: lot.achetes, consommes: lot.consommes });
  }
  return consommes;
}

/** Positive: debited from this package. Negative: given back to it. */
export interface MouvementPackage {
  packageId: number;
  credits: number;
}

/** `non_suivi`: no package entered, nothing is blocked and the screen says so (decision F21). */
export type Tirage =
  | { issue: 'tire'; mouvements: MouvementPackage[] }
  | { issue: 'non_suivi' }
  | { issue: 'insuffisant'; disponible: number };

function sortFifo<Lot extends PackageEnBase>(packages: readonly Lot[]): Lot[] {
  return [...packages].sort((a, b) =>
    a.dateAchat === b.dateAchat ? a.id - b.id : a.dateAchat < b.dateAchat ? -1 : 1
  );
}

/** What is left in all the packages; negative after an overdraft. */
export function sumReste(packages: readonly PackageSms[]): number {
  return packages.reduce((somme, lot) => somme + lot.achetes - lot.consommes, 0);
}

/**
 * Guide §10 « à chaque envoi le décompte est effectué », decision E2: first bought, first used. Short of
 * credits nothing is drawn, unless `depassement` (a setting) lets the last package bought go below zero.
 */
export function drawFifo(
  packages: readonly PackageEnBase[],
  credits: number,
  depassement = false
): Tirage {
  const lots = sortFifo(packages);
  const dernier = lots.at(-1);
  if (dernier === undefined) {
    return { issue: 'non_suivi' };
  }
  const disponible = Math.max(0, sumReste(lots));
  if (credits > disponible && !depassement) {
    return { issue: 'insuffisant', disponible };
  }
  let manque = credits;
  const mouvements: MouvementPackage[] = [];
  for (const lot of lots) {
    const reste = Math.max(0, lot.achetes - lot.consommes);
    const pris = lot === dernier ? manque : Math.min(reste, manque);
    if (pris > 0) {
      mouvements.push({ packageId: lot.id, credits: pris });
      manque -= pris;
    }
  }
  return { issue: 'tire', mouvements };
}

export interface AlertePackage {
  niveau: 'aucune' | 'bas' | 'epuise' | 'non_suivi';
  reste: number;
}

/** Guide §10: the packages, what is left of them, and once the envois pending are counted. */
export interface ComptePackages {
  packages: LignePackage[];
  alerte: AlertePackage;
  /** null: no package is entered, nothing is counted (decision F21). */
  disponible: number | null;
  /** The same once the envois automatiques of the next evening are paid too. */
  ensuite: number | null;
  /** Of what `ensuite` foresees. */
  prevu: AgePrevision;
}

/** Decision E2: from there on the screen asks to buy again. */
const SEUIL_ALERTE = 0.1;

/**
 * Guide §10 « renouveler quand le stock est proche de 0 ». The share is taken of the packages still in use:
 * lots emptied years ago would otherwise raise the alarm while a full one is left.
 */
export function alertPackages(
  packages: readonly PackageSms[],
  seuil: number = SEUIL_ALERTE
): AlertePackage {
  if (packages.length === 0) {
    return { niveau: 'non_suivi', reste: 0 };
  }
  const reste = sumReste(packages);
  if (reste <= 0) {
    return { niveau: 'epuise', reste };
  }
  const enCours = packages.filter((lot) => lot.consommes < lot.achetes);
  const achetes = enCours.reduce((somme, lot) => somme + lot.achetes, 0);
  return { niveau: reste <= achetes * seuil ? 'bas' : 'aucune', reste };
}
