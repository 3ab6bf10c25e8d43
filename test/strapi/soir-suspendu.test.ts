import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  DIX_NEUF_HEURES,
  LENDEMAIN,
  openBancCeSoir,
  PLUS_TARD,
  type BancCeSoir,
} from './banc-ce-soir';

let banc: BancCeSoir;

beforeAll(async () => {
  banc = await openBancCeSoir();
});
beforeEach(() => banc.remettre());
afterAll(() => banc.base.close());

describe('« Suspendre ce soir »', () => {
  it('à 18h50 : rien ne part à 19h ; corrigé puis repris, c’est le texte corrigé qui arrive', async () => {
    const { automatiquesCeSoir } = await banc.readSoiree();
    banc.base.setHeure(new Date('2022-03-03T17:50:00Z'));
    expect((await banc.base.ask('post', '/soiree/suspendre')).status).toBe(200);
    expect((await banc.readSoiree()).suspendue?.depuis).toBe('2022-03-03T17:50:00.000Z');
    await banc.base.tick(DIX_NEUF_HEURES);
    await banc.base.tick(PLUS_TARD);
    expect(banc.base.boite.mails).toEqual([]);
    const [ligne] = await banc.base.sql<{ detail: string }>(
      `SELECT detail FROM sms_envois WHERE statut = 'programme' LIMIT 1`
    );
    expect(ligne?.detail).toMatch(/^Retenu : l’envoi du soir a été suspendu par .* à 18h50/);
    await banc.corriger('<p>Salle 21</p>');
    expect((await banc.base.ask('post', '/soiree/reprendre')).status).toBe(200);
    await banc.base.tick(new Date('2022-03-03T18:20:00Z'));
    const recus = banc.base.boite.mails.filter(({ subject }) => subject === 'Rappel');
    expect(recus).toHaveLength(automatiquesCeSoir);
    expect(recus.every(({ html }) => String(html).includes('Salle 21'))).toBe(true);
    const [apres] = await banc.base.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM sms_envois WHERE starts_with(detail, 'Retenu')`
    );
    expect(apres?.n).toBe(0);
    await banc.corriger('<p>Salle 12</p>');
  });

  it('repris après 21h, attend le lendemain à 8h et se dit « retardé »', async () => {
    const { automatiquesCeSoir } = await banc.readSoiree();
    await banc.base.ask('post', '/soiree/suspendre');
    await banc.base.tick(DIX_NEUF_HEURES);
    await banc.base.tick(new Date('2022-03-03T20:00:30Z'));
    const attentes = await banc.base.sql<{ le: string; retarde: boolean }>(
      `SELECT DISTINCT f.disponible_le::text AS le, e.retarde FROM sms_file f JOIN sms_envois e ON e.id = f.envoi_id`
    );
    expect(attentes).toEqual([{ le: '2022-03-04 07:00:00', retarde: true }]);
    banc.base.setHeure(new Date('2022-03-03T21:00:00Z'));
    await banc.base.ask('post', '/soiree/reprendre');
    await banc.base.tick(new Date('2022-03-03T21:00:30Z'));
    expect(banc.base.boite.mails).toEqual([]);
    await banc.base.tick(LENDEMAIN);
    expect(banc.base.mailsDe('Rappel')).toHaveLength(automatiquesCeSoir);
  });

  it('ne retient pas ce qui part au clic d’une fiche Action', async () => {
    await banc.base.ask('post', '/soiree/suspendre');
    const action = banc.base.seed.actions.palmerAtelier!.documentId;
    const { status } = await banc.base.ask('post', `/actions/${action}/envoyer`, {
      ...{ typeContact: 'email', modeleDocumentIds: [banc.rappel], participants: 'tous' },
    });
    expect(status).toBe(200);
    await banc.base.tick(new Date('2022-03-03T14:05:00Z'));
    expect(banc.base.mailsDe('Rappel').length).toBeGreaterThan(0);
    await banc.base.ask('post', '/soiree/reprendre');
  });

  it('« Exécuter maintenant » se refuse tant que le soir est suspendu', async () => {
    await banc.base.ask('post', '/soiree/suspendre');
    const soiree = await banc.base.ask('post', '/soiree/executer', {});
    expect(soiree.erreur?.details).toMatchObject({ regle: 'soiree-suspendue' });
    const seule = await banc.base.ask('post', `/envois-automatiques/${banc.regle}/executer`, {
      confirmation: '00000000-0000-4000-8000-000000000123',
    });
    expect(seule.erreur?.details).toMatchObject({ regle: 'soiree-suspendue' });
    await banc.base.ask('post', '/soiree/reprendre');
  });
});

describe('Le compte rendu d’un soir', () => {
  it('dit le lendemain ce qui est parti, en échec, exclu, annulé', async () => {
    const [martin] = (await banc.listPersonnes(await banc.origineDe('Suivi'))).lignes;
    await banc.retirer({ genre: 'envois', envois: [martin!.envoi] });
    const { automatiquesCeSoir } = await banc.readSoiree();
    await banc.base.tick(DIX_NEUF_HEURES);
    banc.base.setHeure(LENDEMAIN);
    const bilan = await banc.readBilan();
    expect(bilan).toMatchObject({ soir: '2022-03-03', enCours: false, nonProgrammees: [] });
    expect(bilan.comptes).toMatchObject({
      ...{ envoye: automatiquesCeSoir + 1, annule: 1, echec: 0, programme: 0 },
    });
    expect(bilan.lignes.map(({ modele }) => modele)).toEqual(['Rappel', 'Suivi']);
    expect(bilan.exclus.reduce((somme, { nombre }) => somme + nombre, 0)).toBe(bilan.comptes.exclu);
    expect(bilan.premierLe).not.toBeNull();
    expect(await banc.readBilan('?soir=2022-03-03')).toEqual(bilan);
  });

  it('pendant l’envoi, dit ce qui attend encore', async () => {
    await banc.base.ask('post', '/soiree/suspendre');
    await banc.base.tick(DIX_NEUF_HEURES);
    const bilan = await banc.readBilan();
    expect(bilan).toMatchObject({ soir: '2022-03-03', enCours: true });
    expect(bilan.comptes.programme).toBeGreaterThan(2);
    await banc.base.ask('post', '/soiree/reprendre');
  });

  it('un soir manqué et rattrapé le lendemain matin reste ce soir-là', async () => {
    await banc.base.sql(
      `INSERT INTO sms_soirees (soir, genre, commencee_le) VALUES ('2022-03-02', 'envois-automatiques', now())`
    );
    await banc.base.tick(new Date('2022-03-04T07:30:00Z'));
    const bilan = await banc.readBilan('?soir=2022-03-03');
    expect(bilan.lignes.map(({ modele }) => modele).sort()).toEqual(['Rappel', 'Suivi']);
  });

  it('« Renvoyer aux échecs » reprogramme ceux de ce soir-là, et eux seuls', async () => {
    await banc.base.tick(DIX_NEUF_HEURES);
    expect((await banc.base.ask('post', '/soiree/relancer', { soir: '2022-03-03' })).status).toBe(
      400
    );
    await banc.base.sql(
      `UPDATE sms_envois SET statut = 'echec', motif = 'refuse' WHERE id = (SELECT min(id) FROM sms_envois
        WHERE statut = 'envoye' AND modalite = 'fiche_entrepreneur')`
    );
    banc.base.setHeure(LENDEMAIN);
    const { data } = await banc.base.ask('post', '/soiree/relancer', { soir: '2022-03-03' });
    expect(data).toEqual({ programmes: 1 });
    expect((await banc.readSoiree()).programmes).toBe(1);
  });

  it('un soir à venir n’a pas de compte rendu', async () => {
    const { status, erreur } = await banc.base.ask('get', '/soiree/bilan?soir=2022-03-04');
    expect(status).toBe(400);
    expect(erreur?.details).toMatchObject({ regle: 'soir-a-venir' });
  });
});
