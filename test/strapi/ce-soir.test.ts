import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LigneSemaine } from '../../src/plugins/sms-mailing/core/api/soiree';
import type { Oddite } from '../../src/plugins/sms-mailing/core/oddite';
import { DIX_NEUF_HEURES, openBancCeSoir, type BancCeSoir } from './banc-ce-soir';
import { agentFor } from './harness';

const ATTENTE = { timeout: 30_000, interval: 50 };

let banc: BancCeSoir;

/** Someone joins the atelier that the rule looks for. */
async function inscrire(): Promise<void> {
  const [inscrite] = await banc.base.sql<{ id: number }>(
    `INSERT INTO participations (document_id, statut, created_at, updated_at)
     VALUES ('inscrite-a-18h55', 'Inscrit', now(), now()) RETURNING id`
  );
  await banc.base.sql(
    `INSERT INTO participations_action_lnk (participation_id, action_id)
     SELECT $1, id FROM actions WHERE document_id = $2`,
    [inscrite!.id, banc.base.seed.actions.palmerAtelier!.documentId]
  );
  await banc.base.sql(
    `INSERT INTO participations_entrepreneur_lnk (participation_id, entrepreneur_id)
     SELECT $1, e.id FROM entrepreneurs e
      WHERE NOT coalesce(e.inactif, false) AND NOT EXISTS (
        SELECT 1 FROM participations_entrepreneur_lnk l WHERE l.entrepreneur_id = e.id) LIMIT 1`,
    [inscrite!.id]
  );
}

beforeAll(async () => {
  banc = await openBancCeSoir();
});
beforeEach(() => banc.remettre());
afterAll(() => banc.base.close());

describe('« Ce soir » : derrière chaque nombre, des personnes', () => {
  it.each(['Rappel', 'Suivi'])('la ligne « %s » s’ouvre sur celles qu’elle compte', async (nom) => {
    const origine = await banc.origineDe(nom);
    const page = await banc.listPersonnes(origine);
    expect(page.total).toBe(origine.personnes);
    expect(page.lignes.every(({ adresse, motif }) => adresse !== null && motif === null)).toBe(
      true
    );
    const premiere = await banc.listPersonnes(origine, { pageSize: 1 });
    const deuxieme = await banc.listPersonnes(origine, { pageSize: 1, page: 2 });
    expect([...premiere.lignes, ...deuxieme.lignes].map((ligne) => ligne.nom)).toEqual(
      page.lignes.slice(0, 2).map((ligne) => ligne.nom)
    );
  });

  it('qui ne recevra pas se lit avec sa raison', async () => {
    await banc.base.sql(`UPDATE entrepreneurs SET inactif = true WHERE upper(nom) = 'MARTIN'`);
    const { lignes, total } = await banc.listPersonnes(await banc.origineDe('Suivi'), {
      exclus: true,
    });
    expect(total).toBe(1);
    expect(lignes).toMatchObject([{ nom: 'MARTIN Sophie', motif: 'fiche_inactive' }]);
    await banc.base.sql(`UPDATE entrepreneurs SET inactif = false WHERE upper(nom) = 'MARTIN'`);
  });

  it('la semaine donne les huit soirs, du prochain au septième suivant', async () => {
    const { programmes, automatiquesCeSoir } = await banc.readSoiree();
    // Who asks again finds what was not counted in time.
    await vi.waitFor(async () => {
      const semaine = (await banc.base.ask<LigneSemaine[]>('get', '/soiree/semaine')).data;
      expect(semaine.map(({ soir }) => soir)[7]).toBe('2022-03-10');
      expect(semaine[0]).toMatchObject({
        soir: '2022-03-03',
        compte: { personnes: programmes + automatiquesCeSoir },
      });
      expect(semaine.every(({ compte }) => compte !== null)).toBe(true);
    }, ATTENTE);
  });

  it('les bizarreries viennent d’abord : texte d’hier, règle au modèle inactif', async () => {
    await banc.corriger('<p>Rendez-vous le 12 février 2022</p>');
    const oddites = (await banc.base.ask<Oddite[]>('get', '/soiree/oddites')).data;
    expect(oddites).toContainEqual({
      ...{ genre: 'date_passee', modele: banc.rappel, nom: 'Rappel', dates: ['12 février 2022'] },
    });
    await banc.base.sql(`UPDATE sms_modeles SET inactif = true WHERE document_id = $1`, [
      banc.rappel,
    ]);
    const rouges = (await banc.base.ask<Oddite[]>('get', '/soiree/oddites')).data;
    expect(rouges).toContainEqual({
      ...{ genre: 'modele_inactif', modele: banc.rappel, nom: 'Rappel', regle: banc.regle },
    });
    await banc.base.sql(`UPDATE sms_modeles SET inactif = false`);
    await banc.corriger('<p>Salle 12</p>');
  });

  it('une règle qui n’atteint personne, contre son habitude, se signale', async () => {
    const passe = (semaines: number) =>
      banc.base.sql(
        `INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, envoi_automatique_id,
                type_destinataire, destinataire_id, prevu_le, credits, tentatives)
         SELECT 'p' || g || '-${String(semaines)}', 'a:p' || g || '-${String(semaines)}', 'envoi_automatique', 'email',
                'envoye', r.modele_id, r.id, 'entrepreneur', g,
                timestamp '2022-03-03 18:00' - interval '${String(semaines)} weeks', 0, 0
           FROM sms_envois_automatiques r, generate_series(1, 20) g WHERE r.document_id = '${banc.regle}'`
      );
    await passe(1);
    await passe(2);
    await passe(3);
    await banc.base.sql(`UPDATE actions SET statut = 'Annulée' WHERE date = '2022-03-05'`);
    const oddites = (await banc.base.ask<Oddite[]>('get', '/soiree/oddites')).data;
    expect(oddites).toContainEqual({
      genre: 'aucun',
      regle: banc.regle,
      nom: 'Rappel',
      habituel: 20,
    });
    await banc.base.sql(`UPDATE actions SET statut = 'Planifiée' WHERE date = '2022-03-05'`);
  });
});

