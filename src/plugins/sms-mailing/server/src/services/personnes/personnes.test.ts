import { describe, expect, it } from 'vitest';
import { perimetreParmi, TOUT } from '../../../../core/perimetre';
import type { PersonneStore } from '../ports/personnes';
import { bindPersonnes } from './bind-personnes';

const AILLEURS = perimetreParmi({});
const PALMER = { typeDestinataire: 'entrepreneur', documentId: 'palmer' } as const;
const GESTE = { portee: 'tout', raison: 'demande_orale' } as const;

/** Only « tout » reaches a fiche here; every write is noted. */
function open() {
  const gestes: string[] = [];
  const personnes: PersonneStore = {
    readOppositions: async () => [],
    listAccords: async () => [],
    listOpposees: async () => [],
    listDernieresCases: async () => [],
    readRubriques: async () => [],
    listOppositions: async () => ({ total: 0, lignes: [] }),
    oppose: async (sujet) => {
      gestes.push(`oppose ${'adresse' in sujet ? sujet.adresse : sujet.personne.documentId}`);
      return { ajoutees: 1, personnes: 1 };
    },
    lift: async (sujet) => {
      gestes.push(`lève ${'adresse' in sujet ? sujet.adresse : sujet.personne.documentId}`);
      return { levees: 1, restent: 0 };
    },
    release: async () => null,
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

  it('ni par la ligne d’un envoi, ni par le contact d’une entreprise', async () => {
    const { app, gestes } = open();
    const refus = { regle: 'hors-perimetre' };
    await expect(app.erasePersonne({ envoiId: 1 }, demandeur)).rejects.toMatchObject(refus);
    const contact = { typeDestinataire: 'contact_partenaire', documentId: 'marie' } as const;
    await expect(app.erasePersonne(contact, demandeur)).rejects.toMatchObject(refus);
    expect(gestes).toEqual([]);
  });
});

describe('une adresse ou un numéro se lit comme on l’écrit ou le colle', () => {
  it.each([
    ['Julien@Boite.test', 'julien@boite.test'],
    ['Élise Dupont <elise.dupont@x.fr>', 'elise.dupont@x.fr'],
    ['mailto:elise.dupont@x.fr', 'elise.dupont@x.fr'],
    ['\ufeffelise.dupont@x.fr\u00a0', 'elise.dupont@x.fr'],
    ['contact@Épicerie-Noémie.fr', 'contact@xn--picerie-nomie-9gbk.fr'],
    ['06 12 34 56 78', '+33612345678'],
    ['\u202a06 12 34 56 78\u202c', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['tel:+33612345678', '+33612345678'],
    ['612345678', '+33612345678'],
    ['0692123456', '+262692123456'],
  ])('« %s » : %s', async (saisie, lue) => {
    const { app, gestes } = open();
    const demandeur = { perimetre: TOUT, auteurId: 1 };
    await app.oppose({ cible: { adresse: saisie }, ...GESTE }, demandeur);
    await app.liftOpposition({ cible: { adresse: saisie }, ...GESTE }, demandeur);
    expect(gestes).toEqual([`oppose ${lue}`, `lève ${lue}`]);
  });

  it.each(['rue des Lilas', '@@@', 'a@x.fr, b@y.fr', 'elise@', '06 12'])(
    '« %s » est refusée, rien n’est enregistré',
    async (saisie) => {
      const { app, gestes } = open();
      const demandeur = { perimetre: TOUT, auteurId: 1 };
      await expect(
        app.oppose({ cible: { adresse: saisie }, ...GESTE }, demandeur)
      ).rejects.toMatchObject({ regle: 'adresse-illisible' });
      expect(gestes).toEqual([]);
    }
  );
});
