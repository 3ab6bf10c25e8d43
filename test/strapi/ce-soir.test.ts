import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  BilanSoiree,
  LigneSemaine,
  PagePersonnes,
  ResultatRetrait,
} from '../../src/plugins/sms-mailing/core/api/soiree';
import type { Oddite } from '../../src/plugins/sms-mailing/core/oddite';
import type { OriginePrevue, Soiree } from '../../src/plugins/sms-mailing/core/soiree';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const APRES_MIDI = new Date('2022-03-03T14:00:00Z');
const DIX_NEUF_HEURES = new Date('2022-03-03T18:00:30Z');
const PLUS_TARD = new Date('2022-03-03T18:10:00Z');
const LENDEMAIN = new Date('2022-03-04T09:00:00Z');

let base: BaseDuGuide;
let rappel: string;
let regle: string;
let suivi: string;

const readSoiree = async (suite = ''): Promise<Soiree> =>
  (await base.ask<Soiree>('get', `/soiree${suite}`)).data;
const readBilan = async (suite = ''): Promise<BilanSoiree> =>
  (await base.ask<BilanSoiree>('get', `/soiree/bilan${suite}`)).data;
const retirer = (corps: object) => base.ask<ResultatRetrait>('post', '/soiree/retirer', corps);

async function listPersonnes(origine: OriginePrevue, suite: object = {}): Promise<PagePersonnes> {
  const { modalite, typeDestinataire, modeleDocumentId, regle: de, campagneId } = origine;
  const corps = { soir: '2022-03-03', modalite, typeDestinataire, modeleDocumentId, campagneId };
  const reponse = await base.ask<PagePersonnes>('post', '/soiree/personnes', {
    ...{ ...corps, regle: de },
    ...suite,
  });
  expect(reponse.erreur).toBeNull();
  return reponse.data;
}

const programmer = (qui: string) =>
  base.ask('post', `/entrepreneurs/${base.seed.entrepreneurs[qui]!.documentId}/programmer`, {
    modeleDocumentIds: [suivi],
  });

const originesDe = async (nom: string): Promise<OriginePrevue> =>
  (await readSoiree()).origines.find(({ modele }) => modele === nom)!;

const corriger = async (message: string) => {
  const { data } = await base.ask<{ version: number }>('get', `/modeles/${rappel}`);
  const modele = {
    ...{ typeContact: 'email', nom: 'Rappel', objet: 'Rappel', but: 'suivi', message },
    ...{ destinataires: ['entrepreneur'], version: data.version },
  };
  const { status } = await base.ask('put', `/modeles/${rappel}`, modele);
  expect(status).toBe(200);
};

beforeAll(async () => {
  base = await openBaseDuGuide();
  rappel = await base.createModele({ nom: 'Rappel', objet: 'Rappel', message: '<p>Salle 12</p>' });
  suivi = await base.createModele({ nom: 'Suivi', objet: 'Suivi', message: '<p>Suivi</p>' });
  regle = await base.createRegle({
    ...{ typeContact: 'email', modeleDocumentId: rappel, delai: -2 },
    criteres: { ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId] },
  });
});

beforeEach(async () => {
  await base.sql('TRUNCATE sms_envois, sms_file, sms_soirees, sms_retraits_du_soir');
  base.setHeure(APRES_MIDI);
  base.boite.mails.length = 0;
  await programmer('palmer');
  await programmer('martin');
});
afterAll(() => base.close());

