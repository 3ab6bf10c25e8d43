import type {
  Explication,
  ExplicationRegle,
  Pourquoi,
} from '../../../../core/api/envois-automatiques';
import { libelleStatut } from '../../../../core/envoi';
import { faitsSchema } from '../../../../core/envoi-automatique';
import {
  addDays,
  formatDate,
  instantOf,
  localDate,
  nextEnvoiDuSoir,
  phraseDepart,
} from '../../../../core/horaire';
import { phraseMotif } from '../../../../core/motif';
import { phraseEcart } from '../../../../core/phrases-envoi-automatique';
import { refuse } from '../../../../core/regle';
import type { StatutEnvoi } from '../../../../core/vocabulaire';
import type { Candidat } from '../../adapters/sql/cibles/read-candidats';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { EnvoiLu, FicheLectureStore, ParticipationLue } from '../ports/fiches';
import type { ChaineDeps } from '../programmer/demande';
import { createLirePart, type LirePart } from '../programmer/prepare-demande';
import { classer } from '../programmer/inscrire';
import { createPhrases, type Phrases } from './describe-regles';
import type { Regard } from './list-envois-automatiques';
import { lireRegle } from './prevoir-soir';

export interface ExplainDeps extends ChaineDeps {
  regles: RegleStore;
  lecture: Pick<FicheLectureStore, 'readParticipation' | 'readEnvois'>;
}

export type Raison = Pick<ExplicationRegle, 'issue' | 'raison'>;

/** One person in one action, as one rule looks at it. */
export interface Cas {
  regle: RegleEnregistree;
  candidat: Candidat;
  /** Of this rule, for the date that the action has now. */
  envoi: EnvoiLu | null;
  /** What the text itself keeps back included. */
  motif: ReturnType<typeof classer>['motif'];
  noms: Phrases['noms'];
  now: Date;
  zone: string;
}

/** The envoi is there, the message never left. */
const NON_ENVOYES: readonly StatutEnvoi[] = ['exclu', 'echec', 'annule'];

/** There is an envoi: what became of it. */
function explainEnvoi({ envoi, zone }: Cas): Raison | null {
  if (envoi === null) {
    return null;
  }
  const { statut, motif, envoyeLe, texteEfface } = envoi;
  const le = envoyeLe === null ? '' : ` le ${formatDate(localDate(envoyeLe, zone))}`;
  const suite = motif === null ? '.' : ` : ${phraseMotif(motif)}`;
  const issue = NON_ENVOYES.includes(statut) ? 'non_envoye' : 'envoi';
  const efface = texteEfface ? ' Son texte n’est plus gardé.' : '';
  return { issue, raison: `${libelleStatut(statut)}${le}${suite}${efface}` };
}

function explainEcart({ regle: { regle, modeleInactif }, candidat, noms }: Cas): Raison | null {
  if (modeleInactif) {
    return { issue: 'ecarte', raison: phraseMotif('modele_inactif') };
  }
  if (regle.inactif) {
    return { issue: 'ecarte', raison: phraseMotif('regle_inactive') };
  }
  if (candidat.ecart === null) {
    return null;
  }
  const faits = faitsSchema.parse(candidat.faits);
  return { issue: 'ecarte', raison: phraseEcart(candidat.ecart, { regle, faits, noms }) };
}

/** The rule fits today, but its evening lies ahead, or went by before it did. */
function explainDate({ regle, candidat, now, zone }: Cas, soir: Date, heure: string): Raison {
  if (now < soir) {
    return { issue: 'a_venir', raison: `${phraseDepart(now, zone, soir)}.` };
  }
  const inscriteLe = new Date(faitsSchema.parse(candidat.faits).inscriteLe);
  const prochain = nextEnvoiDuSoir(now, zone, heure);
  const avantLaction = localDate(prochain, zone) < (candidat.actionDate ?? '');
  if (regle.regle.rattrapage && inscriteLe > soir && avantLaction) {
    return { issue: 'a_venir', raison: `${phraseDepart(now, zone, prochain)} (rattrapage).` };
  }
  const date = formatDate(localDate(soir, zone));
  const raison =
    inscriteLe > soir
      ? `La personne a été inscrite le ${formatDate(localDate(inscriteLe, zone))}, après le soir du ${date} : cochez « Rattrapage » pour prévenir les inscrits de dernière heure.`
      : `Le soir du ${date}, cet envoi automatique ou cette participation ne correspondait pas encore : écrivez à la personne depuis la fiche Action.`;
  return { issue: 'apres_coup', raison };
}

export function explainRegle(cas: Cas, { soir, heure }: { soir: string; heure: string }): Raison {
  const connue = explainEnvoi(cas) ?? explainEcart(cas);
  if (connue !== null) {
    return connue;
  }
  return cas.motif === null
    ? explainDate(cas, instantOf(soir, heure, cas.zone), heure)
    : { issue: 'exclu', raison: phraseMotif(cas.motif) };
}

/** The participation as this rule's own statement sees it. */
async function readCas(
  deps: ExplainDeps,
  regle: RegleEnregistree,
  vue: { lire: LirePart; demande: Pourquoi; participation: ParticipationLue; regard: Regard }
): Promise<Omit<Cas, 'noms' | 'now' | 'zone'> | null> {
  const { lire, demande, participation, regard } = vue;
  const { entrepreneurDocumentId: entrepreneur, actionDocumentId: action } = demande;
  const soir = addDays(participation.date, regle.regle.delai);
  const lue = await lireRegle(lire, regle, {
    ...{ ...regard, soir, avecEcartes: true },
    participation: { entrepreneur, action },
  });
  let trouve: Candidat | null = null;
  await deps.programmes.read(lue.part, { donnees: lue.rendu.donnees }, ([candidat]) => {
    trouve = candidat ?? null;
    return false;
  });
  const candidat = trouve as Candidat | null;
  if (candidat === null) {
    return null;
  }
  const [envoi = null] =
    candidat.envoiId === null ? [] : await deps.lecture.readEnvois([candidat.envoiId]);
  return { regle, candidat, envoi, motif: classer(lue, { ...candidat, tenu: null }).motif };
}

/** « Pourquoi Mme X ne l'a pas reçu ? »: each rule replayed on its own evening, the first failure named. */
export async function explainEnvoiAutomatique(
  deps: ExplainDeps,
  demande: Pourquoi,
  regard: Regard
): Promise<Explication> {
  const { zone, heure, lecture } = deps;
  const participation = await lecture.readParticipation(demande, regard.perimetre);
  if (participation === null) {
    refuse('participation-introuvable');
  }
  const regles = await deps.regles.list();
  const phrases = await createPhrases(deps.regles, regles, heure);
  const lire = await createLirePart(deps);
  const explications: ExplicationRegle[] = [];
  for (const regle of regles) {
    const cas = await readCas(deps, regle, { lire, demande, participation, regard });
    if (cas !== null) {
      const soir = addDays(participation.date, regle.regle.delai);
      const { documentId, modeleNom: modele } = regle;
      const complet = { ...cas, noms: phrases.noms, now: regard.now, zone };
      explications.push({
        ...{ documentId, modele, soir, phrase: phrases.phraseOf(regle) },
        ...explainRegle(complet, { soir, heure }),
      });
    }
  }
  const { nom, objet, date } = participation;
  return { personne: nom, action: { objet, date }, regles: explications };
}
