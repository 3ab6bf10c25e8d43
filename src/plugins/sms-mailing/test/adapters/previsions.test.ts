import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContenuPrevision, LignePrevue } from '../../core/prevision';
import {
  createPrevisions,
  purgeChangements,
} from '../../server/src/adapters/sql/soirees/previsions';
import { openBase, type Base } from './campagnes-base';

const VUE = {
  depart: new Date('2022-03-03T18:00:00Z'),
  now: new Date('2022-03-03T14:00:00Z'),
  datee: false,
};
const DATEE = { ...VUE, datee: true };

const ATTENTE = { timeout: 30_000, interval: 20 };

let base: Base;
let previsions: ReturnType<typeof createPrevisions>;
let comptes: number;

const contenuDe = (personnes: number): ContenuPrevision => ({
  soir: '2022-03-03',
  lignes: [
    {
      ...{ modalite: 'campagne', regle: null, campagneId: 1, modeleDocumentId: 'm', modele: 'M' },
      ...{ typeContact: 'email', but: 'suivi', typeDestinataire: 'entrepreneur', enFile: true },
      ...{ antenneId: null, equipeId: null, referentId: null, motif: null, credits: 0 },
      personnes,
    },
  ],
  sollicitees: [],
});

/** Counts how many times it was asked; `pendant`: what happens while it counts. */
const compter =
  (personnes: number, pendant: () => Promise<unknown> = async () => undefined) =>
  async (): Promise<ContenuPrevision> => {
    comptes += 1;
    await pendant();
    return contenuDe(personnes);
  };

beforeAll(async () => {
  base = await openBase();
  previsions = createPrevisions(base.knex);
});
beforeEach(async () => {
  await base.knex.raw('TRUNCATE sms_previsions, sms_changements');
  comptes = 0;
});
afterAll(() => base.close());

const changer = () => base.add('actions', { objet: 'Atelier', date: '2022-03-05' });

