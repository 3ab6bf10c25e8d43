import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  LigneEnvoiAutomatique,
  TableEnvoisAutomatiques,
} from '../../../src/plugins/sms-mailing/core/api/envois-automatiques';
import { openPerimetres, type Perimetres } from './base';

/** 19h in Paris, on the day of the base. */
const CE_SOIR = new Date('2022-03-03T18:00:30Z');

let perimetres: Perimetres;
let regle: string;

const ask: Perimetres['base']['ask'] = (methode, chemin, corps, agent) =>
  perimetres.base.ask(methode, chemin, corps, agent);
const lire = async (agent = perimetres.agent): Promise<LigneEnvoiAutomatique> =>
  (
    await ask<{ lignes: LigneEnvoiAutomatique[] }>('get', '/envois-automatiques', undefined, agent)
  ).data.lignes.find(({ documentId }) => documentId === regle)!;

beforeAll(async () => {
  perimetres = await openPerimetres();
  const { base, agent } = perimetres;
  await perimetres.setEtendues(['antenne']);
  const modeleDocumentId = await base.createModele({
    ...{ nom: 'Rappel', objet: 'Rappel', message: '<p>À bientôt</p>' },
    modalites: ['envoi_automatique'],
  });
  const corps = {
    regle: { typeContact: 'email', modeleDocumentId, delai: -2, criteres: {} },
    sansCritereConfirme: true,
  };
  const { data, erreur } = await ask<{ documentId: string }>(
    'post',
    '/envois-automatiques',
    corps,
    agent
  );
  expect(erreur).toBeNull();
  regle = data.documentId;
});
afterAll(() => perimetres.close());

describe('décision G18 : le périmètre d’un envoi automatique se choisit, dans le sien', () => {
  const PERSONNE = { genre: 'parmi', antenneIds: [], equipeIds: [], intervenantIds: [] };
  const enregistrer = async (perimetre: object, agent = perimetres.agent) => {
    const { regle: lue } = await lire();
    return ask<{ documentId: string }>(
      'post',
      '/envois-automatiques',
      { regle: lue, perimetre, sansCritereConfirme: true },
      agent
    );
  };
  const relire = async (documentId: string): Promise<LigneEnvoiAutomatique> =>
    (
      await ask<{ lignes: LigneEnvoiAutomatique[] }>('get', '/envois-automatiques')
    ).data.lignes.find((une) => une.documentId === documentId)!;

  it('la page propose ce que tient son auteur, et rien d’autre', async () => {
    await perimetres.setEtendues(['antenne', 'assigne']);
    const { data } = await ask<TableEnvoisAutomatiques>(
      'get',
      '/envois-automatiques',
      undefined,
      perimetres.agent
    );
    expect(data.choixPerimetre).toEqual({
      tout: false,
      antennes: [{ id: perimetres.ids['Arras'], nom: 'P-Arras' }],
      equipes: [],
      intervenants: [{ id: perimetres.ids['moi'], nom: 'Dominique MOI' }],
    });
  });

  it('plus étroit, il est gardé et dit ; plus large, inconnu ou vide, il est refusé', async () => {
    const { ids, base } = perimetres;
    const choisi = { ...PERSONNE, intervenantIds: [ids['moi']] };
    const { data } = await enregistrer(choisi);
    expect(await relire(data.documentId)).toMatchObject({
      perimetre: 'référent Dominique MOI',
      limite: choisi,
    });
    await ask('delete', `/envois-automatiques/${data.documentId}`);
    for (const [perimetre, regleRefusee] of [
      [{ genre: 'tout' }, 'perimetre-au-dela'],
      [{ ...PERSONNE, antenneIds: [ids['Lens']] }, 'perimetre-au-dela'],
      [{ ...PERSONNE, antenneIds: [ids['Arras']], equipeIds: [ids['Rouge']] }, 'perimetre-au-dela'],
    ] as const) {
      const { status, erreur } = await enregistrer(perimetre);
      expect([status, erreur?.details]).toMatchObject([400, { regle: regleRefusee }]);
    }
    const vide = await enregistrer(PERSONNE);
    expect(vide.erreur?.message).toMatch(/Choisissez au moins une antenne/);
    const disparue = await enregistrer({ ...PERSONNE, antenneIds: [999_999] }, base.admin);
    expect(disparue.erreur?.details).toMatchObject({ regle: 'perimetre-disparu' });
  });

  it('qui voit tout le donne à une antenne, l’aperçu le compte, et qui n’en est pas n’y touche pas', async () => {
    const { ids, base } = perimetres;
    const { regle: lue } = await lire();
    const lens = { ...PERSONNE, antenneIds: [ids['Lens']] };
    const compter = async (perimetre: object | null) =>
      (
        await ask<{ ceSoir: { recevront: number } }>('post', '/envois-automatiques-apercu', {
          ...{ regle: lue, perimetre },
        })
      ).data.ceSoir.recevront;
    expect(await compter(lens)).toBe(4);
    expect(await compter(null)).toBeGreaterThan(4);
    const { data } = await enregistrer(lens, base.admin);
    const { version } = await relire(data.documentId);
    const { erreur } = await ask(
      'put',
      `/envois-automatiques/${data.documentId}`,
      { regle: lue, version, perimetre: null, sansCritereConfirme: true },
      perimetres.agent
    );
    expect(erreur?.details).toMatchObject({ regle: 'regle-hors-perimetre' });
    // Changed without a word of it, it keeps its own.
    await ask('put', `/envois-automatiques/${data.documentId}`, {
      ...{ regle: { ...lue, inactif: true }, version, sansCritereConfirme: true },
    });
    expect((await relire(data.documentId)).limite).toEqual(lens);
    await ask('delete', `/envois-automatiques/${data.documentId}`);
    await perimetres.setEtendues(['antenne']);
  });
});

