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

const tient = (grands: readonly number[], petits: readonly number[]): boolean =>
  petits.every((id) => grands.includes(id));

/**
 * Whoever sees less than everything places nobody further than themselves, and themselves nowhere; a colleague is replaced
 * on fiches that they see too.
 */
async function checkGeste(
  strapi: Core.Strapi,
  perimetres: Perimetres,
  { auteurId, compte, saisie }: { auteurId: number; compte: CompteLu; saisie: SaisieRattachement }
): Promise<void> {
  const [limites, auteur] = await Promise.all([
    listLimites(strapi),
    findCompte(perimetres, auteurId),
  ]);
  if (!auteur.profils.some(({ id }) => limites.has(id))) {
    return;
  }
  const siens = await perimetres.readRattachement(auteurId);
  const prete = saisie.remplacement ? await perimetres.readRattachement(compte.id) : null;
  const permis =
    compte.id !== auteurId &&
    tient([...siens.antenneIds, ...compte.antenneIds], saisie.antenneIds) &&
    tient([...siens.equipeIds, ...compte.equipeIds], saisie.equipeIds) &&
    (prete === null ||
      (tient(siens.antenneIds, prete.antenneIds) &&
        tient(siens.equipeIds, prete.equipeIds) &&
        tient(siens.intervenantIds, prete.intervenantIds)));
  if (!permis) {
    refuse('rattachement-au-dela');
  }
}

export async function saveRattachement(
  strapi: Core.Strapi,
  { perimetres }: Application,
  geste: { auteurId: number; id: number; saisie: SaisieRattachement }
): Promise<void> {
  const { auteurId, id, saisie } = geste;
  const compte = await findCompte(perimetres, id);
  if (saisie.remplacement?.par === id) {
    refuse('remplacee-par-elle');
  }
  await checkGeste(strapi, perimetres, { auteurId, compte, saisie });
  if (!(await perimetres.writeRattachement(id, saisie))) {
    refuse('rattachement-introuvable');
  }
}

const joint = (lieux: readonly Nomme[], ids: readonly number[]): string =>
  lieux.flatMap(({ id, nom }) => (ids.includes(id) ? [nom] : [])).join(', ') || 'aucune';

/** What an account may really do: its profils added up, on what it is placed at. */
export async function describeDroits(
  strapi: Core.Strapi,
  { perimetres, listRemplacees, lookAs }: Application,
  { id, regardeurId }: { id: number; regardeurId: number }
): Promise<DroitsCompte> {
  const compte = await findCompte(perimetres, id);
  const { nom, profils, phraseIntervenant } = compte;
  const [droits, siens, { antennes, equipes }, remplacees, pages] = await Promise.all([
    readDroits(
      strapi,
      profils.map((profil) => profil.id)
    ),
    perimetres.readRattachement(id),
    perimetres.listLieux(),
    listRemplacees(id),
    lookAs(id, regardeurId),
  ]);
  const noms = await Promise.all(
    remplacees.map(async (une) => (await findCompte(perimetres, une)).nom)
  );
  return {
    nom,
    profils: profils.map((profil) => profil.nom),
    etendues: [
      `${ETENDUES.antenne} : ${joint(antennes, siens.antenneIds)}`,
      `${ETENDUES.equipe} : ${joint(equipes, siens.equipeIds)}`,
      `${ETENDUES.assigne} : ${phraseIntervenant ?? 'aucune fiche Intervenant liée'}`,
      ...noms.map((une) => `Remplace aujourd’hui ${une}, et voit aussi ses fiches`),
    ],
    lignes: toLignes(droits),
    pages,
  };
}
