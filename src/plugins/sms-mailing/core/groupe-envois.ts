import { z } from 'zod';
import type { BilanCampagne } from './campagne';

/** How the envois of a campagne are read: one onglet each. */
export const groupeEnvoisSchema = z.enum([
  'tous',
  'programmes',
  'envoyes',
  'echecs',
  'incertains',
  'exclus',
  'annules',
]);
export type GroupeEnvois = z.infer<typeof groupeEnvoisSchema>;

export const LIBELLES_GROUPE: Readonly<Record<GroupeEnvois, string>> = {
  tous: 'Tous',
  programmes: 'Programmés',
  envoyes: 'Envoyés',
  echecs: 'Échecs',
  incertains: 'Peut-être reçus',
  exclus: 'Exclus',
  annules: 'Annulés',
};

/** Those of the same bilan; what is on the wire is still programmed for who reads the list. */
export function countGroupe(bilan: BilanCampagne, groupe: GroupeEnvois): number {
  switch (groupe) {
    case 'tous':
      return Object.values(bilan).reduce<number>((somme, nombre: number) => somme + nombre, 0);
    case 'programmes':
      return bilan.programmes + bilan.enCours;
    case 'envoyes':
    case 'echecs':
    case 'incertains':
    case 'exclus':
    case 'annules':
      return bilan[groupe];
  }
}
