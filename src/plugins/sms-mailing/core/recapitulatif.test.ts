import { describe, expect, it } from 'vitest';
import {
  composeAlerteStock,
  composeRecapitulatif,
  renderAvis,
  type LigneRecapitulatif,
} from './recapitulatif';

const ACTION = { objet: 'Atelier <coaching>', date: '2022-03-05', soir: '2022-03-03' };
const ligne = (saisie: Partial<LigneRecapitulatif>): LigneRecapitulatif => ({
  nom: 'PALMER Julien',
  typeContact: 'email',
  modele: 'Rappel',
  statut: 'envoye',
  motif: null,
  ...saisie,
});

describe('le récapitulatif à l’intervenant (décision F15)', () => {
  const avis = composeRecapitulatif(ACTION, [
    ligne({}),
    ligne({ nom: 'MARTIN Sophie', typeContact: 'sms', statut: 'remis' }),
    ligne({ nom: 'DIALLO Amadou', statut: 'exclu', motif: 'adresse_absente' }),
    ligne({ nom: 'NGUYEN Linh', statut: 'echec', motif: 'refuse' }),
    ligne({ nom: 'PETIT Paul', statut: 'incertain' }),
    ligne({ nom: 'DURAND Zoé', statut: 'programme' }),
  ]);

  it('dit qui a reçu et par quel moyen, qui n’a pas reçu et pourquoi, qui attend', () => {
    expect(avis.objet).toBe('Récapitulatif du 03/03/2022 : Atelier <coaching> du 05/03/2022');
    const { texte } = renderAvis(avis);
    expect(texte).toContain(
      'Envoyés (2)\n- PALMER Julien (E-mail « Rappel »)\n- MARTIN Sophie (SMS'
    );
    expect(texte).toContain('Non envoyés (3)\n- DIALLO Amadou (E-mail « Rappel ») : Aucun e-mail');
    expect(texte).toContain('NGUYEN Linh (E-mail « Rappel ») : le message a été refusé');
    expect(texte).toContain('PETIT Paul (E-mail « Rappel ») : peut-être parti');
    expect(texte).toContain('Pas encore partis (1)\n- DURAND Zoé');
  });

  it('n’interprète rien de ce que disent les fiches', () => {
    expect(renderAvis(avis).html).toContain('Atelier &lt;coaching&gt;');
    expect(renderAvis(avis).html).not.toContain('<coaching>');
  });
});

it('l’alerte de stock dit ce qui reste, ou qu’il ne reste rien', () => {
  expect(composeAlerteStock(12, 10).objet).toBe('Le stock de SMS est bas');
  expect(renderAvis(composeAlerteStock(12, 10)).texte).toContain('reste 12 SMS : moins de 10 %');
  expect(composeAlerteStock(0, 10).objet).toBe('Le stock de SMS est épuisé');
});
