import type { Permission } from './permissions';
import type { Modalite, StatutEnvoi, TypeDestinataire } from './vocabulaire';

/** Statuts in which the SMS credits of an envoi are held back (engine: credits stay reserved while incertain). */
export const STATUTS_RESERVANT: readonly StatutEnvoi[] = ['programme', 'incertain'];

/** Guide §7.c and §9.c: one internal statut, the word of each screen (decision C1). */
const LIBELLES_STATUT: Readonly<Record<StatutEnvoi, string>> = {
  programme: 'Envoi programmé',
  reserve: 'En cours d’envoi',
  en_cours: 'En cours d’envoi',
  envoye: 'Envoyé',
  remis: 'Remis',
  echec: 'Échec',
  incertain: 'Incertain',
  exclu: 'Non envoyé',
  annule: 'Annulé',
};

/** @public */
export function libelleStatut(statut: StatutEnvoi): string {
  return LIBELLES_STATUT[statut];
}

/** Guide §9.c: the right that takes one message of a person back while it is programmed, whatever asked for it. */
export const DROITS_ANNULER = {
  campagne: 'campagnes.programmer-campagne',
  envoi_automatique: 'fiches.envoyer-depuis-action',
  fiche_action: 'fiches.envoyer-depuis-action',
  fiche_entrepreneur: 'fiches.envoyer-depuis-entrepreneur',
} as const satisfies Readonly<Record<Modalite, Permission>>;

export interface Occurrence {
  modalite: Modalite;
  /** What makes two envois of the same modele to the same person different: campagne id, soir, règle + action + date. */
  repere: string;
  typeDestinataire: TypeDestinataire;
  destinataireId: number;
  modeleId: number;
}

const PREFIXES: Readonly<Record<Modalite, string>> = {
  campagne: 'c',
  envoi_automatique: 'a',
  fiche_action: 'fa',
  fiche_entrepreneur: 'fe',
};

const INITIALES: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'e',
  contact_individuel: 'i',
  entreprise_partenaire: 'p',
};

/** First segment of the unique key, also composed in SQL: `a:<règle>.<action>.<date>:e<destinataire>:m<modele>:<essai>`. */
export function prefixeCle(modalite: Modalite): string {
  return PREFIXES[modalite];
}

export function initialeDestinataire(type: TypeDestinataire): string {
  return INITIALES[type];
}

/** The unique key that makes a double impossible (docs/adr/0005). `essai` > 0 is an explicit « envoyer quand même ». */
export function cleEnvoi(occurrence: Occurrence, essai = 0): string {
  const { modalite, repere, typeDestinataire, destinataireId, modeleId } = occurrence;
  const destinataire = `${initialeDestinataire(typeDestinataire)}${String(destinataireId)}`;
  return `${prefixeCle(modalite)}:${repere}:${destinataire}:m${String(modeleId)}:${String(essai)}`;
}
