import type { Knex } from 'knex';
import type { FiltreEnregistre, FiltresVus, SaisieFiltre } from '../../../../../core/api/filtres';
import { filtresCampagneSchema, type FiltresCampagne } from '../../../../../core/filtres-campagne';
import type { FiltreLu, FiltreStore } from '../../../services/ports/filtres';
import { fromJson } from '../modeles/modeles';
import { sqlNomCompte } from '../noms/affiches';
import { execute, query } from '../query';

/** Kept by an earlier version, some may no longer mean anything: those are left out. */
function parseFiltres(brut: unknown): FiltresCampagne | null {
  const lu = filtresCampagneSchema.safeParse(fromJson(brut));
  return lu.success ? lu.data : null;
}

const DERNIERS = `
  INSERT INTO sms_filtres (document_id, utilisateur_id, type_destinataire, nom, filtres, partage, nombre,
       created_at, updated_at, published_at)
  VALUES (translate(gen_random_uuid()::text, '-', ''), :utilisateurId, :type, NULL, :filtres::jsonb, false, :nombre::int,
          :now::timestamp, :now::timestamp, :now::timestamp)
  ON CONFLICT (utilisateur_id, type_destinataire) WHERE nom IS NULL
  DO UPDATE SET filtres = excluded.filtres, nombre = excluded.nombre, updated_at = excluded.updated_at`;

const LISTE = `
  SELECT f.document_id, coalesce(f.version, 0) AS version, f.nom, f.filtres, coalesce(f.partage, false) AS partage,
         f.utilisateur_id = :utilisateurId AS a_moi, f.nombre, f.updated_at,
         ${sqlNomCompte('u')} AS auteur
    FROM sms_filtres f LEFT JOIN admin_users u ON u.id = f.utilisateur_id
   WHERE f.type_destinataire = :type AND f.nom IS NOT NULL AND (f.utilisateur_id = :utilisateurId OR f.partage)
   ORDER BY a_moi DESC, lower(f.nom), f.id`;

const INSERT = `
  INSERT INTO sms_filtres (document_id, utilisateur_id, type_destinataire, nom, filtres, partage, nombre, version,
       created_at, updated_at, published_at)
  VALUES (translate(gen_random_uuid()::text, '-', ''), :utilisateurId, :type, :nom, :filtres::jsonb, :partage,
          :nombre::int, 1,
          :now::timestamp, :now::timestamp, :now::timestamp)
  ON CONFLICT DO NOTHING RETURNING document_id`;

const UPDATE = `
  UPDATE sms_filtres f
     SET nom = :nom, filtres = :filtres::jsonb, partage = :partage, nombre = :nombre::int, type_destinataire = :type,
         version = coalesce(f.version, 0) + 1, updated_at = :now::timestamp
   WHERE f.document_id = :documentId AND f.utilisateur_id = :utilisateurId AND f.nom IS NOT NULL
     AND coalesce(f.version, 0) = :version
     AND NOT EXISTS (SELECT 1 FROM sms_filtres o
                      WHERE o.utilisateur_id = :utilisateurId AND o.type_destinataire = :type
                        AND lower(o.nom) = lower(:nom) AND o.id <> f.id)
  RETURNING f.document_id`;

interface Ligne {
  document_id: string;
  version: number;
  nom: string;
  filtres: unknown;
  partage: boolean;
  a_moi: boolean;
  auteur: string;
  nombre: number | null;
  updated_at: Date;
}

const toVus = ({ nombre, updated_at: le }: Pick<Ligne, 'nombre' | 'updated_at'>): FiltresVus => ({
  le: le.toISOString(),
  nombre,
});

function toEnregistre(ligne: Ligne): FiltreEnregistre[] {
  const filtres = parseFiltres(ligne.filtres);
  const { document_id: documentId, version, nom, partage, a_moi: aMoi, auteur } = ligne;
  const vus = toVus(ligne);
  return filtres === null
    ? []
    : [{ documentId, version, nom, filtres, partage, aMoi, auteur, vus }];
}

async function saveFiltre(
  knex: Knex,
  lu: FiltreLu | null,
  { nom, filtres, partage, nombre }: SaisieFiltre,
  auteur: { utilisateurId: number; now: Date }
): Promise<string | null> {
  const [ligne] = await query<{ document_id: string }>(knex, lu === null ? INSERT : UPDATE, {
    ...auteur,
    ...lu,
    ...{ nom, partage, nombre },
    type: filtres.typeDestinataire,
    filtres: JSON.stringify(filtres),
  });
  return ligne?.document_id ?? null;
}

export function createFiltres(knex: Knex): FiltreStore {
  return {
    async readDerniers(utilisateurId, type) {
      const [ligne] = await query<Pick<Ligne, 'filtres' | 'nombre' | 'updated_at'>>(
        knex,
        `SELECT filtres, nombre, updated_at FROM sms_filtres
          WHERE utilisateur_id = :utilisateurId AND type_destinataire = :type AND nom IS NULL`,
        { utilisateurId, type }
      );
      const filtres = ligne === undefined ? null : parseFiltres(ligne.filtres);
      return ligne === undefined || filtres === null ? null : { filtres, vus: toVus(ligne) };
    },

    async saveDerniers(utilisateurId, filtres, vus): Promise<void> {
      await execute(knex, DERNIERS, {
        utilisateurId,
        type: filtres.typeDestinataire,
        filtres: JSON.stringify(filtres),
        ...vus,
      });
    },

    async list(utilisateurId, type): Promise<FiltreEnregistre[]> {
      return (await query<Ligne>(knex, LISTE, { utilisateurId, type })).flatMap(toEnregistre);
    },

    save: (lu, saisie, auteur) => saveFiltre(knex, lu, saisie, auteur),

    async readVersion(documentId, utilisateurId): Promise<number | null> {
      const [ligne] = await query<{ version: number }>(
        knex,
        `SELECT coalesce(version, 0) AS version FROM sms_filtres
          WHERE document_id = :documentId AND utilisateur_id = :utilisateurId AND nom IS NOT NULL`,
        { documentId, utilisateurId }
      );
      return ligne?.version ?? null;
    },

    async delete(documentId, utilisateurId): Promise<boolean> {
      const touches = await execute(
        knex,
        `DELETE FROM sms_filtres WHERE document_id = :documentId AND utilisateur_id = :utilisateurId AND nom IS NOT NULL`,
        { documentId, utilisateurId }
      );
      return touches === 1;
    },
  };
}
