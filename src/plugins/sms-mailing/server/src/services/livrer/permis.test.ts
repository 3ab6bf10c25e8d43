import { describe, expect, it } from 'vitest';
import { createMoteurFictif, LOT, type MoteurFictif } from '../../../../test/fakes/moteur-fictif';
import { addEnvois, deliver, statuts } from '../../../../test/fakes/poste';
import { readReste, readResteDuClic } from './permis';

const HEURE = 3_600_000;
const CLIC = { lot: { ...LOT, modalite: 'fiche_action' as const } };

function watchPrises(moteur: MoteurFictif): number[] {
  const prises: number[] = [];
  const claim = moteur.ledger.claim.bind(moteur.ledger);
  moteur.ledger.claim = async (lot, options) => {
    prises.push(options.limite);
    return claim(lot, options);
  };
  return prises;
}

describe('ce qu’un ouvrier prend d’un coup', () => {
  it('est une minute de son débit : ce qu’on annule ou corrige ensuite est encore dans la file', async () => {
    const moteur = createMoteurFictif({ mail: { parSeconde: 2 } });
    moteur.chrono.wait = async () => undefined;
    addEnvois(moteur, 300);
    const prises = watchPrises(moteur);
    await deliver(moteur);
    expect(Math.max(...prises)).toBe(120);
    expect(statuts(moteur)).toEqual({ envoye: 300 });
  });

  it('est un seul message après une suspension', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 20);
    moteur.mail.issue = () => 'configuration';
    await deliver(moteur);
    const prises = watchPrises(moteur);
    moteur.chrono.advance(HEURE);
    moteur.now = new Date(moteur.now.getTime() + HEURE);
    await deliver(moteur);
    expect(prises.length).toBeGreaterThan(0);
    expect(Math.max(...prises)).toBe(1);
  });
});

describe('la limite d’e-mails par heure', () => {
  it('laisse au clic sa part : la soirée s’arrête avant, le clic part, et l’alerte dit jusqu’à quand', async () => {
    const moteur = createMoteurFictif({ mail: { parHeure: 30, partDuClic: 10 } });
    addEnvois(moteur, 40);
    await deliver(moteur);
    expect(statuts(moteur)).toEqual({ envoye: 27, programme: 13 });
    const clics = addEnvois(moteur, 4, CLIC);
    await deliver(moteur, 'immediate');
    expect(clics.map(({ statut }) => statut).sort()).toEqual([
      ...['envoye', 'envoye', 'envoye', 'programme'],
    ]);
    await deliver(moteur, 'immediate');
    expect(moteur.ledger.alertes.get('ouvrier.immediate')).toContain(
      'Votre limite de 30 e-mails par heure est atteinte : la suite part à 20h00.'
    );
    expect(await readReste(moteur, 'mail', 'immediate')).toEqual({
      parHeure: 30,
      reste: 0,
      libreLe: new Date(moteur.now.getTime() + HEURE),
    });
    moteur.now = new Date(moteur.now.getTime() + HEURE + 1);
    expect(await deliver(moteur, 'immediate')).toMatchObject({ envoyes: 1 });
  });

  it('compte devant un clic ceux qui attendent déjà : chaque place se libère une heure après son départ', async () => {
    const moteur = createMoteurFictif({ mail: { parHeure: 3 } });
    const debut = moteur.now.getTime();
    const dans = (minutes: number) => new Date(debut + minutes * 60_000);
    for (const minute of [0, 10, 20]) {
      moteur.now = dans(minute);
      addEnvois(moteur, 1, CLIC);
      if (minute < 20) await deliver(moteur, 'immediate');
    }
    expect(await readResteDuClic(moteur, 'mail')).toEqual({
      ...{ parHeure: 3, reste: 0, libreLe: dans(60) },
    });
    await deliver(moteur, 'immediate');
    addEnvois(moteur, 2, CLIC);
    expect(await readResteDuClic(moteur, 'mail')).toMatchObject({ reste: 0, libreLe: dans(80) });
    addEnvois(moteur, 2, CLIC);
    expect(await readResteDuClic(moteur, 'mail')).toMatchObject({ reste: 0, libreLe: dans(130) });
  });

  it('absente, ne retient rien', async () => {
    expect(await readReste(createMoteurFictif(), 'mail', 'immediate')).toBeNull();
    expect(await readResteDuClic(createMoteurFictif(), 'mail')).toBeNull();
  });
});
