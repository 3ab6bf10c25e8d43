import type { ActionRecapitulee, Avis, LigneRecapitulatif } from '../../../../core/recapitulatif';
import type { AvisReponses } from './reponses';

/** Taken by this instance, marked en_cours and committed: it leaves once, or goes to a human. */
export type AvisDu = { id: number; adresse: string; nom: string; tentatives: number } & (
  | { genre: 'recapitulatif'; action: ActionRecapitulee; lignes: LigneRecapitulatif[] }
  | { genre: 'stock_sms' }
  | { genre: 'digest'; avis: Avis }
  | { genre: 'reponses'; reponses: AvisReponses }
);

export type IssueAvis =
  | { statut: 'envoye' }
  | { statut: 'echec' | 'incertain'; detail: string }
  | { statut: 'programme'; disponibleLe: Date; detail: string; compte: boolean };

/** Docs/adr/0011: messages to the association's own staff, beside the ledger of envois. */
export interface AvisStore {
  /**
   * One recap per action and evening, once all its envois automatiques are settled, or a day later. Answers
   * how many were added; replayed, it adds none.
   */
  planRecapitulatifs(now: Date): Promise<number>;
  /** One alert per set of packages and level, to this address or, when empty, to the Administrateurs. */
  planAlerteStock(niveau: 'bas' | 'epuise', adresse: string, now: Date): Promise<number>;
  /** Has an avis of this key, whoever receives it, been planned? */
  isPlanned(cle: string): Promise<boolean>;
  /** To this address or, when empty, to the Administrateurs; planned once for each of them. */
  planDigest(digest: { cle: string; avis: Avis; adresse: string; now: Date }): Promise<number>;
  take(now: Date): Promise<AvisDu | null>;
  record(id: number, issue: IssueAvis, now: Date): Promise<void>;
  /** What a dead process had begun: nobody knows whether it left, it is not sent again. */
  sweep(now: Date): Promise<number>;
}
