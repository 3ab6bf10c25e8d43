import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  FichePersonne,
  PageActions,
  PagePersonnes,
} from '../../src/plugins/sms-mailing/core/api/repertoire';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentOf, createUser } from './harness';

let base: BaseDuGuide;

const chercher = async (type: string, suite: Record<string, string> = {}) =>
  (
    await base.ask<PagePersonnes>(
      'get',
      `/personnes/${type}?${new URLSearchParams(suite).toString()}`
    )
  ).data;

const chercherActions = async (suite: Record<string, string> = {}) =>
  (await base.ask<PageActions>('get', `/actions?${new URLSearchParams(suite).toString()}`)).data;

const noms = ({ lignes }: PagePersonnes): string[] => lignes.map(({ nom }) => nom);

beforeAll(async () => {
  base = await openBaseDuGuide();
});

afterAll(() => base.close());

describe('Guide §3 : rechercher un entrepreneur', () => {
  it('trouve par le nom et le prénom, accents et casse de côté, dans l’ordre qu’on veut', async () => {
    for (const recherche of ['palmer', 'julien PALMER', 'PALMER Júlien']) {
      expect(noms(await chercher('entrepreneur', { recherche }))).toEqual(['PALMER Julien']);
    }
    expect(noms(await chercher('entrepreneur', { nom: 'benoit' }))).toContain('CARLIER Benoît');
  });

  it('trouve par un numéro, quelle qu’en soit l’écriture, et par un bout d’e-mail', async () => {
    const [{ numero }] = (await base.sql<{ numero: string }>(
      `SELECT c.numero FROM entrepreneurs e JOIN entrepreneurs_cmps x ON x.entity_id = e.id AND x.field = 'telephones'
         JOIN components_coordonnees_telephones c ON c.id = x.cmp_id WHERE e.nom = 'PALMER'`
    )) as [{ numero: string }];
    const national = numero.replace(/\D/g, '');
    for (const telephone of [national, `+33${national.slice(1)}`, national.slice(4)]) {
      expect(noms(await chercher('entrepreneur', { telephone }))).toContain('PALMER Julien');
    }
    expect(noms(await chercher('entrepreneur', { email: 'amadou.diallo@' }))).toEqual([
      'DIALLO Amadou',
    ]);
    expect(noms(await chercher('entrepreneur', { telephone: 'néant' }))).toEqual([]);
  });

  it('les filtres s’ajoutent : un nom et un e-mail d’un autre ne trouvent personne', async () => {
    const personne = { nom: 'palmer', email: 'amadou.diallo@' };
    expect(await chercher('entrepreneur', personne)).toEqual({ total: 0, lignes: [] });
  });

  it('montre l’e-mail de référence, le téléphone, l’antenne et le référent', async () => {
    const { lignes } = await chercher('entrepreneur', { recherche: 'palmer' });
    expect(lignes[0]).toMatchObject({
      email: 'julien.palmer@boite.test',
      antenne: 'Arrageois-Ternois',
      aMoi: false,
      inactif: false,
    });
    expect(lignes[0]!.telephone).toMatch(/^0/);
  });

  it('page par page, chacun une fois, dans l’ordre des noms', async () => {
    const { total } = await chercher('entrepreneur');
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(total / 10) }, (_, rang) =>
        chercher('entrepreneur', { tri: 'nom', page: String(rang + 1) })
      )
    );
    const ids = pages.flatMap(({ lignes }) => lignes.map(({ documentId }) => documentId));
    expect(new Set(ids).size).toBe(total);
    const triees = await base.sql<{ document_id: string }>(
      'SELECT document_id FROM entrepreneurs ORDER BY lower(nom), lower(prenom), id'
    );
    expect(ids).toEqual(triees.map(({ document_id: id }) => id));
    const inverse = await chercher('entrepreneur', { tri: 'nom', sens: 'desc' });
    expect(inverse.lignes[0]!.nom.split(' ')[0]).toBe(pages.flatMap(noms).at(-1)!.split(' ')[0]);
  });

  it('qui suit des entrepreneurs trouve les siens d’abord', async () => {
    const compte = await createUser(base.app, 'sms-conseiller');
    const [intervenant] = await base.sql<{ id: number }>(
      `SELECT lr.intervenant_id AS id FROM entrepreneurs e JOIN entrepreneurs_referent_lnk lr ON lr.entrepreneur_id = e.id
        WHERE e.nom = 'PALMER'`
    );
    await base.sql(
      'INSERT INTO intervenants_utilisateur_lnk (intervenant_id, user_id) VALUES ($1, $2)',
      [intervenant!.id, compte.id]
    );
    const { data } = await base.ask<PagePersonnes>(
      'get',
      '/personnes/entrepreneur?pageSize=100',
      undefined,
      await agentOf(base.app, compte)
    );
    const rangs = data.lignes.map(({ aMoi }) => aMoi);
    expect(rangs.filter(Boolean).length).toBeGreaterThan(0);
    expect(rangs).toEqual([...rangs].sort((a, b) => Number(b) - Number(a)));
  });

  it('un contact se trouve par son courriel pro, un partenaire par sa raison sociale ; on lit son référent', async () => {
    expect(noms(await chercher('contact_individuel', { email: 'helene.vasseur' }))).toEqual([
      'VASSEUR Hélène',
    ]);
    const { lignes } = await chercher('entreprise_partenaire', { recherche: 'scarpe' });
    expect(lignes).toMatchObject([{ raisonSociale: 'Menuiserie de la Scarpe', nom: '' }]);
    expect(
      (await chercher('entreprise_partenaire', { nom: 'banque du ternois' })).lignes
    ).toMatchObject([{ nom: 'LENGLET Claire', email: 'claire.lenglet@boite.test' }]);
  });

  it('une famille ou une page qui n’existe pas se refuse en français', async () => {
    const { status, erreur } = await base.ask('get', '/personnes/client');
    expect([status, erreur?.message]).toEqual([400, expect.stringMatching(/^La demande/)]);
    expect((await base.ask('get', '/personnes/entrepreneur?page=0')).status).toBe(400);
  });
});

