import { formatHeure } from './delai';
import {
  isSansCritere,
  type CritereEcarte,
  type Criteres,
  type EnvoiAutomatique,
  type FaitsParticipation,
  type NatureAction,
  type Presence,
} from './envoi-automatique';
import { PHRASES_MOTIF } from './motif';

/** Names of the modèle and of what the criteria point to, by documentId. */
export interface Libelles {
  modele: string;
  noms: Readonly<Record<string, string>>;
  /** 'HH:mm' of the evening run. */
  heure: string;
}

export interface Avertissement {
  cle:
    | 'jour_j'
    | 'veille'
    | 'presence_avant_action'
    | 'absents_compris'
    | 'rattrapage_sans_effet'
    | 'sans_critere';
  phrase: string;
  /** The rule is saved only once the author has said yes. */
  aConfirmer: boolean;
}

/** Guide §6.c « J-1 déconseillé », decisions B4, D11, E7 and F12: said beside the form, never blocking alone. */
export function listAvertissements(regle: EnvoiAutomatique): Avertissement[] {
  const { delai, criteres } = regle;
  const presences = criteres.presences.length;
  const possibles: readonly [boolean, Avertissement['cle'], string][] = [
    [
      delai === 0,
      'jour_j',
      'À 19h le jour de l’action, la plupart des actions sont terminées : préférez J-2 pour un rappel, J+1 pour un suivi.',
    ],
    [
      delai === -1,
      'veille',
      'J-1 est déconseillé : le message sera reçu à 19h la veille du rendez-vous. Préférez J-2.',
    ],
    [
      delai < 0 && presences > 0,
      'presence_avant_action',
      'La présence n’est pas encore saisie avant l’action : avec ce critère, presque personne ne recevra le message.',
    ],
    [
      delai > 0 && presences === 0,
      'absents_compris',
      'Sans critère de présence, les absents recevront aussi ce message : choisissez « Présent » si ce n’est pas voulu.',
    ],
    [
      regle.rattrapage && delai >= -1,
      'rattrapage_sans_effet',
      'Le rattrapage ne change rien pour ce délai : il vaut entre J-2 et la veille de l’action.',
    ],
    [
      isSansCritere(criteres),
      'sans_critere',
      'Aucun critère n’est choisi : l’envoi partira aux participants de toutes les actions. Confirmez-le ou choisissez un critère.',
    ],
  ];
  return possibles
    .filter(([vrai]) => vrai)
    .map(([, cle, phrase]) => ({ cle, phrase, aConfirmer: cle === 'sans_critere' }));
}

const PORTEURS = { email: 'l’e-mail', newsletter: 'la newsletter', sms: 'le SMS' } as const;

const NATURES: Readonly<Record<NatureAction, string>> = {
  Individuelle: 'individuelles',
  Collective: 'collectives',
};

const PRESENCES: Readonly<Record<Presence, string>> = {
  'Non saisie': 'dont la présence n’est pas saisie',
  Présent: 'présents',
  Absent: 'absents',
  'Absent excusé': 'absents excusés',
};

const CONFIRMES = { indifferent: '', oui: 'confirmés', non: 'non confirmés' } as const;

/** « a », « a ou b », « a, b ou c ». */
function joinOu(mots: readonly string[]): string {
  const debut = mots.slice(0, -1).join(', ');
  return debut === '' ? (mots[0] ?? '') : `${debut} ou ${mots.at(-1) ?? ''}`;
}

/** Guide §6.b: where the actions lie, seen from the evening of the run. */
function phraseDelai(delai: number): string {
  if (delai === 0) {
    return 'ayant lieu le jour même';
  }
  if (delai < 0) {
    return delai === -1 ? 'ayant lieu le lendemain' : `ayant lieu dans ${String(-delai)} jours`;
  }
  return delai === 1 ? 'ayant eu lieu la veille' : `ayant eu lieu il y a ${String(delai)} jours`;
}

function phraseParticipants(regle: EnvoiAutomatique): string {
  const { confirme, presences } = regle.criteres;
  const mots = [
    'aux participants',
    CONFIRMES[confirme],
    joinOu(presences.map((presence) => PRESENCES[presence])),
    regle.inclureListeAttente ? '(liste d’attente comprise)' : '',
  ];
  return mots.filter((mot) => mot !== '').join(' ');
}

