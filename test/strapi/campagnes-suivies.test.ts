import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CampagneProgrammee,
  HistoriqueCampagnes,
  ListeDestinataires,
  RecapCampagne,
} from '../../src/plugins/sms-mailing/core/api/campagnes';
import type { Relations } from '../../src/plugins/sms-mailing/core/api/filtres';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type { PageHistorique } from '../../src/plugins/sms-mailing/core/api/historique';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;
let modele: string;

beforeAll(async () => {
  base = await openBaseDuGuide();
  modele = await base.createModele({ nom: 'Offre', objet: 'Offre', message: '<p>Bonjour</p>' });
});
afterAll(() => base.close());

const id = (nom: string): number => base.seed.entrepreneurs[nom]!.id;
const cible = (filtres: object = {}, suite: object = {}) => ({
  modeleDocumentId: modele,
  typeContact: 'email',
  filtres: { typeDestinataire: 'entrepreneur', ...filtres },
  ...suite,
});

const schedule = (suite: object, filtres: object = {}) =>
  base.ask<EnJson<CampagneProgrammee>>('post', '/campagnes', cible(filtres, suite));

async function search(filtres: object): Promise<EnJson<ListeDestinataires>['lignes']> {
  const corps = { ...cible(filtres), pageSize: 100 };
  const chemin = '/campagnes/destinataires';
  const { data } = await base.ask<EnJson<ListeDestinataires>>('post', chemin, corps);
  return data.lignes;
}

const noms = async (filtres: object): Promise<string[]> =>
  (await search(filtres)).map(({ nom }) => nom);

async function history(suite: object = {}): Promise<EnJson<HistoriqueCampagnes>> {
  const reponse = await base.ask<EnJson<HistoriqueCampagnes>>(
    'post',
    '/campagnes/historique',
    suite
  );
  return reponse.data;
}

async function envois(campagneId: number, query = ''): Promise<PageHistorique> {
  const chemin = `/campagnes/${String(campagneId)}/envois?${query}`;
  return (await base.ask<PageHistorique>('get', chemin)).data;
}

const chercher = async (relation: string, recherche: string): Promise<Relations> => {
  const chemin = `/filtres/relations?relation=${relation}&recherche=${encodeURIComponent(recherche)}`;
  return (await base.ask<Relations>('get', chemin)).data;
};

describe('Guide §7.b : un filtre qui nomme des fiches se cherche sur le serveur', () => {
  it('quelques lettres suffisent, sans accent ; l’étape dit son ODS', async () => {
    const { lignes } = await chercher('ods', 'activ crea');
    expect(lignes.map(({ nom }) => nom)).toContain("Activ'Créa lot 1");
    const etapes = await chercher('etape', 'activ');
    expect(etapes.lignes[0]?.precision).toContain('Activ');
    expect(await chercher('ods', 'rien de tel')).toEqual({ lignes: [], reste: false });
  });

  it('le récapitulatif rend les noms de ce que les filtres désignent', async () => {
    const ods = base.seed.ods["Activ'Créa lot 1"]!.documentId;
    const { data } = await base.ask<RecapCampagne>(
      'post',
      '/campagnes/comptes',
      cible({ ods: [ods] })
    );
    expect(data.noms).toEqual({ [ods]: "Activ'Créa lot 1" });
  });
});

describe('Ce qui est confirmé est ce qui part', () => {
  it('une liste qui a changé depuis la lecture est refusée, et rien n’est écrit', async () => {
    const refus = await schedule({
      selection: { ids: [id('palmer'), id('martin')] },
      personnesLues: 3,
    });
    expect(refus.status).toBe(400);
    expect(refus.erreur?.details).toMatchObject({ regle: 'liste-changee' });
    expect(await base.countEnvois()).toEqual({});
    expect(await history()).toMatchObject({ total: 0 });
  });

  it('un soir passé, ou à plus d’un an, est refusé en disant quoi faire', async () => {
    for (const [soir, regle] of [
      ['2022-03-02', 'soir-passe'],
      ['2023-06-01', 'soir-lointain'],
    ]) {
      const refus = await schedule({ selection: { ids: [id('palmer')] }, soir });
      expect(refus.erreur?.details).toMatchObject({ regle });
    }
  });
});

