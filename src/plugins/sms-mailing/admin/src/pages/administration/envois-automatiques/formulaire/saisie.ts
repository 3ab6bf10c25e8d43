import type {
  ChoixPerimetre,
  LigneEnvoiAutomatique,
} from '../../../../../../core/api/envois-automatiques';
import {
  envoiAutomatiqueSchema,
  type Criteres,
  type EnvoiAutomatique,
} from '../../../../../../core/envoi-automatique';
import { isPersonne, type Perimetre } from '../../../../../../core/perimetre';
import { parseSaisie } from '../../../../../../core/saisie';
import type { RegleLue } from '../../../../api/envois-automatiques';
import type { TypeContact } from '../../../../../../core/vocabulaire';
import { wholeOf } from './perimetre';

/** The popup as it is being filled: what is required may still be missing. */
export interface Saisie {
  criteres: Criteres;
  typeContact: TypeContact | null;
  modeleDocumentId: string | null;
  /** As typed: empty, or anything. */
  jours: string;
  sens: 'avant' | 'apres';
  inactif: boolean;
  rattrapage: boolean;
  prevenirSiDateChange: boolean;
  inclureListeAttente: boolean;
  recapIntervenant: boolean;
  perimetre: Perimetre;
}

/** What the popup opens on. */
export interface Ouverture {
  /** null: a rule not saved yet. */
  lue: RegleLue | null;
  saisie: Saisie;
}

/** J-2, the reminder of guide §6.c. */
const SAISIE_VIDE: Omit<Saisie, 'perimetre'> = {
  criteres: {
    natures: [],
    typesAction: [],
    ods: [],
    etapes: [],
    modesIntervention: [],
    presences: [],
    confirme: 'indifferent',
  },
  typeContact: null,
  modeleDocumentId: null,
  jours: '2',
  sens: 'avant',
  inactif: false,
  rattrapage: false,
  prevenirSiDateChange: true,
  inclureListeAttente: false,
  recapIntervenant: false,
};

export function openVide(choix: ChoixPerimetre): Ouverture {
  return { lue: null, saisie: { ...SAISIE_VIDE, perimetre: wholeOf(choix) } };
}

/** A rule of the table, to be changed. */
export function openRegle({
  documentId,
  version,
  regle,
  limite,
}: LigneEnvoiAutomatique): Ouverture {
  return { lue: { documentId, version }, saisie: toSaisie(regle, limite) };
}

/** A copy, inactive, within what one holds. */
export function openCopie(
  { regle, limite, modifiable }: LigneEnvoiAutomatique,
  choix: ChoixPerimetre
): Ouverture {
  const perimetre = modifiable ? limite : wholeOf(choix);
  return { lue: null, saisie: { ...toSaisie(regle, perimetre), inactif: true } };
}

function toSaisie({ delai, ...regle }: EnvoiAutomatique, perimetre: Perimetre): Saisie {
  const jours = String(Math.abs(delai));
  return { ...regle, jours, sens: delai > 0 ? 'apres' : 'avant', perimetre };
}

export type Erreurs = Partial<Record<'typeContact' | 'modele' | 'delai' | 'perimetre', string>>;

export type Lecture = { regle: EnvoiAutomatique } | { erreurs: Erreurs };

const CHAMPS = { typeContact: 'typeContact', modeleDocumentId: 'modele', delai: 'delai' } as const;

/** Null while the number of days is not one. J0 is neither before nor after: no « -0 ». */
export function readDelai({ jours, sens }: Pick<Saisie, 'jours' | 'sens'>): number | null {
  const nombre = Number(jours);
  if (jours.trim() === '' || !Number.isInteger(nombre) || nombre < 0) {
    return null;
  }
  return sens === 'apres' || nombre === 0 ? nombre : -nombre;
}

/**
 * « -3 », « J-3 », « +2 », as the guide writes a délai (§6.b): the sign says the direction. Anything else stays as
 * it was typed.
 */
export function typeDelai(tape: string): Partial<Pick<Saisie, 'jours' | 'sens'>> {
  const signe = /^\s*j?\s*([-+−–])\s*(\d+)\s*$/iu.exec(tape);
  return signe === null
    ? { jours: tape }
    : { jours: signe[2] ?? '', sens: signe[1] === '+' ? 'apres' : 'avant' };
}

function listManques(saisie: Saisie): Erreurs {
  return {
    ...(saisie.typeContact === null ? { typeContact: 'Choisissez le type de contact.' } : {}),
    ...(saisie.modeleDocumentId === null ? { modele: 'Choisissez le modèle de contact.' } : {}),
    ...(readDelai(saisie) === null
      ? { delai: 'Saisissez un nombre entier de jours : 0 pour le jour même.' }
      : {}),
    ...(isPersonne(saisie.perimetre)
      ? { perimetre: 'Choisissez au moins une antenne, une équipe ou un référent.' }
      : {}),
  };
}

/** The rule that the popup says, or what is missing, field by field. */
export function readSaisie(saisie: Saisie): Lecture {
  const erreurs = listManques(saisie);
  if (Object.keys(erreurs).length > 0) {
    return { erreurs };
  }
  const lu = parseSaisie(envoiAutomatiqueSchema, { ...saisie, delai: readDelai(saisie) });
  if (lu.success) {
    return { regle: lu.data };
  }
  return {
    erreurs: Object.fromEntries(
      lu.error.issues.map(({ path, message }) => [
        CHAMPS[String(path[0]) as keyof typeof CHAMPS],
        message,
      ])
    ),
  };
}
