import {
  envoiAutomatiqueSchema,
  type Criteres,
  type EnvoiAutomatique,
} from '../../core/envoi-automatique';

/** The guide's own rule (§6.d): J-2 of the collective ateliers « Cartes en main » of Activ'Créa lot 1. */
export function regle(
  criteres: Partial<Criteres> = {},
  autres: Partial<Omit<EnvoiAutomatique, 'criteres'>> = {}
): EnvoiAutomatique {
  return envoiAutomatiqueSchema.parse({
    typeContact: 'email',
    modeleDocumentId: 'rappel',
    delai: -2,
    criteres,
    ...autres,
  });
}
