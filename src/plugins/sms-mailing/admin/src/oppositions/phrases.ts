import { describeGeste, type RefusDit } from '../../../core/accord';
import type {
  OppositionDite,
  ResultatLevee,
  ResultatOpposition,
} from '../../../core/api/oppositions';

/** What a recording did. */
export function phraseOpposition({ ajoutees, personnes }: ResultatOpposition): string {
  if (ajoutees === 0) {
    return 'Cette opposition existait déjà.';
  }
  return personnes === 0
    ? 'Enregistré. Aucune fiche ne porte cette adresse aujourd’hui : rien n’y partira si elle revient.'
    : 'Enregistré : rien ne partira plus de ce qui est visé, messages programmés compris.';
}

/** What a lifting did, and what it left: said in another scope, or by someone else. */
export function phraseLevee({ levees, restent }: ResultatLevee): string {
  const suite =
    restent === 0
      ? ''
      : ` ${String(restent)} ${restent > 1 ? 'autres oppositions tiennent' : 'autre opposition tient'} encore.`;
  return `${levees === 0 ? 'Rien n’a été levé : elle ne tenait plus.' : 'L’opposition est levée.'}${suite}`;
}

const JOUR = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' });

const PAR: Readonly<Record<string, string>> = {
  'lien de désinscription': 'par le lien de désinscription',
  'STOP opérateur': 'par un STOP',
  'Saisie à la main': '(saisi à la main)',
};

/** « s’est opposée le 12 mars 2026 par le lien de désinscription » */
export function phraseOpposee({ source, survenueLe }: OppositionDite): string {
  return `s’est opposée le ${JOUR.format(new Date(survenueLe))} ${PAR[source] ?? `(${source})`}`;
}

/** « décoché par Julie Martin sur la fiche complète le 12 mars 2026 » */
export function phraseRefusee(refus: RefusDit): string {
  return `${describeGeste(refus)} le ${JOUR.format(new Date(refus.survenuLe))}`;
}

/** What she said that leaves her out, as the end of a sentence that begins by her; null: she said nothing. */
export function phrasePreuve({
  opposition = null,
  refus = null,
}: {
  opposition?: OppositionDite | null | undefined;
  refus?: RefusDit | null | undefined;
}): string | null {
  if (opposition !== null) {
    return phraseOpposee(opposition);
  }
  return refus === null ? null : phraseRefusee(refus);
}
