import type { Deroule, EtatJalon, Jalon, PersonneJalon } from '../../../../core/api/deroule';
import { faitsSchema, type CritereEcarte } from '../../../../core/envoi-automatique';
import { libelleStatut } from '../../../../core/envoi';
import { addDays, formatDate, instantOf, localDate } from '../../../../core/horaire';
import { phraseMotif } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import { refuseFiche } from '../../../../core/regle';
import type { StatutEnvoi } from '../../../../core/vocabulaire';
import type { Candidat } from '../../adapters/sql/cibles/read-candidats';
import type { RegleEnregistree } from '../ports/envois-automatiques';
import type { EnvoiLu, FicheLectureStore, LigneDeroule } from '../ports/fiches';
import { classer } from '../programmer/inscrire';
import { createLirePart, type LirePart } from '../programmer/prepare-demande';
import { createPhrases, type Phrases } from './describe-regles';
import { explainRegle, type ExplainDeps, type Raison } from './explain-envoi';
import { lireRegle } from './prevoir-soir';

export interface DerouleDeps extends Omit<ExplainDeps, 'lecture'> {
  lecture: Pick<
    FicheLectureStore,
    'readAction' | 'canReachAction' | 'listEnvoisDAction' | 'readEnvois'
  >;
}

interface Demande {
  documentId: string;
  perimetre: Perimetre;
  now: Date;
}

interface Vue extends Demande {
  lire: LirePart;
  noms: Phrases['noms'];
  /** Of the action. */
  date: string;
}

const ETATS: Readonly<Record<StatutEnvoi, EtatJalon>> = {
  programme: 'a_venir',
  reserve: 'a_venir',
  en_cours: 'a_venir',
  envoye: 'recu',
  remis: 'recu',
  incertain: 'incertain',
  annule: 'annule',
  exclu: 'manque',
  echec: 'manque',
};

const ETATS_SANS_ENVOI: Readonly<Record<Raison['issue'], EtatJalon>> = {
  envoi: 'recu',
  non_envoye: 'manque',
  ecarte: 'ecarte',
  exclu: 'manque',
  a_venir: 'a_venir',
  apres_coup: 'manque',
};

/** What may change from one participant to another, or before the evening comes: the rule is about this action. */
const DE_LA_PERSONNE: readonly (CritereEcarte | null)[] = [
  ...[null, 'liste_attente', 'confirme', 'presence', 'date_changee'],
] as const;

async function readCandidats(
  deps: DerouleDeps,
  regle: RegleEnregistree,
  vue: Vue
): Promise<{ candidat: Candidat; motif: ReturnType<typeof classer>['motif'] }[]> {
  const soir = addDays(vue.date, regle.regle.delai);
  const lue = await lireRegle(vue.lire, regle, {
    ...{ soir, perimetre: vue.perimetre, now: vue.now, avecEcartes: true },
    participation: { entrepreneur: null, action: vue.documentId },
  });
  const candidats: { candidat: Candidat; motif: ReturnType<typeof classer>['motif'] }[] = [];
  await deps.programmes.read(lue.part, { donnees: lue.rendu.donnees }, (lot) => {
    for (const candidat of lot) {
      if (candidat.ecart !== 'participation_annulee') {
        candidats.push({ candidat, motif: classer(lue, { ...candidat, tenu: null }).motif });
      }
    }
    return true;
  });
  return candidats;
}

const inscriteLe = ({ faits }: Candidat): Date => new Date(faitsSchema.parse(faits).inscriteLe);

