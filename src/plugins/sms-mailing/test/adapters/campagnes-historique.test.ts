import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statutCampagne } from '../../core/campagne';
import { perimetreParmi, TOUT, type Perimetre } from '../../core/perimetre';
import { createBilans } from '../../server/src/adapters/sql/bilans/fold';
import { createModeles } from '../../server/src/adapters/sql/modeles/modeles';
import type { PageCampagnes } from '../../server/src/services/ports/campagnes';
import { NOW, SOIR, type Base } from './campagnes-base';
import { openTroisFiches, programmeSuperOffre } from './campagne-programmee';
import type { ModelePourCampagne } from './campagnes-chaine';

const APRES = new Date('2022-03-03T18:00:05Z');

let base: Base;
let modele: ModelePourCampagne;
let campagneId: number;
let antenneArras: Perimetre;
let id: Record<string, number>;

beforeAll(async () => {
  ({ base, antenneArras, id } = await openTroisFiches());
});

beforeEach(async () => {
  ({ modele, campagneId } = await programmeSuperOffre(base));
});

afterAll(() => base.close());

const list = (autres: Partial<PageCampagnes> = {}) =>
  base.campagnes.list({
    typeContact: null,
    typeDestinataire: null,
    modeleDocumentId: null,
    campagneId: null,
    depuis: null,
    avant: null,
    personne: '',
    recherche: '',
    tri: { cle: 'date', sens: 'desc' },
    page: 1,
    pageSize: 10,
    perimetre: TOUT,
    now: NOW,
    ...autres,
  });

const setStatut = (nom: string, statut: string): Promise<number> =>
  base.knex('sms_envois').where({ destinataire_id: id[nom] }).update({ statut, motif: 'x' });

const antenneOf = (nom: string): Promise<{ antenne_id: number }> =>
  base.knex('sms_envois').where({ destinataire_id: id[nom] }).first<{ antenne_id: number }>();

const addFiche = (nom: string, statut = 'programme', prevuLe = SOIR): Promise<number> =>
  base.add('sms_envois', {
    cle: `fe:${nom}:${String(prevuLe.getTime())}`,
    modalite: 'fiche_entrepreneur',
    type_contact: 'email',
    statut,
    modele_id: modele.id,
    type_destinataire: 'entrepreneur',
    destinataire_id: id[nom],
    prevu_le: prevuLe,
    credits: 0,
    tentatives: 0,
  });

const statuts = async (autres: Partial<PageCampagnes> = {}): Promise<string[]> =>
  (await list(autres)).lignes.map((ligne) => statutCampagne(ligne.bilan, ligne.origine));

