import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Selection } from '../../core/campagne';
import { cleEnvoi } from '../../core/envoi';
import { openAntennes, resetCampagnes, TOUS, type Antennes } from './campagnes-antennes';
import { critereOf, NOW, SOIR, type Base } from './campagnes-base';
import type {
  CritereDestinataires,
  ModelePourCampagne,
  ResultatProgrammation,
} from './campagnes-chaine';

const LENDEMAIN = new Date('2022-03-04T18:00:00Z');

let antennes: Antennes;
let base: Base;
let id: Antennes['id'];
let modele: ModelePourCampagne;

beforeAll(async () => {
  antennes = await openAntennes();
  ({ base, id } = antennes);
});

beforeEach(async () => {
  modele = await resetCampagnes(base);
});

afterAll(() => base.close());

const schedule = (
  selection: Selection,
  autres: Partial<CritereDestinataires> = {}
): Promise<ResultatProgrammation> => antennes.schedule(modele, selection, autres);

const envois = (): Promise<Record<string, unknown>[]> => base.knex('sms_envois').orderBy('nom');
const setStatut = (destinataire: number, statut: string): Promise<number> =>
  base.knex('sms_envois').where({ destinataire_id: destinataire }).update({ statut, motif: 'x' });

describe('Guide §7.b : programmer l’envoi', () => {
  it('tout cocher prend toutes les pages, sauf qui ne peut recevoir et les fiches test', async () => {
    const fait = await schedule(TOUS);
    expect(fait).toMatchObject({
      programmes: 5,
      dejaProgrammes: 0,
      motifs: { adresse_absente: 1, fiche_inactive: 1, fiche_test: 1 },
    });
    expect(await antennes.nomsProgrammes()).toEqual([
      'ABEL Camille',
      'BERTHE Camille',
      'CELINE Camille',
      'DENIS Camille',
      'EVA Camille',
    ]);
  });

  it('un envoi porte la clé de son occurrence, son heure et son auteur', async () => {
    const { campagneId } = await schedule({ ids: [id.ABEL!] });
    const [envoi] = await envois();
    expect(envoi).toMatchObject({
      cle: cleEnvoi({
        modalite: 'campagne',
        repere: String(campagneId),
        typeDestinataire: 'entrepreneur',
        destinataireId: id.ABEL!,
        modeleId: modele.id,
      }),
      statut: 'programme',
      modalite: 'campagne',
      type_contact: 'email',
      campagne_id: campagneId,
      version_id: null,
      prevu_le: SOIR,
      created_at: NOW,
      published_at: NOW,
      auteur_id: antennes.auteurId,
      credits: 0,
      tentatives: 0,
      retarde: false,
    });
    expect(envoi!.document_id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tout cocher sauf ceux qu’on a décochés', async () => {
    await schedule({ tous: true, saufIds: [id.ABEL!, id.EVA!] });
    expect(await antennes.nomsProgrammes()).toEqual([
      'BERTHE Camille',
      'CELINE Camille',
      'DENIS Camille',
    ]);
  });

  it('une fiche test cochée à la main est programmée', async () => {
    expect(await schedule({ ids: [id.ESSAI!] })).toMatchObject({ programmes: 1 });
  });

  it('une personne cochée hors des filtres n’est jamais programmée', async () => {
    const critere = critereOf(modele, { typeDestinataire: 'entrepreneur', recherche: 'abel' });
    const selection = { ids: [id.ABEL!, id.BERTHE!] };
    await base.campagnes.schedule(critere, { selection, modele, auteurId: null });
    expect(await antennes.nomsProgrammes()).toEqual(['ABEL Camille']);
  });

  it('la sélection est figée : qui remplit les filtres ensuite n’est pas ajouté', async () => {
    const { campagneId } = await schedule(TOUS);
    const nouveau = await base.addEntrepreneur('NOUVEAU', {}, { antenne: antennes.arras });
    const { nonFaits, programmes } = await base.campagnes.count(
      critereOf(modele, undefined, { campagneId }),
      TOUS
    );
    await base.knex('entrepreneurs').where({ id: nouveau }).delete();
    expect([programmes, nonFaits.joignables]).toEqual([5, 1]);
    expect(await envois()).toHaveLength(5);
  });

  it('personne de joignable : ni envoi, ni campagne', async () => {
    const fait = await schedule({ ids: [id.MUET!] });
    expect(fait).toMatchObject({ campagneId: null, programmes: 0, motifs: { adresse_absente: 1 } });
    expect(await base.knex('sms_campagnes')).toEqual([]);
  });
});

describe('Décision C6 : un message n’est programmé qu’une fois', () => {
  it('un double clic programme une fois, dans une seule campagne', async () => {
    const premier = await schedule(TOUS);
    const second = await schedule(TOUS);
    expect(second).toMatchObject({
      campagneId: premier.campagneId,
      programmes: 0,
      dejaProgrammes: 5,
    });
    expect(await envois()).toHaveLength(5);
    expect(await base.knex('sms_campagnes')).toHaveLength(1);
  });

  it('deux programmations simultanées ne doublent personne', async () => {
    const faits = await Promise.all(Array.from({ length: 6 }, () => schedule(TOUS)));
    const total = faits.reduce((somme, fait) => somme + fait.programmes, 0);
    expect(total).toBe(5);
    expect(await envois()).toHaveLength(5);
    expect(await base.knex('sms_campagnes')).toHaveLength(1);
  });

  it('une autre campagne du même soir passe ceux qui attendent déjà ce modèle', async () => {
    await schedule({ ids: [id.ABEL!] });
    const autre = critereOf(modele, { typeDestinataire: 'entrepreneur', recherche: 'camille' });
    const fait = await base.campagnes.schedule(autre, {
      selection: TOUS,
      modele,
      auteurId: antennes.auteurId,
    });
    expect(fait).toMatchObject({ programmes: 4, dejaProgrammes: 1 });
    expect(await envois()).toHaveLength(5);
  });

  it('le même modèle se programme à nouveau un autre soir', async () => {
    await schedule({ ids: [id.ABEL!] });
    const fait = await schedule({ ids: [id.ABEL!] }, { soir: LENDEMAIN });
    expect(fait).toMatchObject({ programmes: 1, dejaProgrammes: 0 });
  });
});

describe('Décision C7 : une campagne rouverte', () => {
  it('n’ajoute que les envois non faits, sous le même numéro, au soir nouveau', async () => {
    const { campagneId } = await schedule({ ids: [id.ABEL!, id.BERTHE!] });
    await setStatut(id.ABEL!, 'envoye');
    await setStatut(id.BERTHE!, 'echec');
    const fait = await schedule(TOUS, { campagneId, soir: LENDEMAIN });
    expect(fait).toMatchObject({ campagneId, programmes: 4, dejaEnvoyes: 1 });
    const campagne = await base.knex('sms_campagnes').first<{ prevu_le: Date }>();
    expect(campagne.prevu_le).toEqual(LENDEMAIN);
  });

  it.each(['echec', 'exclu', 'annule'])(
    'après « %s », un nouvel essai a sa propre clé',
    async (statut) => {
      const { campagneId } = await schedule({ ids: [id.ABEL!] });
      await setStatut(id.ABEL!, statut);
      await schedule({ ids: [id.ABEL!] }, { campagneId });
      const cles = (await envois()).map((envoi) => String(envoi.cle)).sort();
      expect(cles.map((cle) => cle.slice(-2))).toEqual([':0', ':1']);
    }
  );

  it.each(['incertain', 'remis'])('un envoi « %s » n’est pas refait', async (statut) => {
    const { campagneId } = await schedule({ ids: [id.ABEL!] });
    await setStatut(id.ABEL!, statut);
    expect(await schedule({ ids: [id.ABEL!] }, { campagneId })).toMatchObject({ programmes: 0 });
  });

  it('chacun est dans un seul onglet', async () => {
    const { campagneId } = await schedule({ ids: [id.ABEL!, id.BERTHE!, id.CELINE!] });
    await setStatut(id.ABEL!, 'envoye');
    await setStatut(id.BERTHE!, 'exclu');
    const critere = critereOf(modele, undefined, { campagneId });
    const noms = async (onglet: 'effectues' | 'programmes' | 'non_faits'): Promise<unknown[]> => {
      const tri = { cle: 'nom' as const, sens: 'asc' as const };
      const page = await base.campagnes.search(critere, { onglet, tri, page: 1, pageSize: 50 });
      return page.lignes.map((ligne) => [ligne.nom, ligne.envoi?.statut]);
    };
    expect(await noms('effectues')).toEqual([['ABEL', 'envoye']]);
    expect(await noms('programmes')).toEqual([['CELINE', 'programme']]);
    expect(await noms('non_faits')).toContainEqual(['BERTHE', 'exclu']);
    const comptes = await base.campagnes.count(critere, TOUS);
    expect([comptes.effectues, comptes.programmes, comptes.nonFaits.total]).toEqual([1, 1, 6]);
  });
});
