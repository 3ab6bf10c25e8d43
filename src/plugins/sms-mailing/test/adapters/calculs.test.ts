import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonAdresse } from '../../core/adresse-saisie';
import { deriveCle } from '../../server/src/adapters/jetons/cles';
import { createEmpreinteur } from '../../server/src/adapters/jetons/empreinteur';
import { createCalculs } from '../../server/src/adapters/sql/calculs/calculs';
import { sqlDestinataires } from '../../server/src/adapters/sql/destinataires/destination';
import type { Empreinteur } from '../../server/src/services/ports/calculs';
import { EMPREINTEUR, openBase, type Base } from './campagnes-base';

const cleDe = (maitre: string) => deriveCle(maitre, 'coordonnees');
/** ENCRYPTION_KEY changed, the former one given as ENCRYPTION_KEY_PRECEDENTE. */
const TOURNE = createEmpreinteur(cleDe('nouveau'), [cleDe('maitre')]);
/** Changed, the former one lost. */
const PERDUE = createEmpreinteur(cleDe('nouveau'));

/** As the versions without a key kept it. */
const simpleDe = (adresse: string): string =>
  createHash('sha256').update(`sms-mailing:${adresse.toLowerCase()}`).digest('hex');

let base: Base;
beforeAll(async () => {
  base = await openBase();
});
beforeEach(async () => {
  await base.knex.raw(
    'TRUNCATE components_coordonnees_emails, components_coordonnees_telephones, entrepreneurs_cmps, sms_oppositions, sms_oppositions_journal, contacts_individuels CASCADE'
  );
});
afterAll(() => base.close());

const calculsDe = (empreinteur: Empreinteur) => createCalculs(base.knex, empreinteur);

async function addEmails(nombre: number): Promise<void> {
  await base.knex.raw(
    `INSERT INTO components_coordonnees_emails (adresse, accepte)
     SELECT 'p' || n || '@courriel.test' || chr(160), true FROM generate_series(1, ?::int) n`,
    [nombre]
  );
}

const countEmails = async (where: string): Promise<number> => {
  const { rows } = await base.knex.raw<{ rows: { n: number }[] }>(
    `SELECT count(*)::int AS n FROM components_coordonnees_emails WHERE ${where}`
  );
  return rows[0]!.n;
};

/** Why this person receives no newsletter; null: she does. */
async function motifOf(personne: number): Promise<string | null> {
  const sql = sqlDestinataires({
    typeDestinataire: 'entrepreneur',
    typeContact: 'newsletter',
    but: 'promotion',
    promotionSansConsentement: true,
  });
  const { rows } = await base.knex.raw<{ rows: { motif: string | null }[] }>(
    `SELECT motif FROM (${sql}) d WHERE id = ?`,
    [personne]
  );
  return rows[0]!.motif;
}

async function addOpposition(champs: Record<string, unknown>): Promise<void> {
  await base.add('sms_oppositions', {
    portee: 'newsletter',
    source: 'lien de désinscription',
    survenue_le: new Date('2021-01-01T00:00:00Z'),
    ...champs,
  });
}

describe('Ce qui vient par SQL se calcule par lots', () => {
  it('plusieurs lots, une fois chacun, adresses mises au propre', async () => {
    await addEmails(4_500);
    const { recalculees } = await calculsDe(EMPREINTEUR).refresh();
    expect(recalculees).toBe(4_500);
    expect(await countEmails(`etat = 'valide' AND adresse LIKE '%.test'`)).toBe(4_500);
    expect((await calculsDe(EMPREINTEUR).refresh()).recalculees).toBe(0);
    expect((await calculsDe(EMPREINTEUR).refreshAll()).recalculees).toBe(0);
  });

  it('par deux instances à la fois, sans se gêner ni rien oublier', async () => {
    await addEmails(5_000);
    const passes = await Promise.all([
      calculsDe(EMPREINTEUR).refresh(),
      calculsDe(EMPREINTEUR).refresh(),
    ]);
    expect(passes.reduce((somme, { recalculees }) => somme + recalculees, 0)).toBe(5_000);
    expect(await countEmails('etat IS NULL')).toBe(0);
  });

  it('une meilleure règle recalcule ce que la précédente a laissé', async () => {
    await addEmails(3);
    await calculsDe(EMPREINTEUR).refresh();
    await base.knex.raw(
      `UPDATE components_coordonnees_emails
          SET etat = 'invalide', calcule_selon = '0' || substr(calcule_selon, 2) WHERE id IN
              (SELECT id FROM components_coordonnees_emails ORDER BY id LIMIT 2)`
    );
    expect((await calculsDe(EMPREINTEUR).refreshAll()).recalculees).toBe(2);
    expect(await countEmails(`etat = 'valide'`)).toBe(3);
  });

  it('un import qui a coupé les déclencheurs est rattrapé au démarrage', async () => {
    await addEmails(1);
    await calculsDe(EMPREINTEUR).refresh();
    await base.knex.transaction(async (trx) => {
      await trx.raw('SET LOCAL session_replication_role = replica');
      await trx('components_coordonnees_emails').update({ adresse: 'nn@noemail.com' });
    });
    expect(await countEmails(`etat = 'valide'`)).toBe(1);
    await calculsDe(EMPREINTEUR).refreshAll();
    expect(await countEmails(`etat = 'fictive'`)).toBe(1);
  });

  it('une colonne calculée par quelqu’un d’autre n’est pas crue', async () => {
    const id = await base.add('contacts_individuels', {
      nom: 'IMPORT',
      courriel_pro: 'x@noemail.com',
      etat_courriel: 'valide',
      empreinte_courriel: 'x',
    });
    const lire = () =>
      base.knex('contacts_individuels').where({ id }).first('etat_courriel', 'empreinte_courriel');
    expect(await lire()).toEqual({ etat_courriel: null, empreinte_courriel: null });
    await calculsDe(EMPREINTEUR).refresh();
    expect(await lire()).toMatchObject({ etat_courriel: 'fictive' });
  });
});

