import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOUT } from '../../core/perimetre';
import { createConservation } from '../../server/src/adapters/sql/archives/conservation';
import { createBilans } from '../../server/src/adapters/sql/bilans/fold';
import { createHistorique } from '../../server/src/adapters/sql/fiches/historique';
import { createModeles } from '../../server/src/adapters/sql/modeles/modeles';
import { erasePersonne } from '../../server/src/adapters/sql/personnes/effacement';
import { query } from '../../server/src/adapters/sql/query';
import { TOUS } from './campagnes-antennes';
import { critereOf, EMPREINTEUR, NOW, openBase, type Base } from './campagnes-base';
import type { ModelePourCampagne } from './campagnes-chaine';

const MOIS = 13;
const VIEUX = new Date('2020-11-03T18:00:00Z');

let base: Base;
let modele: ModelePourCampagne;
let abel: number;
let campagneId: number;

beforeAll(async () => {
  base = await openBase();
  abel = await base.addEntrepreneur('ABEL');
  await base.addEntrepreneur('BERTHE');
});

beforeEach(async () => {
  await base.knex.raw('TRUNCATE sms_envois, sms_envois_archives, sms_file');
  await base.knex('sms_campagnes').delete();
  modele = await base.addModele({ nom: 'Super offre' });
  const selection = { ids: [abel] };
  const fait = await base.campagnes.schedule(critereOf(modele), {
    ...{ selection, modele, auteurId: null },
  });
  campagneId = fait.campagneId!;
  await base.knex.raw('TRUNCATE sms_file');
});

afterAll(() => base.close());

const archive = (apres = 0, lot = 100) =>
  createConservation(base.knex).archive(MOIS, apres, lot, NOW);

/** The one line written, as it became. */
const become = (champs: Record<string, unknown>): Promise<number> =>
  base.knex('sms_envois').update(champs);

const ENVOYE = {
  statut: 'envoye',
  prevu_le: VIEUX,
  envoye_le: VIEUX,
  termine_le: VIEUX,
  created_at: VIEUX,
  adresse: 'abel@courriel.test',
  valeurs: '["Camille"]',
  version_id: 1,
};

const countLignes = async (): Promise<{ registre: number; archive: number }> => {
  const [compte] = await query<{ registre: number; archive: number }>(
    base.knex,
    'SELECT (SELECT count(*) FROM sms_envois)::int AS registre, (SELECT count(*) FROM sms_envois_archives)::int AS archive'
  );
  return compte!;
};

const options = { perimetre: TOUT, recherche: '', page: 1, pageSize: 10 };

describe('Conservation : ce qui est déplacé', () => {
  it.each([
    ['envoyé il y a plus de treize mois', {}, 1],
    ['exclu il y a plus de treize mois', { statut: 'exclu', motif: 'adresse_absente' }, 1],
    ['envoyé il y a moins de treize mois', { termine_le: new Date('2021-02-04') }, 0],
    ['dont l’action est plus récente', { action_date: '2021-06-01' }, 0],
    ['qui attend', { statut: 'programme', termine_le: null }, 0],
    ['incertain', { statut: 'incertain' }, 0],
  ])('un envoi %s', async (_nom, champs, archives) => {
    await become({ ...ENVOYE, ...champs });
    expect((await archive()).deplaces).toBe(archives);
    expect(await countLignes()).toEqual({ registre: 1 - archives, archive: archives });
  });

  it('un incertain que personne n’a tranché perd son texte', async () => {
    await become({ ...ENVOYE, statut: 'incertain' });
    const document = (await base.knex('sms_envois').first<{ document_id: string }>()).document_id;
    const historique = createHistorique(base.knex, () => Promise.resolve(false));
    expect(await historique.isTexteEfface(document, TOUT)).toBe(false);
    await archive();
    expect(await historique.readArchive(document, TOUT)).toBeNull();
    expect(await historique.isTexteEfface(document, TOUT)).toBe(true);
  });

  it('par lots, et repris où l’on s’est arrêté', async () => {
    await become(ENVOYE);
    await base.knex.raw(
      `INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, type_destinataire, destinataire_id,
         prevu_le, termine_le, created_at)
       SELECT 'd' || n, 'k' || n, modalite, type_contact, CASE n WHEN 2 THEN 'incertain' ELSE 'envoye' END, modele_id, type_destinataire,
              destinataire_id, prevu_le, termine_le, created_at FROM sms_envois, generate_series(1, 5) n`
    );
    const premiere = await archive(0, 2);
    expect(premiere.deplaces).toBe(2);
    expect((await archive(premiere.derniere!, 2)).deplaces).toBe(1);
    expect((await archive(0, 3)).deplaces).toBe(2);
    expect(await archive()).toMatchObject({ deplaces: 0 });
    expect(await countLignes()).toEqual({ registre: 1, archive: 5 });
  });
});

