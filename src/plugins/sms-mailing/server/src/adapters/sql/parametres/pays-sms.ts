import { PAYS_SMS_PAR_DEFAUT } from '../../../../../core/pays-sms';
import { TABLE, toKey } from './magasin';

/**
 * `'+33%'`, `'+262%'`…, as the settings are when the query runs: read once a query, and obeyed by what is
 * already programmed too.
 */
export const SQL_PAYS_SMS = `ARRAY(
  SELECT '+' || i.indicatif || '%'
    FROM jsonb_array_elements_text(coalesce(
           (SELECT s.value::jsonb -> 'paysSms' FROM ${TABLE} s WHERE s.key = '${toKey('parametres')}'),
           '${JSON.stringify(PAYS_SMS_PAR_DEFAUT)}')) AS i(indicatif))`;
