import type { CibleDe } from '../../../../../core/cible';
import type { Perimetre } from '../../../../../core/perimetre';
import type { But, TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import type { RegleEnregistree } from '../../../services/ports/envois-automatiques';
import type { Params } from '../query';

/** An action as the fiche Action names it. */
export interface ActionVisee {
  id: number;
  documentId: string;
  objet: string;
  /** 'YYYY-MM-DD' */
  date: string;
  /** 'HH:mm' */
  heureDebut: string | null;
  annulee: boolean;
}

/** A cible once what it names has been found: what the SQL of its genre reads. */
export type CibleLue =
  | (CibleDe<'campagne'> & {
      /** The evening as 'YYYY-MM-DD' local: what a relative date of action counts from. */
      dateEnvoi: string;
      auteurId: number | null;
    })
  | (Omit<CibleDe<'fiche_action'>, 'action'> & { action: ActionVisee })
  | (CibleDe<'fiche_entrepreneur'> & { soir: string })
  | (Omit<CibleDe<'envoi_automatique'>, 'regle'> & {
      regle: RegleEnregistree;
      /** Also who a criterion leaves aside, with the first that fails. */
      avecEcartes: boolean;
    })
  | CibleDe<'relance'>;

export type CibleLueDe<G extends CibleLue['genre']> = Extract<CibleLue, { genre: G }>;

/** What a part needs to know of its modèle. */
export interface ModeleDePart {
  id: number;
  typeContact: TypeContact;
  but: But;
}

/** One modèle for one cible, as of one instant: what one statement looks at, counts or writes. */
export interface Part<C extends CibleLue = CibleLue> {
  cible: C;
  modele: ModeleDePart;
  perimetre: Perimetre;
  /** When its envois leave. */
  depart: Date;
  /** « Envoyer quand même » to who has it already (decision C6). */
  force: boolean;
  /** Decision F14. */
  promotionSansConsentement: boolean;
  now: Date;
}

export type PartDe<G extends CibleLue['genre']> = Part<CibleLueDe<G>>;

/** What the rules of the evening are read with. */
export interface Horloge {
  /** IANA. */
  zone: string;
  /** 'HH:mm' of the evening run. */
  heure: string;
}

/**
 * What a genre says of the fiches `d` (columns of `sqlFiches`): which of them, for which occurrence, and what
 * the ledger already holds of it.
 */
export interface SqlCible {
  typeDestinataire: TypeDestinataire;
  /** Joins to `d`. */
  jointures: string;
  /** One expression per column of `COLONNES_CIBLE`; the others are null. */
  colonnes: Readonly<Partial<Record<ColonneCible, string>>> & Readonly<Record<'base', string>>;
  condition: string;
  params: Params;
  /** Nothing but the ids unticked keeps a fiche of this kind out. */
  toutes?: boolean;
}

/**
 * `base`: the key but for its last number, `essais`: how many keys of that base are taken. `tenu`: why the
 * occurrence is taken (deja_programme, deja_envoye, envoi_annule). `motif_cible`: a reason of the genre, said
 * when §2.d has none. `ecart`: the first criterion of a rule that leaves the person aside, with its `faits`. `pieces_jointes`: the files that the
 * envoi repeated carried of its own.
 */
export const COLONNES_CIBLE = {
  modalite: 'text',
  campagne_id: 'int',
  regle_id: 'int',
  participation_id: 'int',
  action_id: 'int',
  action_document: 'text',
  action_objet: 'text',
  action_date: 'date',
  action_heure: 'text',
  action_lieu: 'text',
  base: 'text',
  essais: 'int',
  tenu: 'text',
  envoi_id: 'int',
  dernier_le: 'timestamp',
  motif_cible: 'text',
  ecart: 'text',
  faits: 'jsonb',
  pieces_jointes: 'jsonb',
} as const;
export type ColonneCible = keyof typeof COLONNES_CIBLE;
