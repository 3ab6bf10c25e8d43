import { VALEURS_EXEMPLE } from './catalogue-signets';
import { modalitesRefusees, type Modele } from './modele';
import { compileRendu } from './rendu';
import { findMalEcrits, listSignets, normaliseSignets, parseSignets, type Morceau } from './signet';
import { composeSms, isSmsTropLong, REGLAGES_SMS, type CompteSms, type ReglagesSms } from './sms';
import { computeModalites, validateSignets, type ProblemeSignet } from './validation-signets';
import type { Modalite } from './vocabulaire';

/** Every signet of a modele, its objet first; an SMS has none. */
export function listMorceaux(modele: Pick<Modele, 'objet' | 'message' | 'typeContact'>): Morceau[] {
  const objet = modele.typeContact === 'sms' ? [] : parseSignets(modele.objet);
  return [...objet, ...parseSignets(modele.message)];
}

export type Manque = 'nom' | 'objet' | 'message' | 'destinataires' | 'modalites';

export interface MalEcrit {
  champ: 'objet' | 'message';
  /** A French sentence that says what to do. */
  phrase: string;
}

function listMalEcrits(champ: MalEcrit['champ'], texte: string): MalEcrit[] {
  return findMalEcrits(texte).map((debut) => {
    const lisible = debut.replace(/<[^<>]*>?/g, '').replaceAll('&nbsp;', ' ');
    const phrase = lisible.startsWith('${')
      ? `Le signet « ${lisible}… » n’est pas fermé, et partirait tel quel : ajoutez « } » à sa fin, ou retirez « \${ ».`
      : `« ${lisible}… » partirait tel quel : retirez la barre « \\ » pour en faire un signet.`;
    return { champ, phrase };
  });
}

/** What the editor says while one writes (guide §5, decisions A9, F1, F8). */
export interface ValidationModele {
  signets: ProblemeSignet[];
  /** Look like signets and would be sent as they stand: a modele that leaves has none. */
  malEcrits: MalEcrit[];
  /** Pasted `\${…}`, unusual spellings: « normaliser » would change the text. */
  aNormaliser: boolean;
  modalitesPossibles: Modalite[];
  /** Chosen, but impossible with these signets and destinataires. */
  modalitesRefusees: Modalite[];
  manques: Manque[];
  /** Rendered with the catalogue's examples; null unless it is an SMS. */
  sms: CompteSms | null;
  /** False: it may be kept as a draft (inactive), not made active. */
  activable: boolean;
}

export function isMessageVide(message: string): boolean {
  return message.replace(/<[^<>]*>|&nbsp;|\s/g, '') === '' && !/<img/i.test(message);
}

function listManques(modele: Modele, possibles: readonly Modalite[]): Manque[] {
  const manques: [Manque, boolean][] = [
    ['nom', modele.nom.trim() === ''],
    ['objet', modele.typeContact !== 'sms' && modele.objet.trim() === ''],
    ['message', isMessageVide(modele.message)],
    ['destinataires', modele.destinataires.length === 0],
    ['modalites', (modele.modalites ?? possibles).length === 0],
  ];
  return manques.flatMap(([manque, absent]) => (absent ? [manque] : []));
}

function countExemple({ message, but }: Modele, reglages: ReglagesSms): CompteSms {
  const exemple = compileRendu(parseSignets(message), 'texte', 'UTC')(VALEURS_EXEMPLE);
  return composeSms(exemple, but, reglages).compte;
}

/** The text alone, signets counted for nothing: what no destinataire can make shorter. */
export function countSmsSansSignet(message: string): CompteSms {
  const texte = parseSignets(message)
    .map((morceau) => (typeof morceau === 'string' ? morceau : ''))
    .join('');
  return composeSms(texte, 'suivi', REGLAGES_SMS).compte;
}

function isNormalisable(texte: string): boolean {
  return listSignets(parseSignets(texte)).length > 0 && normaliseSignets(texte) !== texte;
}

/** Nothing is saved, nobody is read: the rules of a save, all at once and without a refusal. */
export function validateModele(
  modele: Modele,
  reglages: ReglagesSms = REGLAGES_SMS
): ValidationModele {
  const { destinataires, typeContact, message } = modele;
  const objet = typeContact === 'sms' ? '' : modele.objet;
  const morceaux = listMorceaux(modele);
  const possibles = computeModalites(morceaux, destinataires);
  const refusees = modalitesRefusees(modele.modalites, possibles);
  const modalites = modele.modalites ?? possibles;
  const signets = validateSignets(morceaux, { modalites, destinataires });
  const manques = listManques(modele, possibles);
  const malEcrits = [...listMalEcrits('objet', objet), ...listMalEcrits('message', message)];
  const tropLong = typeContact === 'sms' && isSmsTropLong(countSmsSansSignet(message));
  return {
    signets,
    malEcrits,
    aNormaliser: isNormalisable(objet) || isNormalisable(message),
    modalitesPossibles: possibles,
    modalitesRefusees: refusees,
    manques,
    sms: typeContact === 'sms' ? countExemple(modele, reglages) : null,
    activable:
      [manques, refusees, malEcrits].every((fautes) => fautes.length === 0) &&
      !tropLong &&
      signets.every(({ bloquant }) => !bloquant),
  };
}
