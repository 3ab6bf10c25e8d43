import type {
  AvantEnvoi,
  EnvoiAnterieur,
  LignePrevue,
  ModelePrevu,
} from '../../../../core/api/fiches';
import { avertissementHeureSms, phraseMessages } from '../../../../core/avant-envoi';
import { JOURS_ENVOI_RECENT } from '../../../../core/campagne';
import { addDays, instantOf, localDate, localHeure, phraseDepart } from '../../../../core/horaire';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import type {
  ActionVisee,
  DestinatairePrevu,
  FicheLectureStore,
  ModeleAEnvoyer,
} from '../ports/fiches';
import type { VersionCourante } from '../ports/modeles';
import { compileRendre, type Rendu } from '../rendre/compile-rendre';
import type { FicheDeps } from './schedule-envoi-entrepreneur';

export interface ForeseeDeps extends FicheDeps {
  lecture: FicheLectureStore;
}

/** Whom the click is about. */
export interface Vises {
  documentIds: readonly string[] | null;
  action: ActionVisee | null;
  inclureListeAttente: boolean;
  force: boolean;
  perimetre: Perimetre;
  now: Date;
}

/** A modele and when its messages would leave. */
export interface ModeleDate {
  modele: ModeleAEnvoyer;
  depart: Date;
}

interface Lu extends ModeleDate {
  version: VersionCourante | null;
  prevus: DestinatairePrevu[];
}

/** Far beyond any action: a guard for the memory. */
const PERSONNES = 5_000;

async function readModele(deps: ForeseeDeps, date: ModeleDate, vises: Vises): Promise<Lu> {
  const { modele } = date;
  const version = await deps.versions.loadCourante(modele.id);
  const prevus = await deps.fiches.apercu({
    typeDestinataire: 'entrepreneur',
    documentIds: vises.documentIds,
    actionDocumentId: vises.action?.documentId ?? null,
    inclureListeAttente: vises.inclureListeAttente,
    typeContact: modele.typeContact,
    but: modele.but,
    donnees: version?.contenu.donnees ?? [],
    perimetre: vises.perimetre,
    limite: PERSONNES,
  });
  return { ...date, version, prevus };
}

/** Decision C6: programmed or received for this very occurrence, unless « envoyer quand même ». */
function motifAnterieur(
  anterieur: EnvoiAnterieur | undefined,
  force: boolean
): MotifExclusion | null {
  const occupe = anterieur?.occupe ?? null;
  if (occupe === null || force) {
    return null;
  }
  return ['programme', 'reserve', 'en_cours'].includes(occupe) ? 'deja_programme' : 'deja_envoye';
}

type CoutRendu = Pick<Rendu, 'credits' | 'motif'>;

function toLigne(
  prevu: DestinatairePrevu,
  rendu: CoutRendu,
  anterieur: EnvoiAnterieur | undefined,
  force: boolean
): LignePrevue {
  const motif = prevu.motif ?? motifAnterieur(anterieur, force) ?? rendu.motif;
  return {
    documentId: prevu.documentId,
    nom: prevu.nom,
    adresse: motif === null ? prevu.adresse : null,
    motif,
    credits: motif === null ? rendu.credits : 0,
    recuLe: anterieur?.recuLe ?? null,
  };
}

const VIDE: CoutRendu = { credits: 0, motif: null };

async function createForesee(deps: ForeseeDeps, anterieurs: EnvoiAnterieur[], vises: Vises) {
  const { zone } = deps;
  const reglages = await deps.readReglagesRendu();
  const { now, force } = vises;
  return ({ modele, depart, version, prevus }: Lu): ModelePrevu => {
    const rendre = version === null ? () => VIDE : compileRendre(version, reglages);
    const lignes = prevus.map((prevu) => {
      const anterieur = anterieurs.find(
        ({ modeleId, entrepreneurDocumentId }) =>
          modeleId === modele.id && entrepreneurDocumentId === prevu.documentId
      );
      return toLigne(prevu, rendre(prevu.valeurs), anterieur, force);
    });
    const recevront = lignes.filter(({ motif }) => motif === null);
    const immediat = depart.getTime() - now.getTime() <= 60_000;
    return {
      documentId: modele.documentId,
      nom: modele.nom,
      typeContact: modele.typeContact,
      depart,
      phraseDepart: immediat ? 'Partira immédiatement' : phraseDepart(now, zone, depart),
      piecesJointes: version?.contenu.piecesJointes ?? [],
      recevront,
      exclus: lignes.filter(({ motif }) => motif !== null),
      credits: recevront.reduce((somme, { credits }) => somme + credits, 0),
    };
  };
}

function listAvertissements(modeles: readonly ModelePrevu[], vises: Vises, zone: string): string[] {
  const sms = modeles.some(
    ({ typeContact, phraseDepart: phrase }) =>
      typeContact === 'sms' && phrase === 'Partira immédiatement'
  );
  const heure = sms ? avertissementHeureSms(vises.now, zone) : null;
  const recents = new Set(
    modeles.flatMap(({ recevront }) =>
      recevront.filter(({ recuLe }) => recuLe !== null).map(({ documentId }) => documentId)
    )
  ).size;
  return [
    ...(vises.action?.annulee === true
      ? ['Cette action est annulée : ses participants recevront quand même ce message.']
      : []),
    ...(heure === null ? [] : [heure]),
    ...(recents === 0
      ? []
      : [
          recents === 1
            ? 'Une personne a déjà reçu ce message depuis moins de 30 jours.'
            : `${String(recents)} personnes ont déjà reçu ce message depuis moins de 30 jours.`,
        ]),
  ];
}

/** Before the click: who receives what, at which address, when, at what cost; and who does not, and why. */
export async function foreseeEnvoi(
  deps: ForeseeDeps,
  dates: readonly ModeleDate[],
  vises: Vises
): Promise<AvantEnvoi> {
  const { zone } = deps;
  const lus = await Promise.all(dates.map((date) => readModele(deps, date, vises)));
  const depuis = instantOf(
    addDays(localDate(vises.now, zone), -JOURS_ENVOI_RECENT),
    localHeure(vises.now, zone),
    zone
  );
  const anterieurs = await deps.lecture.listAnterieurs({
    entrepreneurDocumentIds: [
      ...new Set(lus.flatMap(({ prevus }) => prevus.map(({ documentId }) => documentId))),
    ],
    modeles: dates.map(({ modele, depart }) => ({
      id: modele.id,
      soir: localDate(depart, zone),
      depart,
    })),
    actionId: vises.action?.id ?? null,
    depuis,
  });
  const foresee = await createForesee(deps, anterieurs, vises);
  const modeles = lus.map(foresee);
  const parModele = modeles.map(({ recevront }) => recevront.length);
  return {
    phrase: phraseMessages(parModele),
    messages: parModele.reduce((somme, nombre) => somme + nombre, 0),
    credits: modeles.reduce((somme, { credits }) => somme + credits, 0),
    smsDisponibles: await deps.credits.disponible(),
    avertissements: listAvertissements(modeles, vises, zone),
    modeles,
  };
}
