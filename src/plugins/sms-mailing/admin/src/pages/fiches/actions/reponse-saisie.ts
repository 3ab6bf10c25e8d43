import type { FicheAction, ParticipantDeFiche } from '../../../../../core/api/fiches';
import { countReponses, libelleReponse } from '../../../../../core/reponse';
import { pluralize } from '../../../components/texte';

export type ReponseSaisie = Pick<ParticipantDeFiche, 'confirme' | 'confirmeSource'>;

const PAR = { Lien: 'par son lien', Téléphone: 'par téléphone', 'Sur place': 'sur place' } as const;

/** « Oui, par téléphone » */
export function nommerReponse({ confirme, confirmeSource }: ReponseSaisie): string {
  const mot = libelleReponse(confirme);
  return confirme === null || confirmeSource === null ? mot : `${mot}, ${PAR[confirmeSource]}`;
}

/** What a person may note; « par son lien » is hers to say. */
const NOTABLES: readonly ReponseSaisie[] = [
  { confirme: null, confirmeSource: null },
  { confirme: true, confirmeSource: 'Téléphone' },
  { confirme: true, confirmeSource: 'Sur place' },
  { confirme: false, confirmeSource: 'Téléphone' },
  { confirme: false, confirmeSource: 'Sur place' },
];

const isMeme = (une: ReponseSaisie, autre: ReponseSaisie): boolean =>
  nommerReponse(une) === nommerReponse(autre);

/** Those, and the one that is saved: a choice can always be put back. */
export function listReponses(enregistree: ReponseSaisie): ReponseSaisie[] {
  const { confirme, confirmeSource } = enregistree;
  return NOTABLES.some((notable) => isMeme(notable, enregistree))
    ? [...NOTABLES]
    : [{ confirme, confirmeSource }, ...NOTABLES];
}

/** The server dates it. */
export function toReponseEcrite({ confirme, confirmeSource }: ReponseSaisie) {
  return { confirme, confirmeSource, confirmeLe: null };
}

/** « 5 oui, 1 non, 3 sans réponse, 2 désistements » */
export function phraseReponses({
  participants,
  desistes,
}: Pick<FicheAction, 'participants' | 'desistes'>): string {
  const { oui, non, sansReponse } = countReponses(participants);
  return [
    `${String(oui)} oui`,
    ...(non === 0 ? [] : [`${String(non)} non`]),
    `${String(sansReponse)} sans réponse`,
    ...(desistes.length === 0 ? [] : [pluralize(desistes.length, 'désistement')]),
  ].join(', ');
}
