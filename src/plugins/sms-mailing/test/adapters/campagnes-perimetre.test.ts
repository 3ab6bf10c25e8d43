import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { perimetreParmi, type Perimetre } from '../../core/perimetre';
import { openAntennes, resetCampagnes, TOUS, type Antennes } from './campagnes-antennes';
import { critereOf, nomsOf, NOW, type Base } from './campagnes-base';
import type { ModelePourCampagne } from './campagnes-chaine';

let antennes: Antennes;
let base: Base;
let id: Antennes['id'];
let antenneArras: Perimetre;
let modele: ModelePourCampagne;

beforeAll(async () => {
  antennes = await openAntennes();
  ({ base, id, antenneArras } = antennes);
});

beforeEach(async () => {
  modele = await resetCampagnes(base);
});

afterAll(() => base.close());

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
    await antennes.schedule(modele, { ids: [id.ABEL!, id.BERTHE!, id.CELINE!] });
    const setEnvoye = (nom: string, jours: number): Promise<number> =>
      base
        .knex('sms_envois')
        .where({ destinataire_id: id[nom] })
        .update({ statut: 'envoye', envoye_le: new Date(NOW.getTime() - jours * 86_400_000) });
    await setEnvoye('ABEL', 29);
    await setEnvoye('BERTHE', 31);
    await setEnvoye('CELINE', 400);
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
    await antennes.schedule(modele, TOUS, { perimetre: antenneArras });
    expect(await antennes.nomsProgrammes()).toEqual([
      'ABEL Camille',
      'BERTHE Camille',
      'CELINE Camille',
    ]);
  });

  it('ni par un identifiant forgé', async () => {
    const fait = await antennes.schedule(
      modele,
      { ids: [id.EVA!, id.MUET!] },
      { perimetre: antenneArras }
    );
    expect(fait).toEqual({
      campagneId: null,
      programmes: 0,
      dejaProgrammes: 0,
      dejaEnvoyes: 0,
      motifs: {},
    });
    expect(await base.knex('sms_envois')).toEqual([]);
  });

  it('un périmètre vide n’atteint personne', async () => {
    const perimetre = perimetreParmi({});
    expect(await antennes.schedule(modele, TOUS, { perimetre })).toMatchObject({ programmes: 0 });
  });

  it('un filtre « ou » ne l’élargit pas', async () => {
    const critere = critereOf(modele, undefined, { perimetre: antenneArras, recherche: 'eva' });
    expect(await nomsOf(base, critere)).toEqual([]);
  });
});
