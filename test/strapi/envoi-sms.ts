import type { BaseDuGuide } from './base-du-guide';

export interface EtatSms {
  id: number;
  statut: string;
  reference: string | null;
  cle: string;
  motif: string | null;
  adresse: string;
}

export interface EnvoisSms {
  /** One SMS to this person, sent this evening; answers its line. */
  send(qui: 'palmer' | 'martin' | 'diallo', message?: string): Promise<EtatSms>;
  /** An instant of the day of the last SMS, UTC: 'HH:mm'. */
  at(heure: string): Date;
}

/** Each SMS on a day of its own, from 3 March 2022. */
export function createEnvoisSms(base: BaseDuGuide): EnvoisSms {
  let jour = 2;
  const at = (heure: string) => new Date(`2022-03-${String(jour).padStart(2, '0')}T${heure}:00Z`);
  return {
    at,
    send: async (qui, message = 'Bonjour') => {
      jour += 1;
      const modele = await base.createModele({ typeContact: 'sms', nom: `Info ${qui}`, message });
      const { documentId } = base.seed.entrepreneurs[qui]!;
      base.setHeure(at('10:00'));
      await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
        modeleDocumentIds: [modele],
      });
      await base.tick(at('18:00'));
      const [envoi] = await base.sql<EtatSms>('SELECT * FROM sms_envois ORDER BY id DESC LIMIT 1');
      return envoi!;
    },
  };
}
