import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TOUT } from '../../core/perimetre';
import { listLots } from '../../server/src/adapters/sql/envois/list-lots';
import { createHistorique } from '../../server/src/adapters/sql/fiches/historique';
import { query } from '../../server/src/adapters/sql/query';
import type { Lot } from '../../server/src/services/ports/envois';
import { claimOptions, depart, openBancSql, SOIR, type BancSql } from './envois-base';

let banc: BancSql;

beforeAll(async () => {
  banc = await openBancSql();
});
beforeEach(async () => {
  await banc.reset();
  await banc.base.knex('sms_modeles').update({ inactif: false });
});
afterAll(() => banc.close());

const motifOf = async (lot = banc.lot): Promise<string | null> => {
  const [envoi] = await banc.claim(lot, claimOptions('a'));
  return envoi?.motif ?? null;
};
const change = (table: string, id: number, champs: Record<string, unknown>) =>
  banc.base.knex(table).where({ id }).update(champs);

describe('ce qui se revérifie au départ', () => {
  it.each([
    [
      'la fiche supprimée',
      'fiche_absente',
      (id: number) => banc.base.knex('entrepreneurs').where({ id }).delete(),
    ],
    [
      'la fiche rendue inactive',
      'fiche_inactive',
      (id: number) => change('entrepreneurs', id, { inactif: true }),
    ],
    [
      'l’e-mail refusé depuis',
      'adresse_non_acceptee',
      () => banc.base.knex('components_coordonnees_emails').update({ accepte: false }),
    ],
    ['rien de changé', null, async () => 0],
  ])('%s', async (_, motif, avant) => {
    const id = await banc.add();
    const { destinataire_id: personne } = await banc.base
      .knex('sms_envois')
      .where({ id })
      .first<{ destinataire_id: number }>();
    await avant(personne);
    expect(await motifOf()).toBe(motif);
  });

  describe('un envoi automatique', () => {
    const ids = { regle: 0, modele: 0, action: 0, participation: 0 };
    beforeEach(async () => {
      const { base } = banc;
      ids.modele = banc.lot.modeleId;
      ids.regle = await base.add('sms_envois_automatiques', {
        type_contact: 'email',
        modele_id: banc.lot.modeleId,
        delai: -2,
        criteres: '{}',
        inactif: false,
      });
      const heure = { date: '2022-03-05', heure_debut: '09:30' };
      ids.action = await base.add('actions', { objet: 'Atelier', statut: 'Planifiée', ...heure });
      ids.participation = await base.add('participations', { statut: 'Inscrit' });
      const id = await banc.add({ lot: { ...banc.lot, modalite: 'envoi_automatique' } });
      await change('sms_envois', id, {
        envoi_automatique_id: ids.regle,
        action_id: ids.action,
        action_date: '2022-03-05',
        participation_id: ids.participation,
      });
    });

    it.each([
      ['rien de changé', null, {}],
      ['la règle rendue inactive', 'regle_inactive', { regle: { inactif: true } }],
      ['son modèle rendu inactif', 'modele_inactif', { modele: { inactif: true } }],
      ['l’action annulée', 'action_annulee', { action: { statut: 'Annulée' } }],
      ['l’action déplacée', 'action_modifiee', { action: { date: '2022-03-12' } }],
      [
        'la participation annulée',
        'participation_annulee',
        { participation: { statut: 'Annulé' } },
      ],
      [
        'passé en liste d’attente',
        'liste_attente',
        { participation: { statut: "Liste d'attente" } },
      ],
    ] as [string, string | null, Record<string, Record<string, unknown>>][])(
      '%s',
      async (_, motif, champs) => {
        const tables = {
          regle: 'sms_envois_automatiques',
          modele: 'sms_modeles',
          action: 'actions',
          participation: 'participations',
        };
        for (const [nom, table] of Object.entries(tables)) {
          if (champs[nom] !== undefined)
            await change(table, ids[nom as keyof typeof ids], champs[nom]);
        }
        expect(await motifOf({ ...banc.lot, modalite: 'envoi_automatique' })).toBe(motif);
      }
    );

    it('l’action commencée quand il peut enfin partir : trop tard, à la minute près', async () => {
      const lot = { ...banc.lot, modalite: 'envoi_automatique' } as const;
      const at = (texte: string) => ({ ...claimOptions('a'), now: new Date(`${texte}+01:00`) });
      const [avant] = await banc.claim(lot, at('2022-03-05T09:29:59'));
      expect(avant?.motif).toBeNull();
      await banc.ledger.giveBack('a', null);
      const [apres] = await banc.claim(lot, at('2022-03-05T09:30:00'));
      expect(apres?.motif).toBe('trop_tard');
    });
  });
});

