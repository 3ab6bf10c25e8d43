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

  it('à une autre heure que la base, n’ouvre pas le soir, n’envoie rien, et le dit', async () => {
    let ouvertes = 0;
    let digests = 0;
    const moteur = createMoteurFictif({
      soirees: {
        ...SANS_SOIREE,
        planSoiree: async () => {
          ouvertes += 1;
          return { ouverte: true, envois: 0, ecartees: [] };
        },
        planDigest: async () => (digests += 1),
      },
    });
    const alerte = 'L’horloge de ce serveur a 45 s d’avance.';
    moteur.horloge = { check: async () => false, alerte };
    addEnvois(moteur, 2);
    expect(await runTick(moteur, 'ouvrier', signal)).toMatchObject({ envoyes: 0 });
    expect({ ouvertes, digests }).toEqual({ ouvertes: 0, digests: 0 });
    expect(statuts(moteur)).toEqual({ programme: 2 });
    expect(moteur.lignes).toContain(alerte);
    expect(moteur.ledger.alertes.get('ouvrier.soir')).toBe(alerte);
  });

  it('un résumé du matin qui échoue ne retient pas les autres avis', async () => {
    const moteur = createMoteurFictif({
      soirees: { ...SANS_SOIREE, planDigest: () => Promise.reject(new Error('compte impossible')) },
    });
    let recaps = 0;
    moteur.avis.planRecapitulatifs = async () => (recaps += 1);
    await runTick(moteur, 'ouvrier', signal);
    expect(recaps).toBe(1);
    expect(moteur.lignes.join()).toContain('compte impossible');
  });

  it('ce qui est retenu le dit avant que la soirée se reporte', async () => {
    const ordre: string[] = [];
    const moteur = createMoteurFictif({
      soirees: { ...SANS_SOIREE, postpone: async () => ordre.push('reporter') },
    });
    moteur.now = new Date('2022-03-03T20:30:00Z');
    moteur.ledger.explainSuspensions = async () => ordre.push('expliquer');
    await runTick(moteur, 'ouvrier', signal);
    expect(ordre).toEqual(['expliquer', 'reporter']);
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
