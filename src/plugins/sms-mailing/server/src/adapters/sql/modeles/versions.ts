import type { Knex } from 'knex';
import type {
  ContenuVersion,
  VersionCourante,
  VersionStore,
} from '../../../services/ports/modeles';
import type { But, TypeContact } from '../../../../../core/vocabulaire';
import { query } from '../query';
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

/** Immutable rows, written by `createModeles.save` alone. */
export function createVersions(knex: Knex): VersionStore {
  return {
    async loadCourante(modeleId): Promise<VersionCourante | null> {
      const [ligne] = await query<Ligne>(
        knex,
        `${VERSION} WHERE v.modele_id = :modeleId AND v.numero = m.version`,
        { modeleId }
      );
      return toVersion(ligne);
    },

    async load(versionId): Promise<VersionCourante | null> {
      const [ligne] = await query<Ligne>(knex, `${VERSION} WHERE v.id = :versionId`, { versionId });
      return toVersion(ligne);
    },
  };
}
