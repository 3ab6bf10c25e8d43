import {
  typeDestinataireSchema,
  type TypeDestinataire,
} from '../../../src/plugins/sms-mailing/core/vocabulaire';
import type { Perimetres } from './base';

/** A family of fiches, and one of them that lies outside every périmètre. */
export interface Visee {
  typeDestinataire: TypeDestinataire;
  documentId: string;
}

/** As wide as the screen asks: no search, no filter; of that family, and of its fiche instead of `nommee`. */
export function widen(valeur: unknown, visee: Visee, nommee: string): unknown {
  if (Array.isArray(valeur)) {
    return valeur.map((element) => widen(element, visee, nommee));
  }
  if (typeof valeur !== 'object' || valeur === null) {
    if (valeur === 'palmer' || valeur === 'palmer@') {
      return '';
    }
    return valeur === 'inconnu' || valeur === nommee ? visee.documentId : valeur;
  }
  const { typeDestinataire } = visee;
  return Object.fromEntries(
    Object.entries(valeur).map(([nom, suite]) => [
      nom,
      nom === 'typeDestinataire'
        ? typeDestinataire
        : nom === 'filtres'
          ? { typeDestinataire }
          : widen(suite, visee, nommee),
    ])
  );
}

const FAMILLES: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'entrepreneur',
  contact_individuel: 'contact-individuel',
  entreprise_partenaire: 'entreprise-partenaire',
};

/** One of each family, followed by nobody of ours. */
export const listVisees = (perimetres: Perimetres): Visee[] =>
  typeDestinataireSchema.options.map((typeDestinataire) => ({
    typeDestinataire,
    documentId: perimetres.fiches[FAMILLES[typeDestinataire]]!.find(
      ({ antenne, suivie }) => antenne === 'Lens' && suivie.join() === 'autre'
    )!.documentId,
  }));
