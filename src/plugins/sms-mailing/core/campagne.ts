import { z } from 'zod';
import { filtresCampagneSchema } from './filtres-campagne';
import { createDocumentIdSchema, documentIdSchema, idSchema, nombreLuSchema } from './identifiant';
import { createJourSchema } from './jour';
import { PAGE } from './page';
import { typeContactSchema, typeDestinataireSchema } from './vocabulaire';

/** Guide §7.b: « Envois effectués », « Envois programmés », « Envois non faits ». Everyone is in one of them. */
export const ongletSchema = z.enum(['effectues', 'programmes', 'non_faits']);
export type Onglet = z.infer<typeof ongletSchema>;

/** @public */
export const LIBELLES_ONGLET: Readonly<Record<Onglet, string>> = {
  effectues: 'Envois effectués',
  programmes: 'Envois programmés',
  non_faits: 'Envois non faits',
};

const sensSchema = z.enum(['asc', 'desc']);

/** The columns a list of destinataires can be sorted by. */
export const triDestinatairesSchema = z.strictObject({
  cle: z.enum(['nom', 'prenom', 'civilite', 'referent', 'date_situation']),
  sens: sensSchema,
});
export type TriDestinataires = z.infer<typeof triDestinatairesSchema>;

/** Guide §7.c: the columns the history can be sorted by. */
export const triCampagnesSchema = z.strictObject({
  cle: z.enum(['date', 'modele', 'type_destinataire']),
  sens: sensSchema,
});
export type TriCampagnes = z.infer<typeof triCampagnesSchema>;

const rechercheSchema = z.string().trim().max(120).default('');
const idsSchema = z.array(idSchema).max(200_000);

/** Guide §7.b « Tout cocher »: every page of what is filtered, except those unticked; or the ids ticked by hand. */
export const selectionSchema = z.union([
  z.strictObject({ tous: z.literal(true), saufIds: idsSchema.default([]) }),
  z.strictObject({ ids: idsSchema.min(1, { error: 'Cochez au moins une personne.' }) }),
]);
export type Selection = z.infer<typeof selectionSchema>;

/**
 * What a click that writes carries: the number of the window that was read (decision G8), and the SMS that it
 * announced, when it announced some.
 */
export const confirmationShape = {
  confirmation: z.uuid({ error: 'Rouvrez la fenêtre de confirmation.' }).nullable().default(null),
  creditsLus: nombreLuSchema.nullable().default(null),
} as const;

/** Whom a campagne is about: what searching, counting and scheduling share. */
const cibleSchema = z.strictObject({
  modeleDocumentId: createDocumentIdSchema('Choisissez un modèle.'),
  typeContact: typeContactSchema,
  /** A campagne opened again (decision C7); null for a new one. */
  campagneId: idSchema.nullable().default(null),
  filtres: filtresCampagneSchema,
  /** The table's own search box: it narrows « tout cocher » too. */
  recherche: rechercheSchema,
  /** The evening, as a local 'YYYY-MM-DD'; null: the next one. */
  soir: createJourSchema('Choisissez le soir du départ dans le calendrier.')
    .nullable()
    .default(null),
});
export type CibleCampagne = z.infer<typeof cibleSchema>;

export const demandeRechercheSchema = cibleSchema.extend({
  onglet: ongletSchema.default('non_faits'),
  tri: triDestinatairesSchema.default({ cle: 'nom', sens: 'asc' }),
  /** `estime`: the lines at once; of a long list, how many there are is then only expected. */
  compte: z.enum(['exact', 'estime']).default('exact'),
  ...PAGE,
});
export type DemandeRecherche = z.infer<typeof demandeRechercheSchema>;

/** Without a selection: what « tout cocher » would reach. */
export const demandeComptesSchema = cibleSchema.extend({
  selection: selectionSchema.optional(),
  /** « Filtrer » makes them « mes derniers filtres »; a count shown while they are being chosen does not. */
  memoriser: z.boolean().default(true),
});

