import { z } from 'zod';
import { toCsv } from './csv';
import { libelleStatut } from './envoi';
import { formatDate, localDate, localHeure } from './horaire';
import {
  LIBELLES_MODALITE,
  LIBELLES_TYPE_CONTACT,
  type Modalite,
  type StatutEnvoi,
  type TypeContact,
} from './vocabulaire';

/** GET /preuves: what was sent in one month of the association's zone. */
export const demandePreuvesSchema = z.object({
  mois: z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, {
    error: 'Choisissez un mois, par exemple 2026-03.',
  }),
});

/** What proves one envoi, and nothing of what it said (docs/adr/0024). */
export interface Preuve {
  envoyeLe: Date;
  statut: StatutEnvoi;
  typeContact: TypeContact;
  modele: string;
  modalite: Modalite;
  /** Of the action it was about; null: none, or it is no more. */
  action: string | null;
  destinataire: string;
  adresse: string;
}

const ENTETES = [
  'Date',
  'Heure',
  'Statut',
  'Type de contact',
  'Modèle',
  'Origine',
  'Action',
  'Destinataire',
  'Adresse',
];

/** What was sent, for a spreadsheet. */
export function toCsvPreuves(preuves: readonly Preuve[], zone: string): string {
  const lignes = preuves.map((preuve) => [
    formatDate(localDate(preuve.envoyeLe, zone)),
    localHeure(preuve.envoyeLe, zone),
    libelleStatut(preuve.statut),
    LIBELLES_TYPE_CONTACT[preuve.typeContact],
    preuve.modele,
    LIBELLES_MODALITE[preuve.modalite],
    preuve.action ?? '',
    preuve.destinataire,
    preuve.adresse,
  ]);
  return toCsv(ENTETES, lignes);
}
