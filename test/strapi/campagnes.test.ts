import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CampagneOuverte,
  CampagneProgrammee,
  LigneModeleCampagne,
  ListeDestinataires,
  RecapCampagne,
} from '../../src/plugins/sms-mailing/core/api/campagnes';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type { PageHistorique } from '../../src/plugins/sms-mailing/core/api/historique';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

/** The guide's people who entered Activ'Créa, all but PARIS; TEST is a fiche test. */
const ACTIV_CREA = ['CARLIER', 'DIALLO', 'LEFEBVRE', 'MARTIN', 'PALMER', 'TEST'];

let base: BaseDuGuide;
let modele: string;
let cible: Record<string, unknown>;

beforeAll(async () => {
  base = await openBaseDuGuide();
  modele = await base.createModele({
    nom: 'Super offre',
    objet: 'Super offre',
    message: '<p>Bonjour ${personne/personne_prenom}</p>',
  });
  cible = {
    modeleDocumentId: modele,
    typeContact: 'email',
    filtres: {
      typeDestinataire: 'entrepreneur',
      ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId],
      dateDebutOds: { du: '2022-01-01', au: '2022-01-31' },
      referent: [base.seed.intervenants['Jérôme Accès']!.documentId],
    },
  };
});

afterAll(() => base.close());

const id = (nom: string): number => base.seed.entrepreneurs[nom]!.id;

async function search(suite: object = {}): Promise<EnJson<ListeDestinataires>> {
  const corps = { ...cible, pageSize: 100, ...suite };
  return (await base.ask<EnJson<ListeDestinataires>>('post', '/campagnes/destinataires', corps))
    .data;
}

async function count(suite: object = {}): Promise<EnJson<RecapCampagne>> {
  return (
    await base.ask<EnJson<RecapCampagne>>('post', '/campagnes/comptes', { ...cible, ...suite })
  ).data;
}

const schedule = (suite: object) =>
  base.ask<EnJson<CampagneProgrammee>>('post', '/campagnes', { ...cible, ...suite });

describe('Guide §7.b : choisir le modèle', () => {
  it('ne propose que les modèles prévus pour ces destinataires, les autres disent pourquoi', async () => {
    await base.createModele({ nom: 'Rappel', objet: 'Rappel', message: 'Le ${action_date}' });
    await base.createModele({
      nom: 'Aux banquiers',
      objet: 'Bonjour',
      message: 'Bonjour',
      destinataires: ['contact_individuel'],
    });
    const liste = async (tout: boolean) =>
      (
        await base.ask<LigneModeleCampagne[]>(
          'get',
          `/campagnes-modeles?typeContact=email&typeDestinataire=entrepreneur&tout=${String(tout)}`
        )
      ).data;
    expect((await liste(false)).map(({ nom }) => nom)).toEqual(['Super offre']);
    const raisons = Object.fromEntries((await liste(true)).map(({ nom, raison }) => [nom, raison]));
    expect(raisons).toMatchObject({
      'Super offre': null,
      Rappel: expect.stringContaining('n’est pas prévu pour « Campagne »') as string,
      'Aux banquiers': expect.stringContaining('prévu pour ce type de destinataires') as string,
    });
  });

  it('un modèle qui lit une action ne se programme pas en campagne', async () => {
    const rappel = await base.createModele({ nom: 'R', objet: 'R', message: '${action_date}' });
    const refus = await schedule({ modeleDocumentId: rappel, selection: { ids: [id('palmer')] } });
    expect(refus.erreur?.details).toMatchObject({ regle: 'modalite-impossible' });
  });
});

describe('Guide §7.b : filtrer, compter, cocher', () => {
  it('les filtres donnent les personnes, leur adresse réelle, et ceux qui ne recevraient pas', async () => {
    const { total, lignes } = await search();
    expect(lignes.map(({ nom }) => nom)).toEqual(ACTIV_CREA);
    expect(total).toBe(6);
    expect(lignes.find(({ nom }) => nom === 'LEFEBVRE')).toMatchObject({
      adresse: 'nl.creation@boite.test',
      referent: 'Jérôme ACCÈS',
      dateSituation: '2021-10-04',
    });
    expect(lignes.at(-1)).toMatchObject({ ficheTest: true });
  });

  it('le récapitulatif nomme les filtres, le soir et le compte des trois onglets', async () => {
    expect(await count()).toMatchObject({
      filtres: [
        'Référent : Jérôme ACCÈS',
        "Offre de service : Activ'Créa lot 1",
        'Date début ODS : du 01/01/2022 au 31/01/2022',
      ],
      phraseDepart: 'Partira ce soir à 19h00',
      comptes: {
        effectues: 0,
        programmes: 0,
        nonFaits: { total: 6, joignables: 5, motifs: { fiche_test: 1 }, recents: 0 },
      },
      sms: null,
    });
  });

  it('pour un SMS, il dit le coût avant le clic', async () => {
    const sms = await base.createModele({
      typeContact: 'sms',
      nom: 'SMS info',
      message: `\${personne/personne_prenom} ${'a'.repeat(150)}`,
    });
    const { data } = await base.ask<EnJson<RecapCampagne>>('post', '/campagnes/comptes', {
      ...cible,
      modeleDocumentId: sms,
      typeContact: 'sms',
    });
    // Julien, Sophie, Amadou, Nadia: 157, 157, 157, 156 letters; CARLIER refuses SMS.
    expect(data.sms).toEqual({ credits: 8, estime: false, disponible: null });
  });
});

