import type { RefusDit } from '../../../core/accord';
import type { CoutSms } from '../../../core/api/campagnes';
import type { AvantEnvoi } from '../../../core/api/fiches';
import type { EnJson } from '../../../core/api/en-json';
import type { OppositionDite } from '../../../core/api/oppositions';
import type { PieceJointeDeposee } from '../../../core/api/modeles';
import type { MotifExclusion } from '../../../core/motif';
import type { TypeContact, TypeDestinataire } from '../../../core/vocabulaire';
import { formatNombre, minuscule, pluralize } from '../components/texte';

/** A person by her fiche. */
export interface PersonneRecap {
  documentId: string;
  nom: string;
  /** Really used; null for who receives nothing. */
  adresse: string | null;
  /** What stopped it, when an opposition did. */
  opposition?: OppositionDite | null;
  /** The tick that stops it, when a box does. */
  refus?: RefusDit | null;
}

/** One motif, how many it leaves out, and who: all of them, the first of them, or none where they are only counted. */
export interface GroupeExclus {
  motif: MotifExclusion;
  nombre: number;
  personnes: PersonneRecap[];
  /** The modèle that leaves them out; null where it is said elsewhere on the page. */
  modele: { documentId: string; nom: string; typeContact: TypeContact } | null;
}

export interface ModeleRecap {
  documentId: string;
  nom: string;
  typeContact: TypeContact;
  /** « Partira ce soir à 19h00 » */
  phraseDepart: string;
  /** « Retenu : … »; null: it leaves. */
  retenu: string | null;
  piecesJointes: PieceJointeDeposee[];
  messages: number;
  /** Who receives it, by name; empty where they are only counted. */
  recevront: PersonneRecap[];
}

/** What a confirmation shows, whatever the modalité it confirms. */
export interface RecapEnvoi {
  typeDestinataire: TypeDestinataire;
  /** « 3 modèles × 12 personnes = 36 messages » */
  phrase: string;
  messages: number;
  personnes: number;
  modeles: ModeleRecap[];
  /** Null: no SMS among them. */
  sms: CoutSms | null;
  exclus: GroupeExclus[];
  avertissements: string[];
  /** Files of this send alone, on each of its messages. */
  piecesJointes: PieceJointeDeposee[];
}

/** Above, the number of messages is typed. */
const A_TAPER = 100;
/** Up to there, and with nothing odd, one line is enough. */
const COURT = 20;

export function isATaper({ messages }: RecapEnvoi): boolean {
  return messages > A_TAPER;
}

/** Few persons, all of whom receive, nothing attached, held or to warn of: the question is short. */
export function isCourt(recap: RecapEnvoi): boolean {
  return (
    recap.personnes <= COURT &&
    recap.exclus.length === 0 &&
    recap.avertissements.length === 0 &&
    recap.piecesJointes.length === 0 &&
    recap.modeles.every(
      ({ retenu, piecesJointes }) => retenu === null && piecesJointes.length === 0
    )
  );
}

/** How many persons no message reaches at all, whatever the modèle. */
export function countExclus({ exclus }: RecapEnvoi): number {
  const nommes = new Set(exclus.flatMap(({ personnes }) => personnes.map((p) => p.documentId)));
  const comptes = exclus.reduce(
    (somme, { nombre, personnes }) => somme + nombre - personnes.length,
    0
  );
  return nommes.size + comptes;
}

/** « 12 messages, à 12 vraies personnes »; that nobody receives anything, before one asks when it leaves. */
export function titreRecap({ phrase, messages, personnes, modeles }: RecapEnvoi): string {
  return messages === 0
    ? `Personne ne recevra ${modeles.length > 1 ? 'ces messages' : 'ce message'} : rien ne partira.`
    : `${phrase}, à ${pluralize(personnes, 'vraie personne', 'vraies personnes')}`;
}

/** « Convocation » partira immédiatement; of a modèle that reaches nobody, that it does not leave. */
export function phraseMessage({ nom, messages, phraseDepart }: ModeleRecap): string {
  return messages === 0
    ? `« ${nom} » ne partira pas : personne ne peut le recevoir.`
    : `« ${nom} » ${minuscule(phraseDepart)}.`;
}

/** « 12 SMS. Il en reste 340, il en restera 328. » */
export function phraseCout({ credits, estime, disponible }: CoutSms): string {
  const environ = estime ? 'environ ' : '';
  const cout = `${estime ? 'Environ ' : ''}${pluralize(credits, 'SMS', 'SMS')}`;
  if (disponible === null) {
    return `${cout}. Aucun package n’est saisi : les SMS ne sont pas décomptés.`;
  }
  return credits <= disponible
    ? `${cout}. Il en reste ${formatNombre(disponible)}, il en restera ${environ}${formatNombre(disponible - credits)}.`
    : `${cout}, et il n’en reste que ${formatNombre(Math.max(0, disponible))} : achetez un package, ou choisissez moins de personnes.`;
}

type ModelePrevu = EnJson<AvantEnvoi>['modeles'][number];

function groupExclus(modele: ModelePrevu): GroupeExclus[] {
  const { documentId, nom, typeContact } = modele;
  const groupes = new Map<MotifExclusion, GroupeExclus>();
  for (const { motif, ...personne } of modele.exclus) {
    if (motif !== null) {
      const groupe = groupes.get(motif) ?? {
        ...{ motif, nombre: 0, personnes: [] },
        modele: { documentId, nom, typeContact },
      };
      groupe.personnes.push({ ...personne, adresse: null });
      groupe.nombre += 1;
      groupes.set(motif, groupe);
    }
  }
  return [...groupes.values()];
}

/** What the server foresees of a click on a fiche, as the window tells it. */
export function toRecap(
  avant: EnJson<AvantEnvoi>,
  typeDestinataire: TypeDestinataire = 'entrepreneur'
): RecapEnvoi {
  const { phrase, messages, credits, smsDisponibles, avertissements, modeles } = avant;
  const { piecesJointes } = avant;
  const recevront = modeles.flatMap((modele) => modele.recevront);
  return {
    ...{ typeDestinataire, phrase, messages, avertissements, piecesJointes },
    modeles: modeles.map((modele) => ({ ...modele, messages: modele.recevront.length })),
    personnes: new Set(recevront.map(({ documentId }) => documentId)).size,
    sms: modeles.some(({ typeContact }) => typeContact === 'sms')
      ? { credits, estime: false, disponible: smsDisponibles }
      : null,
    exclus: modeles.flatMap(groupExclus),
  };
}
