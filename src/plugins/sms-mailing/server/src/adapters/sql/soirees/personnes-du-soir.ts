import type { Knex } from 'knex';
import type { DemandePersonnes, LignePersonne } from '../../../../../core/api/soiree';
import type { MotifExclusion } from '../../../../../core/motif';
import type { Perimetre } from '../../../../../core/perimetre';
import type { But, TypeContact } from '../../../../../core/vocabulaire';
import type { VueAttente } from '../../../services/ports/attente';
import { sqlPerimetre } from '../destinataires/perimetre';
import { query } from '../query';
import { sqlJuges } from './attente-du-soir';

export interface ModeleDuSoir {
  id: number;
  typeContact: TypeContact;
  but: But;
}

interface LigneSql {
  nom: string;
  fiche: string | null;
  adresse: string | null;
  motif: MotifExclusion | null;
  credits: number;
  envoi: string;
  actionDocumentId: string | null;
  actionObjet: string | null;
  actionDate: string | null;
}

const COLONNES = `
  coalesce(j.nom, '') AS nom, j.fiche_document AS fiche, j.adresse, j.motif, j.credits, j.document_id AS envoi,
  ac.document_id AS "actionDocumentId", ac.objet AS "actionObjet", to_char(j.action_date, 'YYYY-MM-DD') AS "actionDate"`;

const toLigne = (ligne: LigneSql): LignePersonne => {
  const { actionDocumentId: documentId, actionObjet: objet, actionDate: date, ...reste } = ligne;
  const action = documentId === null ? null : { documentId, objet: objet ?? '', date: date ?? '' };
  return { ...reste, action };
};

export interface LectureFile {
  demande: DemandePersonnes;
  modele: ModeleDuSoir;
  vue: VueAttente & { zone: string; promotionSansConsentement: boolean };
  perimetre: Perimetre;
}

/** Who waits in the queue behind one line of an evening: how many, and one page of them. */
export async function listEnFile(
  knex: Knex,
  { demande, modele, vue, perimetre }: LectureFile,
  { saut, limite }: { saut: number; limite: number }
): Promise<{ total: number; lignes: LignePersonne[] }> {
  const { promotionSansConsentement, ...instants } = vue;
  const { modalite, typeDestinataire, regle, campagneId, exclus } = demande;
  const lot = { modalite, typeDestinataire, typeContact: modele.typeContact, but: modele.but };
  const portee = sqlPerimetre(perimetre, 'j');
  const source = `
    WITH ${sqlJuges(lot, promotionSansConsentement)}, visees AS (
      SELECT j.* FROM juges j
        LEFT JOIN sms_envois_automatiques r2 ON r2.id = j.envoi_automatique_id
       WHERE j.modele_id = :modeleId::int AND r2.document_id IS NOT DISTINCT FROM :regle::text
         AND j.campagne_id IS NOT DISTINCT FROM :campagneId::int
         AND (j.motif IS NULL) = NOT :exclus::boolean AND ${portee.sql})`;
  const params = {
    ...{ ...portee.params, ...instants, ...lot, regle, campagneId, exclus },
    ...{ modeleId: modele.id, saut, limite },
  };
  const [compte] = await query<{ n: number }>(
    knex,
    `${source} SELECT count(*)::int AS n FROM visees`,
    params
  );
  const lignes = await query<LigneSql>(
    knex,
    `${source} SELECT ${COLONNES} FROM visees j LEFT JOIN actions ac ON ac.id = j.action_id
      ORDER BY j.nom, j.id LIMIT :limite::int OFFSET :saut::int`,
    params
  );
  return { total: compte?.n ?? 0, lignes: lignes.map(toLigne) };
}