export const demandeProgrammationSchema = cibleSchema.extend({
  selection: selectionSchema,
  /** What tells it from another campagne of the same modèle. */
  libelle: z
    .string()
    .trim()
    .max(120, { error: 'Le libellé dépasse 120 caractères : raccourcissez-le.' })
    .default(''),
  /** Decision F14: the person has seen how many a promotion leaves out. */
  confirme: z.boolean().default(false),
  /** How many persons the window announced: what is confirmed is what leaves. */
  personnesLues: nombreLuSchema.nullable().default(null),
  ...confirmationShape,
});

/** Decision B11: one envoi, several, or all that have not been taken yet. */
export const demandeAnnulationSchema = z.strictObject({
  campagneId: idSchema,
  cible: z.union([
    z.strictObject({ tous: z.literal(true) }),
    z.strictObject({ envoiIds: idsSchema.min(1, { error: 'Cochez au moins un envoi.' }) }),
    z.strictObject({
      envoiDocumentIds: z
        .array(documentIdSchema)
        .min(1, { error: 'Cochez au moins un envoi.' })
        .max(1_000, { error: 'Cochez 1 000 envois au plus, ou annulez toute la campagne.' }),
    }),
  ]),
});
export type DemandeAnnulation = z.infer<typeof demandeAnnulationSchema>;

const jourSchema = createJourSchema('Une date est mal écrite : choisissez-la dans le calendrier.');

export const demandeHistoriqueSchema = z.strictObject({
  typeContact: typeContactSchema.nullable().default(null),
  typeDestinataire: typeDestinataireSchema.nullable().default(null),
  modeleDocumentId: documentIdSchema.nullable().default(null),
  /** One campagne alone: its line, as it stands now. */
  campagneId: idSchema.nullable().default(null),
  /** Bounds of the evening, included, as local 'YYYY-MM-DD'. */
  du: jourSchema.nullable().default(null),
  au: jourSchema.nullable().default(null),
  /** A name or an address: the campagnes that concern this person. */
  personne: rechercheSchema,
  recherche: rechercheSchema,
  tri: triCampagnesSchema.default({ cle: 'date', sens: 'desc' }),
  ...PAGE,
});
export type DemandeHistorique = z.infer<typeof demandeHistoriqueSchema>;

/** Envois of one campagne by what became of them; together they are all of its envois. */
export interface BilanCampagne {
  /** Programmed, and not due yet. */
  programmes: number;
  /** Due, claimed or on the wire. */
  enCours: number;
  /** Accepted by the server or the operator, with or without a report of reception. */
  envoyes: number;
  echecs: number;
  incertains: number;
  exclus: number;
  annules: number;
}

export type StatutCampagne =
  'programme' | 'en_attente' | 'en_cours' | 'partiel' | 'envoye' | 'echec' | 'annule';

/**
 * Guide §7.c and decision C1.
 * @public
 */
export const LIBELLES_STATUT_CAMPAGNE: Readonly<Record<StatutCampagne, string>> = {
  programme: 'Envoi programmé',
  en_attente: 'En attente',
  en_cours: 'En cours',
  partiel: 'Partiel',
  envoye: 'Envoyé',
  echec: 'Échec',
  annule: 'Annulée',
};

/** « En attente » is the word for what the fiches Entrepreneur have asked for (guide §7.c). */
export type OrigineCampagne = 'campagne' | 'fiche_entrepreneur';

/** Guide §7.c: one word for many envois. A campagne opened again is « Envoi programmé » until its new evening. */
export function statutCampagne(bilan: BilanCampagne, origine: OrigineCampagne): StatutCampagne {
  if (bilan.enCours > 0) {
    return 'en_cours';
  }
  if (bilan.programmes > 0) {
    return origine === 'campagne' ? 'programme' : 'en_attente';
  }
  const manques = bilan.echecs + bilan.incertains + bilan.exclus;
  if (bilan.envoyes > 0) {
    return manques + bilan.annules > 0 ? 'partiel' : 'envoye';
  }
  if (bilan.incertains > 0) {
    return 'partiel';
  }
  return manques > 0 ? 'echec' : 'annule';
}

/** Decision C6: who received this modele less than so many days ago is pointed out before scheduling. */
export const JOURS_ENVOI_RECENT = 30;
