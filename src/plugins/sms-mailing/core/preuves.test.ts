import { describe, expect, it } from 'vitest';
import { demandePreuvesSchema, toCsvPreuves, type Preuve } from './preuves';

const PREUVE: Preuve = {
  envoyeLe: new Date('2022-03-31T22:30:00Z'),
  statut: 'remis',
  typeContact: 'sms',
  modele: 'Rappel "J-2"',
  modalite: 'envoi_automatique',
  action: null,
  destinataire: '=HYPERLINK("http://x")',
  adresse: '+33601020304',
};

describe('Les preuves d’envoi, en feuille de calcul', () => {
  it('une ligne par envoi, dans la zone de l’association, sous ses en-têtes', () => {
    const [entetes, ligne, fin] = toCsvPreuves([PREUVE], 'Europe/Paris').split('\r\n');
    expect(entetes).toContain('"Date";"Heure";"Statut"');
    expect(ligne).toContain('"01/04/2022";"00:30:00"');
    expect(ligne).toContain('"Rappel ""J-2"""');
    expect(fin).toBe('');
  });

  it('ce qu’un tableur exécuterait reste du texte', () => {
    const csv = toCsvPreuves([PREUVE], 'Europe/Paris');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain(`"'+33601020304"`);
  });

  it.each([
    ['2026-03', true],
    ['2026-13', false],
    ['2026-3', false],
    ['', false],
  ])('le mois « %s » : %s', (mois, attendu) => {
    expect(demandePreuvesSchema.safeParse({ mois }).success).toBe(attendu);
  });
});