describe('« Ce soir » : derrière chaque nombre, des personnes', () => {
  it.each(['Rappel', 'Suivi'])('la ligne « %s » s’ouvre sur celles qu’elle compte', async (nom) => {
    const origine = await originesDe(nom);
    const page = await listPersonnes(origine);
    expect(page.total).toBe(origine.personnes);
    expect(page.lignes.every(({ adresse, motif }) => adresse !== null && motif === null)).toBe(
      true
    );
    const premiere = await listPersonnes(origine, { pageSize: 1 });
    const deuxieme = await listPersonnes(origine, { pageSize: 1, page: 2 });
    expect([...premiere.lignes, ...deuxieme.lignes].map((ligne) => ligne.nom)).toEqual(
      page.lignes.slice(0, 2).map((ligne) => ligne.nom)
    );
  });

  it('qui ne recevra pas se lit avec sa raison', async () => {
    await base.sql(`UPDATE entrepreneurs SET inactif = true WHERE upper(nom) = 'MARTIN'`);
    const { lignes, total } = await listPersonnes(await originesDe('Suivi'), { exclus: true });
    expect(total).toBe(1);
    expect(lignes).toMatchObject([{ nom: 'MARTIN Sophie', motif: 'fiche_inactive' }]);
    await base.sql(`UPDATE entrepreneurs SET inactif = false WHERE upper(nom) = 'MARTIN'`);
  });

  it('la semaine donne les huit soirs, du prochain au septième suivant', async () => {
    const semaine = (await base.ask<LigneSemaine[]>('get', '/soiree/semaine')).data;
    const { programmes, automatiquesCeSoir } = await readSoiree();
    expect(semaine.map(({ soir }) => soir)[7]).toBe('2022-03-10');
    expect(semaine[0]).toMatchObject({
      soir: '2022-03-03',
      personnes: programmes + automatiquesCeSoir,
    });
  });

  it('les bizarreries viennent d’abord : texte d’hier, règle au modèle inactif', async () => {
    await corriger('<p>Rendez-vous le 12 février 2022</p>');
    const oddites = (await base.ask<Oddite[]>('get', '/soiree/oddites')).data;
    expect(oddites).toContainEqual({
      ...{ genre: 'date_passee', modele: rappel, nom: 'Rappel', dates: ['12 février 2022'] },
    });
    await base.sql(`UPDATE sms_modeles SET inactif = true WHERE document_id = $1`, [rappel]);
    const rouges = (await base.ask<Oddite[]>('get', '/soiree/oddites')).data;
    expect(rouges).toContainEqual({
      ...{ genre: 'modele_inactif', modele: rappel, nom: 'Rappel', regle },
    });
    await base.sql(`UPDATE sms_modeles SET inactif = false`);
    await corriger('<p>Salle 12</p>');
  });

  it('une règle qui n’atteint personne, contre son habitude, se signale', async () => {
    const passe = (semaines: number) =>
      base.sql(
        `INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, envoi_automatique_id,
                type_destinataire, destinataire_id, prevu_le, credits, tentatives)
         SELECT 'p' || g || '-${String(semaines)}', 'a:p' || g || '-${String(semaines)}', 'envoi_automatique', 'email',
                'envoye', r.modele_id, r.id, 'entrepreneur', g,
                timestamp '2022-03-03 18:00' - interval '${String(semaines)} weeks', 0, 0
           FROM sms_envois_automatiques r, generate_series(1, 20) g WHERE r.document_id = '${regle}'`
      );
    await passe(1);
    await passe(2);
    await passe(3);
    await base.sql(`UPDATE actions SET statut = 'Annulée' WHERE date = '2022-03-05'`);
    const oddites = (await base.ask<Oddite[]>('get', '/soiree/oddites')).data;
    expect(oddites).toContainEqual({ genre: 'aucun', regle, nom: 'Rappel', habituel: 20 });
    await base.sql(`UPDATE actions SET statut = 'Planifiée' WHERE date = '2022-03-05'`);
  });
});