describe('Les empreintes ont une clé', () => {
  it('qui n’entre dans aucune requête, et sans laquelle on ne reconnaît personne', async () => {
    const requetes: string[] = [];
    const note = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) =>
      requetes.push(sql, JSON.stringify(bindings));
    base.knex.on('query', note);
    await addEmails(1);
    await calculsDe(EMPREINTEUR).refresh();
    base.knex.removeListener('query', note);
    const cle = cleDe('maitre');
    for (const forme of [
      cle.toString('hex'),
      cle.toString('base64'),
      'maitre',
      simpleDe('p1@courriel.test'),
    ]) {
      expect(requetes.join(' ')).not.toContain(forme);
    }
    const { empreinte } = await base
      .knex('components_coordonnees_emails')
      .first<{ empreinte: string }>('empreinte');
    expect(empreinte).not.toBe(createEmpreinteur(cleDe('autre')).empreinte('p1@courriel.test'));
  });

  it('celles d’avant la clé tiennent encore, pour l’adresse et pour qui la porte', async () => {
    const elise = await base.addEntrepreneur('ELISE', {}, { email: 'Elise@courriel.test' });
    await addOpposition({ empreinte: simpleDe('Elise@courriel.test') });
    await addOpposition({ empreinte: simpleDe('disparue@courriel.test'), portee: 'tout' });
    expect(await motifOf(elise)).toBeNull();
    await calculsDe(EMPREINTEUR).refreshAll();
    expect(await motifOf(elise)).toBe('opposition');
    const revenue = await base.addEntrepreneur('REVENUE', {}, { email: 'disparue@courriel.test' });
    expect(await motifOf(revenue)).toBe('opposition');
    await base
      .knex('components_coordonnees_emails')
      .where({ adresse: 'Elise@courriel.test' })
      .update({ adresse: 'neuve@courriel.test' });
    await calculsDe(EMPREINTEUR).refresh();
    expect(await motifOf(elise)).toBe('opposition');
    const lignes = await base.knex('sms_oppositions').select('empreinte');
    expect(JSON.stringify(lignes)).not.toContain(simpleDe('elise@courriel.test'));
  });

  it('le journal d’avant la clé suit', async () => {
    const geste = { geste: 'opposition', portee: 'tout', raison: 'demande_orale', auteur_id: 1 };
    await base
      .knex('sms_oppositions_journal')
      .insert({ ...geste, empreinte: simpleDe('a@b.fr'), survenu_le: new Date() });
    await calculsDe(EMPREINTEUR).refreshAll();
    expect(await base.knex('sms_oppositions_journal').first('empreinte', 'cle')).toEqual({
      empreinte: EMPREINTEUR.empreinte('a@b.fr'),
      cle: EMPREINTEUR.cle,
    });
  });

  describe('et suivent la clé quand elle change', () => {
    const opposee = (adresse: string) =>
      addOpposition({
        empreinte: EMPREINTEUR.empreinte(canonAdresse(adresse)),
        cle: EMPREINTEUR.cle,
      });

    it('aux adresses connues, dès le démarrage', async () => {
      const elise = await base.addEntrepreneur('ELISE', {}, { email: 'elise@courriel.test' });
      await opposee('elise@courriel.test');
      await calculsDe(TOURNE).refreshAll();
      expect(await motifOf(elise)).toBe('opposition');
      expect(await base.knex('sms_oppositions').first('cle')).toEqual({ cle: TOURNE.cle });
    });

    it('aux adresses que plus aucune fiche ne porte, le jour où elles reviennent', async () => {
      await opposee('disparue@courriel.test');
      await calculsDe(TOURNE).refreshAll();
      const complete = (adresse: string) =>
        calculsDe(TOURNE).complete('coordonnees.email', { adresse }, () => Promise.resolve({}));
      await complete('Disparue@courriel.test');
      expect(await base.knex('sms_oppositions').first('empreinte', 'cle')).toEqual({
        empreinte: TOURNE.empreinte('disparue@courriel.test'),
        cle: TOURNE.cle,
      });
    });

    it('dite de nouveau entre-temps, une opposition n’est gardée qu’une fois', async () => {
      await base.addEntrepreneur('ELISE', {}, { email: 'elise@courriel.test' });
      await opposee('elise@courriel.test');
      await addOpposition({ empreinte: TOURNE.empreinte('elise@courriel.test'), cle: TOURNE.cle });
      await calculsDe(TOURNE).refreshAll();
      expect(await base.knex('sms_oppositions').select('cle')).toEqual([{ cle: TOURNE.cle }]);
    });

    it('une clé perdue se dit : ses oppositions ne tiennent plus que par la personne', async () => {
      const elise = await base.addEntrepreneur('ELISE', {}, { email: 'elise@courriel.test' });
      await addOpposition({
        empreinte: EMPREINTEUR.empreinte('elise@courriel.test'),
        cle: EMPREINTEUR.cle,
        personne_type: 'entrepreneur',
        personne_id: elise,
      });
      expect((await calculsDe(TOURNE).refreshAll()).inconnues).toBe(0);
      await base.knex('sms_oppositions').update({ cle: 'perdue' });
      expect((await calculsDe(PERDUE).refreshAll()).inconnues).toBe(1);
      expect(await motifOf(elise)).toBe('opposition');
    });
  });
});
