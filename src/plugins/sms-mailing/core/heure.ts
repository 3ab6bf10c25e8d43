import { z } from 'zod';

/** « 19h00 », « 8h », « 8 h 30 », « 19:00 », « 19 »: as the French write an hour. */
const HEURE = /^(\d{1,2})(?:[h:](\d{2})?)?$/iu;

/** What was typed as 'HH:mm'; what is no hour stays as it is, for the schema that follows to refuse. */
function readHeure(tape: string): string {
  const [, heures = '', minutes = '00'] = HEURE.exec(tape.replace(/\s/gu, '')) ?? [];
  return heures === '' ? tape : `${heures.padStart(2, '0')}:${minutes}`;
}

/** An hour of the day, kept as 'HH:mm'. `manque`: what to do when it is none. */
export function createHeureSchema(manque: string) {
  return z
    .string({ error: manque })
    .overwrite(readHeure)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: manque, abort: true });
}
