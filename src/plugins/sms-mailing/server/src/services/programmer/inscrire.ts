import type { MotifExclusion } from '../../../../core/motif';
import type { Candidat, CompteCandidats } from '../../adapters/sql/cibles/read-candidats';
import type { Attributs } from '../../adapters/sql/programmer/insert-envois';
import type { Atelier } from '../../adapters/sql/programmer/programmes';
import type { Comptes, PartLue, ProgrammationModele } from './demande';

/** `key` of a count, made greater by `nombre`. */
export function addTo<K extends string>(
  comptes: Partial<Record<K, number>>,
  cle: K,
  nombre: number
): void {
  comptes[cle] = (comptes[cle] ?? 0) + nombre;
}

/** Lines that leave to somebody: but in a campagne, who cannot be reached has one too, that says why. */
export function countPartants({
  programmes,
  motifs,
}: Pick<ProgrammationModele, 'programmes' | 'motifs'>): number {
  const exclus = Object.values(motifs).reduce((somme, nombre) => somme + nombre, 0);
  return Math.max(0, programmes - exclus);
}

export function toComptes(lignes: readonly CompteCandidats[]): Comptes {
  const comptes: Comptes = { tenus: {}, motifs: {} };
  for (const { tenu, raison, nombre } of lignes) {
    if (tenu !== null) {
      addTo(comptes.tenus, tenu, nombre);
    } else if (raison !== null) {
      addTo(comptes.motifs, raison, nombre);
    }
  }
  return comptes;
}

/** A candidate once its text is known: why it is kept back (null: it would leave), what it costs. */
export function classer(
  { rendu }: Pick<PartLue, 'rendu'>,
  { tenu, raison, valeurs }: Pick<Candidat, 'tenu' | 'raison' | 'valeurs'>
): { motif: MotifExclusion | null; credits: number } {
  if (tenu !== null || raison !== null) {
    return { motif: tenu ?? raison, credits: 0 };
  }
  const { motif, credits } = rendu.constant ?? rendu.rendre(valeurs);
  return { motif, credits: motif === null ? credits : 0 };
}

interface Ecrits extends Comptes {
  programmes: number;
  vus: number;
  credits: number;
  documentIds: string[];
}

/** Nothing of a person can change what the text costs or whether it leaves: one statement. */
async function inscrireTous(
  atelier: Atelier,
  { part }: PartLue,
  attributs: Attributs,
  credits: number
): Promise<Ecrits> {
  const { inseres, documentIds, comptes } = await atelier.insertAll(part, attributs, credits);
  const libres = comptes.find(({ tenu, raison }) => tenu === null && raison === null)?.nombre ?? 0;
  return {
    ...toComptes(comptes),
    programmes: inseres,
    vus: comptes.reduce((somme, { nombre }) => somme + nombre, 0),
    credits: Math.min(libres, inseres) * credits,
    documentIds,
  };
}

/** Each text is rendered to know whom it keeps back and what it costs, a batch at a time. */
async function inscrireRendus(
  atelier: Atelier,
  lue: PartLue,
  attributs: Attributs
): Promise<Ecrits> {
  const { part, rendu } = lue;
  const ecrits: Ecrits = {
    ...{ tenus: {}, motifs: {}, programmes: 0, vus: 0, credits: 0 },
    documentIds: [],
  };
  await atelier.read(part, { donnees: rendu.donnees }, async (lot) => {
    const lignes: (Candidat & { credits: number })[] = [];
    for (const candidat of lot) {
      const { motif, credits } = classer(lue, candidat);
      ecrits.vus += 1;
      if (candidat.tenu !== null) {
        addTo(ecrits.tenus, candidat.tenu, 1);
        continue;
      }
      if (motif !== null) {
        addTo(ecrits.motifs, motif, 1);
      }
      if (motif === null || attributs.avecExclus) {
        lignes.push({ ...candidat, credits });
      }
      ecrits.credits += credits;
    }
    if (lignes.length > 0) {
      const inserees = await atelier.insertLignes(part, attributs, lignes);
      ecrits.programmes += inserees.length;
      ecrits.documentIds.push(...inserees.slice(0, Math.max(0, IDS - ecrits.documentIds.length)));
    }
    return true;
  });
  return ecrits;
}

const IDS = 5_000;

/**
 * The one way into the ledger: every modalité writes its lines here, with the SMS they hold, inside a
 * transaction that its caller commits or takes back.
 */
export async function inscrire(
  atelier: Atelier,
  lue: PartLue,
  attributs: Omit<Attributs, 'versionId' | 'avecExclus' | 'annuleeConfirmee'> & {
    annuleeConfirmee: boolean;
  }
): Promise<ProgrammationModele> {
  const ouverte = { ...lue, part: await atelier.openPart(lue.part) };
  const { cible } = ouverte.part;
  const complets: Attributs = {
    ...attributs,
    annuleeConfirmee:
      attributs.annuleeConfirmee && cible.genre === 'fiche_action' && cible.action.annulee,
    versionId: lue.version?.versionId ?? null,
    // A campagne counts its excluded before it is written; the fiches and the rules show them in their history.
    avecExclus: cible.genre !== 'campagne',
  };
  const { constant } = lue.rendu;
  const ecrits =
    constant?.motif === null
      ? await inscrireTous(atelier, ouverte, complets, constant.credits)
      : await inscrireRendus(atelier, ouverte, complets);
  return {
    ...ecrits,
    modele: lue.modele.nom,
    depart: lue.part.depart,
    campagneId: await atelier.closePart(ouverte.part, ecrits.programmes),
  };
}