describe('La prévision gardée (décision G13)', () => {
  it('sert tant que rien n’est écrit, et se refait dès qu’une écriture est validée', async () => {
    await previsions.get(VUE, compter(3));
    expect(await previsions.get(VUE, compter(3))).toMatchObject({ perimee: false });
    expect(comptes).toBe(1);
    await changer();
    expect(await previsions.get(VUE, compter(3))).toMatchObject({ perimee: false });
    expect(comptes).toBe(2);
  });

  it.each([
    ['une fiche', `INSERT INTO entrepreneurs (nom) VALUES ('X')`],
    ['une inscription retirée', `DELETE FROM participations`],
    ['une adresse', `UPDATE components_coordonnees_emails SET accepte = accepte`],
    ['un modèle', `UPDATE sms_modeles SET nom = nom`],
    ['un envoi', `UPDATE sms_envois SET detail = detail`],
    ['un report', `UPDATE sms_file SET disponible_le = disponible_le`],
    ['un paquet de SMS', `INSERT INTO sms_packages (achetes, consommes) VALUES (1, 0)`],
  ])('%s la périme, par quelque chemin que ce soit', async (_, sql) => {
    const modele = await base.addModele({});
    await base.addEntrepreneur('PALMER');
    await base.add('participations', { statut: 'Inscrit' });
    await base.knex.raw(
      `INSERT INTO components_coordonnees_emails (adresse, accepte) VALUES ('a@b.fr', true)`
    );
    await base.add('sms_envois', {
      ...{ cle: `c:${String(Math.random())}`, modalite: 'campagne', type_contact: 'email' },
      ...{ statut: 'programme', modele_id: modele.id, type_destinataire: 'entrepreneur' },
      ...{ destinataire_id: 1, prevu_le: VUE.depart, credits: 0, tentatives: 0 },
    });
    await previsions.get(VUE, compter(3));
    await base.knex.raw(sql);
    await previsions.get(VUE, compter(3));
    expect(comptes).toBe(2);
  });

  it('est relue telle qu’elle a été comptée', async () => {
    const [ligne] = contenuDe(3).lignes as [LignePrevue];
    const contenu: ContenuPrevision = {
      soir: '2022-03-03',
      lignes: [
        ligne,
        { ...ligne, enFile: false, regle: 'r', antenneId: 1, equipeId: 2, referentId: 3 },
        { ...ligne, motif: 'adresse_absente', personnes: 7 },
        { ...ligne, enFile: false, regle: 'r', antenneId: 4, credits: 5 },
      ],
      sollicitees: [
        {
          ...{ typeDestinataire: 'entrepreneur', documentId: 'd', nom: 'PALMER Julien' },
          ...{ messages: 2, antenneId: 1, equipeId: null, referentId: 3 },
        },
      ],
    };
    await previsions.get(VUE, async () => contenu);
    expect((await previsions.get(VUE, compter(0))).contenu).toEqual(contenu);
    expect(comptes).toBe(0);
  });

  it('se date à l’horloge de l’application, non à celle de la base', async () => {
    const now = VUE.now.toISOString();
    expect(await previsions.get(VUE, compter(3))).toMatchObject({ calculeeLe: now });
    const plusTard = { ...VUE, now: new Date(VUE.now.getTime() + 60_000) };
    expect(await previsions.get(plusTard, compter(3))).toMatchObject({ calculeeLe: now });
  });

  it('ce qui ne touche aucune ligne, ou est repris, ne périme rien', async () => {
    await previsions.get(VUE, compter(3));
    await base.knex.raw(`UPDATE sms_envois SET detail = 'x' WHERE id = -1`);
    await base.knex.raw(`DELETE FROM actions WHERE id = -1`);
    const reprise = base.knex.transaction(async (trx) => {
      await trx.raw(`INSERT INTO actions (objet) VALUES ('perdue')`);
      throw new Error('reprise');
    });
    await expect(reprise).rejects.toThrow('reprise');
    await previsions.get(VUE, compter(3));
    expect(comptes).toBe(1);
  });

  it('ce qui est validé pendant qu’elle se compte la périme, purge ou non', async () => {
    const faite = await previsions.get(
      VUE,
      compter(3, async () => {
        await changer();
        await purgeChangements(base.knex);
      })
    );
    expect(faite.perimee).toBe(true);
    await previsions.get(VUE, compter(3));
    expect(comptes).toBe(2);
  });

  it('une transaction ouverte avant, validée après, la périme', async () => {
    const trx = await base.knex.transaction();
    await trx.raw(`INSERT INTO actions (objet) VALUES ('lente')`);
    await previsions.get(VUE, compter(3));
    await trx.commit();
    await previsions.get(VUE, compter(3));
    expect(comptes).toBe(2);
  });

  it('se compte une fois pour tous ceux qui la demandent ensemble', async () => {
    const faites = await Promise.all(
      Array.from({ length: 5 }, () => previsions.get(VUE, compter(3)))
    );
    expect(comptes).toBe(1);
    expect(new Set(faites.map(({ calculeeLe }) => calculeeLe)).size).toBe(1);
  });

  describe('grande', () => {
    const GRANDE = 50_000;
    const vieillir = (duree: string) =>
      base.knex.raw(`UPDATE sms_previsions SET calculee_le = calculee_le - interval '${duree}'`);

    beforeEach(async () => {
      await previsions.get(VUE, compter(GRANDE));
      await changer();
    });

    it('ne se refait qu’une fois en 5 secondes, et dit qu’elle date', async () => {
      expect(await previsions.get(VUE, compter(GRANDE))).toMatchObject({ perimee: true });
      expect(comptes).toBe(1);
    });

    it('est attendue par qui ne dit pas de quand elle date', async () => {
      await vieillir('6 seconds');
      expect(await previsions.get(VUE, compter(GRANDE))).toMatchObject({ perimee: false });
      expect(comptes).toBe(2);
    });

    it('se refait derrière ce qu’elle montre : personne n’attend', async () => {
      await vieillir('6 seconds');
      let finir = (): void => undefined;
      const fini = new Promise<void>((resolve) => {
        finir = resolve;
      });
      expect(
        await previsions.get(
          DATEE,
          compter(GRANDE, () => fini)
        )
      ).toMatchObject({
        perimee: true,
      });
      finir();
      await vi.waitFor(async () => {
        expect(await previsions.get(DATEE, compter(GRANDE))).toMatchObject({ perimee: false });
      }, ATTENTE);
      expect(comptes).toBe(2);
    });

    it('trop vieille, elle n’est plus montrée', async () => {
      await vieillir('11 minutes');
      expect(await previsions.get(DATEE, compter(GRANDE))).toMatchObject({ perimee: false });
      expect(comptes).toBe(2);
    });

    it('un compte qui échoue derrière est dit à qui demande ensuite', async () => {
      await vieillir('6 seconds');
      const panne = (): Promise<never> => Promise.reject(new Error('panne'));
      expect(await previsions.get(DATEE, panne)).toMatchObject({ perimee: true });
      // Whichever of them counts, it fails: who asks meanwhile may count before who asked first.
      await vi.waitFor(async () => {
        await expect(previsions.get(DATEE, panne)).rejects.toThrow('panne');
      }, ATTENTE);
    });
  });

  it('un compte qui échoue, ou que son processus a perdu, n’empêche pas le suivant', async () => {
    const panne = (): Promise<never> => Promise.reject(new Error('panne'));
    await expect(previsions.get(VUE, panne)).rejects.toThrow('panne');
    await base.knex.raw(
      `INSERT INTO sms_previsions (depart, en_cours, commencee_le)
       VALUES ('2022-03-04 18:00', pg_current_snapshot(), clock_timestamp() - interval '3 minutes')`
    );
    const demain = { ...VUE, depart: new Date('2022-03-04T18:00:00Z') };
    expect(await previsions.get(demain, compter(3))).toMatchObject({ perimee: false });
  });
});
