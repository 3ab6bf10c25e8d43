import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOMMEES } from '../../server/src/adapters/sql/noms/nommees';
import { refreshAllNoms, refreshNoms } from '../../server/src/adapters/sql/noms/refresh';
import { openBase, type Base } from './campagnes-base';

let base: Base;
let palmer: number;
let atelier: number;
let arras: number;
let participation: number;

beforeAll(async () => {
  base = await openBase();
});
afterAll(() => base.close());

async function nomDe(table: string, id: number): Promise<string> {
  const ligne = await base.knex(table).where({ id }).first<{ libelle: string }>('libelle');
  return ligne.libelle;
}
const nomParticipation = () => nomDe('participations', participation);

/** Whether this fiche is found by all of these words, as the lists look for them. */
async function isTrouvee(table: string, id: number, ...mots: string[]): Promise<boolean> {
  const { recherche } = await base.knex(table).where({ id }).first<{ recherche: string }>();
  return mots.every((mot) => recherche.includes(mot));
}

beforeEach(async () => {
  palmer = await base.addEntrepreneur('PALMER', { prenom: 'Julien' }, { email: null });
  arras = await base.add('sites', { nom: 'Maison de l’Émploi', ville: 'Arras' });
  atelier = await base.add('actions', {
    objet: 'Atelier',
    date: '2022-03-05',
    heure_debut: '14:00',
  });
  await base.link('actions_site_lnk', { action_id: atelier, site_id: arras });
  participation = await base.add('participations', { statut: 'Inscrit' });
  await base.link('participations_action_lnk', {
    participation_id: participation,
    action_id: atelier,
  });
  await base.link('participations_entrepreneur_lnk', {
    participation_id: participation,
    entrepreneur_id: palmer,
  });
});

describe('Chaque fiche a un nom, venu par SQL comme par un autre chemin', () => {
  it('une personne : nom prénom, sur une ligne', async () => {
    const id = await base.add('entrepreneurs', { nom: ' O’BRIEN\r\n', prenom: '\tSeán ' });
    expect(await nomDe('entrepreneurs', id)).toBe('O’BRIEN Seán');
    const contact = await base.add('contacts_individuels', { nom: 'DURAND' });
    expect(await nomDe('contacts_individuels', contact)).toBe('DURAND');
  });

  it('une action : objet, date, lieu', async () => {
    expect(await nomDe('actions', atelier)).toBe('Atelier, 05/03/2022 14h00, Maison de l’Émploi');
  });

  it('une participation : personne · action · statut', async () => {
    expect(await nomParticipation()).toBe(
      'PALMER Julien · Atelier, 05/03/2022 14h00, Maison de l’Émploi · Inscrit'
    );
  });

  it('une situation, un projet, un parcours : le leur, puis la personne', async () => {
    const lien = { entrepreneur_id: palmer };
    const situation = await base.add('situations', {
      statut_emploi: 'Salarié',
      date: '2022-01-01',
    });
    await base.link('situations_entrepreneur_lnk', { situation_id: situation, ...lien });
    expect(await nomDe('situations', situation)).toBe('Salarié · le 01/01/2022 · PALMER Julien');
    const projet = await base.add('projets', { nom: 'Crêperie', etat: 'Idée' });
    await base.link('projets_entrepreneur_lnk', { projet_id: projet, ...lien });
    expect(await nomDe('projets', projet)).toBe('Crêperie · Idée · PALMER Julien');
    const ods = await base.add('ods', { nom: 'Activ’Créa' });
    const acces = await base.add('etapes', { nom: 'Accès' });
    await base.link('etapes_ods_lnk', { etape_id: acces, ods_id: ods });
    expect(await nomDe('etapes', acces)).toBe('Accès · Activ’Créa');
    const parcours = await base.add('parcours', { date_debut: '2022-02-01' });
    await base.link('parcours_entrepreneur_lnk', { parcours_id: parcours, ...lien });
    await base.link('parcours_ods_lnk', { parcours_id: parcours, ods_id: ods });
    await base.link('parcours_etape_lnk', { parcours_id: parcours, etape_id: acces });
    expect(await nomDe('parcours', parcours)).toBe(
      'Activ’Créa · Accès · depuis le 01/02/2022 · PALMER Julien'
    );
  });

  it('une fiche dont rien n’est saisi se voit quand même', async () => {
    expect(await nomDe('projets', await base.add('projets'))).toBe('Sans nom');
  });

  it('nul ne l’écrit à sa place', async () => {
    await base
      .knex('entrepreneurs')
      .where({ id: palmer })
      .update({ libelle: 'AUTRE', recherche: '' });
    expect(await nomDe('entrepreneurs', palmer)).toBe('PALMER Julien');
    expect(await isTrouvee('entrepreneurs', palmer, 'julien palmer')).toBe(true);
  });
});