describe('Une campagne pour un autre soir, suivie puis réparée', () => {
  let campagneId: number;

  it('part le soir choisi, pas avant, sous son libellé et le nom de son auteur', async () => {
    const { data } = await schedule({
      selection: { ids: [id('palmer'), id('martin'), id('diallo')] },
      soir: '2022-03-05',
      libelle: 'Rentrée',
      personnesLues: 3,
    });
    expect(data).toMatchObject({ programmes: 3, phraseDepart: 'Partira samedi 5 mars à 19h00' });
    campagneId = data.campagneId!;
    await base.tick(new Date('2022-03-04T18:00:00Z'));
    expect(base.mailsDe('Offre')).toEqual([]);
    const [ligne] = (await history({ campagneId })).lignes;
    expect(ligne).toMatchObject({ libelle: 'Rentrée', statut: 'programme', envois: 0 });
    expect(ligne?.auteur).not.toBe('');
  });

  it('se retrouve par sa période, son libellé ou une personne, et par rien d’autre', async () => {
    const trouvees = async (demande: object) => (await history(demande)).total;
    expect(await trouvees({ du: '2022-03-05', au: '2022-03-05' })).toBe(1);
    expect(await trouvees({ du: '2022-03-06' })).toBe(0);
    expect(await trouvees({ au: '2022-03-04' })).toBe(0);
    expect(await trouvees({ recherche: 'rentree' })).toBe(1);
    expect(await trouvees({ personne: 'palmer' })).toBe(1);
    expect(await trouvees({ personne: 'lefebvre' })).toBe(0);
  });

  it('un envoi annulé par la liste ne part pas, les autres si', async () => {
    const { lignes } = await envois(campagneId, 'recherche=diallo');
    const annuler = { campagneId, cible: { envoiDocumentIds: [lignes[0]!.documentId] } };
    const { data } = await base.ask('post', '/campagnes/annuler', annuler);
    expect(data).toEqual({ annules: 1, dejaPris: 0 });
    base.boite.refusees.add('sophie.martin@boite.test');
    await base.tick(new Date('2022-03-05T18:00:00Z'));
    expect(base.mailsDe('Offre')).toEqual(['julien.palmer@boite.test']);
  });

  it('chaque onglet dit qui, ce que c’est devenu et pourquoi ; le CSV aussi', async () => {
    const destinataires = async (groupe: string) =>
      (await envois(campagneId, `groupe=${groupe}`)).lignes.map((l) => l.destinataire);
    expect(await destinataires('envoyes')).toEqual(['PALMER Julien']);
    expect(await destinataires('echecs')).toEqual(['MARTIN Sophie']);
    expect(await destinataires('annules')).toEqual(['DIALLO Amadou']);
    const csv = await base.admin.get(
      `/sms-mailing/campagnes/${String(campagneId)}/envois-csv?groupe=tous`
    );
    expect(csv.headers['content-disposition']).toContain('campagne-');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.text).toContain('"Destinataire";"Adresse";"Statut";"Motif"');
    expect(csv.text).toContain('"PALMER Julien";"julien.palmer@boite.test";"Envoyé"');
  });

  it('« Renvoyer aux échecs » ne vise qu’eux, et ne vise plus personne ensuite', async () => {
    base.boite.refusees.clear();
    const chemin = `/campagnes/${String(campagneId)}/relancer`;
    const { data } = await base.ask<EnJson<CampagneProgrammee>>('post', chemin);
    expect(data).toMatchObject({ campagneId, programmes: 1 });
    await base.tick(new Date('2022-03-06T18:00:00Z'));
    expect(base.mailsDe('Offre')).toEqual(['julien.palmer@boite.test', 'sophie.martin@boite.test']);
    const [ligne] = (await history({ campagneId })).lignes;
    expect(ligne?.bilan).toMatchObject({ envoyes: 2, echecs: 0, annules: 1 });
    expect((await envois(campagneId)).total).toBe(3);
    const { erreur } = await base.ask('post', chemin);
    expect(erreur?.details).toMatchObject({ regle: 'campagne-sans-echec' });
  });

  it('« Écrire à ceux qui l’ont reçu », et à ceux qui n’ont pas reçu ce modèle', async () => {
    const { documentId } = (await history({ campagneId })).lignes[0]!;
    expect(await noms({ recuCampagne: [documentId] })).toEqual(['MARTIN', 'PALMER']);
    const sans = await noms({ nonRecuModele: [modele] });
    expect(sans).toContain('DIALLO');
    expect(sans).not.toContain('PALMER');
  });
});

describe('Avant de cocher, chaque ligne prévient', () => {
  it('de ce que la personne recevra déjà ce soir-là, et du jour où elle a reçu ce modèle', async () => {
    const palmer = base.seed.entrepreneurs.palmer!.documentId;
    const autre = await base.createModele({ nom: 'Autre', objet: 'Autre', message: 'Bonjour' });
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [autre] });
    const lignes = await search({ recherche: 'palmer' });
    expect(lignes).toMatchObject([{ memeSoir: 1 }]);
    expect(lignes[0]?.dernierEnvoiLe).toBe('2022-03-05T18:00:00.000Z');
    expect(await search({ recherche: 'lefebvre nadia' })).toMatchObject([
      { memeSoir: 0, dernierEnvoiLe: null },
    ]);
  });
});

describe('Ce que le CRM dit d’une personne', () => {
  it('sa ville, et qu’elle n’a fait aucune action d’un type', async () => {
    expect(await noms({ ville: 'paris' })).toContain('PALMER');
    expect(await noms({ ville: 'nulle part' })).toEqual([]);
    const { lignes } = await chercher('typeAction', '');
    const types = lignes.map(({ documentId }) => documentId);
    const avec = (await search({ typeAction: types })).map((ligne) => ligne.id);
    const sans = (await search({ sansTypeAction: types })).map((ligne) => ligne.id);
    expect(avec.length).toBeGreaterThan(0);
    expect(sans.length).toBeGreaterThan(0);
    expect(sans.filter((personne) => avec.includes(personne))).toEqual([]);
  });
});