function phraseActions(criteres: Criteres, noms: Libelles['noms']): string {
  const nommerTous = (ids: readonly string[]): string => joinOu(ids.map((id) => nommer(noms, id)));
  const citer = (avant: string, mots: string): string => (mots === '' ? '' : `${avant} ${mots}`);
  const qualites = [
    joinOu(criteres.natures.map((nature) => NATURES[nature])),
    nommerTous(criteres.ods),
    citer('de type', nommerTous(criteres.typesAction)),
    citer('à l’étape', nommerTous(criteres.etapes)),
    citer('en mode', joinOu(criteres.modesIntervention)),
  ].filter((mot) => mot !== '');
  return qualites.length === 0 ? 'de toutes les actions' : `des actions ${qualites.join(' ')}`;
}

/** The whole rule as one sentence, for the list and the confirmation (guide §6.b). */
export function phraseEnvoiAutomatique(regle: EnvoiAutomatique, libelles: Libelles): string {
  return (
    `Chaque soir à ${formatHeure(libelles.heure)}, ${PORTEURS[regle.typeContact]} « ${libelles.modele} » part ` +
    `${phraseParticipants(regle)} ${phraseActions(regle.criteres, libelles.noms)} ${phraseDelai(regle.delai)}`
  );
}

/** « Nature de l’action : « Individuelle » ; l’envoi automatique demande « Collective ». » */
function phraseHors(sujet: string, constate: string | null, attendus: readonly string[]): string {
  const lu = constate === null ? 'non renseigné' : `« ${constate} »`;
  const voulu = joinOu(attendus.map((attendu) => `« ${attendu} »`));
  return `${sujet} : ${lu} ; l’envoi automatique demande ${voulu}.`;
}

export interface ContexteEcart {
  regle: EnvoiAutomatique;
  faits: FaitsParticipation;
  noms: Libelles['noms'];
}

function nommer(noms: Libelles['noms'], id: string): string {
  return noms[id] ?? '(supprimé)';
}

function phraseRelation(
  sujet: string,
  nom: string | null,
  ids: readonly string[],
  noms: Libelles['noms']
): string {
  return phraseHors(
    sujet,
    nom,
    ids.map((attendu) => nommer(noms, attendu))
  );
}

const PHRASES_ECART: Readonly<Record<CritereEcarte, (contexte: ContexteEcart) => string>> = {
  action_annulee: () => PHRASES_MOTIF.action_annulee,
  participation_annulee: () => PHRASES_MOTIF.participation_annulee,
  liste_attente: () => PHRASES_MOTIF.liste_attente,
  nature: ({ regle, faits }) =>
    phraseHors('Nature de l’action', faits.nature, regle.criteres.natures),
  type_action: ({ regle, faits, noms }) =>
    phraseRelation('Type d’action', faits.typeAction, regle.criteres.typesAction, noms),
  ods: ({ regle, faits, noms }) => phraseRelation('ODS', faits.ods, regle.criteres.ods, noms),
  etape: ({ regle, faits, noms }) =>
    phraseRelation('Étape', faits.etape, regle.criteres.etapes, noms),
  mode_intervention: ({ regle, faits }) =>
    phraseHors('Mode d’intervention', faits.modeIntervention, regle.criteres.modesIntervention),
  confirme: ({ regle }) =>
    regle.criteres.confirme === 'oui'
      ? 'La participation n’est pas confirmée ; l’envoi automatique ne va qu’aux participants confirmés.'
      : 'La participation est confirmée ; l’envoi automatique ne va qu’aux participants non confirmés.',
  presence: ({ regle, faits }) =>
    phraseHors('Présence', faits.presence ?? 'Non saisie', regle.criteres.presences),
  date_changee: () =>
    'L’action a changé de date et la personne avait été prévenue de l’ancienne : cochez « Prévenir à nouveau si la date change » pour lui écrire encore.',
  hors_perimetre: () =>
    'Cet envoi automatique ne va pas à l’antenne, à l’équipe ou au référent de cette personne : son périmètre est plus étroit.',
};

/** « Pourquoi cette personne ne l'a pas reçu ? »: the criterion that left her aside, with both values. */
export function phraseEcart(critere: CritereEcarte, contexte: ContexteEcart): string {
  return PHRASES_ECART[critere](contexte);
}