describe('trouver les lots', () => {
  const NOMBREUX = 5_000;

  /** Rows of the queue that the search has read, and what it found. */
  const read = (promotions: boolean) =>
    banc.base.knex.transaction(async (trx) => {
      const LUS = `SELECT coalesce(idx_tup_fetch + seq_tup_read, 0)::int AS lus
        FROM pg_stat_xact_user_tables WHERE relname = 'sms_file'`;
      const count = async () => (await query<{ lus: number }>(trx, LUS))[0]?.lus ?? 0;
      const avant = await count();
      const lots = await listLots(trx, { now: SOIR, voie: 'soir', promotions });
      return { lots, lus: (await count()) - avant };
    });

  it.each<[string, Partial<Lot>, boolean]>([
    ['les SMS d’un fournisseur suspendu', { typeContact: 'sms' }, true],
    ['des newsletters', { typeContact: 'newsletter' }, false],
    ['ceux qui partent au clic', { modalite: 'fiche_action' }, true],
    ['d’autres destinataires', { typeDestinataire: 'contact_individuel' }, true],
    ['des e-mails de promotion', { modeleId: -1 }, false],
  ])('sans lire %s, si nombreux soient-ils', async (_, retenus, promotions) => {
    const promotion = await banc.addModele('promotion');
    const lot = { ...banc.lot, ...retenus };
    if (lot.modeleId < 0) lot.modeleId = promotion;
    await banc.add({ lot, disponibleLe: new Date('2022-03-01T18:00:00Z') });
    await banc.add();
    await banc.base.knex.raw(
      `INSERT INTO sms_file (envoi_id, voie, transport, modele_id, type_contact, type_destinataire, modalite, disponible_le)
       SELECT 100000 * envoi_id + n, voie, transport, modele_id, type_contact, type_destinataire, modalite, disponible_le
         FROM sms_file, generate_series(1, ${String(NOMBREUX)}) n`
    );
    await banc.base.knex.raw('ANALYZE sms_file');
    const { lots, lus } = await read(promotions);
    expect(lots.at(-1)).toMatchObject(banc.lot);
    expect(lus).toBeLessThan(20);
  });
});

describe('le résultat, quoi qu’il arrive', () => {
  it('« renvoyer » puis la preuve tardive que c’était parti : rien ne repart', async () => {
    const id = await banc.add();
    await depart(banc, 'fige');
    await banc.age('fige', 31_000);
    await banc.ouvriers.sweep(30_000, SOIR);
    const documentId = await banc.base.documentId('sms_envois', id);
    const historique = createHistorique(banc.base.knex, () => Promise.resolve(false));
    await historique.settleIncertain(documentId, 'renvoyer', TOUT, SOIR);
    expect((await banc.read(id)).statut).toBe('programme');
    await banc.ledger.record('fige', { statut: 'envoye', id, reference: 'r', credits: 0 }, SOIR);
    expect((await banc.read(id)).statut).toBe('envoye');
    expect(await banc.claim(banc.lot, claimOptions('b'))).toEqual([]);
  });

  it('la réponse d’un serveur s’inscrit, quels que soient ses caractères', async () => {
    const id = await banc.add();
    await depart(banc, 'a');
    const detail = 'refus\0é \ud83d coupé';
    await banc.ledger.record(
      'a',
      { statut: 'echec', id, motif: 'refuse', detail, adresse: null },
      SOIR
    );
    expect((await banc.read(id)).detail).toBe('refusé \ufffd coupé');
  });

  it('une adresse refusée pour toujours est à corriger, sauf si l’envoi était en d’autres mains', async () => {
    await banc.base.knex.raw('TRUNCATE sms_rebonds');
    const id = await banc.add();
    await depart(banc, 'a');
    const retour = { raison: 'boite_inexistante', par: '', code: '5.1.1' } as const;
    const adresse = 'x@courriel.test';
    const issue = { statut: 'echec', id, motif: 'refuse', detail: '550', adresse, retour } as const;
    const lire = () => banc.base.knex('sms_rebonds').select('envoi_id', 'raison', 'refuse');
    await banc.ledger.record('un-autre', issue, SOIR);
    expect(await lire()).toEqual([]);
    const epoque = await banc.ledger.readEpoque();
    await banc.ledger.record('a', issue, SOIR);
    await banc.ledger.record('a', issue, SOIR);
    // The evening does not begin anew at each dead address.
    expect(await banc.ledger.readEpoque()).toBe(epoque);
    expect(await lire()).toEqual([{ envoi_id: id, raison: 'boite_inexistante', refuse: true }]);
  });

  it('un résultat que la base refuse n’emporte pas ceux de son groupe', async () => {
    const ids = [await banc.add(), await banc.add(), await banc.add()];
    await depart(banc, 'a');
    const resultats = await Promise.allSettled(
      ids.map((id, i) =>
        banc.ledger.record(
          'a',
          { statut: 'envoye', id, reference: 'r', credits: i === 1 ? -1 : 0 },
          SOIR
        )
      )
    );
    expect(resultats.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await banc.read(ids[0]!)).statut).toBe('envoye');
    expect((await banc.read(ids[1]!)).statut).toBe('en_cours');
  });

  it('une base qui coupe toutes ses connexions ne fait perdre ni doubler aucun résultat', async () => {
    for (let i = 0; i < 60; i += 1) await banc.add();
    const ids = await depart(banc, 'a');
    const couper = async (): Promise<void> => {
      const autres = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`;
      await banc.base.knex.raw(autres).then(undefined, () => undefined);
      await new Promise((suite) => setTimeout(suite, 20));
    };
    // Outcomes come and go while the base cuts: so many times, whatever becomes of them meanwhile.
    const inscriptions: Promise<void>[] = [];
    for (const [i, id] of ids.entries()) {
      inscriptions.push(
        banc.ledger.record('a', { statut: 'envoye', id, reference: 'r', credits: 0 }, SOIR)
      );
      if (i % 4 === 3) await couper();
    }
    await Promise.all(inscriptions);
    await vi.waitFor(async () => {
      const { rows } = await banc.base.knex.raw<{ rows: unknown[] }>(
        'SELECT statut, tentatives, count(*)::int AS nombre FROM sms_envois GROUP BY 1, 2'
      );
      expect(rows).toEqual([{ statut: 'envoye', tentatives: 1, nombre: 60 }]);
    }, 60_000);
  });
});
