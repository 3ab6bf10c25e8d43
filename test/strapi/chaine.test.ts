import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

/** All that the ledger holds, but for the technical dates of its rows. */
const ETAT = `
  SELECT json_build_object(
    'envois', (SELECT json_agg(to_jsonb(e) - 'updated_at' ORDER BY e.id) FROM sms_envois e),
    'campagnes', (SELECT json_agg(to_jsonb(c) - 'updated_at' ORDER BY c.id) FROM sms_campagnes c),
    'packages', (SELECT json_agg(to_jsonb(p) - 'updated_at' ORDER BY p.id) FROM sms_packages p),
    'confirmations', (SELECT json_agg(n) FROM sms_confirmations n)) AS etat`;

const MIDI = new Date('2022-03-03T11:00:00Z');
const DIX_NEUF_HEURES = new Date('2022-03-03T18:00:00Z');

let base: BaseDuGuide;
let sms: string;
let rappelSms: string;
let palmer: string;

const readEtat = async () => (await base.sql<{ etat: unknown }>(ETAT))[0]!.etat;
const idDe = (nom: string): number => base.seed.entrepreneurs[nom]!.id;
const addPackage = (achetes: number) =>
  base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes });
const atelier = (suite: string) =>
  `/actions/${base.seed.actions.palmerAtelier!.documentId}/${suite}`;

const programmer = (corps: object) =>
  base.ask<{ campagneId: number; programmes: number }>('post', '/campagnes', {
    modeleDocumentId: sms,
    typeContact: 'sms',
    filtres: { typeDestinataire: 'entrepreneur' },
    ...corps,
  });

beforeAll(async () => {
  base = await openBaseDuGuide();
  palmer = base.seed.entrepreneurs.palmer!.documentId;
  sms = await base.createModele({
    typeContact: 'sms',
    nom: 'SMS',
    message: 'Bonjour ${personne/personne_prenom}',
  });
  rappelSms = await base.createModele({
    typeContact: 'sms',
    nom: 'Rappel SMS',
    message: 'Le ${action_date# j F}',
  });
});

beforeEach(async () => {
  await base.sql(
    'TRUNCATE sms_envois, sms_file, sms_campagnes, sms_packages, sms_mouvements, sms_envois_automatiques, sms_soirees, sms_confirmations RESTART IDENTITY'
  );
  base.setHeure(MIDI);
});

afterAll(() => base.close());

describe('Ce qui est refusé laisse le registre comme il était', () => {
  it('une campagne complétée au-delà du crédit garde ses premiers envois, qui partent à 19h', async () => {
    await addPackage(3);
    const { data } = await programmer({ selection: { ids: [idDe('palmer'), idDe('diallo')] } });
    base.setHeure(new Date('2022-03-03T19:00:00Z'));
    const avant = await readEtat();
    const ajout = { ids: [idDe('martin'), idDe('lefebvre')] };
    const refus = await programmer({ campagneId: data.campagneId, selection: ajout });
    expect(refus.erreur?.message).toContain('Il faut 2 SMS et il en reste 1');
    expect(await readEtat()).toEqual(avant);
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    expect(await base.countEnvois()).toEqual({ envoye: 2 });
  });

  it.each([
    ['une campagne', () => programmer({ selection: { ids: [idDe('palmer'), idDe('diallo')] } })],
    [
      'un envoi depuis la fiche Entrepreneur',
      () =>
        base.ask('post', `/entrepreneurs/${palmer}/programmer`, {
          modeleDocumentIds: [sms, smsBis],
        }),
    ],
    [
      'un envoi depuis la fiche Action',
      () =>
        base.ask('post', atelier('envoyer'), {
          modeleDocumentIds: [rappelSms],
          entrepreneurDocumentIds: [palmer, base.seed.entrepreneurs.diallo!.documentId],
        }),
    ],
  ])('%s à court d’un SMS', async (_, demande) => {
    await addPackage(1);
    const avant = await readEtat();
    expect((await demande()).erreur?.details).toMatchObject({ regle: 'credit-insuffisant' });
    expect(await readEtat()).toEqual(avant);
  });

  it('le coût a trop changé depuis la fenêtre : refusé, rien n’est écrit', async () => {
    await addPackage(10);
    const avant = await readEtat();
    const selection = { ids: [idDe('palmer'), idDe('diallo')] };
    const refus = await programmer({ selection, creditsLus: 1 });
    expect(refus.erreur?.details).toMatchObject({ regle: 'credits-plus-nombreux', demande: 2 });
    expect(await readEtat()).toEqual(avant);
    expect((await programmer({ selection, creditsLus: 2 })).data).toMatchObject({ programmes: 2 });
  });

  let smsBis: string;
  beforeAll(async () => {
    smsBis = await base.createModele({
      typeContact: 'sms',
      nom: 'SMS bis',
      message: 'Bonsoir ${personne/personne_prenom}',
    });
  });
});

