import { describe, expect, it } from 'vitest';
import { TOUT, type Perimetre } from '../../../../core/perimetre';
import type { PersonneStore } from '../ports/personnes';
import { bindPersonnes } from './bind-personnes';

const AILLEURS: Perimetre = { genre: 'antenne', antenneIds: [] };
const PALMER = { typeDestinataire: 'entrepreneur', documentId: 'palmer' } as const;
const GESTE = { portee: 'tout', raison: 'demande_orale' } as const;

/** Only « tout » reaches a fiche here; every write is noted. */
function open() {
  const gestes: string[] = [];
  const personnes: PersonneStore = {
    listCoordonnees: async () => ['julien.palmer@boite.test'],
    readOppositions: async () => [],
    oppose: async (adresses) => {
      gestes.push(`oppose ${adresses.join(' ')}`);
      return 1;
    },
    lift: async (adresses) => {
      gestes.push(`lève ${adresses.join(' ')}`);
      return 1;
    },
    erase: async () => {
      gestes.push('efface');
      return { envois: 0, annules: 0, empreintes: 0 };
    },
  };
  const muet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const app = bindPersonnes({
    personnes,
    fiches: { canReach: async (_type, _documentId, { genre }) => genre === 'tout' },
    moteur: { clock: () => new Date('2022-03-03T14:00:00Z'), journal: muet },
  });
  return { app, gestes };
}

describe('Hors de son périmètre, personne ne lit, n’oppose, ne lève ni n’efface', () => {
  const demandeur = { perimetre: AILLEURS, auteurId: 1 };

  it('par la fiche', async () => {
    const { app, gestes } = open();
    const refus = { regle: 'hors-perimetre' };
    await expect(app.listOppositions(PALMER, AILLEURS)).rejects.toMatchObject(refus);
    await expect(app.oppose({ cible: PALMER, ...GESTE }, demandeur)).rejects.toMatchObject(refus);
    await expect(app.liftOpposition({ cible: PALMER, ...GESTE }, demandeur)).rejects.toMatchObject(
      refus
    );
    await expect(app.erasePersonne(PALMER, demandeur)).rejects.toMatchObject(refus);
    expect(gestes).toEqual([]);
  });

  it('ni par l’adresse seule, qui contournerait la fiche', async () => {
    const { app, gestes } = open();
    const cible = { adresse: 'julien.palmer@boite.test' };
    const refus = { regle: 'hors-perimetre' };
    await expect(app.oppose({ cible, ...GESTE }, demandeur)).rejects.toMatchObject(refus);
    await expect(app.liftOpposition({ cible, ...GESTE }, demandeur)).rejects.toMatchObject(refus);
    expect(gestes).toEqual([]);
  });
});

it('une adresse ou un numéro se lit comme on l’écrit', async () => {
  const { app, gestes } = open();
  const demandeur = { perimetre: TOUT, auteurId: 1 };
  await app.oppose({ cible: { adresse: 'Julien@Boite.test' }, ...GESTE }, demandeur);
  await app.liftOpposition({ cible: { adresse: '06 12 34 56 78' }, ...GESTE }, demandeur);
  await expect(
    app.oppose({ cible: { adresse: 'rue des Lilas' }, ...GESTE }, demandeur)
  ).rejects.toMatchObject({ regle: 'adresse-illisible' });
  expect(gestes).toEqual(['oppose julien@boite.test', 'lève +33612345678']);
});