describe('« Ce soir » : ce qu’on retire ne part pas (décision B11)', () => {
  it('une règle pour un soir : ni ceux d’avant, ni qui s’inscrit ensuite ; le lendemain elle revient', async () => {
    const { personnes } = await originesDe('Rappel');
    const { data } = await retirer({ genre: 'regle', soir: '2022-03-03', regle });
    expect(data.retires).toBeGreaterThanOrEqual(personnes);
    const [participation] = await base.sql<{ id: number; action_id: number }>(
      `SELECT p.id, l.action_id FROM participations p JOIN participations_action_lnk l ON l.participation_id = p.id
         JOIN actions a ON a.id = l.action_id WHERE a.date = '2022-03-05' LIMIT 1`
    );
    await base.sql(
      `UPDATE participations_entrepreneur_lnk SET entrepreneur_id =
         (SELECT id FROM entrepreneurs WHERE NOT coalesce(inactif, false) ORDER BY id DESC LIMIT 1)
        WHERE participation_id = $1`,
      [participation!.id]
    );
    expect((await readSoiree()).automatiquesCeSoir).toBe(0);
    await base.tick(DIX_NEUF_HEURES);
    expect(base.mailsDe('Rappel')).toEqual([]);
    expect(base.mailsDe('Suivi')).toHaveLength(2);
    const [reste] = await base.sql<{ inactif: boolean }>(
      'SELECT inactif FROM sms_envois_automatiques WHERE document_id = $1',
      [regle]
    );
    expect(reste?.inactif).not.toBe(true);
  });

  it('le message d’une personne, programmé ou non ; les autres partent', async () => {
    const [programmee] = (await listPersonnes(await originesDe('Suivi'))).lignes;
    expect((await retirer({ genre: 'envois', envois: [programmee!.envoi] })).data).toEqual({
      ...{ retires: 1, dejaPris: 0 },
    });
    const origine = await originesDe('Rappel');
    const [prevue] = (await listPersonnes(origine)).lignes;
    const retrait = {
      ...{ genre: 'personne', soir: '2022-03-03', regle },
      entrepreneurDocumentId: prevue!.fiche,
      actionDocumentId: prevue!.action?.documentId,
    };
    expect((await retirer(retrait)).data.retires).toBe(1);
    expect((await retirer(retrait)).data.retires).toBe(0);
    await base.tick(DIX_NEUF_HEURES);
    expect(base.mailsDe('Suivi')).toHaveLength(1);
    expect(base.mailsDe('Rappel')).toHaveLength(origine.personnes - 1);
    expect(base.mailsDe('Rappel')).not.toContain(prevue!.adresse);
  });

  it('qui n’a pas ce droit ne retire ni ne suspend rien', async () => {
    const { agentFor } = await import('./harness');
    const conseiller = await agentFor(base.app, 'sms-conseiller');
    for (const chemin of ['/soiree/retirer', '/soiree/suspendre', '/soiree/reprendre']) {
      expect((await base.ask('post', chemin, {}, conseiller)).status).toBe(403);
    }
  });
});

