import { findEntree } from '../../../../core/catalogue-signets';
import type { MotifExclusion } from '../../../../core/motif';
import type { Candidat, CompteCandidats } from '../../adapters/sql/cibles/read-candidats';
import type { ChaineDeps, Comptes, Demande, PartLue } from './demande';
import { addTo, classer, toComptes } from './inscrire';
import { prepareDemande } from './prepare-demande';

/** One person before the click: what they would read, or why nothing. */
export interface LignePrevision extends Candidat {
  motif: MotifExclusion | null;
  credits: number;
}

/** One modèle before the click. Persons are exact; `estime`: the credits are extended from some of them. */
export interface PrevisionPart extends Comptes {
  lue: PartLue;
  recevront: number;
  /** Among them, those whom this modèle reached within JOURS_ENVOI_RECENT days. */
  recents: number;
  credits: number;
  estime: boolean;
  /** The first of them, in the order in which the evening serves them. */
  lignes: LignePrevision[];
}

/** Up to here every text is rendered; beyond, the credits are extended from so many drawn alike (chaine, G7). */
const EXACT = 2_000;
const TIRAGE = 1_000;

function vide(lue: PartLue): PrevisionPart {
  return {
    ...{ lue, tenus: {}, motifs: {}, recevront: 0, recents: 0, credits: 0, estime: false },
    lignes: [],
  };
}

/** Every candidate, its text rendered when the text decides; the first `lignes` are kept. */
async function prevoirToutes(
  deps: Pick<ChaineDeps, 'programmes'>,
  lue: PartLue,
  lignes: number
): Promise<PrevisionPart> {
  const prevision = vide(lue);
  const options = { donnees: lue.rendu.donnees, recus: true };
  await deps.programmes.read(lue.part, options, (lot) => {
    for (const candidat of lot) {
      const { motif, credits } = classer(lue, candidat);
      if (prevision.lignes.length < lignes) {
        prevision.lignes.push({ ...candidat, motif, credits });
      }
      prevision.credits += credits;
      if (candidat.tenu !== null) {
        addTo(prevision.tenus, candidat.tenu, 1);
      } else if (motif !== null) {
        addTo(prevision.motifs, motif, 1);
      } else {
        prevision.recevront += 1;
        prevision.recents += candidat.recuLe === null ? 0 : 1;
      }
    }
    return true;
  });
  return prevision;
}

function toPrevision(lue: PartLue, comptes: readonly CompteCandidats[]): PrevisionPart {
  const libres = comptes.find(({ tenu, raison }) => tenu === null && raison === null);
  const recevront = libres?.nombre ?? 0;
  return { ...vide(lue), ...toComptes(comptes), recevront, recents: libres?.recents ?? 0 };
}

/** A text of SMS that nothing could make longer than six: so many letters in the worst alphabet. */
const LETTRES_SURES = 402;
/** A date or an hour written out is longer than its value. */
const LETTRES_PAR_VALEUR = 40;

/** PUBLIC_URL and what follows it, more than any base has. */
const LETTRES_ADRESSE = 100;
const LIEN_CONFIRMATION = 'action_lien_confirmation';

/** What the values of a person may weigh before their SMS could be too long; the text itself is deducted. */
function countMarge({ version, rendu: { donnees } }: PartLue): number {
  const morceaux = version?.contenu.message.texte ?? [];
  const signets = morceaux.flatMap((morceau) =>
    typeof morceau !== 'string' && 'signet' in morceau ? [morceau.signet] : []
  );
  const textes = morceaux.filter((morceau) => typeof morceau === 'string');
  // A link is kept without the address before it.
  const adresses = signets.filter(({ chemin }) => chemin === LIEN_CONFIRMATION).length;
  const litteral =
    [...textes, ...signets.map(({ repli }) => repli ?? '')].join('').length +
    adresses * LETTRES_ADRESSE;
  const fois = donnees.map(
    (donnee) => signets.filter(({ chemin }) => findEntree(chemin)?.donnee === donnee).length
  );
  return Math.floor((LETTRES_SURES - litteral) / Math.max(1, ...fois));
}

/** Beyond EXACT: credits extended from some, but every person whose SMS could be too long is looked at. */
async function estimate(
  deps: Pick<ChaineDeps, 'programmes'>,
  lue: PartLue,
  prevision: PrevisionPart
): Promise<PrevisionPart> {
  const { donnees } = lue.rendu;
  const longs = { plusDe: countMarge(lue), parValeur: LETTRES_PAR_VALEUR };
  let tropLongs = 0;
  await deps.programmes.read(lue.part, { donnees, longs }, (lot) => {
    tropLongs += lot.filter(
      ({ tenu, raison, valeurs }) =>
        tenu === null && raison === null && lue.rendu.rendre(valeurs).motif === 'sms_trop_long'
    ).length;
    return true;
  });
  const tires = await deps.programmes.draw(lue.part, { donnees, limite: TIRAGE });
  const mesures = tires
    .map((candidat) => classer(lue, candidat))
    .filter(({ motif }) => motif === null);
  const somme = mesures.reduce((total, { credits }) => total + credits, 0);
  const recevront = prevision.recevront - tropLongs;
  if (tropLongs > 0) {
    addTo(prevision.motifs, 'sms_trop_long', tropLongs);
  }
  return {
    ...prevision,
    recevront,
    credits: Math.round((somme * recevront) / Math.max(1, mesures.length)),
    estime: true,
  };
}

/** Who would receive one modèle, who would not and why, at what cost. Nothing is written. */
export async function prevoirPart(
  deps: Pick<ChaineDeps, 'programmes'>,
  lue: PartLue,
  lignes: number
): Promise<PrevisionPart> {
  const { constant, obligatoire } = lue.rendu;
  if (lignes > 0 || obligatoire || (constant !== null && constant.motif !== null)) {
    return prevoirToutes(deps, lue, lignes);
  }
  const prevision = toPrevision(lue, await deps.programmes.count(lue.part));
  if (constant !== null) {
    return { ...prevision, credits: prevision.recevront * constant.credits };
  }
  return prevision.recevront <= EXACT
    ? prevoirToutes(deps, lue, 0)
    : estimate(deps, lue, prevision);
}

/** Before the click, modèle by modèle (guide §6 to §9): by the very statements that would write. */
export async function prevoir(
  deps: ChaineDeps,
  demande: Demande,
  { lignes, programmable }: { lignes: number; programmable: boolean }
): Promise<PrevisionPart[]> {
  const parts = await prepareDemande(deps, demande, programmable);
  const previsions: PrevisionPart[] = [];
  for (const lue of parts) {
    previsions.push(await prevoirPart(deps, lue, lignes));
  }
  return previsions;
}