describe('décision E11 : un envoi automatique garde le périmètre avec lequel il est né', () => {
  it('il le montre, et compte pareil pour qui voit plus', async () => {
    const sienne = await lire();
    expect(sienne).toMatchObject({ perimetre: 'antenne P-Arras', modifiable: true });
    expect(sienne.ceSoir).toEqual({ recevront: 4, exclus: 0, dejaPrevus: 0 });
    expect(await lire(perimetres.base.admin)).toMatchObject({
      perimetre: 'antenne P-Arras',
      ceSoir: { recevront: 4 },
    });
  });

  it('qui a moins ne le change, ne l’arrête ni ne l’efface ; il peut le dupliquer chez lui', async () => {
    const { agent } = perimetres;
    await perimetres.setEtendues(['assigne']);
    const { version, modifiable } = await lire();
    expect(modifiable).toBe(false);
    const url = `/envois-automatiques/${regle}`;
    for (const [verbe, chemin, corps] of [
      ['post', `${url}/inactif`, { version, inactif: true }],
      ['delete', url, undefined],
    ] as const) {
      const { status, erreur } = await ask(verbe, chemin, corps, agent);
      expect([status, erreur?.details]).toMatchObject([400, { regle: 'regle-hors-perimetre' }]);
    }
    const { data } = await ask<{ documentId: string }>(
      'post',
      `${url}/dupliquer`,
      { version },
      agent
    );
    const { data: table } = await ask<{ lignes: LigneEnvoiAutomatique[] }>(
      'get',
      '/envois-automatiques',
      undefined,
      agent
    );
    expect(table.lignes.find(({ documentId }) => documentId === data.documentId)).toMatchObject({
      perimetre: 'référent Dominique MOI',
      modifiable: true,
    });
  });

  it('le soir, il n’écrit qu’à son périmètre, qui que soit son auteur devenu', async () => {
    const { base } = perimetres;
    await perimetres.setEtendues([]);
    await base.tick(CE_SOIR);
    const ecrits = await base.sql<{ nom: string }>(
      `SELECT nom FROM sms_envois WHERE modalite = 'envoi_automatique' AND nom LIKE 'P-%' ORDER BY nom`
    );
    expect(ecrits.map(({ nom }) => nom.split(' ')[0])).toEqual(
      ['P-ARRAS-AUTRE', 'P-ARRAS-COLLÈGUE', 'P-ARRAS-MOI', 'P-ARRAS-PERSONNE'].sort()
    );
    const ailleurs = await base.sql(
      `SELECT 1 FROM sms_envois e WHERE e.modalite = 'envoi_automatique' AND e.antenne_id IS DISTINCT FROM $1`,
      [perimetres.ids['Arras']]
    );
    expect(ailleurs).toEqual([]);
  });
});

describe('inactiver un modèle n’annule pas les envois des autres', () => {
  it('ceux d’ailleurs sont comptés et gardés ; les laisser partir reste possible', async () => {
    const { base, agent, fiches } = perimetres;
    const modele = await base.createModele({
      ...{ nom: 'Pour un', objet: 'O', message: '<p>B</p>' },
    });
    const lens = fiches['entrepreneur']!.find(({ antenne }) => antenne === 'Lens')!;
    const programmer = await ask('post', `/entrepreneurs/${lens.documentId}/programmer`, {
      modeleDocumentIds: [modele],
    });
    expect(programmer.status).toBe(200);
    await perimetres.setEtendues(['antenne']);
    const inactiver = (annulerProgrammes: boolean) =>
      ask('post', `/modeles/${modele}/inactif`, { inactif: true, annulerProgrammes }, agent);
    const { erreur } = await inactiver(true);
    expect(erreur?.message).toMatch(
      /^1 envoi programmé avec ce modèle est hors de votre périmètre/
    );
    expect((await inactiver(false)).status).toBe(200);
    const restent = await base.sql(
      `SELECT 1 FROM sms_envois WHERE statut = 'programme' AND destinataire_id = $1`,
      [lens.id]
    );
    expect(restent).toHaveLength(1);
  });
});
