import type { AvantEnvoi, LignePrevue, ModelePrevu } from '../../../../core/api/fiches';
import { avertissementHeureSms, phraseMessages } from '../../../../core/avant-envoi';
import { phraseDepart } from '../../../../core/horaire';
import { phraseRetenue } from '../../../../core/suspension';
import { sayReste, type ResteHeure } from '../../../../core/transport/phrase';
import { transportOf } from '../../../../core/vocabulaire';
import { isAuClic } from '../../../../core/cible';
import { checkPieces } from '../programmer/check-pieces';
import { sayExclusions } from '../personnes/say-exclusions';
import type { PersonneStore } from '../ports/personnes';
import type { ChaineDeps, Demande } from '../programmer/demande';
import { foreseeLimite } from '../programmer/prepare-demande';
import { prevoir, type LignePrevision, type PrevisionPart } from '../programmer/prevoir';

export interface AvantEnvoiDeps extends ChaineDeps {
  /** What the limit of e-mails per hour leaves to what is sent at the click; null: no limit. */
  readResteHeure: () => Promise<ResteHeure | null>;
  personnes: Pick<PersonneStore, 'listOpposees' | 'listDernieresCases'>;
}

/** Far beyond any action: a guard for the memory. */
const PERSONNES = 5_000;

function toLigne(ligne: LignePrevision): Omit<LignePrevue, 'opposition' | 'refus'> {
  const { documentId, nom, motif, credits, recuLe } = ligne;
  return {
    documentId,
    nom,
    adresse: motif === null ? ligne.adresse : null,
    motif,
    credits,
    recuLe,
  };
}

/** At the click, but for the time to change one's mind: no evening is waited for. */
function isImmediat({ lue: { part } }: PrevisionPart, { repentirMs }: ChaineDeps): boolean {
  return isAuClic(part.cible) && part.depart.getTime() <= part.now.getTime() + repentirMs;
}

const isParMail = ({ lue: { modele } }: PrevisionPart): boolean =>
  transportOf(modele.typeContact) === 'mail';

function sayDepart(
  deps: ChaineDeps,
  prevision: PrevisionPart,
  reste: ResteHeure | null
): ModelePrevu['phraseDepart'] {
  const { now, depart } = prevision.lue.part;
  if (!isImmediat(prevision, deps)) {
    return phraseDepart(now, deps.zone, depart);
  }
  return reste?.reste === 0 && isParMail(prevision)
    ? phraseDepart(now, deps.zone, reste.libreLe)
    : 'Partira immédiatement';
}

async function toModele(
  deps: AvantEnvoiDeps,
  prevision: PrevisionPart,
  reste: ResteHeure | null
): Promise<ModelePrevu> {
  const { modele, version, part } = prevision.lue;
  const { typeContact, but } = modele;
  const genre = { typeDestinataire: 'entrepreneur', typeContact, but } as const;
  const lues = prevision.lignes.map(toLigne);
  const lignes = await sayExclusions(deps.personnes, genre, lues);
  return {
    documentId: modele.documentId,
    nom: modele.nom,
    typeContact: modele.typeContact,
    depart: part.depart,
    phraseDepart: sayDepart(deps, prevision, reste),
    retenu: phraseRetenue(deps.suspensions, {
      ...modele,
      modalite: part.cible.genre === 'relance' ? part.cible.modalite : part.cible.genre,
    }),
    piecesJointes: version?.contenu.piecesJointes ?? [],
    recevront: lignes.filter(({ motif }) => motif === null),
    exclus: lignes.filter(({ motif }) => motif !== null),
    credits: prevision.credits,
  };
}

function phraseRecents(nombre: number): string[] {
  if (nombre === 0) {
    return [];
  }
  return [
    nombre === 1
      ? 'Une personne a déjà reçu ce modèle il y a moins de 30 jours.'
      : `${String(nombre)} personnes ont déjà reçu ce modèle il y a moins de 30 jours.`,
  ];
}

function listAvertissements(deps: ChaineDeps, previsions: readonly PrevisionPart[]): string[] {
  const smsImmediat = previsions.find(
    (prevision) => prevision.lue.modele.typeContact === 'sms' && isImmediat(prevision, deps)
  );
  const heure =
    smsImmediat === undefined
      ? null
      : avertissementHeureSms(smsImmediat.lue.part.now, {
          ...deps.heuresPromotion,
          zone: deps.zone,
        });
  const annulee = previsions.some(
    ({ lue: { part } }) => part.cible.genre === 'fiche_action' && part.cible.action.annulee
  );
  const recents = new Set(
    previsions.flatMap(({ lignes }) =>
      lignes
        .filter(({ motif, recuLe }) => motif === null && recuLe !== null)
        .map(({ documentId }) => documentId)
    )
  );
  return [
    ...(annulee
      ? ['Cette action est annulée : ses participants recevront quand même ce message.']
      : []),
    ...(heure === null ? [] : [heure]),
    ...phraseRecents(recents.size),
  ];
}

/** Beyond the share of the hour that is kept for clicks, it says when it will leave. */
function warnHeure(
  deps: ChaineDeps,
  previsions: readonly PrevisionPart[],
  reste: ResteHeure | null
): string[] {
  const immediats = previsions.filter((p) => isParMail(p) && isImmediat(p, deps));
  const [premiere] = immediats;
  if (reste === null || premiere === undefined) {
    return [];
  }
  const mails = immediats.reduce((somme, { recevront }) => somme + recevront, 0);
  const phrase = sayReste(mails, reste, { date: premiere.lue.part.now, zone: deps.zone });
  return phrase === null ? [] : [phrase];
}

/** Decision G5, before the click: who counts is known once the lines are written. */
async function warnPlafond(
  { parametres }: ChaineDeps,
  { plafonne }: Demande,
  messages: number
): Promise<string[]> {
  const { messagesParClic } = await parametres.read();
  return plafonne === true && messages > messagesParClic
    ? [
        `Votre profil envoie ${String(messagesParClic)} messages en un clic au plus, sans compter les participants de vos propres actions qui sont de votre antenne ou suivis par vous : au-delà, demandez cet envoi à un gestionnaire.`,
      ]
    : [];
}

/**
 * Guide §8.b, §9.b, before the click: who receives what, at which address, when, at what cost; and who does
 * not, and why.
 */
export async function describeAvantEnvoi(
  deps: AvantEnvoiDeps,
  demande: Demande
): Promise<AvantEnvoi> {
  const previsions = await prevoir(deps, demande, { lignes: PERSONNES, programmable: true });
  const piecesJointes = await checkPieces(
    deps,
    demande,
    previsions.map(({ lue }) => lue)
  );
  const reste = await deps.readResteHeure();
  const modeles = await Promise.all(
    previsions.map((prevision) => toModele(deps, prevision, reste))
  );
  const cible = previsions[0]?.lue.part.cible;
  const action = cible?.genre === 'fiche_action' ? cible.action : undefined;
  const parModele = modeles.map(({ recevront }) => recevront.length);
  const messages = parModele.reduce((somme, nombre) => somme + nombre, 0);
  return {
    phrase: phraseMessages(parModele),
    messages,
    credits: modeles.reduce((somme, { credits }) => somme + credits, 0),
    smsDisponibles: await deps.programmes.readReste(),
    avertissements: [
      ...(await warnPlafond(deps, demande, messages)),
      ...warnHeure(deps, previsions, reste),
      ...listAvertissements(deps, previsions),
    ],
    modeles,
    piecesJointes,
    placeJusquA: foreseeLimite(deps, demande, action),
  };
}
