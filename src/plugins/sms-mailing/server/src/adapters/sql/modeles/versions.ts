import type { Knex } from 'knex';
import type { SourceMessage } from '../../../services/ports/mise-en-page';
import type {
  ContenuVersion,
  VersionCourante,
  VersionsCompilees,
} from '../../../services/ports/modeles';
import type { But, TypeContact } from '../../../../../core/vocabulaire';
import { execute, query } from '../query';
import { fromJson } from './modeles';

const VERSION = `
  SELECT v.id, v.modele_id, v.numero, v.contenu, m.nom, m.type_contact, m.but
    FROM sms_versions_modele v JOIN sms_modeles m ON m.id = v.modele_id`;

interface Ligne {
  id: number;
  modele_id: number;
  numero: number;
  contenu: unknown;
  nom: string;
  type_contact: TypeContact;
  but: But;
}

function toVersion(ligne: Ligne | undefined): VersionCourante | null {
  if (ligne === undefined) {
    return null;
  }
  return {
    versionId: ligne.id,
    modeleId: ligne.modele_id,
    modeleNom: ligne.nom,
    numero: ligne.numero,
    typeContact: ligne.type_contact,
    but: ligne.but,
    contenu: fromJson<ContenuVersion>(ligne.contenu),
  };
}

/** Two instances may compile the same version at once: the first is kept, for both. */
const ADD_COMPILATION = `
  INSERT INTO sms_versions_modele (document_id, modele_id, numero, empreinte, contenu, created_at, updated_at, published_at)
  SELECT translate(gen_random_uuid()::text, '-', ''), v.modele_id, v.numero,
         encode(sha256(convert_to(:contenu, 'UTF8')), 'hex'), CAST(:contenu AS jsonb),
         v.created_at, v.updated_at, v.published_at
    FROM sms_versions_modele v WHERE v.id = :versionId
  ON CONFLICT DO NOTHING`;

/** Rows that never change: one for each save of a modele (`createModeles.save`), one more for each new layout of it. */
export function createVersions(knex: Knex): VersionsCompilees {
  return {
    async loadCourante(modeleId): Promise<VersionCourante | null> {
      const [ligne] = await query<Ligne>(
        knex,
        `${VERSION} WHERE v.modele_id = :modeleId AND v.numero = m.version ORDER BY v.id DESC LIMIT 1`,
        { modeleId }
      );
      return toVersion(ligne);
    },

    async load(versionId): Promise<VersionCourante | null> {
      const [ligne] = await query<Ligne>(knex, `${VERSION} WHERE v.id = :versionId`, { versionId });
      return toVersion(ligne);
    },

    async readSource({ modeleId, numero }): Promise<SourceMessage | null> {
      const [source] = await query<SourceMessage>(
        knex,
        `SELECT coalesce(objet, '') AS objet, coalesce(message, '') AS html
           FROM sms_modeles WHERE id = :modeleId AND version = :numero`,
        { modeleId, numero }
      );
      return source ?? null;
    },

    async addCompilation({ versionId }, contenu): Promise<void> {
      await execute(knex, ADD_COMPILATION, { versionId, contenu: JSON.stringify(contenu) });
    },
  };
}
