import type { Portee } from './api/oppositions';
import type { Transport } from './vocabulaire';

/** What the filter of the Journal offers. */
export const GENRES_ACTE = {
  modeles: 'Modèles',
  regles: 'Envois automatiques',
  campagnes: 'Campagnes',
  fiches: 'Envois depuis les fiches',
  soiree: 'Envoi du soir',
  exemplaires: 'Exemplaires',
  packages: 'Packages SMS',
  parametres: 'Paramètres',
  oppositions: 'Oppositions',
  effacements: 'Fiches supprimées et effacements',
  droits: 'Profils et comptes',
  exports: 'Exports',
} as const;
export type GenreActe = keyof typeof GENRES_ACTE;

/** The sentence says it all. */
type Rien = Readonly<Record<string, never>>;

/** `annules`, `retires`: envois that will not leave. */
interface Faits {
  'modele-cree': { modele: string; annules: number };
  'modele-modifie': { modele: string; annules: number };
  'modele-inactive': { modele: string; annules: number };
  'modele-active': { modele: string; annules: number };
  'modele-supprime': { modele: string };
  'regle-cree': { modele: string; delai: number };
  'regle-modifie': { modele: string; delai: number };
  'regle-inactive': { modele: string; delai: number };
  'regle-active': { modele: string; delai: number };
  'regle-supprime': { modele: string; delai: number };
  'regle-executee': { modele: string; messages: number };
  'regle-testee': { modele: string; messages: number };
  'regle-retiree': { modele: string; soir: string; retires: number };
  'participant-retire': { modele: string; retires: number };
  'campagne-programmee': { modele: string; messages: number; quand: string };
  'campagne-annulee': { modele: string; annules: number; entiere: boolean };
  'action-ecrite': { modele: string; action: string; messages: number };
  'entrepreneur-ecrit': { modele: string; quand: string; messages: number };
  'place-proposee': { action: string };
  'place-reprise': { action: string };
  'envois-relances': { modele: string; messages: number };
  'envois-annules': { annules: number };
  'soir-suspendu': Rien;
  'soir-repris': Rien;
  'soir-execute': { soir: string };
  'envois-retires': { retires: number };
  'incertain-tranche': { decision: 'envoye' | 'renvoyer' };
  'exemplaire-demande': { modele: string; transport: Transport };
  'code-demande': { transport: Transport };
  'package-ajoute': { achetes: number; dateAchat: string };
  'package-modifie': { achetes: number; dateAchat: string };
  'package-corrige': { credits: number; raison: string; dateAchat: string };
  'package-supprime': { achetes: number; dateAchat: string };
  'parametres-changes': { champs: readonly string[] };
  'compte-verifie': { transport: Transport };
  opposition: { portee: Portee; raison: string };
  'opposition-levee': { portee: Portee; raison: string };
  'adresse-retablie': Rien;
  'personne-effacee': { envois: number; annules: number };
  'fiche-supprimee': { fiche: string };
  'profil-cree': { profil: string };
  'profil-modifie': { profil: string };
  'profil-supprime': { profil: string };
  'compte-cree': { compte: string; profils: readonly string[] };
  'compte-modifie': { compte: string; quoi: readonly string[] };
  'compte-supprime': { compte: string };
  'compte-rattache': { compte: string };
  'export-campagne': { campagne: number; lignes: number };
  'export-preuves': { mois: string; lignes: number };
  'export-journal': { lignes: number };
  'export-adresses': { lignes: number };
  'export-personne': { envois: number };
}
export type NomActe = keyof Faits;
export type FaitsDe<N extends NomActe> = Faits[N];

/** Who is at work, as the Journal names them. */
export interface Auteur {
  /** Null: a software. */
  id: number | null;
  nom: string;
}

export type Changement = 'cree' | 'modifie' | 'inactive' | 'active';

/** What a save comes to; `avant` null: there was nothing. */
export function changementOf(
  avant: { inactif: boolean } | null,
  apres: { inactif: boolean }
): Changement {
  if (avant === null) {
    return 'cree';
  }
  return avant.inactif === apres.inactif ? 'modifie' : apres.inactif ? 'inactive' : 'active';
}
