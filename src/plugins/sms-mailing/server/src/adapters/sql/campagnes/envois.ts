import type { Knex } from 'knex';
import type { PageHistorique } from '../../../../../core/api/historique';
import type { GroupeEnvois } from '../../../../../core/groupe-envois';
import type { Perimetre } from '../../../../../core/perimetre';
import type { PageEnvois } from '../../../services/ports/campagnes';
import { sqlPerimetre } from '../destinataires/perimetre';
import { listPage } from '../fiches/historique';
import { query } from '../query';
import { sqlRemplace } from './remplace';
import { sqlEnvoisVisibles } from './visibles';

const STATUTS: Readonly<Record<GroupeEnvois, string>> = {
  tous: 'true',
  programmes: `e.statut = 'programme'`,
  envoyes: `e.statut IN ('envoye', 'remis')`,
  echecs: `e.statut = 'echec'`,
  incertains: `e.statut = 'incertain'`,
  exclus: `e.statut = 'exclu'`,
  annules: `e.statut = 'annule'`,
};

/** Guide §7.c, opened: to whom, what became of it and why, a person a line. */
export function listEnvois(
  knex: Knex,
  { campagneId, groupe, ...page }: PageEnvois,
  sansConsentement: () => Promise<boolean>
): Promise<PageHistorique> {
  const visibles = sqlPerimetre(page.perimetre, 'e');
  const condition = {
    sql: `e.campagne_id = :campagneId::int AND ${STATUTS[groupe]} AND ${visibles.sql} AND NOT ${sqlRemplace('e')}`,
    params: { ...visibles.params, campagneId },
  };
  return listPage(knex, condition, page, sansConsentement);
}

/** « Renvoyer aux échecs », all of them. */
export async function listEchecs(
  knex: Knex,
  campagneId: number,
  perimetre: Perimetre
): Promise<string[]> {
  const visibles = sqlEnvoisVisibles(perimetre);
  const lignes = await query<{ document_id: string }>(
    knex,
    `SELECT v.document_id FROM sms_envois v
      WHERE v.campagne_id = :campagneId::int AND v.statut = 'echec' AND ${visibles.sql}
        AND NOT ${sqlRemplace('v')} ORDER BY v.id`,
    { ...visibles.params, campagneId }
  );
  return lignes.map(({ document_id: documentId }) => documentId);
}
