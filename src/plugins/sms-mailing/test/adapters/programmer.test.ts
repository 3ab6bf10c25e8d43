import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Cible } from '../../core/cible';
import { prevoir } from '../../server/src/services/programmer/prevoir';
import { programmer } from '../../server/src/services/programmer/programmer';
import { createCalculs } from '../../server/src/adapters/sql/calculs/calculs';
import { EMPREINTEUR, openBase, type Base } from './campagnes-base';
import type { ModelePourCampagne } from './campagnes-chaine';
import { addModeleEcrit, demandeOf, openChaine, type Chaine } from './chaine-base';

let base: Base;
let chaine: Chaine;
let ids: number[];

const campagne = (suite: object = {}): Cible => ({
  genre: 'campagne',
  campagneId: null,
  filtres: { typeDestinataire: 'entrepreneur' },
  recherche: '',
  selection: { ids },
  ...suite,
});

const addModele = (champs: Partial<ModelePourCampagne> = {}) =>
  addModeleEcrit(base, { modalites: ['campagne', 'fiche_entrepreneur'], ...champs });

const envois = () => base.knex('sms_envois').orderBy('id');

beforeAll(async () => {
  base = await openBase();
  chaine = openChaine(base);
  ids = [
    await base.addEntrepreneur('ABEL', { consentement_rgpd: 'Oui' }),
    await base.addEntrepreneur('BERTHE'),
    await base.addEntrepreneur('CELINE', {}, { email: null }),
  ];
});
beforeEach(async () => {
  await base.knex.raw('TRUNCATE sms_envois, sms_file');
  await base.knex('sms_campagnes').delete();
  chaine.choisir({ promotionSansConsentement: false, autoriserDepassement: false });
});
afterAll(() => base.close());

describe('Guide §7.b : programmer l’envoi', () => {
  it('part ce soir à 19h et dit qui ne recevra pas', async () => {
    const { documentId } = await addModele();
    const { modeles } = await programmer(chaine, demandeOf(campagne(), [documentId]));
    expect(modeles).toMatchObject([
      {
        programmes: 2,
        motifs: { adresse_absente: 1 },
        depart: new Date('2022-03-03T18:00:00Z'),
        credits: 0,
      },
    ]);
  });

  it('après 19h, part le lendemain', async () => {
    const { documentId } = await addModele();
    const now = new Date('2022-03-03T18:00:00Z');
    const { modeles } = await programmer(chaine, demandeOf(campagne(), [documentId], { now }));
    expect(modeles[0]?.depart).toEqual(new Date('2022-03-04T18:00:00Z'));
  });

  const REFUS: [string, string, Partial<ModelePourCampagne>, object][] = [
    ['un modèle inactif', 'modele-inactif', { inactif: true }, {}],
    ['un modèle d’un autre type de contact', 'type-contact-different', {}, { typeContact: 'sms' }],
    [
      'un type de destinataires que le modèle ne prévoit pas',
      'destinataire-non-prevu',
      { destinataires: ['contact_individuel'] },
      {},
    ],
    ['une modalité impossible', 'modalite-impossible', { modalites: ['fiche_action'] }, {}],
  ];

  it.each(REFUS)('refuse %s', async (_, regle, champs, suite) => {
    const { documentId } = await addModele(champs);
    const essai = programmer(chaine, demandeOf(campagne(), [documentId], suite));
    await expect(essai).rejects.toMatchObject({ regle });
    expect(await envois()).toEqual([]);
  });

  it('refuse un modèle inconnu, un modèle sans version, une campagne inconnue, personne de joignable', async () => {
    const essai = (cible: Cible, modele: string) =>
      programmer(chaine, demandeOf(cible, [modele])).catch((erreur: unknown) => erreur);
    const { documentId } = await addModele();
    const sansVersion = await base.addModele();
    expect(await essai(campagne(), 'autre')).toMatchObject({ regle: 'modele-introuvable' });
    expect(await essai(campagne(), sansVersion.documentId)).toMatchObject({ regle: 'modele-vide' });
    expect(await essai(campagne({ campagneId: 99 }), documentId)).toMatchObject({
      regle: 'campagne-introuvable',
    });
    expect(await essai(campagne({ selection: { ids: [ids[2]!] } }), documentId)).toMatchObject({
      regle: 'aucun-destinataire',
    });
    expect([await envois(), await base.knex('sms_campagnes')]).toEqual([[], []]);
  });

  it('une campagne rouverte est refusée quand elle est annulée, ou celle d’un autre modèle', async () => {
    const { documentId } = await addModele();
    const autre = await addModele();
    const { modeles } = await programmer(chaine, demandeOf(campagne(), [documentId]));
    const cible = campagne({ campagneId: modeles[0]!.campagneId });
    const rouvrir = (modele: string) => programmer(chaine, demandeOf(cible, [modele]));
    await expect(rouvrir(autre.documentId)).rejects.toMatchObject({
      regle: 'campagne-introuvable',
    });
    await base.knex('sms_campagnes').update({ annulee_le: new Date() });
    await expect(rouvrir(documentId)).rejects.toMatchObject({ regle: 'campagne-annulee' });
  });
});

