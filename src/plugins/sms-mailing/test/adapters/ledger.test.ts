import { describe, expect, it } from 'vitest';
import type { Issue } from '../../server/src/services/ports/envois';
import {
  BANCS,
  claimOptions,
  depart,
  departOf,
  SOIR,
  useBanc,
  type BancLedger,
} from './envois-base';

const ENVOYE = { statut: 'envoye', reference: 'r', credits: 0 } as const;
const RETOUR = { statut: 'programme', disponibleLe: null, detail: null, compte: false } as const;
const PLUS_TARD = new Date('2022-03-03T18:15:00Z');
const ilYA = (minutes: number): Date => new Date(SOIR.getTime() - minutes * 60_000);
const autre = (reste: Record<string, unknown>, id: number): Issue => ({ ...reste, id }) as Issue;

describe.each(BANCS)('la file des envois %s', (_, open) => {
  let banc: BancLedger;
  useBanc(open, (ouvert) => {
    banc = ouvert;
  });

  describe('trouver ce qui est dû', () => {
    it('le premier de son lot, avec la version à envoyer ; ce qui n’est pas dû attend', async () => {
      await banc.add({ disponibleLe: PLUS_TARD });
      expect(await banc.listLots()).toEqual([]);
      const id = await banc.add();
      await banc.add();
      expect(await banc.listLots()).toEqual([{ ...banc.lot, version: 1, disponibleLe: SOIR, id }]);
    });

    it('chaque voie a les siens', async () => {
      await banc.add({ lot: { ...banc.lot, modalite: 'fiche_action' } });
      expect(await banc.listLots()).toEqual([]);
      expect(await banc.listLots('immediate')).toMatchObject([{ modalite: 'fiche_action' }]);
    });

    it('ce qui est pris ou sur le fil n’est plus à trouver', async () => {
      await banc.add();
      await banc.claim(banc.lot, claimOptions('a'));
      expect(await banc.listLots()).toEqual([]);
      await banc.ledger.giveBack('a', null);
      expect(await banc.listLots()).toHaveLength(1);
    });

    it('du plus ancien au plus récent, quels que soient leurs modèles', async () => {
      const lots = [
        { ...banc.lot, typeDestinataire: 'contact_individuel' },
        { ...banc.lot, modalite: 'fiche_entrepreneur' },
        { ...banc.lot, typeContact: 'newsletter' },
      ] as const;
      const minutes = [2, 3, 1];
      for (const [i, lot] of lots.entries()) {
        await banc.add({ lot, disponibleLe: ilYA(minutes[i]!) });
      }
      expect(await banc.listLots()).toMatchObject([lots[1], lots[0], lots[2]]);
    });
  });

  describe('prendre', () => {
    it('deux ouvriers ne prennent jamais le même', async () => {
      for (let i = 0; i < 6; i += 1) await banc.add();
      const [a, b] = await Promise.all([
        banc.claim(banc.lot, claimOptions('a', 4)),
        banc.claim(banc.lot, claimOptions('b', 4)),
      ]);
      expect([...a, ...b].map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it('reprend après le dernier pris, dans l’ordre où ils attendent', async () => {
      const tard = await banc.add();
      const tot = await banc.add({ disponibleLe: ilYA(5) });
      const [premier, ...rien] = await banc.claim(banc.lot, claimOptions('a', 1));
      expect([premier?.id, rien]).toEqual([tot, []]);
      await banc.ledger.giveBack('a', null);
      const suite = await banc.claim(banc.lot, { ...claimOptions('a'), apres: premier! });
      expect(suite.map(({ id }) => id)).toEqual([tard]);
    });

    it('ni ne prend ni ne marque sous une époque passée', async () => {
      await banc.add();
      await banc.ouvriers.beat('a', null);
      const pris = await banc.claim(banc.lot, claimOptions('a'));
      const epoque = await banc.ledger.readEpoque();
      await banc.change();
      expect(await banc.ledger.readEpoque()).not.toBe(epoque);
      const marque = { ouvrier: 'a', departs: pris.map((envoi) => departOf(envoi)), now: SOIR };
      expect((await banc.ledger.markEnCours({ ...marque, epoque })).partants).toEqual([]);
      await banc.ledger.giveBack('a', null);
      expect(await banc.claim(banc.lot, { ...claimOptions('a'), epoque })).toEqual([]);
      expect(await banc.claim(banc.lot, claimOptions('a'))).toHaveLength(1);
    });

    it('donne avec l’envoi tout ce que demande son message', async () => {
      const id = await banc.add();
      const [envoi] = await banc.claim(banc.lot, claimOptions('a'));
      expect(envoi).toMatchObject({ id, motif: null, tentatives: 0 });
      expect(envoi?.adresse).toContain('@courriel.test');
      expect(envoi?.valeurs).toHaveLength(1);
    });

    it('rendre remet dans la file ceux-là seulement, ou tous', async () => {
      const ids = [await banc.add(), await banc.add(), await banc.add()];
      await banc.claim(banc.lot, claimOptions('a'));
      expect(await banc.ledger.giveBack('b', null)).toBe(0);
      expect(await banc.ledger.giveBack('a', [ids[0]!])).toBe(1);
      expect(await banc.read(ids[0]!)).toMatchObject({ statut: 'programme', ouvrier: null });
      expect(await banc.ledger.giveBack('a', null)).toBe(2);
    });
  });

  describe('marquer « en cours »', () => {
    it('archive l’adresse, le Message-ID et les valeurs avant toute remise', async () => {
      const id = await banc.add();
      expect(await depart(banc, 'a')).toEqual([id]);
      const { statut, adresse, messageId, valeurs } = await banc.read(id);
      expect(statut).toBe('en_cours');
      expect(adresse).toContain('@courriel.test');
      expect(messageId).toBe(`<${String(id)}@bge.example>`);
      expect(valeurs).toHaveLength(1);
    });

    it('refuse ce qui n’est plus à nous', async () => {
      await banc.add();
      await banc.ouvriers.beat('a', null);
      const pris = await banc.claim(banc.lot, claimOptions('a'));
      await banc.ledger.giveBack('a', null);
      await banc.claim(banc.lot, claimOptions('b'));
      const marquage = await banc.mark(
        'a',
        pris.map((envoi) => departOf(envoi))
      );
      expect(marquage).toEqual({ partants: [], exclus: [] });
    });

    it('refuse un ouvrier que la base n’a pas entendu depuis son bail', async () => {
      await banc.add();
      await banc.ouvriers.beat('a', null);
      const pris = await banc.claim(banc.lot, claimOptions('a'));
      const departs = pris.map((envoi) => departOf(envoi));
      await banc.age('a', 31_000);
      expect((await banc.mark('a', departs)).partants).toEqual([]);
      await banc.age('a', 29_000);
      expect((await banc.mark('a', departs)).partants).toHaveLength(1);
    });
  });

  describe('inscrire le résultat', () => {
    it.each([
      [ENVOYE, { statut: 'envoye', reference: 'r', tentatives: 1 }],
      [
        { statut: 'echec', motif: 'refuse', detail: '550 inconnu', adresse: 'x@courriel.test' },
        { statut: 'echec', motif: 'refuse', detail: '550 inconnu', tentatives: 1, valeurs: null },
      ],
      [
        { statut: 'incertain', detail: 'pas de réponse' },
        { statut: 'incertain', detail: 'pas de réponse', tentatives: 1 },
      ],
      [
        { statut: 'programme', disponibleLe: PLUS_TARD, detail: '451', compte: true },
        { statut: 'programme', disponibleLe: PLUS_TARD, ouvrier: null, tentatives: 1 },
      ],
      [
        { statut: 'programme', disponibleLe: null, detail: null, compte: false },
        { statut: 'programme', disponibleLe: SOIR, ouvrier: null, tentatives: 0 },
      ],
      [
        { statut: 'exclu', motif: 'signet_vide', detail: '${action_date}' },
        { statut: 'exclu', motif: 'signet_vide', detail: '${action_date}', tentatives: 0 },
      ],
    ])('%j', async (issue, attendu) => {
      const id = await banc.add();
      await depart(banc, 'a');
      await banc.ledger.record('a', autre(issue, id), SOIR);
      expect(await banc.read(id)).toMatchObject(attendu);
    });

    it('seul l’ouvrier qui tient un envoi en décide', async () => {
      const id = await banc.add();
      await depart(banc, 'a');
      for (const statut of ['echec', 'incertain', 'exclu', 'programme']) {
        const dite = { statut, motif: 'signet_vide', detail: 'd', adresse: 'x', compte: true };
        await banc.ledger.record('b', autre({ ...dite, disponibleLe: PLUS_TARD }, id), SOIR);
      }
      expect(await banc.read(id)).toMatchObject({ statut: 'en_cours', ouvrier: 'a' });
    });

    it('un résultat tardif règle un incertain, jamais l’inverse', async () => {
      const id = await banc.add();
      await depart(banc, 'a');
      await banc.age('a', 31_000);
      await banc.ouvriers.sweep(30_000, SOIR);
      expect((await banc.read(id)).statut).toBe('incertain');
      await banc.ledger.record('a', { ...ENVOYE, id }, SOIR);
      expect((await banc.read(id)).statut).toBe('envoye');
      await banc.ledger.record('a', { statut: 'incertain', id, detail: 'tard' }, SOIR);
      expect((await banc.read(id)).statut).toBe('envoye');
    });

    it('un incertain ne retourne pas tout seul dans la file', async () => {
      const id = await banc.add();
      await depart(banc, 'a');
      await banc.age('a', 31_000);
      await banc.ouvriers.sweep(30_000, SOIR);
      await banc.ledger.record('a', { ...RETOUR, id }, SOIR);
      expect((await banc.read(id)).statut).toBe('incertain');
    });

    it('« parti » est vrai qui que ce soit qui le dise : un envoi repris entre-temps ne repart pas', async () => {
      const id = await banc.add();
      await depart(banc, 'a');
      await banc.ledger.record('a', { ...RETOUR, id }, SOIR);
      await banc.claim(banc.lot, claimOptions('b'));
      await banc.ledger.record('a', { ...ENVOYE, id }, SOIR);
      expect((await banc.read(id)).statut).toBe('envoye');
      const depart_b = {
        id,
        adresse: 'x',
        contactId: null,
        messageId: null,
        valeurs: [],
        credits: 0,
      };
      await banc.ouvriers.beat('b', null);
      expect((await banc.mark('b', [depart_b])).partants).toEqual([]);
    });
  });

  it('compte ce qui est parti depuis une heure, et ce qui est sur le point de partir', async () => {
    const [premier] = [await banc.add(), await banc.add()];
    await depart(banc, 'a');
    await banc.ledger.record('a', { ...ENVOYE, id: premier }, SOIR);
    await banc.add();
    const depuis = (minutes: number) => new Date(SOIR.getTime() - minutes * 60_000);
    expect(await banc.ledger.countPartis(['email'], depuis(60))).toEqual({
      nombre: 2,
      premier: SOIR,
    });
    const rien = { premier: null };
    expect(await banc.ledger.countPartis(['sms'], depuis(60))).toEqual({ nombre: 0, ...rien });
    expect(await banc.ledger.countPartis(['email'], depuis(-1))).toEqual({ nombre: 1, ...rien });
  });
});