describe('Guide §9.a : l’en-tête d’une fiche', () => {
  const ouvrir = async (type: string, documentId: string) =>
    base.ask<FichePersonne>('get', `/personnes/${type}/${documentId}`);

  it('dit qui, suivi par qui, et si la personne peut recevoir, ou pourquoi non', async () => {
    const { data } = await ouvrir('entrepreneur', base.seed.entrepreneurs.paris!.documentId);
    expect(data).toMatchObject({
      nom: 'PARIS Lena',
      typeDestinataire: 'entrepreneur',
      destinations: { email: { adresse: null, motif: 'adresse_fictive' } },
      programmes: 0,
    });
    expect(data.coordonnees).toBe(data.documentId);
  });

  it('compte les messages programmés, que ses nouvelles coordonnées recevraient', async () => {
    const palmer = base.seed.entrepreneurs.palmer!.documentId;
    const modele = await base.createModele({ nom: 'Info', objet: 'Info', message: '<p>Ici</p>' });
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [modele] });
    const { data } = await ouvrir('entrepreneur', palmer);
    expect(data).toMatchObject({ nom: 'PALMER Julien', programmes: 1 });
    expect(data.projets[0]).toContain('café-librairie');
  });

  it('les coordonnées d’un partenaire sont celles de son contact référent ; sans lui, il n’y en a pas', async () => {
    const partenaire = async (recherche: string) => {
      const { lignes } = await chercher('entreprise_partenaire', { recherche });
      return (await ouvrir('entreprise_partenaire', lignes[0]!.documentId)).data;
    };
    expect(await partenaire('ternois')).toMatchObject({
      raisonSociale: 'Banque du Ternois',
      nom: 'LENGLET Claire',
      fonction: 'Chargé de clientèle professionnels',
      destinations: { email: { adresse: 'claire.lenglet@boite.test', motif: null } },
    });
    expect(await partenaire('scarpe')).toMatchObject({
      coordonnees: null,
      destinations: { email: { motif: 'referent_absent' } },
    });
  });

  it('une fiche qui n’existe pas se refuse en français', async () => {
    const { status, erreur } = await ouvrir('contact_individuel', 'inconnue');
    expect([status, erreur?.details.regle]).toEqual([400, 'fiche-introuvable']);
  });
});

