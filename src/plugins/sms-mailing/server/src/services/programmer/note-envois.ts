import { formatDate, localDate, localHeure } from '../../../../core/horaire';
import type { Atelier } from '../../adapters/sql/programmer/programmes';
import type { PartLue, ProgrammationModele } from './demande';
import { countPartants } from './inscrire';

const formatQuand = (depart: Date, zone: string): string =>
  `${formatDate(localDate(depart, zone))} à ${localHeure(depart, zone).slice(0, 5).replace(':', 'h')}`;

function countMessages({ part }: PartLue, ecrit: ProgrammationModele, sansCredit: number): number {
  return part.cible.genre === 'campagne'
    ? ecrit.programmes
    : Math.max(0, countPartants(ecrit) - sansCredit);
}

async function noteEnvoi(
  atelier: Atelier,
  { part: { cible, depart }, modele: { nom: modele } }: PartLue,
  { messages, zone }: { messages: number; zone: string }
): Promise<void> {
  switch (cible.genre) {
    case 'campagne':
      return atelier.note('campagne-programmee', {
        ...{ modele, messages, quand: formatQuand(depart, zone) },
      });
    case 'fiche_action':
      return atelier.note('action-ecrite', { modele, messages, action: cible.action.objet });
    case 'fiche_entrepreneur':
      return atelier.note(
        'entrepreneur-ecrit',
        { modele, messages, quand: formatQuand(depart, zone) },
        cible.entrepreneur
      );
    case 'envoi_automatique':
      return atelier.note(cible.essai === null ? 'regle-executee' : 'regle-testee', {
        ...{ modele, messages },
      });
    case 'relance':
      return atelier.note('envois-relances', { modele, messages });
  }
}

/** What a click wrote, in the Journal: a line for each modèle that leaves to somebody. */
export async function noteEnvois(
  atelier: Atelier,
  parts: readonly PartLue[],
  { modeles, sansCredit }: { modeles: readonly ProgrammationModele[]; sansCredit: number },
  zone: string
): Promise<void> {
  for (const [rang, lue] of parts.entries()) {
    const ecrit = modeles[rang];
    const messages = ecrit === undefined ? 0 : countMessages(lue, ecrit, sansCredit);
    if (messages > 0) {
      await noteEnvoi(atelier, lue, { messages, zone });
    }
  }
}