describe('Décision F14 : une promotion et l’accord RGPD non renseigné', () => {
  it('tant que le réglage n’est pas choisi, dit combien elle exclut et demande', async () => {
    chaine.choisir({ promotionSansConsentement: null });
    const { documentId } = await addModele({ but: 'promotion' });
    const demande = demandeOf(campagne(), [documentId]);
    await expect(programmer(chaine, demande)).rejects.toMatchObject({
      regle: 'promotion-a-confirmer',
      details: { exclus: 2 },
    });
    const { modeles } = await programmer(chaine, { ...demande, promotionConfirmee: true });
    expect(modeles[0]).toMatchObject({ programmes: 1 });
  });

  it('ne demande rien une fois le réglage choisi, ni quand elle n’exclut personne', async () => {
    const { documentId } = await addModele({ but: 'promotion' });
    await programmer(chaine, demandeOf(campagne(), [documentId]));
    chaine.choisir({ promotionSansConsentement: null });
    const seul = campagne({ selection: { ids: [ids[0]!] } });
    await base.knex.raw('TRUNCATE sms_envois, sms_file');
    const { modeles } = await programmer(chaine, demandeOf(seul, [documentId]));
    expect(modeles[0]?.programmes).toBe(1);
  });

  it('une newsletter est une promotion, quel que soit son but', async () => {
    chaine.choisir({ promotionSansConsentement: null });
    const { documentId } = await addModele({ typeContact: 'newsletter' });
    await expect(programmer(chaine, demandeOf(campagne(), [documentId]))).rejects.toMatchObject({
      regle: 'promotion-a-confirmer',
    });
  });
});

describe('Guide §10 : les SMS retiennent leurs crédits', () => {
  it('un SMS de promotion attend un jour permis', async () => {
    const samedi = new Date('2022-03-05T20:00:00Z');
    const depart = async (but: 'suivi' | 'promotion') => {
      const { documentId } = await addModele({ typeContact: 'sms', but });
      const [prevu] = await prevoir(chaine, demandeOf(campagne(), [documentId], { now: samedi }), {
        lignes: 0,
        programmable: true,
      });
      return prevu?.lue.part.depart;
    };
    expect(await depart('promotion')).toEqual(new Date('2022-03-07T18:00:00Z'));
    expect(await depart('suivi')).toEqual(new Date('2022-03-06T18:00:00Z'));
  });
});

describe('Au-delà de 2 000 personnes', () => {
  const SIGNET = {
    signet: {
      brut: '${personne/personne_nom}',
      chemin: 'personne/personne_nom',
      participant: false,
      format: null,
      repli: null,
    },
    cible: 'texte',
  };

  it('les personnes restent exactes, les crédits sont dits « environ », et leur somme exacte au clic', async () => {
    const foule = await base.knex
      .raw<{ rows: { id: number }[] }>(
        `WITH e AS (
           INSERT INTO entrepreneurs (document_id, nom, prenom, accepte_sms, created_at, updated_at, published_at)
           SELECT 'f' || n, CASE WHEN n % 500 = 0 THEN repeat('X', 250) ELSE 'NOM' || n END, 'Camille', true, now(), now(), now()
             FROM generate_series(1, 2500) n RETURNING id),
         t AS (
           INSERT INTO components_coordonnees_telephones (numero, principal, contact_possible)
           SELECT '061' || lpad(n::text, 7, '0'), true, true FROM generate_series(1, 2500) n RETURNING id),
         l AS (
           INSERT INTO entrepreneurs_cmps (entity_id, cmp_id, component_type, field, "order")
           SELECT a.id, b.id, 'coordonnees.telephone', 'telephones', 1
             FROM (SELECT id, row_number() OVER (ORDER BY id) r FROM e) a
             JOIN (SELECT id, row_number() OVER (ORDER BY id) r FROM t) b USING (r) RETURNING entity_id)
         SELECT entity_id AS id FROM l`
      )
      .then(({ rows }) => rows.map(({ id }) => id));
    await createCalculs(base.knex, EMPREINTEUR).refresh();
    chaine.choisir({ remplacerAccents: false });
    const { documentId } = await addModeleEcrit(
      base,
      { typeContact: 'sms', modalites: ['campagne'] },
      { texte: ['ê'.repeat(180), SIGNET], donnees: ['personne.nom'] }
    );
    const demande = demandeOf(campagne({ selection: { ids: foule } }), [documentId]);
    const [prevu] = await prevoir(chaine, demande, { lignes: 0, programmable: true });
    expect(prevu).toMatchObject({ recevront: 2_495, estime: true, motifs: { sms_trop_long: 5 } });
    const { modeles } = await programmer(chaine, demande);
    expect(modeles[0]).toMatchObject({ programmes: 2_495, motifs: { sms_trop_long: 5 } });
    const [tenus] = await base.knex('sms_envois').sum({ n: 'credits' });
    expect(Number((tenus as { n: string }).n)).toBe(modeles[0]?.credits);
    expect(modeles[0]!.credits).toBeGreaterThan(0);
  });
});
