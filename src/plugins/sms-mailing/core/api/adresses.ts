import { z } from 'zod';
import { documentIdSchema } from '../identifiant';
import { PAGE_ECRITE } from '../page';
import { libelleRaison } from '../rebonds/rebond';
import { typeDestinataireSchema, type TypeDestinataire } from '../vocabulaire';

/** What is wrong with an address, the most pressing first. */
export const defautAdresseSchema = z.enum(['revenue', 'mal_ecrite', 'fictive', 'absente']);
export type DefautAdresse = z.infer<typeof defautAdresseSchema>;

export const LIBELLES_DEFAUT: Readonly<Record<DefautAdresse, string>> = {
  revenue: 'Revenue',
  mal_ecrite: 'Mal écrite',
  fictive: 'Fictive',
  absente: 'Absente',
};

const filtres = {
  recherche: z.string().trim().max(120).default(''),
  defaut: defautAdresseSchema.optional(),
  /** Of one person alone. */
  fiche: documentIdSchema.optional(),
};

/** GET /adresses-a-corriger, where all is text. */
export const demandeAdressesSchema = z.object({ ...filtres, ...PAGE_ECRITE });
export type DemandeAdresses = z.infer<typeof demandeAdressesSchema>;

/** GET /adresses-a-corriger-csv: the same lines, all pages. */
export const exportAdressesSchema = z.object(filtres);

/** POST /adresses-a-corriger/retablir: a server refused it, and it works again. */
export const retablirAdresseSchema = z.object({
  typeDestinataire: typeDestinataireSchema,
  documentId: documentIdSchema,
  adresse: z.string().trim().min(3).max(320),
});
export type RetablirAdresse = z.infer<typeof retablirAdresseSchema>;

/** What a server said of an address that it refuses, and when (ISO). */
export interface RetourDit {
  raison: string;
  /** '' when it did not name itself. */
  par: string;
  le: string;
}

export interface AdresseACorriger {
  typeDestinataire: TypeDestinataire;
  documentId: string;
  nom: string;
  raisonSociale: string | null;
  /** Of the component, for an entrepreneur who has several; null: a courriel pro, or none is typed. */
  composantId: number | null;
  /** Null: none is typed. */
  adresse: string | null;
  defaut: DefautAdresse;
  /** Of one that came back: what was said last. */
  retour: RetourDit | null;
  referent: string | null;
  telephone: string | null;
  /** The next one that she comes to: 'YYYY-MM-DD', 'HH:mm'. */
  action: { documentId: string; date: string; heure: string | null; objet: string } | null;
  /** Envois programmed for her by e-mail: they follow her coordonnées. */
  programmes: number;
  /** The fiche that holds the address: her own, or that of the contact référent. */
  coordonnees: string;
}

export interface PageAdresses {
  total: number;
  lignes: AdresseACorriger[];
  /** Whatever `defaut` asks. */
  comptes: Readonly<Record<DefautAdresse, number>>;
}

const PHRASES: Readonly<Record<Exclude<DefautAdresse, 'revenue'>, string>> = {
  mal_ecrite: 'L’adresse est mal écrite.',
  fictive: 'C’est une adresse de remplissage, qui n’arrive à personne.',
  absente: 'Aucune adresse n’est saisie.',
};

/** « Refusée par mx.orange.fr le 3 mars 2026 : boîte inexistante. » `le`: as the screen writes a date. */
export function phraseDefaut(
  { defaut, retour }: Pick<AdresseACorriger, 'defaut' | 'retour'>,
  formatJour: (iso: string) => string
): string {
  if (defaut !== 'revenue') {
    return PHRASES[defaut];
  }
  if (retour === null) {
    return 'Les messages envoyés à cette adresse reviennent.';
  }
  const qui = retour.par === '' ? '' : ` par ${retour.par}`;
  return `Refusée${qui} le ${formatJour(retour.le)} : ${libelleRaison(retour.raison)}.`;
}