describe('Conservation : ce que l’archive dit encore', () => {
  beforeEach(async () => {
    await become(ENVOYE);
    await archive();
  });

  it('l’historique de la personne et du modèle montrent l’envoi, sans son texte', async () => {
    const historique = createHistorique(base.knex, () => Promise.resolve(false));
    const fiche = await base.documentId('entrepreneurs', abel);
    for (const page of [
      await historique.ofPersonne('entrepreneur', fiche, options),
      await historique.ofModele(modele.documentId, options),
    ]) {
      expect(page).toMatchObject({
        total: 1,
        lignes: [
          { statut: 'envoye', adresse: 'abel@courriel.test', envoyeLe: VIEUX.toISOString() },
        ],
      });
      const { documentId } = page.lignes[0]!;
      expect(await historique.readArchive(documentId, TOUT)).toBeNull();
      expect(await historique.isTexteEfface(documentId, TOUT)).toBe(true);
    }
  });

  it('l’historique des campagnes et les comptes du modèle ne changent pas', async () => {
    for (const recomptes of [false, true]) {
      if (recomptes) await createBilans(base.knex, 0).fold();
      const { lignes } = await base.campagnes.list({
        ...{ typeContact: null, typeDestinataire: null, modeleDocumentId: null, recherche: '' },
        ...{ personne: '', campagneId: null, depuis: null, avant: null },
        ...{ tri: { cle: 'date', sens: 'desc' }, page: 1, pageSize: 10, perimetre: TOUT, now: NOW },
      });
      expect(lignes).toMatchObject([{ campagneId, bilan: { envoyes: 1, programmes: 0 } }]);
      expect(await createModeles(base.knex).usage(modele.documentId)).toMatchObject({
        ...{ envois: 1, effectues: 1, programmes: 0 },
      });
    }
  });

  it('une campagne rouverte n’écrit pas deux fois à la même personne', async () => {
    const critere = critereOf(modele, undefined, { campagneId });
    const { nonFaits, effectues } = await base.campagnes.count(critere, TOUS);
    expect({ effectues, joignables: nonFaits.joignables }).toEqual({ effectues: 1, joignables: 1 });
    await base.campagnes.schedule(critere, { selection: TOUS, modele, auteurId: null });
    const noms = await base.knex('sms_envois').pluck<string[]>('nom');
    expect(noms).toEqual(['BERTHE Camille']);
  });

  it('un modèle qui n’a servi qu’autrefois ne se supprime pas', async () => {
    const modeles = createModeles(base.knex);
    await modeles.delete(modele.documentId);
    expect(await modeles.read(modele.documentId)).not.toBeNull();
  });

  it('effacer une personne efface aussi ses envois archivés', async () => {
    const { id } = await base.knex('sms_envois_archives').first<{ id: number }>();
    const resultat = await base.knex.transaction((trx) =>
      erasePersonne(trx, EMPREINTEUR, { cible: { envoiId: id }, auteurId: 1, now: NOW })
    );
    expect(resultat).toMatchObject({ envois: 1, annules: 0 });
    expect(await base.knex('sms_envois_archives').first()).toMatchObject({
      ...{ destinataire_id: -id, nom: null, adresse: null, cle: `x:${String(id)}` },
    });
    await base.knex('sms_oppositions').delete();
  });

  it('la preuve ne nomme plus personne après son propre délai, et se compte encore', async () => {
    const conservation = createConservation(base.knex);
    expect(await conservation.forget(60, 100, NOW)).toBe(0);
    const plusTard = new Date('2026-01-01T03:00:00Z');
    expect(await conservation.forget(60, 100, plusTard)).toBe(1);
    expect(await conservation.forget(60, 100, plusTard)).toBe(0);
    expect(await base.knex('sms_envois_archives').first()).toMatchObject({
      ...{ statut: 'envoye', nom: null, adresse: null, contact_id: null },
    });
    const { total } = await createHistorique(base.knex, () => Promise.resolve(false)).ofModele(
      modele.documentId,
      options
    );
    expect(total).toBe(1);
  });
});
