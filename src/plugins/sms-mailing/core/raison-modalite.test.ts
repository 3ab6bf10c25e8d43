import { describe, expect, it } from 'vitest';
import { raisonModaliteImpossible } from './raison-modalite';
import { parseSignets } from './signet';
import { computeModalites } from './validation-signets';
import { modaliteSchema, typeDestinataireSchema } from './vocabulaire';

const ACTION = parseSignets('Rendez-vous le ${action_date# j F Y}');
const PERSONNE = parseSignets('Bonjour ${personne/personne_prenom}');
const ENTREPRISE = parseSignets('${entreprise/entreprise_siret}');

describe('une modalité impossible', () => {
  it('dit quel signet lit une action', () => {
    expect(raisonModaliteImpossible('campagne', ACTION, ['entrepreneur'])).toBe(
      'Le signet « Date et heure de l’action » lit une action : remplacez-le par un signet de la personne.'
    );
  });

  it('dit que les fiches et l’envoi automatique n’écrivent qu’aux entrepreneurs', () => {
    expect(raisonModaliteImpossible('fiche_action', PERSONNE, ['contact_individuel'])).toContain(
      'n’écrit qu’aux entrepreneurs'
    );
  });

  it('dit qu’un signet n’a de valeur pour personne', () => {
    expect(raisonModaliteImpossible('fiche_action', ENTREPRISE, ['entrepreneur'])).toContain(
      'n’a de valeur pour aucun'
    );
  });

  it('demande des destinataires quand il n’y en a pas', () => {
    expect(raisonModaliteImpossible('campagne', PERSONNE, [])).toBe(
      'Choisissez d’abord un type de destinataires.'
    );
  });

  it('a une raison si et seulement si elle n’est pas possible', () => {
    for (const morceaux of [ACTION, PERSONNE, ENTREPRISE, []]) {
      for (const type of typeDestinataireSchema.options) {
        const possibles = computeModalites(morceaux, [type]);
        for (const modalite of modaliteSchema.options) {
          const raison = raisonModaliteImpossible(modalite, morceaux, [type]);
          expect(raison === null).toBe(possibles.includes(modalite));
        }
      }
    }
  });
});
