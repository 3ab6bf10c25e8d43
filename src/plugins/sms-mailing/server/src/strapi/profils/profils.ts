import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type {
  FicheProfil,
  LigneDroits,
  LigneProfil,
  ModificationProfil,
} from '../../../../core/api/profils';
import { MATRICE } from '../../../../core/matrice-profils';
import { isExacte, readCases, writeCases, type DroitProfil } from '../../../../core/profils';
import { refuse } from '../../../../core/regle';
import { PROFILS } from '../permissions';
import { listDroitsEdition, type DroitStrapi } from './droits-strapi';

interface Role {
  id: number;
  name: string;
  code: string;
  description: string | null;
  usersCount?: number;
}

interface Roles {
  findAllWithUsersCount(params: object): Promise<Role[]>;
  create(role: { name: string; description: string; code?: string }): Promise<Role>;
  update(ou: { id: number }, valeurs: { name: string; description: string }): Promise<unknown>;
  exists(ou: object): Promise<boolean>;
  deleteByIds(ids: number[]): Promise<unknown>;
  assignPermissions(id: number, droits: readonly DroitStrapi[]): Promise<unknown>;
}

const rolesOf = (strapi: Core.Strapi): Roles => strapi.service('admin::role') as unknown as Roles;

/** Strapi's own are for installing and repairing: its page of roles holds them. */
const isDeStrapi = ({ code }: Role): boolean => code.startsWith('strapi-');
const isOrigine = (code: string): boolean => PROFILS.some((profil) => profil.code === code);

function toLigne(role: Role): LigneProfil {
  const { id, name: nom, description, code, usersCount: utilisateurs = 0 } = role;
  return { id, nom, description: description ?? '', utilisateurs, origine: isOrigine(code) };
}

async function findRole(strapi: Core.Strapi, id: number): Promise<Role> {
  const roles = await rolesOf(strapi).findAllWithUsersCount({ filters: { id } });
  const role = roles.find((un) => un.id === id);
  return role === undefined || isDeStrapi(role) ? refuse('profil-introuvable') : role;
}

/** The rights of these roles. */
export async function readDroits(
  strapi: Core.Strapi,
  roleIds: readonly number[]
): Promise<DroitStrapi[]> {
  const lus = (await strapi.db.query('admin::permission').findMany({
    where: { role: { id: { $in: [...roleIds] } } },
    orderBy: { id: 'asc' },
  })) as (Omit<DroitStrapi, 'conditions'> & { conditions: string[] | null })[];
  return lus.map(({ action, subject, properties, conditions }) => ({
    ...{ action, subject, conditions: conditions ?? [] },
    ...(properties === undefined ? {} : { properties }),
  }));
}

export function toLignes(droits: readonly DroitProfil[]): LigneDroits[] {
  return MATRICE.map((ligne) => ({
    cle: ligne.cle,
    cases: readCases(ligne, droits),
    exacte: isExacte(ligne, droits),
  }));
}

/** Two readings of one profil are equal as long as nobody changed it. */
function hashDe({ name, description }: Role, droits: readonly DroitStrapi[]): string {
  const lignes = droits.map((droit) => JSON.stringify(droit)).sort();
  return createHash('sha256')
    .update(JSON.stringify([name, description, lignes]))
    .digest('hex');
}

export async function listProfils(strapi: Core.Strapi): Promise<LigneProfil[]> {
  const roles = await rolesOf(strapi).findAllWithUsersCount({});
  return roles
    .filter((role) => !isDeStrapi(role))
    .map(toLigne)
    .sort((un, autre) => un.nom.localeCompare(autre.nom, 'fr'));
}

export async function openProfil(strapi: Core.Strapi, id: number): Promise<FicheProfil> {
  const role = await findRole(strapi, id);
  const droits = await readDroits(strapi, [id]);
  return { ...toLigne(role), lignes: toLignes(droits), lu: hashDe(role, droits) };
}

async function checkNom(strapi: Core.Strapi, nom: string, saufId: number | null): Promise<void> {
  const pris = await strapi.db.query('admin::role').count({
    where: { name: { $eqi: nom }, ...(saufId === null ? {} : { id: { $ne: saufId } }) },
  });
  if (pris > 0) {
    refuse('profil-deja-nomme', { profil: nom });
  }
}

export async function createProfil(
  strapi: Core.Strapi,
  { nom, modele }: { nom: string; modele: number | null }
): Promise<{ id: number }> {
  await checkNom(strapi, nom, null);
  return strapi.db.transaction(async () => {
    const source = modele === null ? null : await findRole(strapi, modele);
    const description = source?.description ?? '';
    const { id } = await rolesOf(strapi).create({ name: nom, description });
    if (source !== null) {
      await rolesOf(strapi).assignPermissions(id, await readDroits(strapi, [source.id]));
    }
    return { id };
  });
}

/** The fields that a right of the CRM opens: those it opened before, else all of them. */
function withChamps(
  droit: DroitProfil,
  avant: readonly DroitStrapi[],
  tous: readonly DroitStrapi[]
): DroitStrapi {
  const meme = (un: DroitProfil): boolean =>
    un.action === droit.action && un.subject === droit.subject;
  const properties = (avant.find(meme) ?? tous.find(meme))?.properties;
  return properties === undefined ? { ...droit } : { ...droit, properties };
}

/** The rows that changed are written whole; every other right of the profil stays as it is. */
export async function saveProfil(
  strapi: Core.Strapi,
  id: number,
  { nom, description, lignes, lu }: ModificationProfil
): Promise<FicheProfil> {
  await checkNom(strapi, nom, id);
  await strapi.db.transaction(async ({ trx }) => {
    await trx('admin_roles').where({ id }).forUpdate().select('id');
    const role = await findRole(strapi, id);
    const avant = await readDroits(strapi, [id]);
    if (hashDe(role, avant) !== lu) {
      refuse('profil-modifie-entretemps', { profil: role.name });
    }
    await rolesOf(strapi).update({ id }, { name: nom, description });
    const tous = listDroitsEdition(strapi);
    const saisies = new Map(lignes.map(({ cle, cases }) => [cle, cases]));
    const changees = MATRICE.filter(({ cle }) => saisies.has(cle));
    const touches = changees.flatMap(({ niveaux }) => Object.values(niveaux).flatMap((de) => de));
    const gardes = avant.filter(
      (droit) => !touches.some((un) => un.action === droit.action && un.subject === droit.subject)
    );
    const ecrits = changees.flatMap((ligne) => {
      const cases = saisies.get(ligne.cle);
      return cases === undefined ? [] : writeCases(ligne, cases);
    });
    await rolesOf(strapi).assignPermissions(id, [
      ...gardes,
      ...ecrits.map((droit) => withChamps(droit, avant, tous)),
    ]);
  });
  return openProfil(strapi, id);
}

export async function deleteProfil(strapi: Core.Strapi, id: number): Promise<void> {
  const { code, name: profil, usersCount: utilisateurs = 0 } = await findRole(strapi, id);
  if (isOrigine(code)) {
    refuse('profil-protege', { profil });
  }
  if (utilisateurs > 0) {
    refuse('profil-utilise', { profil, utilisateurs });
  }
  await rolesOf(strapi).deleteByIds([id]);
}
