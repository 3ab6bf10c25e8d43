import type { CompteSmsOuvert } from '../../../../core/compte-sms';
import type { Secret } from '../../../../core/secret';
import type { Horaires } from '../../../../core/horaire-promotion';
import type { Parametres, SaisieParametres } from '../../../../core/parametres';
import type { SuspensionSoir } from '../../../../core/soiree';
import type { FaitsBloquants, Suspensions } from '../../../../core/suspension';
import type { Transport } from '../../../../core/vocabulaire';
import type { EtatSecret, Verification } from '../../../../core/verification';
import type { ReseauSortant } from './reseau';

/** All that the panel has saved, as one instance sees it at one moment. */
export interface ReglagesEnregistres {
  /** Changes with anything below, whichever instance wrote it. */
  empreinte: string;
  /** Changes at each save of the form. */
  version: number;
  parametres: Parametres;
  /** In clear, for the adapters alone. */
  secrets: Readonly<Record<Secret, string>>;
  etats: Readonly<Record<Secret, EtatSecret>>;
  verifications: Readonly<Partial<Record<Transport, Verification>>>;
  /** Who holds the evening back; null: nobody. */
  suspendue: SuspensionSoir | null;
}

export interface ReglagesStore {
  load(): Promise<ReglagesEnregistres>;
  /** Settings and secrets together, a secret whose account changes without it forgotten; false when someone saved another version meanwhile. */
  save(saisie: SaisieParametres): Promise<boolean>;
  /** Holds the evening back, or lets it leave; false when it was so already. */
  suspendSoir(suspension: SuspensionSoir | null): Promise<boolean>;
  /** At each start: every secret bound to its account, under the key of today. */
  renewSecrets(): Promise<void>;
  /** Read, changed and written under a lock: two tries of a code count for two. */
  changeVerification<T>(
    transport: Transport,
    change: (precedente: Verification) => { verification: Verification; resultat: T }
  ): Promise<T>;
}

/** Secrets at rest. `lien`: what a secret belongs to, without which it does not open. */
export interface Chiffrement {
  encrypt(clair: string, lien: string): string;
  /** Null when it was encrypted under another key, or for something else. */
  decrypt(chiffre: string, lien: string): string | null;
  /** Encrypted under the key of today. */
  isCourant(chiffre: string, lien: string): boolean;
  /** Those of the versions that bound nothing. */
  decryptSansLien(chiffre: string): string | null;
}

export interface Dns {
  /** TXT records of a name: empty when it has none, null when nobody answered in time. */
  readTxt(nom: string): Promise<readonly string[] | null>;
}

/** What only the machine can do about a verification. */
export interface Empreintes {
  /** Keyed: tells that something changed, not what it is. */
  readonly of: (texte: string) => string;
  /** That of today first, then those of the keys before it, still recognised. */
  readonly toutes: (texte: string) => readonly string[];
  /** Six figures that nobody guesses. */
  readonly drawCode: () => string;
}

/** What the machine's environment says; a fresh installation has nothing else. */
export interface ReglagesEnvironnement {
  zone: string;
  heure: string;
  expediteur: { nom: string; adresse: string };
  /** Server and login through which e-mails leave. */
  serveurMail: string;
  compteSms: CompteSmsOuvert;
  urlPublique: string;
  /** Null: the relay signs, or nobody does. */
  dkim: { domaine: string; selecteur: string } | null;
  /** Docs/adr/0013: on a « base d'essai » nothing is held back. */
  baseReelle: boolean;
}

/** The settings in force: what the panel saved wins over the environment. */
export interface ReglagesEffectifs extends Horaires {
  expediteur: { nom: string; adresse: string };
  compteSms: CompteSmsOuvert;
  /** What a verification proves, for each transport. */
  empreintes: Readonly<Record<Transport, string>>;
  faits: FaitsBloquants;
  suspensions: Suspensions;
}

/** The settings of one moment, and what can be asked about them. */
export interface ReglagesDeps {
  reglages: ReglagesStore;
  enregistres: ReglagesEnregistres;
  environnement: ReglagesEnvironnement;
  effectifs: ReglagesEffectifs;
  empreintes: Empreintes;
  dns: Dns;
  reseau: ReseauSortant;
  /** Address for the delivery reports of the account in force, when it has to be declared by hand. */
  urlSuivi: string | null;
  /** Address where the provider of e-mails tells what came back. */
  urlRetours: string | null;
}
