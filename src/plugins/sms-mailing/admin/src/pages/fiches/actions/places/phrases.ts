import type { PlacesDAction, PropositionLue } from '../../../../../../core/proposition';
import { formatInstant, pluralize } from '../../../../components/texte';

/** Places that may be proposed now; null: no capacité, as many as one wishes. */
export function countProposables({ libres, tenues }: PlacesDAction): number | null {
  return libres === null ? null : Math.max(0, libres - tenues);
}

/** « 1 place libre, déjà proposée. » */
export function phrasePlaces(places: PlacesDAction): string {
  const { libres, tenues } = places;
  if (libres === null) {
    return 'Cette action n’a pas de capacité : vous pouvez proposer une place à chacun.';
  }
  if (libres === 0) {
    return 'Aucune place n’est libre pour l’instant : cette liste le dira dès qu’une inscription s’annule.';
  }
  const dit = pluralize(libres, 'place libre', 'places libres');
  if (tenues === 0) {
    return `${dit}. Rien n’est proposé sans vous : choisissez à qui.`;
  }
  return tenues >= libres
    ? `${dit}, ${libres === 1 ? 'déjà proposée' : 'toutes proposées'} : attendez une réponse.`
    : `${dit}, dont ${pluralize(tenues, 'déjà proposée', 'déjà proposées')}.`;
}

const CONVOCATIONS: Readonly<Record<PropositionLue['convocation'], string>> = {
  aucune: '',
  a_envoyer: ' Sa convocation va partir.',
  envoyee: ' Sa convocation est partie.',
  impossible: ' Sa convocation n’est pas partie :',
};

/** Where the last proposition made to a person stands, in one sentence. */
export function phraseProposition(proposition: PropositionLue): string {
  const { etat, proposeeLe, expireLe, closeLe, par, convocation, detail } = proposition;
  const auteur = par === '' ? '' : ` par ${par}`;
  switch (etat) {
    case 'ouverte':
      return `Place proposée le ${formatInstant(proposeeLe)}${auteur}, gardée jusqu’au ${formatInstant(expireLe)}.`;
    case 'expiree':
      return `N’a pas répondu avant le ${formatInstant(expireLe)}.`;
    case 'acceptee':
      return `A pris la place le ${formatInstant(closeLe)}.${CONVOCATIONS[convocation]}${
        convocation === 'impossible' ? ` ${detail ?? ''}` : ''
      }`;
    case 'refusee':
      return `A refusé la place le ${formatInstant(closeLe)} : ne pourra pas venir.`;
    case 'retiree':
      return `Place reprise le ${formatInstant(closeLe)}, avant sa réponse.`;
    case 'caduque':
      return 'N’est plus en liste d’attente.';
  }
}