describe('Guide §7.c : l’historique des campagnes', () => {
  it('une ligne dit le modèle, la date, le type de destinataire et le nombre d’envois', async () => {
    await setStatut('ABEL', 'envoye');
    await setStatut('BERTHE', 'remis');
    const { total, lignes } = await list();
    expect(total).toBe(1);
    expect(lignes[0]).toMatchObject({
      origine: 'campagne',
      campagneId,
      modeleNom: 'Super offre',
      typeDestinataire: 'entrepreneur',
      prevuLe: SOIR,
      bilan: { envoyes: 2, programmes: 1 },
    });
  });

  it('le statut suit les envois, du programmé à l’envoyé', async () => {
    expect(await statuts()).toEqual(['programme']);
    expect(await statuts({ now: APRES })).toEqual(['en_cours']);
    for (const nom of ['ABEL', 'BERTHE']) {
      await setStatut(nom, 'envoye');
    }
    await setStatut('CELINE', 'echec');
    expect(await statuts({ now: APRES })).toEqual(['partiel']);
    await setStatut('CELINE', 'remis');
    expect(await statuts({ now: APRES })).toEqual(['envoye']);
  });

  it('les demandes des fiches Entrepreneur d’un soir font une ligne « En attente » par modèle', async () => {
    await addFiche('ABEL');
    await addFiche('BERTHE');
    await addFiche('CELINE', 'envoye', new Date('2022-02-01T18:00:00Z'));
    const { total, lignes } = await list();
    expect(total).toBe(3);
    const fiches = lignes.filter((ligne) => ligne.origine === 'fiche_entrepreneur');
    expect(fiches.map((ligne) => [ligne.campagneId, ligne.bilan.programmes])).toEqual([
      [null, 2],
      [null, 0],
    ]);
    expect(fiches.map((l) => statutCampagne(l.bilan, l.origine))).toEqual(['en_attente', 'envoye']);
  });

  it('la recherche, le modèle et le type filtrent, la page compte le vrai total', async () => {
    await addFiche('ABEL');
    expect((await list({ recherche: 'super' })).total).toBe(2);
    expect((await list({ recherche: 'néant' })).total).toBe(0);
    expect((await list({ modeleDocumentId: modele.documentId })).total).toBe(2);
    expect((await list({ typeContact: 'sms' })).total).toBe(0);
    expect((await list({ typeDestinataire: 'entreprise_partenaire' })).total).toBe(0);
    const page = await list({ page: 2, pageSize: 1 });
    expect([page.total, page.lignes.length]).toEqual([2, 1]);
    expect(await list({ page: 5 })).toEqual({ total: 2, lignes: [] });
  });

  it('une campagne rouverte retrouve ses filtres', async () => {
    const campagne = await base.campagnes.read(campagneId, TOUT);
    expect(campagne).toMatchObject({
      modeleDocumentId: modele.documentId,
      filtres: { typeDestinataire: 'entrepreneur' },
      annuleeLe: null,
    });
    expect(await base.campagnes.read(campagneId + 1, TOUT)).toBeNull();
  });

  it('les comptes d’un modèle disent ses campagnes, ses envois programmés et effectués', async () => {
    await setStatut('ABEL', 'envoye');
    await addFiche('ABEL');
    expect(await base.campagnes.countByModele('email', 'entrepreneur', TOUT)).toEqual([
      { modeleDocumentId: modele.documentId, campagnes: 1, programmes: 2, effectues: 1 },
    ]);
    expect(await base.campagnes.countByModele('sms', 'entrepreneur', TOUT)).toEqual([]);
  });

  it('les fiches test n’y comptent pas, ni une campagne qu’elles seules ont reçue', async () => {
    await base.add('sms_envois', {
      ...{ cle: 'c:essai', modalite: 'campagne', type_contact: 'email', statut: 'envoye' },
      ...{ modele_id: modele.id, campagne_id: campagneId + 1, type_destinataire: 'entrepreneur' },
      ...{ destinataire_id: id.ABEL, prevu_le: SOIR, envoye_le: SOIR, credits: 0, tentatives: 1 },
      antenne_id: (await antenneOf('ABEL')).antenne_id,
    });
    const comptes = async (perimetre: Perimetre) =>
      (await base.campagnes.countByModele('email', 'entrepreneur', perimetre)).map(
        ({ campagnes, programmes, effectues }) => [campagnes, programmes, effectues]
      );
    const fiche = base.knex('entrepreneurs').where({ id: id.ABEL });
    for (const recomptes of [false, true]) {
      if (recomptes) await createBilans(base.knex, 0).fold();
      expect([await comptes(TOUT), await comptes(antenneArras)]).toEqual([
        [[2, 3, 1]],
        [[2, 1, 1]],
      ]);
      await fiche.clone().update({ fiche_test: true });
      try {
        expect([await comptes(TOUT), await comptes(antenneArras)]).toEqual([[[1, 2, 0]], []]);
      } finally {
        await fiche.clone().update({ fiche_test: false });
      }
    }
  });
});

