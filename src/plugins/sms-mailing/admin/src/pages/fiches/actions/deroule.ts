import type { EtatJalon, Jalon, PersonneJalon } from '../../../../../core/api/deroule';
import { formatDelai } from '../../../../../core/delai';
import type { FicheAction } from '../../../../../core/api/fiches';
import { formatJour, pluralize } from '../../../components/texte';

export const withEtat = ({ personnes }: Jalon, etat: EtatJalon): PersonneJalon[] =>
  personnes.filter((personne) => personne.etat === etat);

/** In the order in which one wants to know. */
const PHRASES: readonly (readonly [EtatJalon, (nombre: number) => string])[] = [
  ['recu', (n) => pluralize(n, 'reçu')],
  ['a_venir', (n) => pluralize(n, 'recevra', 'recevront')],
  ['incertain', (n) => pluralize(n, 'peut-être reçu', 'peut-être reçus')],
  ['manque', (n) => pluralize(n, 'ne l’a pas', 'ne l’ont pas')],
  ['annule', (n) => pluralize(n, 'annulé')],
];

/** « 9 recevront, 1 ne l'a pas »; who is left aside is told on demand. */
export function phraseJalon(jalon: Jalon): string {
  const dits = PHRASES.map(([etat, dire]) => [withEtat(jalon, etat).length, dire] as const)
    .filter(([nombre]) => nombre > 0)
    .map(([nombre, dire]) => dire(nombre));
  return dits.length === 0 ? 'personne pour l’instant' : dits.join(', ');
}

/** The day: « 28/02/2022 », « J-2, soir du 03/03/2022 ». */
export function phraseQuand({ delai, jour }: Jalon): string {
  return delai === null ? formatJour(jour) : `${formatDelai(delai)}, soir du ${formatJour(jour)}`;
}

/** Who came in after the others had it; where nobody has it, nobody is late. */
export function listTardifs(jalon: Jalon): PersonneJalon[] {
  return withEtat(jalon, 'recu').length === 0
    ? []
    : jalon.personnes.filter(({ etat, inscriteDepuis }) => etat === 'manque' && inscriteDepuis);
}

/** « Convocation » a été envoyée aux 10 autres le …; PALMER Julien s'est inscrit depuis. */
export function phraseTardifs(jalon: Jalon): string {
  const tardifs = listTardifs(jalon);
  const recus = withEtat(jalon, 'recu').length;
  const qui = tardifs.map(({ nom }) => nom).join(', ');
  const inscrits = tardifs.length === 1 ? 'a été inscrit depuis' : 'ont été inscrits depuis';
  const autres = recus === 1 ? 'à l’autre participant' : `aux ${String(recus)} autres`;
  return `« ${jalon.modele} » est parti le ${formatJour(jalon.jour)} ${autres} ; ${qui} ${inscrits}.`;
}

const COMPTES: readonly (readonly [string, string, string])[] = [
  ['Présent', 'présent', 'présents'],
  ['Absent', 'absent', 'absents'],
  ['Absent excusé', 'absent excusé', 'absents excusés'],
  ['Non saisie', 'à saisir', 'à saisir'],
];

const vient = ({ statut }: { statut: string }): boolean =>
  statut === 'Inscrit' || statut === 'Surbooking';

export function phrasePresences({ participants }: Pick<FicheAction, 'participants'>): string {
  const viennent = participants.filter(vient);
  return COMPTES.map(
    ([presence, un, plusieurs]) =>
      [viennent.filter((p) => p.presence === presence).length, un, plusieurs] as const
  )
    .filter(([nombre]) => nombre > 0)
    .map(([nombre, un, plusieurs]) => pluralize(nombre, un, plusieurs))
    .join(', ');
}

export function phraseConfirmations({ participants }: Pick<FicheAction, 'participants'>): string {
  const viennent = participants.filter(vient);
  const confirmes = viennent.filter(({ confirme }) => confirme).length;
  return `${pluralize(confirmes, 'confirmé')} sur ${String(viennent.length)}`;
}
