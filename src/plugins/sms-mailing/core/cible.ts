import type { Selection } from './campagne';
import type { EnvoiAutomatique } from './envoi-automatique';
import type { FiltresCampagne } from './filtres-campagne';
import type { Modalite, TypeDestinataire } from './vocabulaire';

/**
 * Whom a request is about, whatever the modalité (guide §2.a): what every screen that looks, counts or sends
 * hands to `prevoir` and `programmer`. Ids are documentIds, `soir` is a local 'YYYY-MM-DD'.
 */
export type Cible =
  | {
      genre: 'campagne';
      /** A campagne opened again (decision C7); null for a new one. */
      campagneId: number | null;
      filtres: FiltresCampagne;
      /** The table's own search box: it narrows « tout cocher » too. */
      recherche: string;
      selection: Selection;
      /** The evening, as a local 'YYYY-MM-DD'; null: the next one. */
      soir?: string | null;
      /** Its name beside « modèle du date »; '' for none. */
      libelle?: string;
    }
  | {
      genre: 'fiche_action';
      action: string;
      participants: readonly string[] | 'tous';
      listeAttente: boolean;
    }
  | {
      genre: 'fiche_entrepreneur';
      entrepreneur: string;
      /** At the click rather than this evening, by whoever has that right. */
      maintenant?: boolean;
    }
  | {
      genre: 'envoi_automatique';
      /** A rule that is stored, or one that is being written. */
      regle: string | EnvoiAutomatique;
      soir: string;
      /** Fiches test alone, under keys that no evening uses (decision F13); null: the evening itself. */
      essai: string | null;
      /** Of one action alone, whatever its date: « Pourquoi ? » of one person (null: of all who take part). */
      participation?: { entrepreneur: string | null; action: string };
    }
  /** « Renvoyer aux échecs »: those of one modèle, one modalité and one kind of destinataires. */
  | {
      genre: 'relance';
      envois: readonly string[];
      modalite: Modalite;
      typeDestinataire: TypeDestinataire;
    };

export type GenreCible = Cible['genre'];
export type CibleDe<G extends GenreCible> = Extract<Cible, { genre: G }>;

/** Does it leave when clicked, rather than with an evening? */
export function isAuClic(cible: { genre: GenreCible; maintenant?: boolean }): boolean {
  return cible.genre === 'fiche_action' || cible.maintenant === true;
}
