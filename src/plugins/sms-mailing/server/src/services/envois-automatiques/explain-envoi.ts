import type {
  Explication,
  ExplicationRegle,
  Pourquoi,
} from '../../../../core/api/envois-automatiques';
import { libelleStatut } from '../../../../core/envoi';
import { matchParticipation } from '../../../../core/envoi-automatique';
import { addDays, formatDate, instantOf, localDate, phraseDepart } from '../../../../core/horaire';
import { phraseMotif, type MotifExclusion } from '../../../../core/motif';
import { phraseEcart } from '../../../../core/phrases-envoi-automatique';
import { refuse } from '../../../../core/regle';
import type { StatutEnvoi } from '../../../../core/vocabulaire';
import type { LigneFaits, RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { FicheStore } from '../ports/fiches';
import { createPhrases, type Phrases } from './describe-regles';
import { envoiDe, faitsPour } from './faits-pour';
import type { Regard } from './list-envois-automatiques';

export interface ExplainDeps {
  regles: RegleStore;
  fiches: FicheStore;
  zone: string;
  heure: string;
}

type Raison = Pick<ExplicationRegle, 'issue' | 'raison'>;

/** One person in one action, as every rule looks at it. */
interface Cas {
  ligne: LigneFaits;
  phrases: Phrases;
  now: Date;
  /** Why the person cannot be written to by this rule's type of contact; null when they can. */
  readMotif: (regle: RegleEnregistree) => Promise<MotifExclusion | null>;
}

/** The envoi is there, the message never left. */
const NON_ENVOYES: readonly StatutEnvoi[] = ['exclu', 'echec', 'annule'];

/** There is an envoi: what became of it. */
function explainEnvoi({ ligne }: Cas, regleId: number, zone: string): Raison | null {
  const envoi = envoiDe(ligne, regleId);
  if (envoi === null) {
    return null;
  }
  const { statut, motif, envoyeLe } = envoi;
  const le = envoyeLe === null ? '' : ` le ${formatDate(localDate(new Date(envoyeLe), zone))}`;
  const suite = motif === null ? '.' : ` : ${phraseMotif(motif)}`;
  const issue = NON_ENVOYES.includes(statut) ? 'non_envoye' : 'envoi';
  return { issue, raison: `${libelleStatut(statut)}${le}${suite}` };
}

function explainEcart({ ligne, phrases }: Cas, enregistree: RegleEnregistree): Raison | null {
  const { regle, modeleInactif, id } = enregistree;
  if (modeleInactif) {
    return { issue: 'ecarte', raison: phraseMotif('modele_inactif') };
  }
  const faits = faitsPour(ligne, id);
  const today = addDays(faits.action.date, regle.delai);
  const correspondance = matchParticipation(regle, faits, today);
  if (correspondance.ok) {
    return null;
  }
  const noms = { ...phrases.noms, ...ligne.noms };
  const contexte = { regle, faits, today, noms };
  return { issue: 'ecarte', raison: phraseEcart(correspondance.critere, contexte) };
}

/** The rule fits today, but its evening lies ahead, or went by before it did. */
function explainDate({ ligne, now }: Cas, soir: Date, zone: string): Raison {
  if (now < soir) {
    return { issue: 'a_venir', raison: `${phraseDepart(now, zone, soir)}.` };
  }
  const date = formatDate(localDate(soir, zone));
  const raison =
    ligne.inscriteLe > soir
      ? `La personne a été inscrite le ${formatDate(localDate(ligne.inscriteLe, zone))}, après le soir du ${date} : cochez « Rattrapage » pour prévenir les inscrits de dernière heure.`
      : `Le soir du ${date}, cet envoi automatique ou cette participation ne correspondait pas encore : écrivez à la personne depuis la fiche Action.`;
  return { issue: 'apres_coup', raison };
}

async function explainRegle(
  { zone, heure }: ExplainDeps,
  enregistree: RegleEnregistree,
  cas: Cas
): Promise<ExplicationRegle> {
  const { regle, documentId, modeleNom, id } = enregistree;
  const soir = addDays(cas.ligne.faits.action.date, regle.delai);
  const phrase = cas.phrases.phraseOf(enregistree);
  const entete = { documentId, modele: modeleNom, phrase, soir };
  const connue = explainEnvoi(cas, id, zone) ?? explainEcart(cas, enregistree);
  if (connue !== null) {
    return { ...entete, ...connue };
  }
  const motif = await cas.readMotif(enregistree);
  return motif === null
    ? { ...entete, ...explainDate(cas, instantOf(soir, heure, zone), zone) }
    : { ...entete, issue: 'exclu', raison: phraseMotif(motif) };
}

/** Asked once per type of contact and but, whatever the number of rules. */
function createReadMotif(
  fiches: FicheStore,
  { entrepreneurDocumentId, actionDocumentId }: Pourquoi,
  { perimetre }: Regard
): Cas['readMotif'] {
  const connus = new Map<string, Promise<MotifExclusion | null>>();
  return ({ regle: { typeContact }, but }) => {
    const cle = `${typeContact}:${but}`;
    const motif =
      connus.get(cle) ??
      fiches
        .apercu({
          typeDestinataire: 'entrepreneur',
          documentIds: [entrepreneurDocumentId],
          actionDocumentId,
          inclureListeAttente: true,
          typeContact,
          but,
          donnees: [],
          perimetre,
          limite: 1,
        })
        .then(([prevu]) => prevu?.motif ?? null);
    connus.set(cle, motif);
    return motif;
  };
}

/** « Pourquoi Mme X ne l'a pas reçu ? »: each rule replayed on its own evening, the first failure named. */
export async function explainEnvoiAutomatique(
  deps: ExplainDeps,
  demande: Pourquoi,
  regard: Regard
): Promise<Explication> {
  const { perimetre, now } = regard;
  const [ligne] = await deps.regles.listFaits({ ...demande, perimetre, limite: 1 });
  if (ligne === undefined) {
    refuse('participation-introuvable');
  }
  const regles = await deps.regles.list();
  const phrases = await createPhrases(deps.regles, regles, deps.heure);
  const cas = { ligne, phrases, now, readMotif: createReadMotif(deps.fiches, demande, regard) };
  const explications: ExplicationRegle[] = [];
  for (const regle of regles) {
    explications.push(await explainRegle(deps, regle, cas));
  }
  return {
    personne: ligne.nom,
    action: { objet: ligne.actionObjet, date: ligne.faits.action.date },
    regles: explications,
  };
}
