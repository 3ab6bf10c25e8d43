import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Selection } from '../../core/campagne';
import { cleEnvoi } from '../../core/envoi';
import type { Perimetre } from '../../core/perimetre';
import type {
  CritereDestinataires,
  ModelePourCampagne,
  ResultatProgrammation,
} from '../../server/src/services/ports/campagnes';
import { critereOf, nomsOf, NOW, openBase, SOIR, type Base } from './campagnes-base';

const TOUS: Selection = { tous: true, saufIds: [] };
const LENDEMAIN = new Date('2022-03-04T18:00:00Z');

let base: Base;
let modele: ModelePourCampagne;
let arras: number;
let auteurId: number;
let antenneArras: Perimetre;
const id: Record<string, number> = {};

beforeAll(async () => {
  base = await openBase();
  auteurId = await base.add('admin_users', { email: 'joanna@exemple.fr' });
  arras = await base.add('antennes', { nom: 'Arras' });
  const lens = await base.add('antennes', { nom: 'Lens' });
  antenneArras = { genre: 'antenne', antenneIds: [arras] };
  for (const nom of ['ABEL', 'BERTHE', 'CELINE']) {
    id[nom] = await base.addEntrepreneur(nom, {}, { antenne: arras });
  }
  for (const nom of ['DENIS', 'EVA']) {
    id[nom] = await base.addEntrepreneur(nom, {}, { antenne: lens });
  }
  id.MUET = await base.addEntrepreneur('MUET', {}, { antenne: lens, email: null });
  id.PARTI = await base.addEntrepreneur('PARTI', { inactif: true }, { antenne: lens });
  id.ESSAI = await base.addEntrepreneur('ESSAI', { fiche_test: true }, { antenne: arras });
});

beforeEach(async () => {
  await base.knex('sms_envois').delete();
  await base.knex('sms_campagnes').delete();
  modele = await base.addModele();
});

afterAll(() => base.close());

const schedule = (
  selection: Selection,
  autres: Partial<CritereDestinataires> = {}
): Promise<ResultatProgrammation> =>
  base.campagnes.schedule(critereOf(modele, undefined, autres), {
    selection,
    modele,
    auteurId,
  });