describe('Ce qu’un envoi retient, un autre ne le prend pas', () => {
  const createRappel = () =>
    base.createRegle({
      typeContact: 'sms',
      modeleDocumentId: rappelSms,
      delai: -2,
      criteres: { natures: ['Collective'] },
    });

  it('une règle exécutée maintenant ne mange pas les SMS de la campagne du soir', async () => {
    await addPackage(4);
    await programmer({ selection: { ids: [idDe('palmer'), idDe('diallo'), idDe('martin')] } });
    const regle = await createRappel();
    const [essai] = (
      await base.ask<{ recevront: number; lignes: { motif: string | null }[] }[]>(
        'post',
        '/envois-automatiques-essai',
        { regleDocumentId: regle, soir: '2022-03-03' }
      )
    ).data;
    const manques = essai!.lignes.filter(({ motif }) => motif === 'credit_sms_insuffisant').length;
    expect(essai).toMatchObject({ recevront: 1 });
    expect(manques).toBeGreaterThan(0);
    const { data } = await base.ask('post', `/envois-automatiques/${regle}/executer`, {});
    expect(data).toMatchObject({ sansCredit: manques });
    await base.tick(new Date('2022-03-03T11:00:05Z'));
    expect(await base.countEnvois()).toMatchObject({
      programme: 3,
      credit_sms_insuffisant: manques,
    });
    await base.tick(DIX_NEUF_HEURES);
    expect(await base.countEnvois()).toMatchObject({ envoye: 4, credit_sms_insuffisant: manques });
    expect(await base.sql('SELECT consommes FROM sms_packages')).toEqual([{ consommes: 4 }]);
  });

  it('le soir, les SMS vont aux premières actions d’abord ; les derniers disent pourquoi', async () => {
    await addPackage(2);
    await createRappel();
    await base.tick(DIX_NEUF_HEURES);
    const lignes = await base.sql<{ statut: string; motif: string | null; heure: string }>(
      `SELECT statut, motif, action_heure AS heure FROM sms_envois WHERE motif IS NULL OR motif = 'credit_sms_insuffisant'
        ORDER BY action_date, action_heure, action_id, id`
    );
    const partis = lignes.filter(({ statut }) => statut === 'envoye').length;
    expect(partis).toBe(2);
    expect(lignes.slice(0, 2).every(({ statut }) => statut === 'envoye')).toBe(true);
    expect(lignes.slice(2).map(({ motif }) => motif)).not.toContain(null);
    expect(lignes.length).toBeGreaterThan(2);
  });

  it('deux campagnes en même temps ne promettent jamais plus que le package', async () => {
    await addPackage(5);
    const noms = ['palmer', 'diallo', 'martin', 'lefebvre'];
    const reponses = await Promise.all(
      [0, 1, 2].map((rang) =>
        programmer({
          recherche: '',
          selection: { ids: [idDe(noms[rang]!), idDe(noms[rang + 1]!)] },
        })
      )
    );
    const [retenus] = await base.sql<{ n: number }>(
      'SELECT sum(credits)::int AS n FROM sms_envois'
    );
    expect(retenus!.n).toBeLessThanOrEqual(5);
    expect(reponses.some(({ status }) => status === 200)).toBe(true);
  });

  it('un texte qui a grandi depuis le clic prend la différence, ou dit qu’il manque des SMS', async () => {
    await addPackage(2);
    await programmer({ selection: { ids: [idDe('palmer'), idDe('diallo')] } });
    const { data } = await base.ask<{ message: string; version: number }>('get', `/modeles/${sms}`);
    const long = `Bonjour \${personne/personne_prenom} ${'x'.repeat(160)}`;
    await base.ask('put', `/modeles/${sms}`, { ...data, message: long });
    await base.tick(DIX_NEUF_HEURES);
    expect(await base.countEnvois()).toEqual({ envoye: 1, credit_sms_insuffisant: 1 });
    await base.ask('put', `/modeles/${sms}`, { ...data, version: null });
  });
});

describe('Une fenêtre lue ne sert qu’une fois (G8)', () => {
  it('deux clics sur « Programmer » répondent la même chose, un seul envoi', async () => {
    const demande = { selection: { ids: [idDe('palmer')] }, confirmation: randomUUID() };
    const [un, deux] = await Promise.all([programmer(demande), programmer(demande)]);
    expect(un.data).toEqual(deux.data);
    expect(un.data).toMatchObject({ programmes: 1 });
    expect(await base.countEnvois()).toEqual({ programme: 1 });
  });

  it('un refus ne la consomme pas : corrigé, le même clic passe', async () => {
    await addPackage(1);
    const demande = {
      selection: { ids: [idDe('palmer'), idDe('diallo')] },
      confirmation: randomUUID(),
    };
    expect((await programmer(demande)).erreur?.details).toMatchObject({
      regle: 'credit-insuffisant',
    });
    await addPackage(5);
    expect((await programmer(demande)).data).toMatchObject({ programmes: 2 });
  });

  it('ce qui n’est pas un numéro est refusé en français', async () => {
    const refus = await programmer({ selection: { ids: [idDe('palmer')] }, confirmation: 'x' });
    expect(refus.status).toBe(400);
    expect(refus.erreur?.message).toContain('Rouvrez la fenêtre');
  });
});