describe('Guide §3 : rechercher une action', () => {
  it('à venir d’abord, la plus proche la première, puis le passé, le plus récent le premier', async () => {
    const { lignes, total } = await chercherActions({ pageSize: '100' });
    const dates = lignes.map(({ date }) => date);
    const [avenir, passe] = [
      dates.filter((date) => date >= '2022-03-03'),
      dates.filter((date) => date < '2022-03-03'),
    ];
    expect(dates).toEqual([...avenir.sort(), ...passe.sort().reverse()]);
    expect(total).toBe(Object.keys(base.seed.actions).length);
  });

  it('par objet, par lieu, par intervenant et par période ; « 2(0)/10 »', async () => {
    const { lignes } = await chercherActions({ objet: 'coaching' });
    expect(lignes).toMatchObject([
      { objet: 'Atelier coaching', lieu: 'Armentières', inscrits: 2, surbookes: 0, capacite: 10 },
    ]);
    const [site] = await base.sql<{ document_id: string }>(
      `SELECT document_id FROM sites WHERE nom = 'Armentières'`
    );
    const [intervenant] = await base.sql<{ document_id: string }>(
      `SELECT document_id FROM intervenants WHERE nom ILIKE 'accès' AND prenom = 'Témoin'`
    );
    const dArmentieres = await chercherActions({ site: site!.document_id, pageSize: '100' });
    expect(new Set(dArmentieres.lignes.map(({ lieu }) => lieu))).toEqual(new Set(['Armentières']));
    expect(await chercherActions({ intervenant: intervenant!.document_id })).toMatchObject({
      total: 1,
      lignes: [{ objet: 'Diag RDV 1', intervenant: 'Témoin ACCÈS' }],
    });
    const demain = await chercherActions({ du: '2022-03-04', au: '2022-03-04' });
    expect(demain.lignes).toMatchObject([{ objet: 'Entretien émergence', inscrits: 2 }]);
  });

  it('le texte cherché se lit dans l’objet, le lieu ou l’intervenant', async () => {
    for (const recherche of ['coaching', 'armentieres', 'temoin acces']) {
      expect((await chercherActions({ recherche })).total).toBeGreaterThan(0);
    }
    expect((await chercherActions({ recherche: 'rien de tel' })).total).toBe(0);
  });

  it('celles d’une personne, avec son inscription et sa présence', async () => {
    const entrepreneur = base.seed.entrepreneurs.palmer!.documentId;
    const { lignes } = await chercherActions({ entrepreneur, pageSize: '100' });
    expect(lignes.find(({ objet }) => objet === 'Atelier coaching')?.participation).toEqual({
      statut: 'Inscrit',
      presence: 'Présent',
    });
    const attendues = await base.sql(
      `SELECT DISTINCT la.action_id FROM participations_entrepreneur_lnk le
         JOIN participations_action_lnk la USING (participation_id) JOIN entrepreneurs e ON e.id = le.entrepreneur_id
        WHERE e.document_id = $1`,
      [entrepreneur]
    );
    expect(lignes).toHaveLength(attendues.length);
  });

  it('qui surbooke vient : il compte à part, et reçoit la convocation (décision G15)', async () => {
    const { documentId } = base.seed.actions.atelierVide!;
    const inscrire = (qui: string, statut: string) =>
      base.app.strapi.documents('api::participation.participation').create({
        data: {
          action: documentId,
          entrepreneur: base.seed.entrepreneurs[qui]!.documentId,
          statut,
        } as never,
      });
    await inscrire('palmer', 'Surbooking');
    await inscrire('martin', "Liste d'attente");
    const { data } = await base.ask('get', `/actions/${documentId}/fiche`);
    expect(data).toMatchObject({ inscrits: 0, surbookes: 1, listeAttente: 1, capacite: 10 });
    const modele = await base.createModele({
      ...{ nom: 'Surbooking', objet: 'Surbooking', message: '<p>Le ${action_date# j F Y}</p>' },
    });
    await base.ask('post', `/actions/${documentId}/envoyer`, { modeleDocumentIds: [modele] });
    await base.tick(new Date('2022-03-03T14:10:00Z'));
    expect(base.mailsDe('Surbooking')).toEqual(['julien.palmer@boite.test']);
  });
});