const envois = (): Promise<Record<string, unknown>[]> => base.knex('sms_envois').orderBy('nom');
const nomsProgrammes = async (): Promise<unknown[]> => (await envois()).map((envoi) => envoi.nom);
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
    expect(await nomsProgrammes()).toEqual([
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
      version_id: 1,
      prevu_le: SOIR,
      disponible_le: SOIR,
      created_at: NOW,
      published_at: NOW,
      auteur_id: auteurId,
      credits: 0,
      tentatives: 0,
      retarde: false,
    });
    expect(envoi!.document_id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tout cocher sauf ceux qu’on a décochés', async () => {
    await schedule({ tous: true, saufIds: [id.ABEL!, id.EVA!] });
    expect(await nomsProgrammes()).toEqual(['BERTHE Camille', 'CELINE Camille', 'DENIS Camille']);
  });

  it('une fiche test cochée à la main est programmée', async () => {
    expect(await schedule({ ids: [id.ESSAI!] })).toMatchObject({ programmes: 1 });
  });

  it('une personne cochée hors des filtres n’est jamais programmée', async () => {
    const critere = critereOf(modele, { typeDestinataire: 'entrepreneur', recherche: 'abel' });
    const selection = { ids: [id.ABEL!, id.BERTHE!] };
    await base.campagnes.schedule(critere, { selection, modele, auteurId: null });
    expect(await nomsProgrammes()).toEqual(['ABEL Camille']);
  });

  it('la sélection est figée : qui remplit les filtres ensuite n’est pas ajouté', async () => {
    const { campagneId } = await schedule(TOUS);
    const nouveau = await base.addEntrepreneur('NOUVEAU', {}, { antenne: arras });
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
    const fait = await base.campagnes.schedule(autre, { selection: TOUS, modele, auteurId });
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

  it.each(['incertain', 'remis', 'reserve', 'en_cours'])(
    'un envoi « %s » n’est pas refait',
    async (statut) => {
      const { campagneId } = await schedule({ ids: [id.ABEL!] });
      await setStatut(id.ABEL!, statut);
      expect(await schedule({ ids: [id.ABEL!] }, { campagneId })).toMatchObject({ programmes: 0 });
    }
  );

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

describe('Qui recevra, qui non et pourquoi', () => {
  it('les motifs sont comptés sur tout ce qui est filtré', async () => {
    expect(await base.campagnes.count(critereOf(modele), TOUS)).toEqual({
      effectues: 0,
      programmes: 0,
      nonFaits: {
        total: 8,
        joignables: 5,
        motifs: { adresse_absente: 1, fiche_inactive: 1, fiche_test: 1 },
        recents: 0,
      },
    });
  });

  it('qui a reçu ce modèle il y a moins de 30 jours est signalé', async () => {
    await schedule({ ids: [id.ABEL!, id.BERTHE!] });
    const avant = (jours: number): Date => new Date(NOW.getTime() - jours * 86_400_000);
    await base
      .knex('sms_envois')
      .where({ destinataire_id: id.ABEL })
      .update({ statut: 'envoye', envoye_le: avant(29) });
    await base
      .knex('sms_envois')
      .where({ destinataire_id: id.BERTHE })
      .update({ statut: 'envoye', envoye_le: avant(31) });
    const { nonFaits } = await base.campagnes.count(critereOf(modele), TOUS);
    expect(nonFaits).toMatchObject({ joignables: 5, recents: 1 });
  });

  it('une promotion compte à part les accords RGPD manquants', async () => {
    const critere = critereOf({ ...modele, but: 'promotion' });
    const { nonFaits } = await base.campagnes.count(critere, { ids: [id.ABEL!, id.MUET!] });
    expect(nonFaits).toMatchObject({ joignables: 0, motifs: { rgpd_non_renseigne: 2 } });
    const permis = { ...critere, promotionSansConsentement: true };
    expect((await base.campagnes.count(permis, TOUS)).nonFaits.joignables).toBe(5);
  });

  it('le SMS part au numéro mobile autorisé', async () => {
    const sms = await base.addModele({ typeContact: 'sms' });
    const ligne = { accepte_sms: true };
    const fanny = await base.addEntrepreneur('FANNY', ligne, { telephone: '0601020304' });
    const { lignes } = await base.campagnes.search(
      critereOf(sms, { typeDestinataire: 'entrepreneur', recherche: 'fanny' }),
      { onglet: 'non_faits', tri: { cle: 'nom', sens: 'asc' }, page: 1, pageSize: 10 }
    );
    const { nonFaits } = await base.campagnes.count(critereOf(sms), TOUS);
    await base.knex('entrepreneurs').where({ id: fanny }).delete();
    expect(lignes[0]).toMatchObject({ adresse: '+33601020304', motif: null });
    expect(nonFaits).toMatchObject({
      joignables: 1,
      motifs: { telephone_absent: 7, fiche_inactive: 1 },
    });
  });

  it('un contact individuel et le référent d’une entreprise se programment aussi', async () => {
    const anne = await base.addContact('ANNE');
    const cle = async (type: 'contact_individuel' | 'entreprise_partenaire') => {
      await base.campagnes.schedule(critereOf(modele, { typeDestinataire: type }), {
        selection: TOUS,
        modele,
        auteurId: null,
      });
      return base.knex('sms_envois').where({ type_destinataire: type }).select('cle', 'nom');
    };
    expect(await cle('contact_individuel')).toMatchObject([{ nom: 'ANNE' }]);
    const cre = await base.addEntreprise('CRE', {
      nom: 'durand',
      prenom: 'Zoé',
      courriel_pro: 'z@cre.fr',
    });
    expect(await cle('entreprise_partenaire')).toMatchObject([{ nom: 'DURAND Zoé' }]);
    const cles = (await base.knex('sms_envois').orderBy('id')).map((e: { cle: string }) => e.cle);
    expect(cles[0]).toContain(`:i${String(anne)}:`);
    expect(cles[1]).toContain(`:p${String(cre)}:`);
  });
});

describe('Guide §4 : le périmètre ne fuit jamais', () => {
  it('ni dans la liste, ni dans les comptes', async () => {
    const critere = critereOf(modele, undefined, { perimetre: antenneArras });
    expect(await nomsOf(base, critere)).toEqual(['ABEL', 'BERTHE', 'CELINE', 'ESSAI']);
    const { nonFaits } = await base.campagnes.count(critere, TOUS);
    expect(nonFaits).toMatchObject({ total: 4, joignables: 3, motifs: { fiche_test: 1 } });
  });

  it('ni dans tout cocher', async () => {
    await schedule(TOUS, { perimetre: antenneArras });
    expect(await nomsProgrammes()).toEqual(['ABEL Camille', 'BERTHE Camille', 'CELINE Camille']);
  });

  it('ni par un identifiant forgé', async () => {
    const fait = await schedule({ ids: [id.EVA!, id.MUET!] }, { perimetre: antenneArras });
    expect(fait).toEqual({
      campagneId: null,
      programmes: 0,
      dejaProgrammes: 0,
      dejaEnvoyes: 0,
      motifs: {},
    });
    expect(await envois()).toEqual([]);
  });

  it('un périmètre vide n’atteint personne', async () => {
    const perimetre: Perimetre = { genre: 'assigne', intervenantIds: [] };
    expect(await schedule(TOUS, { perimetre })).toMatchObject({ programmes: 0 });
  });

  it('un filtre « ou » ne l’élargit pas', async () => {
    const critere = critereOf(modele, undefined, { perimetre: antenneArras, recherche: 'eva' });
    expect(await nomsOf(base, critere)).toEqual([]);
  });
});