describe('Guide §7.c : ce qu’un envoi ultérieur a remplacé', () => {
  it('la personne compte une fois, gardée ou comptée à l’instant, et le modèle compte ses deux envois', async () => {
    await setStatut('ABEL', 'echec');
    await base.add('sms_envois', {
      ...{ cle: 'c:encore', modalite: 'campagne', type_contact: 'email', statut: 'envoye' },
      ...{ modele_id: modele.id, campagne_id: campagneId, type_destinataire: 'entrepreneur' },
      ...{ destinataire_id: id.ABEL, prevu_le: SOIR, envoye_le: SOIR, credits: 0, tentatives: 1 },
    });
    for (const recomptes of [false, true]) {
      if (recomptes) await createBilans(base.knex, 0).fold();
      const { lignes } = await list();
      expect(lignes).toMatchObject([{ bilan: { envoyes: 1, echecs: 0, programmes: 2 } }]);
      expect(await createModeles(base.knex).usage(modele.documentId)).toMatchObject({ envois: 4 });
    }
  });
});

describe('Guide §4 : l’historique ne compte que le périmètre', () => {
  it('la campagne, ses nombres et ses comptes par modèle sont ceux des fiches vues', async () => {
    const { lignes } = await list({ perimetre: antenneArras });
    expect(lignes.map((ligne) => ligne.bilan.programmes)).toEqual([1]);
    expect(await base.campagnes.countByModele('email', 'entrepreneur', antenneArras)).toMatchObject(
      [{ programmes: 1 }]
    );
  });

  it('ouverte, la campagne ne montre que les envois du périmètre', async () => {
    const page = { campagneId, groupe: 'tous', recherche: '', page: 1, pageSize: 10 } as const;
    const { total, lignes } = await base.campagnes.listEnvois({ ...page, perimetre: antenneArras });
    expect([total, lignes.map((ligne) => ligne.destinataire)]).toEqual([1, ['ABEL Camille']]);
    expect((await base.campagnes.listEnvois({ ...page, perimetre: TOUT })).total).toBe(3);
  });

  it('qui tient à la fois une antenne et un référent compte une fois l’envoi qui est des deux', async () => {
    await base.knex('sms_envois').where({ destinataire_id: id.ABEL }).update({ referent_id: 7 });
    const { antenne_id: lui } = await antenneOf('ABEL');
    const perimetre = perimetreParmi({ antenneIds: [lui], intervenantIds: [7] });
    await createBilans(base.knex, 0).fold();
    const { lignes } = await list({ perimetre });
    expect(lignes.map((ligne) => ligne.bilan.programmes)).toEqual([1]);
    expect(await base.campagnes.countByModele('email', 'entrepreneur', perimetre)).toEqual([
      { modeleDocumentId: modele.documentId, campagnes: 1, programmes: 1, effectues: 0 },
    ]);
  });

  it('une personne se cherche parmi les envois du périmètre, les dates bornent le soir', async () => {
    await addFiche('BERTHE');
    const soirs = [new Date('2022-03-03T00:00:00Z'), new Date('2022-03-04T00:00:00Z')] as const;
    expect((await list({ personne: 'berthe' })).total).toBe(2);
    expect((await list({ personne: 'berthe', perimetre: antenneArras })).total).toBe(0);
    expect((await list({ personne: 'abel', perimetre: antenneArras })).total).toBe(1);
    expect((await list({ personne: 'camille abel' })).total).toBe(1);
    expect((await list({ personne: 'abel berthe' })).total).toBe(0);
    expect((await list({ depuis: soirs[0], avant: soirs[1] })).total).toBe(2);
    expect((await list({ depuis: soirs[1] })).total).toBe(0);
    expect((await list({ campagneId })).total).toBe(1);
  });

  it('une personne se trouve sous son nom d’aujourd’hui, qui a reçu sous celui d’hier', async () => {
    const fiche = base.knex('entrepreneurs').where({ id: id.BERTHE });
    await fiche.clone().update({ nom: 'Duhamel' });
    try {
      expect((await list({ personne: 'duhamel' })).total).toBe(1);
    } finally {
      await fiche.update({ nom: 'Berthe' });
    }
  });

  it('une campagne qui n’atteint aucune fiche vue n’existe pas', async () => {
    const ailleurs = perimetreParmi({ antenneIds: [-1] });
    expect((await list({ perimetre: ailleurs })).total).toBe(0);
    expect(await base.campagnes.read(campagneId, ailleurs)).toBeNull();
    expect(await base.campagnes.read(campagneId, antenneArras)).not.toBeNull();
  });
});
