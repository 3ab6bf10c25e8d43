import { beforeEach, describe, expect, it } from 'vitest';
import { createEmpreinteur } from '../../server/src/adapters/jetons/empreinteur';
import { purgeRebonds } from '../../server/src/adapters/sql/rebonds/purge-rebonds';
import { erasePersonne } from '../../server/src/adapters/sql/personnes/effacement';
import { rekeyPrecedentes } from '../../server/src/adapters/sql/oppositions/rekey';
import { createRebonds } from '../../server/src/adapters/sql/rebonds/rebonds';
import { EMPREINTEUR, NOW } from './campagnes-base';
import { addEnvoi, motif } from './oppositions-banc';
import { ADRESSE, useBancRebonds } from './rebonds-banc';

const banc = useBancRebonds();

const read = (id: number) =>
  banc.base
    .knex('sms_envois')
    .where({ id })
    .first<Record<string, unknown>>('statut', 'motif', 'detail');

describe('Un e-mail revenu', () => {
  it('d’une boîte inexistante : l’envoi le dit, l’adresse ne reçoit plus rien', async () => {
    const julie = await banc.addJulie();
    const envoi = await banc.addMail(julie);
    const avant = await banc.readEpoque();
    expect(await banc.note(envoi, 'boite_inexistante')).toBe('note');
    expect(await banc.readEpoque()).not.toBe(avant);
    expect(await read(envoi)).toEqual({
      ...{ statut: 'echec', motif: 'revenu' },
      detail: 'Revenu : boîte inexistante, dit par mx.test (5.1.1).',
    });
    expect(await motif(banc.base, julie, 'email')).toBe('adresse_refusee');
  });

  it('dit deux fois, il compte une fois', async () => {
    const envoi = await banc.addMail(await banc.addJulie());
    await banc.note(envoi, 'boite_inexistante');
    expect(await banc.note(envoi, 'boite_inexistante')).toBe('deja');
    expect(await banc.base.knex('sms_rebonds').select('id')).toHaveLength(1);
  });

  it('d’une boîte pleine : l’adresse tient jusqu’au troisième envoi revenu en trente jours', async () => {
    const julie = await banc.addJulie();
    const motifs: (string | null)[] = [];
    for (const jours of [-50, -20, -10, 0]) {
      const now = new Date(NOW.getTime() + jours * 86_400_000);
      await banc.note(await banc.addMail(julie), 'boite_pleine', { now });
      motifs.push(await motif(banc.base, julie, 'email'));
    }
    expect(motifs).toEqual([null, null, null, 'adresse_refusee']);
  });

  it('arrêté par un filtre : l’envoi le dit, l’adresse n’y est pour rien', async () => {
    const julie = await banc.addJulie();
    for (let fois = 0; fois < 4; fois += 1) {
      await banc.note(await banc.addMail(julie), 'refus_du_serveur');
    }
    expect(await motif(banc.base, julie, 'email')).toBeNull();
  });

  it('signalé comme indésirable : la personne ne reçoit plus de promotion, son envoi reste envoyé', async () => {
    const envoi = await banc.addMail(await banc.addJulie());
    await banc.note(envoi, 'signale_indesirable');
    expect(await read(envoi)).toMatchObject({ statut: 'envoye', motif: null });
    expect(await banc.base.knex('sms_oppositions').select('portee', 'source')).toEqual([
      { portee: 'newsletter', source: 'plainte' },
    ]);
  });

  it('ne dit rien d’une autre adresse que celle à qui l’envoi est parti', async () => {
    const julie = await banc.addJulie();
    const envoi = await banc.addMail(julie);
    const destinataires = ['victime@fournisseur.test'];
    expect(await banc.note(envoi, 'boite_inexistante', { destinataires })).toBe('etranger');
    expect(await banc.note(envoi, 'boite_inexistante', { destinataires: [] })).toBe('etranger');
    expect(await motif(banc.base, julie, 'email')).toBeNull();
    const [memeAdresse] = ['JULIE@Fournisseur.test'];
    expect(await banc.note(envoi, 'boite_inexistante', { destinataires: [memeAdresse] })).toBe(
      'note'
    );
  });

  it.each([
    ['programme', 'attend'],
    ['annule', 'etranger'],
  ])('d’un envoi %s : %s', async (statut, issue) => {
    const adresse = statut === 'annule' ? null : ADRESSE;
    expect(
      await banc.note(
        await banc.addMail(await banc.addJulie(), { statut, adresse }),
        'boite_pleine'
      )
    ).toBe(issue);
  });

  it('ne dit rien d’un SMS, ni d’un envoi inconnu', async () => {
    expect(await banc.note(await addEnvoi(banc.base, await banc.addJulie()), 'boite_pleine')).toBe(
      'etranger'
    );
    expect(await banc.note(999_999, 'boite_pleine')).toBe('etranger');
  });

  it('l’adresse corrigée reçoit ; remise, l’ancienne ne reçoit toujours rien', async () => {
    const julie = await banc.addJulie();
    await banc.note(await banc.addMail(julie), 'boite_inexistante');
    await banc.base
      .knex('entrepreneurs_cmps')
      .where({ entity_id: julie, field: 'emails' })
      .delete();
    await banc.base.addComposant('entrepreneurs', julie, 'email', {
      adresse: 'neuve@fournisseur.test',
      accepte: true,
    });
    expect(await motif(banc.base, julie, 'email')).toBeNull();
    expect(await motif(banc.base, await banc.addJulie('AUTRE'), 'email')).toBe('adresse_refusee');
  });

  it('une clé de l’installation changée garde l’adresse refusée', async () => {
    const [ancienne, nouvelle] = [Buffer.from('ancienne'), Buffer.from('nouvelle')];
    const avant = createRebonds(banc.base.knex, createEmpreinteur(ancienne));
    const envoiId = await banc.addMail(await banc.addJulie());
    const raison = 'boite_inexistante';
    await avant.note({ envoiId, raison, par: '', code: null, destinataires: null }, NOW);
    const apres = createEmpreinteur(nouvelle, [ancienne]);
    await rekeyPrecedentes(banc.base.knex, apres, [ADRESSE]);
    expect(await banc.base.knex('sms_rebonds').select('empreinte', 'cle')).toEqual([
      { empreinte: apres.empreinte(ADRESSE), cle: apres.cle },
    ]);
  });
});

