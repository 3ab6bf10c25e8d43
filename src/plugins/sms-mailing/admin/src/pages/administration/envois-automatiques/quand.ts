import type { TableEnvoisAutomatiques } from '../../../../../core/api/envois-automatiques';

/** « Partira ce soir à 19h00 » → « ce soir ». */
export function readQuand({ phraseDepart }: Pick<TableEnvoisAutomatiques, 'phraseDepart'>): string {
  return phraseDepart.replace(/^Partira /, '').replace(/ à \d.*$/, '');
}