describe('« Ce soir » : ce qu’on retire ne part pas (décision B11)', () => {
  it('une règle pour un soir : ni ceux d’avant, ni qui s’inscrit ensuite ; le lendemain elle revient', async () => {
    const { personnes } = await banc.origineDe('Rappel');
    const { data } = await banc.retirer({ genre: 'regle', soir: '2022-03-03', regle: banc.regle });
    expect(data.retires).toBe(personnes);
    await inscrire();
    expect((await banc.readSoiree()).automatiquesCeSoir).toBe(0);
    await banc.base.tick(DIX_NEUF_HEURES);
    expect(banc.base.mailsDe('Rappel')).toEqual([]);
    expect(banc.base.mailsDe('Suivi')).toHaveLength(2);
    const [reste] = await banc.base.sql<{ inactif: boolean }>(
      'SELECT inactif FROM sms_envois_automatiques WHERE document_id = $1',
      [banc.regle]
    );
    expect(reste?.inactif).not.toBe(true);
  });

  it('le message d’une personne, programmé ou non ; les autres partent', async () => {
    const [programmee] = (await banc.listPersonnes(await banc.origineDe('Suivi'))).lignes;
    expect((await banc.retirer({ genre: 'envois', envois: [programmee!.envoi] })).data).toEqual({
      ...{ retires: 1, dejaPris: 0 },
    });
    const origine = await banc.origineDe('Rappel');
    const [prevue] = (await banc.listPersonnes(origine)).lignes;
    const retrait = {
      ...{ genre: 'personne', soir: '2022-03-03', regle: banc.regle },
      entrepreneurDocumentId: prevue!.fiche,
      actionDocumentId: prevue!.action?.documentId,
    };
    expect((await banc.retirer(retrait)).data.retires).toBe(1);
    expect((await banc.retirer(retrait)).data.retires).toBe(0);
    await banc.base.tick(DIX_NEUF_HEURES);
    expect(banc.base.mailsDe('Suivi')).toHaveLength(1);
    expect(banc.base.mailsDe('Rappel')).toHaveLength(origine.personnes - 1);
    expect(banc.base.mailsDe('Rappel')).not.toContain(prevue!.adresse);
  });

  it('qui n’a pas ce droit ne retire ni ne suspend rien', async () => {
    const conseiller = await agentFor(banc.base.app, 'sms-conseiller');
    for (const chemin of ['/soiree/retirer', '/soiree/suspendre', '/soiree/reprendre']) {
      expect((await banc.base.ask('post', chemin, {}, conseiller)).status).toBe(403);
    }
  });
});
