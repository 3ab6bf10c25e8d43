import { describe, expect, it } from 'vitest';
import { diffCoordonnees, toCoordonnees, withComposant } from './coordonnees';

const FICHE = {
  nom: 'PALMER',
  accepteSms: true,
  consentementDate: '2022-01-05',
  recherche: 'palmer',
  emails: [{ id: 7, adresse: 'a@boite.test', reference: true, accepte: true, etat: 'valide' }],
  telephones: [],
};
const LUES = toCoordonnees(FICHE);

describe('Les coordonnées, corrigées sur place', () => {
  it('seul ce qui est de la page s’écrit : ni le nom, ni ce que personne ne saisit', () => {
    expect(LUES.champs).toEqual({ accepteSms: true, consentementDate: '2022-01-05' });
    expect(LUES.listes.emails).toEqual([
      { id: 7, adresse: 'a@boite.test', reference: true, accepte: true },
    ]);
    expect(diffCoordonnees(LUES, LUES)).toEqual({});
  });

  it('seul ce qui change s’écrit, une date effacée devient rien', () => {
    const champs = { ...LUES.champs, consentementDate: '' };
    expect(diffCoordonnees(LUES, { ...LUES, champs })).toEqual({ consentementDate: null });
    const emails = withComposant('emails', LUES.listes.emails!, 0, { adresse: 'b@boite.test' });
    expect(diffCoordonnees(LUES, { ...LUES, listes: { ...LUES.listes, emails } })).toEqual({
      emails: [{ id: 7, adresse: 'b@boite.test', reference: true, accepte: true }],
    });
  });

  it('un seul e-mail est de référence, un seul numéro principal', () => {
    const deux = [...LUES.listes.emails!, { adresse: 'b@boite.test', reference: false }];
    const apres = withComposant('emails', deux, 1, { reference: true });
    expect(apres.map(({ reference }) => reference)).toEqual([false, true]);
    expect(withComposant('emails', deux, 1, { accepte: true })[0]).toEqual(deux[0]);
  });
});
