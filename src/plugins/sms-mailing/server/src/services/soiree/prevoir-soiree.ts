import { addDays, instantOf, localDate, nextEnvoiDuSoir } from '../../../../core/horaire';
import {
  SOLLICITEES,
  type ContenuPrevision,
  type LignePrevue,
  type PersonneSollicitee,
} from '../../../../core/prevision';
import type { TypeDestinataire } from '../../../../core/vocabulaire';
import { isActive } from '../envois-automatiques/list-envois-automatiques';
import type { AttenteStore, GroupeEnAttente } from '../ports/attente';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { PrevisionGardee, PrevisionStore } from '../ports/previsions';
import type { ChaineDeps } from '../programmer/demande';
import type { Groupe } from './groupes';
import { prevoirRegles } from './prevoir-regles';

export interface PrevisionDeps extends ChaineDeps {
  regles: RegleStore;
  attente: AttenteStore;
  previsions: PrevisionStore;
  now: () => Date;
}

type Compte = LignePrevue & { ids: readonly number[] };

const fromGroupe = (
  { documentId, regle, modeleNom, but }: RegleEnregistree,
  groupe: Groupe
): Compte => ({
  ...{ modalite: 'envoi_automatique', regle: documentId, campagneId: null, but },
  ...{ modeleDocumentId: regle.modeleDocumentId, modele: modeleNom },
  ...{ typeContact: regle.typeContact, typeDestinataire: 'entrepreneur', enFile: false },
  ...groupe,
});

/** The next evening also takes what is late. */
export function findDebut(deps: PrevisionDeps, soir: string, now: Date): Date | null {
  const prochain = localDate(nextEnvoiDuSoir(now, deps.zone, deps.heure), deps.zone);
  return soir <= prochain ? null : instantOf(addDays(soir, -1), deps.heure, deps.zone);
}

async function countAll(deps: PrevisionDeps, soir: string, now: Date): Promise<Compte[]> {
  const jusqua = instantOf(soir, deps.heure, deps.zone);
  const attente: GroupeEnAttente[] = await deps.attente.group({
    ...{ depuis: findDebut(deps, soir, now), jusqua, now },
  });
  const retirees = new Set(await deps.programmes.listReglesRetirees(soir));
  const regles = (await deps.regles.list()).filter(
    (regle) => isActive(regle) && !retirees.has(regle.id)
  );
  const groupes = await prevoirRegles(deps, regles, { soir, now });
  return [
    ...attente,
    ...regles.flatMap((regle, rang) =>
      (groupes[rang] ?? []).map((groupe) => fromGroupe(regle, groupe))
    ),
  ];
}

/** Who would receive several messages: the most written to first. */
async function listSollicitees(
  deps: PrevisionDeps,
  comptes: readonly Compte[]
): Promise<PersonneSollicitee[]> {
  const parPersonne = new Map<string, { type: TypeDestinataire; id: number; messages: number }>();
  for (const { typeDestinataire: type, ids } of comptes) {
    for (const id of ids) {
      const connue = parPersonne.get(`${type} ${String(id)}`);
      parPersonne.set(`${type} ${String(id)}`, {
        ...{ type, id, messages: (connue?.messages ?? 0) + 1 },
      });
    }
  }
  const retenues = [...parPersonne.values()]
    .filter(({ messages }) => messages > 1)
    .sort((a, b) => b.messages - a.messages || a.id - b.id)
    .slice(0, SOLLICITEES);
  const nommees: PersonneSollicitee[] = [];
  for (const type of new Set(retenues.map((retenue) => retenue.type))) {
    const ids = retenues.filter((retenue) => retenue.type === type).map(({ id }) => id);
    for (const { id, ...personne } of await deps.attente.listPersonnes(type, ids)) {
      const messages = parPersonne.get(`${type} ${String(id)}`)?.messages ?? 0;
      nommees.push({ ...personne, messages });
    }
  }
  return nommees.sort((a, b) => b.messages - a.messages || a.nom.localeCompare(b.nom, 'fr'));
}

/** Decision G13: campagnes, fiches and rules together, by the statements that would write or send them. */
async function prevoirSoiree(deps: PrevisionDeps, soir: string): Promise<ContenuPrevision> {
  const comptes = await countAll(deps, soir, deps.now());
  return {
    soir,
    lignes: comptes.map(({ ids: _ids, ...ligne }) => ligne),
    sollicitees: await listSollicitees(deps, comptes),
  };
}

/**
 * `fraiche`: counted now, whatever is kept, as what is confirmed or executed is. `gardee`: the one kept, while nothing
 * was written since. `datee`: of a heavy one its last count, at once, for who shows when it was counted.
 */
export type LecturePrevision = 'fraiche' | 'gardee' | 'datee';

export async function readPrevision(
  deps: PrevisionDeps,
  soir: string,
  lecture: LecturePrevision
): Promise<PrevisionGardee> {
  const now = deps.now();
  const count = (): Promise<ContenuPrevision> => prevoirSoiree(deps, soir);
  if (lecture === 'fraiche') {
    return { contenu: await count(), calculeeLe: now.toISOString(), perimee: false };
  }
  const depart = instantOf(soir, deps.heure, deps.zone);
  return deps.previsions.get({ depart, now, datee: lecture === 'datee' }, count);
}
