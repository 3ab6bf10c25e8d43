import type { ChoixPerimetre } from '../../../../core/api/envois-automatiques';
import type { Remplacement, SaisieRattachement } from '../../../../core/api/profils';
import type { Perimetre, Rattachement } from '../../../../core/perimetre';

export interface Nomme {
  id: number;
  nom: string;
}

/** An account of the panel and all that places it (decision G17). */
export interface CompteLu extends Nomme {
  email: string;
  actif: boolean;
  profils: Nomme[];
  intervenants: Nomme[];
  /** « P. MARTIN, antenne Arras, équipe Création ». */
  phraseIntervenant: string | null;
  /** Of its own. */
  antenneIds: number[];
  equipeIds: number[];
  /** « Remplacée par … du … au … »: `nom` of who replaces. */
  remplacement: (Remplacement & { nom: string }) | null;
}

/** A right of an account, and its conditions in each role that gives it. */
export interface DroitCompte {
  action: string;
  /** Of the Content Manager: the content type. */
  sujet: string | null;
  conditions: string[][];
}

export interface PerimetreStore {
  /** The conditions of an action of Strapi's in each role of this account that gives it. */
  readConditions(utilisateurId: number, action: string): Promise<string[][]>;
  /** All its rights, each once. */
  listDroits(utilisateurId: number): Promise<DroitCompte[]>;
  /** The accounts that this one replaces on that day. */
  listRemplacees(utilisateurId: number, jour: string): Promise<number[]>;
  /** Its own, and that of the intervenant it is. */
  readRattachement(utilisateurId: number): Promise<Rattachement>;
  /** Of everybody, or of one. */
  listComptes(utilisateurId: number | null): Promise<CompteLu[]>;
  /** « antenne Arras, équipe Création, référent Léa MARTIN », of what it names that is still there. */
  namePerimetre(perimetre: Perimetre): Promise<string>;
  /** What of it is still there, by name; of « tout », everything. */
  listChoix(perimetre: Perimetre): Promise<ChoixPerimetre>;
  listLieux(): Promise<{ antennes: Nomme[]; equipes: Nomme[] }>;
  /** False: an account, or one of the antennes and équipes, is not there. */
  writeRattachement(utilisateurId: number, saisie: SaisieRattachement): Promise<boolean>;
}
