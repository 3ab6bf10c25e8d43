import { instantOf, localDate } from './horaire';

/** Decision B5: what is left of an evening then waits for the next morning. */
const FIN_DE_SOIREE = '21:00';
const HEURE_MS = 3_600_000;

interface Envois {
  /** E-mails of the campagne. */
  messages: number;
  /** E-mails that wait for that evening already. */
  avant: number;
  /** The limit of the server; null: none. */
  parHeure: number | null;
}

export interface Etalement {
  ceSoir: number;
  /** From the next morning on. */
  ensuite: number;
  parHeure: number;
}

/**
 * What the hourly limit puts off: so many leave at the head of each hour that begins before the end of the evening, those
 * that waited first. Null: nothing is put off.
 */
export function spreadEmails(envois: Envois, depart: Date, zone: string): Etalement | null {
  const { messages, avant, parHeure } = envois;
  if (parHeure === null) {
    return null;
  }
  const fin = instantOf(localDate(depart, zone), FIN_DE_SOIREE, zone);
  const heures = Math.max(1, Math.ceil((fin.getTime() - depart.getTime()) / HEURE_MS));
  const ceSoir = Math.min(messages, Math.max(0, parHeure * heures - avant));
  return ceSoir === messages ? null : { ceSoir, ensuite: messages - ceSoir, parHeure };
}
