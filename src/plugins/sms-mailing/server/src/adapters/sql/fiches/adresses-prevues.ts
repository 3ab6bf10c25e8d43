import type { Knex } from 'knex';
import type { LigneHistorique } from '../../../../../core/api/historique';
import type { MotifExclusion } from '../../../../../core/motif';
import type { But } from '../../../../../core/vocabulaire';
import { sqlDestinataires } from '../destinataires/destination';
import { query } from '../query';
import { toLigne, type LigneSql } from './ligne-historique';

type Prevue = NonNullable<LigneHistorique['prevue']>;
type Genre = Pick<LigneSql, 'typeDestinataire' | 'typeContact'> & { but: But };

const cleOf = ({ typeDestinataire, typeContact, but }: Genre): string =>
  [typeDestinataire, typeContact, but].join('.');

/** A modèle that was deleted since sends nothing any more: its lines are not programmed. */
const genreOf = ({ typeDestinataire, typeContact, but }: LigneSql): Genre => ({
  ...{ typeDestinataire, typeContact },
  but: but ?? 'suivi',
});

async function readPrevues(
  knex: Knex,
  genre: Genre & { promotionSansConsentement: boolean },
  documentIds: readonly string[]
): Promise<(readonly [string, Prevue])[]> {
  const lignes = await query<{ document: string; adresse: string | null; motif: MotifExclusion }>(
    knex,
    `SELECT e.document_id AS document, d.adresse, d.motif
       FROM sms_envois e
       JOIN LATERAL (SELECT * FROM (${sqlDestinataires(genre)}) z WHERE z.id = e.destinataire_id LIMIT 1) d ON true
      WHERE e.document_id = ANY(:documentIds)`,
    { documentIds: [...documentIds] }
  );
  return lignes.map(({ document, ...prevue }) => [document, prevue] as const);
}

/**
 * What waits has no address yet: it is chosen when it leaves (guide §2.d). The one that would serve now, or why none
 * would, a statement for each kind of line on the page.
 */
export async function withAdressesPrevues(
  knex: Knex,
  lignes: readonly LigneSql[],
  promotionSansConsentement: () => Promise<boolean>
): Promise<LigneHistorique[]> {
  const groupes = new Map<string, { genre: Genre; documentIds: string[] }>();
  for (const ligne of lignes.filter(({ statut }) => statut === 'programme')) {
    const genre = genreOf(ligne);
    const groupe = groupes.get(cleOf(genre)) ?? { genre, documentIds: [] };
    groupe.documentIds.push(ligne.documentId);
    groupes.set(cleOf(genre), groupe);
  }
  const promotion = groupes.size > 0 && (await promotionSansConsentement());
  const prevues = new Map<string, Prevue>();
  for (const { genre, documentIds } of groupes.values()) {
    const choix = { ...genre, promotionSansConsentement: promotion };
    for (const [document, prevue] of await readPrevues(knex, choix, documentIds)) {
      prevues.set(document, prevue);
    }
  }
  return lignes.map((ligne) => ({
    ...toLigne(ligne),
    prevue: prevues.get(ligne.documentId) ?? null,
  }));
}