describe('Guide §7.b : programmer, puis rouvrir', () => {
  let campagneId: number;

  it('« tout cocher » sauf un : les autres partent ce soir, la fiche test non', async () => {
    const { data } = await schedule({ selection: { tous: true, saufIds: [id('diallo')] } });
    expect(data).toMatchObject({ programmes: 4, motifs: { fiche_test: 1 }, credits: 0 });
    campagneId = data.campagneId!;
    expect((await count({ campagneId })).comptes).toMatchObject({
      programmes: 4,
      nonFaits: { total: 2, joignables: 1 },
    });
  });

  it('rouverte, elle rend son modèle et ses filtres ; cocher encore garde la même campagne', async () => {
    const { data } = await base.ask<EnJson<CampagneOuverte>>(
      'get',
      `/campagnes/${String(campagneId)}`
    );
    expect(data).toMatchObject({
      modeleDocumentId: modele,
      filtres: cible.filtres,
      lignesFiltres: expect.arrayContaining(["Offre de service : Activ'Créa lot 1"]) as string[],
    });
    const ajout = await schedule({ campagneId, selection: { ids: [id('diallo'), id('palmer')] } });
    expect(ajout.data).toMatchObject({ campagneId, programmes: 1, dejaProgrammes: 1 });
    expect(await search({ campagneId, onglet: 'programmes' })).toMatchObject({ total: 5 });
    expect((await base.ask('get', '/campagnes/999')).erreur?.details).toMatchObject({
      regle: 'campagne-introuvable',
    });
  });

  it('l’historique dit « Envoi programmé », et la fiche Entrepreneur « En attente »', async () => {
    const confirmation = await base.createModele({
      nom: 'Conf',
      objet: 'Conf',
      message: 'Bonjour',
    });
    const palmer = base.seed.entrepreneurs.palmer!.documentId;
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, {
      modeleDocumentIds: [confirmation],
    });
    const { data } = await base.ask('post', '/campagnes/historique', {});
    const suivis = await base.ask<PageHistorique>(
      'get',
      `/campagnes/${String(campagneId)}/envois?recherche=palmer`
    );
    expect(suivis.data.lignes).toMatchObject([
      { adresse: null, prevue: { adresse: 'julien.palmer@boite.test', motif: null } },
    ]);
    expect(data).toMatchObject({
      total: 2,
      lignes: expect.arrayContaining([
        expect.objectContaining({ modeleNom: 'Super offre', statut: 'programme', envois: 0 }),
        expect.objectContaining({ modeleNom: 'Conf', statut: 'en_attente', campagneId: null }),
      ]) as object[],
    });
  });

  it('à 19h chacun reçoit une fois ; la campagne est envoyée, ses comptes suivent', async () => {
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    await base.tick(new Date('2022-03-03T18:05:00Z'));
    expect(base.mailsDe('Super offre')).toEqual([
      'amadou.diallo@boite.test',
      'benoit.carlier@boite.test',
      'julien.palmer@boite.test',
      'nl.creation@boite.test',
      'sophie.martin@boite.test',
    ]);
    const { data } = await base.ask('post', '/campagnes/historique', { modeleDocumentId: modele });
    expect(data).toMatchObject({ total: 1, lignes: [{ statut: 'envoye', envois: 5 }] });
    const [ligne] = (
      await base.ask<LigneModeleCampagne[]>(
        'get',
        '/campagnes-modeles?typeContact=email&typeDestinataire=entrepreneur'
      )
    ).data.filter(({ documentId }) => documentId === modele);
    expect(ligne).toMatchObject({ campagnes: 1, programmes: 0, effectues: 5 });
    const historique = await base.ask<PageHistorique>(
      'get',
      `/modeles/${modele}/historique?recherche=palmer`
    );
    expect(historique.data).toMatchObject({
      total: 1,
      lignes: [{ destinataire: 'PALMER Julien', statut: 'envoye', origine: 'campagne' }],
    });
  });

  it('reprogrammée, elle avertit de ceux qui l’ont reçue il y a moins de 30 jours', async () => {
    base.setHeure(new Date('2022-03-10T10:00:00Z'));
    expect((await count()).comptes.nonFaits).toMatchObject({ joignables: 5, recents: 5 });
    expect((await count({ campagneId })).comptes).toMatchObject({ effectues: 5 });
  });
});
