import type { Core } from '@strapi/strapi';
import type {
  Comptes,
  DroitsCompte,
  LigneCompte,
  SaisieRattachement,
} from '../../../../core/api/profils';
import { conditionOf, ETENDUES, type Etendue } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { CompteLu, Nomme } from '../../services/ports/perimetres';
import type { Application } from '../compose';
import { readDroits, toLignes } from './profils';

type Perimetres = Application['perimetres'];

/** Which roles show less than everything. */
async function listLimites(strapi: Core.Strapi): Promise<Set<number>> {
  const lignes = await strapi.db
    .connection('admin_permissions as p')
    .join('admin_permissions_role_lnk as l', 'l.permission_id', 'p.id')
    .whereRaw('p.conditions \\?| ?', [(Object.keys(ETENDUES) as Etendue[]).map(conditionOf)])
    .distinct<{ id: number }[]>('l.role_id as id');
  return new Set(lignes.map(({ id }) => id));
}

function alerteDe(compte: CompteLu, limites: ReadonlySet<number>): string | null {
  if (!compte.profils.some(({ id }) => limites.has(id))) {
    return null;
  }
  if (compte.intervenants.length > 1) {
    return 'Plusieurs fiches Intervenant portent ce compte : gardez-en une seule.';
  }
  const { antenneIds, equipeIds, intervenants } = compte;
  return antenneIds.length + equipeIds.length + intervenants.length === 0
    ? 'Rattaché à rien : ce compte ne voit personne. Donnez-lui une antenne ou une équipe, ou liez-le à une fiche Intervenant.'
    : null;
}

function toLigne(compte: CompteLu, limites: ReadonlySet<number>): LigneCompte {
  const { intervenants: _intervenants, profils, phraseIntervenant, ...suite } = compte;
  return {
    ...suite,
    profils: profils.map(({ nom }) => nom),
    intervenant: phraseIntervenant,
    alerte: alerteDe(compte, limites),
  };
}

export async function listComptes(
  strapi: Core.Strapi,
  { perimetres }: Application
): Promise<Comptes> {
  const limites = await listLimites(strapi);
  const comptes = await perimetres.listComptes(null);
  const lieux = await perimetres.listLieux();
  return { comptes: comptes.map((compte) => toLigne(compte, limites)), ...lieux };
}

async function findCompte(perimetres: Perimetres, id: number): Promise<CompteLu> {
  const [compte] = await perimetres.listComptes(id);
  return compte ?? refuse('compte-introuvable');
}

export async function saveRattachement(
  { perimetres }: Application,
  id: number,
  saisie: SaisieRattachement
): Promise<void> {
  await findCompte(perimetres, id);
  if (!(await perimetres.writeRattachement(id, saisie))) {
    refuse('rattachement-introuvable');
  }
}

const joint = (lieux: readonly Nomme[], ids: readonly number[]): string =>
  lieux.flatMap(({ id, nom }) => (ids.includes(id) ? [nom] : [])).join(', ') || 'aucune';

/** What an account may really do: its profils added up, on what it is placed at. */
export async function describeDroits(
  strapi: Core.Strapi,
  { perimetres }: Application,
  id: number
): Promise<DroitsCompte> {
  const compte = await findCompte(perimetres, id);
  const { nom, profils, phraseIntervenant } = compte;
  const [droits, siens, { antennes, equipes }] = await Promise.all([
    readDroits(
      strapi,
      profils.map((profil) => profil.id)
    ),
    perimetres.readRattachement(id),
    perimetres.listLieux(),
  ]);
  return {
    nom,
    profils: profils.map((profil) => profil.nom),
    etendues: [
      `${ETENDUES.antenne} : ${joint(antennes, siens.antenneIds)}`,
      `${ETENDUES.equipe} : ${joint(equipes, siens.equipeIds)}`,
      `${ETENDUES.assigne} : ${phraseIntervenant ?? 'aucune fiche Intervenant liée'}`,
    ],
    lignes: toLignes(droits),
  };
}
