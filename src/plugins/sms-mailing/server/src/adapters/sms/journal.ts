import { createHash } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { SmsSender } from '../../services/ports/sms';
import { maskNumero } from '../../../../core/masque';

export interface ReglagesJournal {
  /** Takes one line, without its line end. */
  readonly append: (ligne: string) => Promise<void>;
  readonly now: () => Date;
  /** false: numbers are masked. true only where the journal is the recipient's own screen (demo, tests). */
  readonly numerosEnClair: boolean;
}

/** SMS that go to a journal instead of a telephone: bases of trial alone (docs/adr/0013). One JSON line each. */
export function createSmsSenderJournal(reglages: ReglagesJournal): SmsSender {
  return {
    // As an operator that adds it: nothing leaves to anybody.
    capacites: { stopAjoute: true, caracteresStop: 0, partiesMax: 6, accuses: false },
    async send(sms) {
      const reference = `journal-${createHash('sha256').update(sms.cle).digest('hex').slice(0, 16)}`;
      const vers = reglages.numerosEnClair ? sms.vers : maskNumero(sms.vers);
      const ligne = { le: reglages.now().toISOString(), reference, ...sms, vers };
      await reglages.append(JSON.stringify(ligne));
      return { reference, credits: null, creditsRestants: null };
    },
  };
}

/** A sink for `append`: the end of a file, created when missing, readable by its owner alone. */
export function appendTo(fichier: string): (ligne: string) => Promise<void> {
  return (ligne) => appendFile(fichier, `${ligne}\n`, { mode: 0o600 });
}