describe('Le nom suit dès qu’une de ses parties change', () => {
  it('la personne renommée', async () => {
    await base.knex('entrepreneurs').where({ id: palmer }).update({ nom: 'DUPONT' });
    expect(await nomParticipation()).toMatch(/^DUPONT Julien · Atelier/);
  });

  it('l’action déplacée, son lieu changé ou renommé', async () => {
    await base.knex('actions').where({ id: atelier }).update({ date: '2022-03-06' });
    expect(await nomParticipation()).toContain('06/03/2022');
    await base.knex('sites').where({ id: arras }).update({ nom: 'Mairie' });
    expect(await nomParticipation()).toContain('14h00, Mairie · ');
    const lens = await base.add('sites', { nom: 'Pépinière', ville: 'Lens' });
    await base.knex('actions_site_lnk').where({ action_id: atelier }).update({ site_id: lens });
    expect(await nomParticipation()).toContain('14h00, Pépinière · ');
    await base.knex('actions_site_lnk').where({ action_id: atelier }).delete();
    expect(await nomParticipation()).toContain('14h00 · Inscrit');
  });

  it('le statut, la personne supprimée', async () => {
    await base.knex('participations').where({ id: participation }).update({ statut: 'Annulé' });
    expect(await nomParticipation()).toMatch(/^PALMER Julien .* · Annulé$/);
    await base.knex('entrepreneurs').where({ id: palmer }).delete();
    expect(await nomParticipation()).toMatch(/^Atelier.* · Annulé$/);
  });

  it('cent d’un coup, chacune le sien', async () => {
    await base.knex.raw(
      `INSERT INTO entrepreneurs (nom, prenom) SELECT 'LOT', n::text FROM generate_series(1, 100) n`
    );
    const lots = await base.knex('entrepreneurs').where({ nom: 'LOT' }).pluck<string[]>('libelle');
    expect(new Set(lots).size).toBe(100);
    expect(lots).toContain('LOT 42');
  });
});

describe('On trouve une fiche par ce qu’on sait d’elle, plié', () => {
  it('une personne : prénom nom, e-mails, numéros, et plus par ceux qu’elle n’a plus', async () => {
    await base.addComposant('entrepreneurs', palmer, 'email', {
      adresse: 'É.Palmer@courriel.test',
    });
    await base.addComposant('entrepreneurs', palmer, 'telephone', { numero: '+33 6 12 34 56 78' });
    expect(
      await isTrouvee('entrepreneurs', palmer, 'julien palmer', 'e.palmer@', '612345678')
    ).toBe(true);
    expect(await isTrouvee('participations', participation, '612345678', 'atelier', 'arras')).toBe(
      true
    );
    await base.knex('components_coordonnees_telephones').update({ numero: '0700000000' });
    expect(await isTrouvee('entrepreneurs', palmer, '612345678')).toBe(false);
    expect(await isTrouvee('participations', participation, '700000000')).toBe(true);
    await base.knex('entrepreneurs_cmps').where({ entity_id: palmer }).delete();
    expect(await isTrouvee('entrepreneurs', palmer, '700000000')).toBe(false);
  });

  it('une action : objet, lieu, ville, et sa date comme on la tape', async () => {
    expect(await isTrouvee('actions', atelier, 'atelier', 'emploi', 'arras', '05/03/2022')).toBe(
      true
    );
    expect(await isTrouvee('actions', atelier, '5032022', '20220305')).toBe(true);
  });

  it('les listes montrent l’e-mail de référence et le téléphone principal, sinon les premiers', async () => {
    const liste = async () => {
      const ligne = await base.knex('entrepreneurs').where({ id: palmer }).first<object>();
      return Object.entries(ligne)
        .filter(([nom]) => ['email_reference', 'telephone_principal'].includes(nom))
        .map(([, valeur]) => valeur as unknown);
    };
    expect(await liste()).toEqual([null, null]);
    for (const [order, numero, principal] of [
      [1, '0611111111', false],
      [2, '0622222222', true],
    ] as const) {
      await base.addComposant('entrepreneurs', palmer, 'telephone', { order, numero, principal });
      await base.addComposant('entrepreneurs', palmer, 'email', {
        order,
        adresse: `p${String(order)}@courriel.test`,
        reference: null,
      });
    }
    expect(await liste()).toEqual(['p1@courriel.test', '0622222222']);
    await base
      .knex('components_coordonnees_emails')
      .where({ adresse: 'p2@courriel.test' })
      .update({ reference: true });
    expect(await liste()).toEqual(['p2@courriel.test', '0622222222']);
  });
});

describe('Au démarrage', () => {
  const sansDeclencheurs = async (sql: string) => {
    await base.knex.transaction(async (trx) => {
      await trx.raw(`SET LOCAL session_replication_role = replica`);
      await trx.raw(sql);
    });
  };

  it('ce qu’un import a écrit sans déclencheurs reçoit son nom, et tout le reste ne coûte rien', async () => {
    await sansDeclencheurs(`INSERT INTO entrepreneurs (nom, prenom) VALUES ('IMPORTE', 'Zoé')`);
    await refreshNoms(base.knex);
    const noms = base.knex('entrepreneurs').where({ nom: 'IMPORTE' }).pluck<string[]>('libelle');
    expect(await noms).toEqual(['IMPORTE Zoé']);
    const ecrites = () =>
      base
        .knex('entrepreneurs')
        .max({ xmin: base.knex.raw('xmin::text::bigint') })
        .first<object>();
    await refreshAllNoms(base.knex);
    const avant = await ecrites();
    await refreshAllNoms(base.knex);
    expect(await ecrites()).toEqual(avant);
  });

  it('ce qu’une autre définition a nommé est nommé de nouveau', async () => {
    await sansDeclencheurs(`UPDATE participations SET libelle = 'ancien'`);
    await base.knex.raw(`COMMENT ON FUNCTION sms_nomme_participations() IS 'ancienne'`);
    await refreshAllNoms(base.knex);
    expect(await nomParticipation()).toMatch(/^PALMER Julien/);
    expect(await base.knex('participations').where({ libelle: 'ancien' })).toEqual([]);
  });

  it('chaque table nommée l’est par un déclencheur', async () => {
    const { rows } = await base.knex.raw<{ rows: { table: string }[] }>(
      `SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE tgname = 'sms_nomme'`
    );
    expect(rows.map(({ table }) => table).sort()).toEqual(NOMMEES.map(({ table }) => table).sort());
  });
});
