import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AvantEnvoi } from '../../src/plugins/sms-mailing/core/api/fiches';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor, agentOf, createUser, type Agent } from './harness';

const CLIC = 3;
const JOUR = 5;
const MIDI = new Date('2022-03-03T12:00:00Z');
const QUATRE = ['palmer', 'martin', 'diallo', 'lefebvre'] as const;

let base: BaseDuGuide;
let modele: string;
let conseiller: Agent;
let compte: { id: number };
let numero = 0;

const idDe = (nom: string): string => base.seed.entrepreneurs[nom]!.documentId;
const action = (): string => base.seed.actions['palmerAtelier']!.documentId;

const depuisAction = (noms?: readonly string[], agent = conseiller) =>
  base.ask<{ programmes: number }[]>(
    'post',
    `/actions/${action()}/envoyer`,
    {
      modeleDocumentIds: [modele],
      ...(noms === undefined ? {} : { entrepreneurDocumentIds: noms.map(idDe) }),
    },
    agent
  );
const depuisFiche = (nom: string, agent = conseiller) =>
  base.ask<{ programmes: number }[]>(
    'post',
    `/entrepreneurs/${idDe(nom)}/programmer`,
    { modeleDocumentIds: [modele] },
    agent
  );
const compter = async (): Promise<number> =>
  (await base.sql<{ n: number }>('SELECT count(*)::int AS n FROM sms_envois'))[0]!.n;

async function setPlafonds(messagesParClic: number, messagesParJour: number): Promise<void> {
  const { parametres } = (await base.ask<ParametresLus>('get', '/parametres')).data;
  const saisie = { ...parametres, messagesParClic, messagesParJour };
  expect((await base.ask('put', '/parametres', saisie)).status).toBe(200);
}

beforeAll(async () => {
  base = await openBaseDuGuide();
  await setPlafonds(CLIC, JOUR);
});
beforeEach(async () => {
  base.setHeure(MIDI);
  modele = await base.createModele({
    nom: `Modèle ${String((numero += 1))}`,
    objet: 'O',
    message: '<p>B</p>',
  });
  compte = await createUser(base.app, 'sms-conseiller');
  conseiller = await agentOf(base.app, compte);
  await base.sql('DELETE FROM sms_envois');
});
afterAll(() => base.close());

describe('décision G5 : sans le droit aux campagnes, on n’écrit pas à une foule', () => {
  it('en un clic : refusé en disant combien, et rien n’est écrit', async () => {
    const { status, erreur } = await depuisAction();
    expect(status).toBe(400);
    expect(erreur?.details).toMatchObject({
      regle: 'plafond-du-clic',
      ...{ messages: QUATRE.length, plafond: CLIC },
    });
    expect(erreur?.message).toBe(
      '4 messages dépassent ce que votre profil envoie en un clic, 3 au plus : choisissez moins de personnes, ou demandez cet envoi à un gestionnaire.'
    );
    expect(await compter()).toBe(0);
    expect((await depuisAction(QUATRE.slice(0, CLIC))).status).toBe(200);
    expect(await compter()).toBe(CLIC);
  });

  it('avant le clic, la fenêtre le dit à qui en a un, et à lui seul', async () => {
    const prevoir = async (agent: Agent, noms: readonly string[]) =>
      (
        await base.ask<AvantEnvoi>(
          'post',
          `/actions/${action()}/avant-envoi`,
          { modeleDocumentIds: [modele], entrepreneurDocumentIds: noms.map(idDe) },
          agent
        )
      ).data.avertissements;
    expect(await prevoir(conseiller, QUATRE)).toEqual([
      expect.stringMatching(/^Votre profil envoie 3 messages en un clic au plus/),
    ]);
    expect(await prevoir(conseiller, QUATRE.slice(0, CLIC))).toEqual([]);
    expect(await prevoir(base.admin, QUATRE)).toEqual([]);
  });

  it('deux modèles en un clic comptent ensemble', async () => {
    const second = await base.createModele({ nom: 'Second', objet: 'S', message: '<p>S</p>' });
    const corps = {
      modeleDocumentIds: [modele, second],
      entrepreneurDocumentIds: ['palmer', 'martin'].map(idDe),
    };
    const { erreur } = await base.ask('post', `/actions/${action()}/envoyer`, corps, conseiller);
    expect(erreur?.details).toMatchObject({ regle: 'plafond-du-clic', messages: 4 });
    expect(await compter()).toBe(0);
  });

  it('en un jour, fiches Action et Entrepreneur ensemble ; le lendemain, de nouveau', async () => {
    expect((await depuisAction(QUATRE.slice(0, CLIC))).status).toBe(200);
    expect((await depuisFiche('palmer')).status).toBe(200);
    expect((await depuisFiche('martin')).status).toBe(200);
    const { erreur } = await depuisFiche('diallo');
    expect(erreur?.details).toMatchObject({ regle: 'plafond-du-jour', deja: 5, plafond: JOUR });
    expect(erreur?.message).toMatch(/^Avec 5 messages depuis 24 heures, 1 message de plus dépasse/);
    expect(await compter()).toBe(JOUR);
    base.setHeure(new Date(MIDI.getTime() + 24 * 60 * 60_000));
    expect((await depuisFiche('diallo')).status).toBe(200);
  });

  it('des clics ensemble ne passent pas à côté du compte ; ce qui est annulé n’en est plus', async () => {
    const clics = await Promise.all(
      QUATRE.flatMap((nom) => [depuisFiche(nom), depuisAction([nom])])
    );
    const ecrits = (
      await base.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM sms_envois WHERE statut NOT IN ('exclu', 'annule')`
      )
    )[0]!.n;
    expect(clics.filter(({ status }) => status === 400)).toHaveLength(2 * QUATRE.length - JOUR);
    expect(ecrits).toBe(JOUR);
    await base.sql(`UPDATE sms_envois SET statut = 'annule'`);
    const autre = await base.createModele({ nom: 'Autre', objet: 'A', message: '<p>A</p>' });
    modele = autre;
    expect((await depuisFiche('palmer')).status).toBe(200);
  });

  it('un clic attend l’autre du même auteur, et compte ce que celui-ci a écrit', async () => {
    const collegue = await createUser(base.app, 'sms-conseiller');
    const autre = await agentOf(base.app, collegue);
    expect((await depuisAction(['martin', 'diallo'], autre)).status).toBe(200);
    modele = await base.createModele({ nom: 'Le mien', objet: 'O', message: '<p>B</p>' });
    expect((await depuisAction(QUATRE.slice(0, CLIC))).status).toBe(200);
    const verrou = `hashtext('sms-mailing.plafond'), ${String(compte.id)}`;
    await base.sql(`SELECT pg_advisory_lock(${verrou})`);
    const clic = depuisFiche('palmer');
    try {
      await vi.waitUntil(
        async () =>
          (await base.sql(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`))
            .length > 0,
        { timeout: 60_000 }
      );
      await base.sql('UPDATE sms_envois SET auteur_id = $1 WHERE auteur_id = $2', [
        compte.id,
        collegue.id,
      ]);
    } finally {
      await base.sql(`SELECT pg_advisory_unlock(${verrou})`);
    }
    expect((await clic).erreur?.details).toMatchObject({ regle: 'plafond-du-jour' });
  });

  it('le compte de chacun est le sien', async () => {
    expect((await depuisAction(QUATRE.slice(0, CLIC))).status).toBe(200);
    expect((await depuisFiche('palmer')).status).toBe(200);
    expect((await depuisFiche('martin')).status).toBe(200);
    const collegue = await agentFor(base.app, 'sms-conseiller');
    expect((await depuisFiche('diallo', collegue)).status).toBe(200);
  });

  it('qui a le droit aux campagnes n’a pas de plafond', async () => {
    for (const profil of ['sms-profil-specifique', 'sms-administrateur']) {
      modele = await base.createModele({ nom: profil, objet: 'O', message: '<p>B</p>' });
      const agent = await agentFor(base.app, profil);
      expect((await depuisAction(undefined, agent)).data).toMatchObject([{ programmes: 4 }]);
    }
  });
});

