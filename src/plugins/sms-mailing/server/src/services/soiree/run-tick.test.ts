import { describe, expect, it } from 'vitest';
import { createMoteurFictif, LOT, SANS_SOIREE } from '../../../../test/fakes/moteur-fictif';
import { addEnvois, statuts } from '../../../../test/fakes/poste';
import { runTick } from './run-tick';

const signal = new AbortController().signal;

describe('un tour d’ouvrier', () => {
  it('envoie sur les deux voies', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 3);
    addEnvois(moteur, 2, { lot: { ...LOT, modalite: 'fiche_action' } });
    expect(await runTick(moteur, 'ouvrier', signal)).toMatchObject({ envoyes: 5 });
  });

  it('reprend aux morts ce qu’ils tenaient : la file repart, le peut-être parti se dit', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 3, { statut: 'reserve', ouvrier: 'mort' });
    addEnvois(moteur, 2, { statut: 'en_cours', ouvrier: 'mort' });
    moteur.ledger.age('mort', 31_000);
    await runTick(moteur, 'ouvrier', signal);
    expect(statuts(moteur)).toEqual({ envoye: 3, incertain: 2 });
    expect(moteur.lignes.join()).toContain('3 envois remis en file, 2 incertains à vérifier');
  });

  it('ne touche pas à ce que tient un vivant', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 3, { statut: 'en_cours', ouvrier: 'vivant' });
    moteur.ledger.age('vivant', 29_000);
    await runTick(moteur, 'ouvrier', signal);
    expect(statuts(moteur)).toEqual({ en_cours: 3 });
  });

  it('une soirée qui ne s’ouvre pas n’empêche pas les campagnes de partir', async () => {
    const moteur = createMoteurFictif({
      soirees: {
        ...SANS_SOIREE,
        lastSoiree: () => Promise.reject(new Error('table abîmée')),
      },
    });
    addEnvois(moteur, 2);
    expect(await runTick(moteur, 'ouvrier', signal)).toMatchObject({ envoyes: 2 });
    expect(moteur.lignes.join()).toContain('table abîmée');
  });
});