/** A rule as this action knows it; null: it is not about it. */
async function describeRegle(
  deps: DerouleDeps,
  regle: RegleEnregistree,
  vue: Vue
): Promise<Jalon | null> {
  const { zone, heure, lecture } = deps;
  const trouves = await readCandidats(deps, regle, vue);
  const vivante = !regle.regle.inactif && !regle.modeleInactif;
  const concerne = trouves.some(
    ({ candidat: { ecart, envoiId } }) =>
      envoiId !== null || (vivante && DE_LA_PERSONNE.includes(ecart))
  );
  if (!concerne) {
    return null;
  }
  const ids = trouves.flatMap(({ candidat: { envoiId } }) => (envoiId === null ? [] : [envoiId]));
  const envois = new Map((await lecture.readEnvois(ids)).map((envoi) => [envoi.id, envoi]));
  const soir = addDays(vue.date, regle.regle.delai);
  const personnes = trouves.map(({ candidat, motif }): PersonneJalon => {
    const envoi: EnvoiLu | null = envois.get(candidat.envoiId ?? 0) ?? null;
    const cas = { regle, candidat, envoi, motif, noms: vue.noms, now: vue.now, zone };
    const { issue, raison } = explainRegle(cas, { soir, heure });
    const etat = envoi === null ? ETATS_SANS_ENVOI[issue] : ETATS[envoi.statut];
    return {
      ...{ documentId: candidat.documentId, nom: candidat.nom, etat, raison },
      inscriteDepuis: issue === 'apres_coup' && inscriteLe(candidat) > instantOf(soir, heure, zone),
    };
  });
  return {
    ...{ regle: regle.documentId, delai: regle.regle.delai, jour: soir },
    ...{ modele: regle.modeleNom, modeleDocumentId: regle.regle.modeleDocumentId },
    ...{ typeContact: regle.regle.typeContact, personnes },
  };
}

function toPersonne(ligne: LigneDeroule, zone: string): PersonneJalon {
  const { documentId, nom, statut, motif, envoyeLe, ancien, inscriteDepuis } = ligne;
  if (statut === null) {
    return {
      ...{ documentId, nom, inscriteDepuis },
      etat: inscriteDepuis ? 'manque' : 'ecarte',
      raison: inscriteDepuis
        ? 'Inscrite depuis : ce message ne lui a pas été envoyé.'
        : 'Ce message ne lui a pas été envoyé.',
    };
  }
  const le = envoyeLe === null ? '' : ` le ${formatDate(localDate(envoyeLe, zone))}`;
  const suite = motif === null ? '.' : ` : ${phraseMotif(motif)}`;
  return {
    ...{ documentId, nom, inscriteDepuis: false },
    etat: ancien && ETATS[statut] === 'recu' ? 'manque' : ETATS[statut],
    raison: ancien
      ? `${libelleStatut(statut)}${le}, pour une date, une heure ou un lieu qui ont changé depuis.`
      : `${libelleStatut(statut)}${le}${suite}`,
  };
}

/** What the fiche sent, a modèle a step, at its last day. */
function groupEnvois(lignes: readonly LigneDeroule[], zone: string): Jalon[] {
  const jalons = new Map<number, Jalon>();
  for (const ligne of lignes) {
    const { modeleId, modele, modeleDocumentId, typeContact, dernierLe } = ligne;
    const jalon = jalons.get(modeleId) ?? {
      ...{ regle: null, delai: null, jour: localDate(dernierLe, zone) },
      ...{ modele, modeleDocumentId, typeContact, personnes: [] },
    };
    jalon.personnes.push(toPersonne(ligne, zone));
    jalons.set(modeleId, jalon);
  }
  return [...jalons.values()];
}

/** The action's line: what its participants received from the fiche, and what the rules sent or will send. */
export async function describeDeroule(deps: DerouleDeps, demande: Demande): Promise<Deroule> {
  const { documentId, perimetre } = demande;
  const { lecture, zone, heure } = deps;
  const [action, accessible] = await Promise.all([
    lecture.readAction(documentId),
    lecture.canReachAction(documentId, perimetre),
  ]);
  if (action === null || !accessible) {
    refuseFiche(perimetre, 'action-introuvable');
  }
  const regles = await deps.regles.list();
  const { noms } = await createPhrases(deps.regles, regles, heure);
  const vue = { ...demande, noms, date: action.date, lire: await createLirePart(deps) };
  const jalons = groupEnvois(await lecture.listEnvoisDAction(documentId, perimetre), zone);
  for (const regle of regles) {
    const jalon = await describeRegle(deps, regle, vue);
    jalons.push(...(jalon === null ? [] : [jalon]));
  }
  return { jalons: jalons.sort((a, b) => a.jour.localeCompare(b.jour)) };
}