describe('décisions G5 et G6 : ses propres actions, ses propres personnes', () => {
  beforeEach(async () => {
    await base.sql('DELETE FROM intervenants WHERE nom = $1', ['MOI']);
    await base.sql('DELETE FROM actions_animateur_lnk WHERE action_id = $1', [
      base.seed.actions['palmerAtelier']!.id,
    ]);
    await base.sql('DELETE FROM entrepreneurs_referent_lnk');
  });

  async function becomeIntervenant(antenne: number | null): Promise<number> {
    const [moi] = await base.sql<{ id: number }>(
      `INSERT INTO intervenants (document_id, nom) VALUES (gen_random_uuid()::text, 'MOI') RETURNING id`
    );
    const { id } = moi!;
    await base.sql(
      'INSERT INTO intervenants_utilisateur_lnk (intervenant_id, user_id) VALUES ($1, $2)',
      [id, compte.id]
    );
    if (antenne !== null) {
      await base.sql(
        'INSERT INTO intervenants_antenne_lnk (intervenant_id, antenne_id) VALUES ($1, $2)',
        [id, antenne]
      );
    }
    return id;
  }
  const animer = (intervenant: number) =>
    base.sql('INSERT INTO actions_animateur_lnk (action_id, intervenant_id) VALUES ($1, $2)', [
      base.seed.actions['palmerAtelier']!.id,
      intervenant,
    ]);
  const suivre = (intervenant: number) =>
    base.sql(
      `INSERT INTO entrepreneurs_referent_lnk (entrepreneur_id, intervenant_id)
       SELECT id, $1 FROM entrepreneurs WHERE document_id = ANY($2::text[])`,
      [intervenant, QUATRE.map(idDe)]
    );

  it('les participants de son action, suivis par soi, partent tous et ne comptent pas', async () => {
    const moi = await becomeIntervenant(null);
    await animer(moi);
    await suivre(moi);
    expect((await depuisAction()).data).toMatchObject([{ programmes: 4 }]);
    expect((await depuisFiche('palmer')).status).toBe(200);
  });

  it('de son antenne aussi', async () => {
    const [antenne] = await base.sql<{ antenne_id: number }>(
      `SELECT antenne_id FROM entrepreneurs_antenne_lnk l JOIN entrepreneurs e ON e.id = l.entrepreneur_id
        WHERE e.document_id = $1`,
      [idDe('palmer')]
    );
    await animer(await becomeIntervenant(antenne!.antenne_id));
    await base.sql(
      `UPDATE entrepreneurs_antenne_lnk SET antenne_id = $1 WHERE entrepreneur_id IN
         (SELECT id FROM entrepreneurs WHERE document_id = ANY($2::text[]))`,
      [antenne!.antenne_id, QUATRE.map(idDe)]
    );
    expect((await depuisAction()).data).toMatchObject([{ programmes: 4 }]);
  });

  it('se nommer animateur d’une action n’ouvre rien sur les personnes des autres', async () => {
    await animer(await becomeIntervenant(null));
    expect((await depuisAction()).erreur?.details).toMatchObject({ regle: 'plafond-du-clic' });
  });

  it('suivre des personnes n’ouvre rien depuis l’action d’un autre', async () => {
    await suivre(await becomeIntervenant(null));
    expect((await depuisAction()).erreur?.details).toMatchObject({ regle: 'plafond-du-clic' });
  });
});