describe('La boîte des retours se lit à une instance à la fois', () => {
  const dans = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

  it('un tour toutes les cinq minutes, là où le précédent s’est arrêté', async () => {
    expect(await banc.rebonds.claim('a', NOW, dans(5))).toEqual({ validite: null, uid: 0 });
    expect(await banc.rebonds.claim('a', dans(1), dans(6))).toBeNull();
    await banc.rebonds.settle(
      { place: { validite: '7', uid: 4_000_000_000 }, traites: 2, laisses: 1, attendent: 0 },
      dans(1)
    );
    expect(await banc.rebonds.claim('a', dans(5), dans(10))).toEqual({
      validite: '7',
      uid: 4_000_000_000,
    });
    expect(await banc.rebonds.readEtat()).toMatchObject({ traites: 2, laisses: 1, echec: null });
  });

  it('une autre boîte se lit aussitôt, du début', async () => {
    await banc.rebonds.claim('a', NOW, dans(5));
    await banc.rebonds.settle(
      { place: { validite: '7', uid: 9 }, traites: 0, laisses: 0, attendent: 0 },
      NOW
    );
    expect(await banc.rebonds.claim('b', dans(1), dans(6))).toEqual({ validite: null, uid: 0 });
  });

  it('une panne se dit depuis quand, jusqu’à la lecture suivante', async () => {
    await banc.rebonds.claim('a', NOW, dans(5));
    await banc.rebonds.fail('fermée', dans(1));
    await banc.rebonds.fail('toujours fermée', dans(6));
    expect(await banc.rebonds.readEtat()).toMatchObject({
      echec: 'toujours fermée',
      echecDepuis: dans(1).toISOString().replace('.000', ''),
    });
    await banc.rebonds.settle(
      { place: { validite: '1', uid: 1 }, traites: 0, laisses: 0, attendent: 0 },
      dans(11)
    );
    expect((await banc.rebonds.readEtat()).echec).toBeNull();
  });
});

describe('Conservation : ce qui est revenu se garde autant que son texte', () => {
  let julie: number;
  const ilYA = (mois: number): Date => new Date(NOW.getTime() - mois * 31 * 86_400_000);
  const listRaisons = async (): Promise<string[]> =>
    (await banc.base.knex('sms_rebonds').orderBy('id').select<{ raison: string }[]>('raison')).map(
      ({ raison }) => raison
    );
  const purge = (lot = 100): Promise<number> =>
    purgeRebonds(banc.base.knex, { texteMois: 13, preuveMois: 60, lot, now: NOW });

  beforeEach(async () => {
    julie = await banc.addJulie();
  });

  it('ce qui ne dit que l’envoi s’efface avec lui, par lots', async () => {
    await banc.note(await banc.addMail(julie), 'refus_du_serveur', { now: ilYA(14) });
    await banc.note(await banc.addMail(julie), 'boite_pleine', { now: ilYA(14) });
    await banc.note(await banc.addMail(julie), 'boite_pleine', { now: ilYA(12) });
    expect(await purge(1)).toBe(1);
    expect(await purge()).toBe(1);
    expect(await listRaisons()).toEqual(['boite_pleine']);
  });

  it('une adresse refusée le reste tant qu’une fiche la porte', async () => {
    await banc.note(await banc.addMail(julie), 'boite_inexistante', { now: ilYA(70) });
    expect(await purge()).toBe(0);
    expect(await motif(banc.base, julie, 'email')).toBe('adresse_refusee');
  });

  it('que personne ne porte plus, elle se garde autant qu’une preuve', async () => {
    const envois = [await banc.addMail(julie), await banc.addMail(julie)] as const;
    await banc.note(envois[0], 'boite_inexistante', { now: ilYA(70) });
    await banc.note(envois[1], 'boite_fermee', { now: ilYA(20) });
    await banc.base.knex('components_coordonnees_emails').delete();
    expect(await purge()).toBe(1);
    expect(await listRaisons()).toEqual(['boite_fermee']);
  });

  it('un refus que quelqu’un a levé s’efface avec l’envoi', async () => {
    await banc.note(await banc.addMail(julie), 'boite_inexistante', { now: ilYA(14) });
    await banc.base.knex('sms_rebonds').update({ leve_le: ilYA(13) });
    expect(await purge()).toBe(1);
  });

  it('la personne effacée, rien ne dit plus ce qui lui est revenu', async () => {
    const envoi = await banc.addMail(julie);
    await banc.note(envoi, 'boite_inexistante');
    const cible = { envoiId: envoi };
    await banc.base.knex.transaction((trx) =>
      erasePersonne(trx, EMPREINTEUR, { cible, auteurId: 1, now: NOW })
    );
    expect(await listRaisons()).toEqual([]);
  });
});