describe('« Suspendre ce soir »', () => {
  it('à 18h50 : rien ne part à 19h ; corrigé puis repris, c’est le texte corrigé qui arrive', async () => {
    const { automatiquesCeSoir } = await readSoiree();
    base.setHeure(new Date('2022-03-03T17:50:00Z'));
    expect((await base.ask('post', '/soiree/suspendre')).status).toBe(200);
    expect((await readSoiree()).suspendue?.depuis).toBe('2022-03-03T17:50:00.000Z');
    await base.tick(DIX_NEUF_HEURES);
    await base.tick(PLUS_TARD);
    expect(base.boite.mails).toEqual([]);
    const [ligne] = await base.sql<{ detail: string }>(
      `SELECT detail FROM sms_envois WHERE statut = 'programme' LIMIT 1`
    );
    expect(ligne?.detail).toMatch(/^Retenu : l’envoi du soir a été suspendu par .* à 18h50/);
    await corriger('<p>Salle 21</p>');
    expect((await base.ask('post', '/soiree/reprendre')).status).toBe(200);
    await base.tick(new Date('2022-03-03T18:20:00Z'));
    const recus = base.boite.mails.filter(({ subject }) => subject === 'Rappel');
    expect(recus).toHaveLength(automatiquesCeSoir);
    expect(recus.every(({ html }) => String(html).includes('Salle 21'))).toBe(true);
    const [apres] = await base.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM sms_envois WHERE starts_with(detail, 'Retenu')`
    );
    expect(apres?.n).toBe(0);
    await corriger('<p>Salle 12</p>');
  });

  it('ne retient pas ce qui part au clic d’une fiche Action', async () => {
    await base.ask('post', '/soiree/suspendre');
    const action = base.seed.actions.palmerAtelier!.documentId;
    const { status } = await base.ask('post', `/actions/${action}/envoyer`, {
      ...{ typeContact: 'email', modeleDocumentIds: [rappel], participants: 'tous' },
    });
    expect(status).toBe(200);
    await base.tick(new Date('2022-03-03T14:05:00Z'));
    expect(base.mailsDe('Rappel').length).toBeGreaterThan(0);
    await base.ask('post', '/soiree/reprendre');
  });

  it('« Exécuter maintenant » se refuse tant que le soir est suspendu', async () => {
    await base.ask('post', '/soiree/suspendre');
    const soiree = await base.ask('post', '/soiree/executer', {});
    expect(soiree.erreur?.details).toMatchObject({ regle: 'soiree-suspendue' });
    const seule = await base.ask('post', `/envois-automatiques/${regle}/executer`, {
      confirmation: '00000000-0000-4000-8000-000000000123',
    });
    expect(seule.erreur?.details).toMatchObject({ regle: 'soiree-suspendue' });
    await base.ask('post', '/soiree/reprendre');
  });
});

describe('Le compte rendu d’un soir', () => {
  it('dit le lendemain ce qui est parti, en échec, exclu, annulé', async () => {
    const [martin] = (await listPersonnes(await originesDe('Suivi'))).lignes;
    await retirer({ genre: 'envois', envois: [martin!.envoi] });
    const { automatiquesCeSoir } = await readSoiree();
    await base.tick(DIX_NEUF_HEURES);
    base.setHeure(LENDEMAIN);
    const bilan = await readBilan();
    expect(bilan).toMatchObject({ soir: '2022-03-03', enCours: false, nonProgrammees: [] });
    expect(bilan.comptes).toMatchObject({
      ...{ envoye: automatiquesCeSoir + 1, annule: 1, echec: 0, programme: 0 },
    });
    expect(bilan.lignes.map(({ modele }) => modele)).toEqual(['Rappel', 'Suivi']);
    expect(bilan.exclus.reduce((somme, { nombre }) => somme + nombre, 0)).toBe(bilan.comptes.exclu);
    expect(bilan.premierLe).not.toBeNull();
    expect(await readBilan('?soir=2022-03-03')).toEqual(bilan);
  });

  it('pendant l’envoi, dit ce qui attend encore', async () => {
    await base.ask('post', '/soiree/suspendre');
    await base.tick(DIX_NEUF_HEURES);
    const bilan = await readBilan();
    expect(bilan).toMatchObject({ soir: '2022-03-03', enCours: true });
    expect(bilan.comptes.programme).toBeGreaterThan(2);
    await base.ask('post', '/soiree/reprendre');
  });

  it('un soir manqué et rattrapé le lendemain matin reste ce soir-là', async () => {
    await base.sql(
      `INSERT INTO sms_soirees (soir, genre, commencee_le) VALUES ('2022-03-02', 'envois-automatiques', now())`
    );
    await base.tick(new Date('2022-03-04T07:30:00Z'));
    const bilan = await readBilan('?soir=2022-03-03');
    expect(bilan.lignes.map(({ modele }) => modele).sort()).toEqual(['Rappel', 'Suivi']);
  });

  it('« Renvoyer aux échecs » reprogramme ceux de ce soir-là, et eux seuls', async () => {
    await base.tick(DIX_NEUF_HEURES);
    expect((await base.ask('post', '/soiree/relancer', { soir: '2022-03-03' })).status).toBe(400);
    await base.sql(
      `UPDATE sms_envois SET statut = 'echec', motif = 'refuse' WHERE id = (SELECT min(id) FROM sms_envois
        WHERE statut = 'envoye' AND modalite = 'fiche_entrepreneur')`
    );
    base.setHeure(LENDEMAIN);
    const { data } = await base.ask('post', '/soiree/relancer', { soir: '2022-03-03' });
    expect(data).toEqual({ programmes: 1 });
    expect((await readSoiree()).programmes).toBe(1);
  });

  it('un soir à venir n’a pas de compte rendu', async () => {
    const { status, erreur } = await base.ask('get', '/soiree/bilan?soir=2022-03-04');
    expect(status).toBe(400);
    expect(erreur?.details).toMatchObject({ regle: 'soir-a-venir' });
  });
});
