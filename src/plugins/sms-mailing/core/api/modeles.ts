import { z } from 'zod';
import { documentIdSchema } from '../identifiant';
import type { Modele, UsageModele } from '../modele';
import { modeleSchema } from '../modele';
import type { MotifExclusion } from '../motif';
import type { CompteSms } from '../sms';
import type { Modalite } from '../vocabulaire';
import { versionLueSchema } from '../version-lue';
import { modaliteSchema, typeContactSchema, typeDestinataireSchema } from '../vocabulaire';

/** Guide §5 as the panel asks for it: bodies and queries (schemas), answers (interfaces). */

export interface PieceJointeDeposee {
  id: number;
  nom: string;
  typeMime: string;
  /** Bytes. */
  taille: number;
}

/** GET /modeles: the lists of guide §5.a, filtered. */
export const demandeModelesSchema = z.object({
  typeContact: typeContactSchema,
  typeDestinataire: typeDestinataireSchema.optional(),
  modalite: modaliteSchema.optional(),
  inactif: z.enum(['true', 'false']).optional(),
});
export type DemandeModeles = z.infer<typeof demandeModelesSchema>;

/** GET /modeles/:documentId */
export interface ModeleOuvert extends Modele {
  documentId: string;
  version: number;
  piecesDeposees: PieceJointeDeposee[];
  /** What the message shows (decision F6). */
  imagesDeposees: PieceJointeDeposee[];
  /** What its signets allow; `modalites` is what was chosen among them. */
  modalitesPossibles: Modalite[];
  usage: UsageModele;
  raisonSuppressionImpossible: string | null;
}

/** Decision B9: null asks, when envois programmés use the modele. */
const annulerProgrammes = z.boolean().nullable().default(null);

/** PUT /modeles/:documentId */
export const modificationModeleSchema = modeleSchema.extend({
  version: versionLueSchema,
  annulerProgrammes,
});

/** POST /modeles/:documentId/inactif */
export const inactivationSchema = z.object({ inactif: z.boolean(), annulerProgrammes });

/** What a save answers: decision B8 « N envois programmés l'utilisent ». */
export interface ModeleEnregistrement {
  documentId: string;
  version: number;
  /** Envois programmés that will leave with this text. */
  programmes: number;
  /** Envois programmés cancelled with it (decision B9). */
  annules: number;
  envoisAutomatiques: number;
}

/** A modele under the pen: everything may still be missing. */
export const brouillonSchema = modeleSchema.extend({
  nom: z.string().max(255).default(''),
  objet: z.string().max(255).default(''),
  message: z.string().max(500_000).default(''),
  destinataires: z.array(typeDestinataireSchema).default(['entrepreneur']),
});

const documentId = documentIdSchema.nullable().default(null);

/** On whom the message is shown: nobody (the catalogue's examples), a fiche, or a participant of an action. */
export const cobayeSchema = z
  .object({
    typeDestinataire: typeDestinataireSchema,
    documentId,
    actionDocumentId: documentId,
  })
  .prefault({ typeDestinataire: 'entrepreneur' });
export type Cobaye = z.infer<typeof cobayeSchema>;

/** POST /modeles-apercu and /modeles-exemplaire: a modele saved (`modeleDocumentId`) or under the pen. */
export const demandeApercuSchema = z.union([
  z.object({ modeleDocumentId: documentIdSchema, cobaye: cobayeSchema }),
  z.object({ modele: brouillonSchema, cobaye: cobayeSchema }),
]);
export type DemandeApercu = z.infer<typeof demandeApercuSchema>;

export interface Apercu {
  destinataire: string;
  /** The address or number that would really be used, or why there is none. */
  adresse: string | null;
  motif: MotifExclusion | null;
  objet: string;
  html: string;
  texte: string;
  sms: (CompteSms & { texte: string }) | null;
  /** Bytes of the HTML as it leaves, its files apart. */
  poids: number;
  /** Signets that print nothing for this person. */
  vides: string[];
  piecesJointes: PieceJointeDeposee[];
}

/** POST /modeles-exemplaire: `numero` for an SMS, else the mobile of the intervenant linked to the user. */
export const numeroExemplaireSchema = z.object({
  numero: z.string().trim().max(30).nullable().default(null),
});

export interface ExemplaireEnvoye {
  adresse: string;
  /** SMS debited from the packages. */
  credits: number;
}

/** GET /cobayes: whom to show a modele on. `action`: a participation each, for the ACTION modeles. */
export const demandeCobayesSchema = z.object({
  declencheur: z.enum(['personne', 'action']).default('personne'),
  typeDestinataire: typeDestinataireSchema.default('entrepreneur'),
  recherche: z.string().trim().max(120).default(''),
  /** Cancelled participations and actions too: one does not write to them, one asks why not. */
  annulees: z.enum(['true', 'false']).optional(),
});
export type DemandeCobayes = z.infer<typeof demandeCobayesSchema>;

export interface LigneCobaye {
  cobaye: Cobaye;
  nom: string;
  /** What tells two namesakes apart: raison sociale, or antenne. */
  precision: string;
  ficheTest: boolean;
  action: { objet: string; date: string; heureDebut: string | null; annulee: boolean } | null;
}

/** POST /modeles-repartition */
export const demandeRepartitionSchema = z.object({
  modele: brouillonSchema,
  typeDestinataire: typeDestinataireSchema.default('entrepreneur'),
});
export type DemandeRepartition = z.infer<typeof demandeRepartitionSchema>;

/** How many destinataires cost 1, 2, 3 SMS (guide §5.a: beyond 155 letters, several SMS). */
export interface RepartitionSms {
  /** Persons measured. */
  mesures: number;
  /** More could be reached than were measured: the figures are a sample. */
  echantillon: boolean;
  parCredits: { credits: number; personnes: number }[];
  /** Of all the persons measured. */
  credits: number;
  /** More than 6 SMS: these would receive nothing. */
  tropLongs: number;
}
