import { describe, expect, it } from 'vitest';
import { parseFiltres, problemeFiltres, withFiltre } from './filtres-saisis';

const VIDES = { typeDestinataire: 'entrepreneur' } as const;

describe('Guide §7.b : les filtres qu’on remplit', () => {
  it('un filtre vidé disparaît, il ne reste pas un filtre vide', () => {
    const avec = withFiltre(VIDES, 'ods', ['o1']);
    expect(avec).toEqual({ ...VIDES, ods: ['o1'] });
    expect(withFiltre(avec, 'ods', [])).toEqual(VIDES);
    expect(withFiltre(avec, 'dateNaissance', { du: undefined, au: undefined })).toEqual(avec);
    expect(withFiltre(avec, 'ville', '')).toEqual(avec);
  });

  it('une adresse rend ses filtres, ou rien si elle a été abîmée ou vise d’autres destinataires', () => {
    const texte = JSON.stringify({ ...VIDES, ville: 'Lille' });
    expect(parseFiltres(texte, 'entrepreneur')).toEqual({ ...VIDES, ville: 'Lille' });
    expect(parseFiltres(texte, 'contact_individuel')).toBeNull();
    expect(parseFiltres('{"typeDest', 'entrepreneur')).toBeNull();
    expect(parseFiltres(null, 'entrepreneur')).toBeNull();
  });

  it('une période à l’envers est dite avant d’être cherchée', () => {
    const inversee = withFiltre(VIDES, 'dateFinOds', { du: '2022-02-01', au: '2022-01-01' });
    expect(problemeFiltres(inversee)).toContain('corrigez « du » et « au »');
    expect(problemeFiltres(VIDES)).toBeNull();
  });
});
