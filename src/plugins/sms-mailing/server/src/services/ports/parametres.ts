import type { SecretSms } from '../../../../core/compte-sms';
import type { Parametres, SaisieParametres } from '../../../../core/parametres';
import type { Transport } from '../../../../core/vocabulaire';
import type { EtatSecret, Verification } from '../../../../core/verification';

/** All that the panel has saved, as one instance sees it at one moment. */
export interface ReglagesEnregistres {
  /** Changes with anything below, whichever instance wrote it. */
  empreinte: string;
  /** Changes at each save of the form. */
  version: number;
  parametres: Parametres;
  /** In clear, for the adapters alone. */
  secrets: Readonly<Record<SecretSms, string>>;
  etats: Readonly<Record<SecretSms, EtatSecret>>;
  verifications: Readonly<Partial<Record<Transport, Verification>>>;
}

export interface ReglagesStore {
  load(): Promise<ReglagesEnregistres>;
  /** Settings and secrets together; false when someone saved another version meanwhile. */
  save(saisie: SaisieParametres): Promise<boolean>;
  /** Read, changed and written under a lock: two tries of a code count for two. */
  changeVerification<T>(
    transport: Transport,
    change: (precedente: Verification) => { verification: Verification; resultat: T }
  ): Promise<T>;
}

/** Secrets at rest. */
export interface Chiffrement {
  encrypt(clair: string): string | null;
  /** Null, or an error, when it was encrypted under another key. */
  decrypt(chiffre: string): string | null;
}

export interface Dns {
  /** TXT records of a name: empty when it has none, null when nobody answered in time. */
  readTxt(nom: string): Promise<readonly string[] | null>;
}

/** What only the machine can do about a verification. */
export interface Empreintes {
  /** Keyed: tells that something changed, not what it is. */
  readonly of: (texte: string) => string;
  /** Six figures that nobody guesses. */
  readonly drawCode: () => string;
}
