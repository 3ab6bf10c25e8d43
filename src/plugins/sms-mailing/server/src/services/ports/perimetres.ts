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
}

export interface PerimetreStore {
  /** The conditions of an action of Strapi's in each role of this account that gives it. */
  readConditions(utilisateurId: number, action: string): Promise<string[][]>;
  /** Its own, and that of the intervenant it is. */
  readRattachement(utilisateurId: number): Promise<Rattachement>;
  /** Of everybody, or of one. */
  listComptes(utilisateurId: number | null): Promise<CompteLu[]>;
  /** « antenne Arras, équipe Création, référent Léa MARTIN », of what it names that is still there. */
  namePerimetre(perimetre: Perimetre): Promise<string>;
  listLieux(): Promise<{ antennes: Nomme[]; equipes: Nomme[] }>;
  /** False: the account, or one of the antennes and équipes, is not there. */
  writeRattachement(
    utilisateurId: number,
    siens: Pick<CompteLu, 'antenneIds' | 'equipeIds'>
  ): Promise<boolean>;
}
