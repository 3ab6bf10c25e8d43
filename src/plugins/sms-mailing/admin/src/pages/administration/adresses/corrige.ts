import type { AdresseACorriger } from '../../../../../core/api/adresses';
import { judgeCourriel } from '../../../../../core/judge-courriel';
import { canonCourriel, cleanCourriel, etatCourriel } from '../../../../../core/courriel';
import type { DonneesCrm } from '../../../api/crm';
import { toCoordonnees, type Composant } from '../../fiches/personnes/coordonnees';

/** What is wrong with an address typed in place of this one; null: it can be tried. */
export function judgeNouvelle(saisie: string, ancienne: string | null): string | null {
  const faute = judgeCourriel(saisie);
  if (faute !== null) {
    return faute;
  }
  const propre = cleanCourriel(saisie);
  if (etatCourriel(propre) === 'fictive') {
    return `« ${propre} » est une adresse de remplissage : demandez une vraie adresse à la personne.`;
  }
  return ancienne !== null && canonCourriel(propre) === canonCourriel(ancienne)
    ? 'C’est l’adresse à remplacer : saisissez-en une autre.'
    : null;
}

function replaceEmail(
  emails: readonly Composant[],
  composantId: number,
  adresse: string
): Composant[] | null {
  const autres = emails.map((email) => (email.id === composantId ? { ...email, adresse } : email));
  return emails.some(({ id }) => id === composantId) ? autres : null;
}

/**
 * What to write on the fiche as it is now; null: the address is no longer there, someone else has mended it. A first address
 * is accepted only if the person said so.
 */
export function toCorrection(
  { typeDestinataire, composantId }: Pick<AdresseACorriger, 'typeDestinataire' | 'composantId'>,
  fiche: DonneesCrm,
  saisie: { adresse: string; accepte: boolean }
): DonneesCrm | null {
  const adresse = cleanCourriel(saisie.adresse);
  if (typeDestinataire !== 'entrepreneur') {
    return { courrielPro: adresse };
  }
  const emails = toCoordonnees(fiche).listes.emails ?? [];
  if (composantId !== null) {
    const corriges = replaceEmail(emails, composantId, adresse);
    return corriges === null ? null : { emails: corriges };
  }
  return { emails: [...emails, { adresse, reference: true, accepte: saisie.accepte }] };
}

/** What follows, for whoever has just mended it. */
export function phraseCorrection({ programmes }: Pick<AdresseACorriger, 'programmes'>): string {
  if (programmes === 0) {
    return 'L’adresse est corrigée : les prochains messages y partiront.';
  }
  return programmes === 1
    ? 'L’adresse est corrigée : le message déjà programmé y partira.'
    : `L’adresse est corrigée : les ${String(programmes)} messages déjà programmés y partiront.`;
}
