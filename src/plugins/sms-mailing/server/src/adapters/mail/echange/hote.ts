import type { Journal } from '../../../services/ports/moteur';

/** What one server taught us of itself; forgotten with the process. */
export interface Hote {
  /** May commands go in groups? */
  isGroupe(): boolean;
  /** A group failed where the same commands, one at a time, did not. */
  giveUpGroupes(): void;
  /** Is this message the last one before the server usually closes? */
  isDernier(rang: number): boolean;
  /** Closed twice after as many: we close first. */
  isComble(servies: number): boolean;
  noteFermeture(servies: number): void;
  noteReponse(servies: number): void;
  /** Connections at once. */
  maxConnexions(): number;
  noteTropConnexions(ouvertes: number): void;
}

/** How long a server that said « too many connections » is believed. */
const TROP_MS = 60_000;

export function createHote(
  options: { pipelining: boolean; maxConnexions: number; nom: string },
  journal: Pick<Journal, 'info' | 'warn'>
): Hote {
  let groupe = options.pipelining;
  let limite = { messages: Infinity, vues: 0 };
  let trop = { ouvertes: Infinity, jusque: Number.NEGATIVE_INFINITY };
  return {
    isGroupe: () => groupe,
    giveUpGroupes() {
      if (!groupe) return;
      groupe = false;
      journal.warn(
        `Le serveur de messagerie ${options.nom} annonce PIPELINING et ne le suit pas : les commandes lui parviennent désormais une à une, plus lentement.`
      );
    },
    isDernier: (rang) => rang === limite.messages,
    isComble: (servies) => limite.vues > 1 && servies >= limite.messages,
    noteFermeture(servies) {
      const vues = servies === limite.messages ? limite.vues + 1 : 1;
      limite = { messages: servies, vues };
      if (vues === 2) {
        journal.info(
          `Le serveur de messagerie ${options.nom} prend ${String(servies)} messages par connexion : la suivante s’ouvre d’elle-même.`
        );
      }
    },
    noteReponse(servies) {
      if (servies > limite.messages) limite = { messages: Infinity, vues: 0 };
    },
    maxConnexions: () =>
      performance.now() < trop.jusque
        ? Math.max(1, Math.min(trop.ouvertes, options.maxConnexions))
        : options.maxConnexions,
    noteTropConnexions(ouvertes) {
      trop = { ouvertes, jusque: performance.now() + TROP_MS };
    },
  };
}
