import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  EssaiRegle,
  ResultatEnvoiTest,
  TableEnvoisAutomatiques,
} from '../../src/plugins/sms-mailing/core/api/envois-automatiques';
import type { References } from '../../src/plugins/sms-mailing/core/api/references';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const PARTICIPANTS = [
  'amadou.diallo@boite.test',
  'julien.palmer@boite.test',
  'nl.creation@boite.test',
  'sophie.martin@boite.test',
];
const FICHE_TEST = 'camille.test@boite.test';

let base: BaseDuGuide;
let cartesEnMain: string;
let dpe: string;

beforeAll(async () => {
  base = await openBaseDuGuide();
  const { ods, etapes } = base.seed;
  const modele = (nom: string) =>
    base.createModele({
      nom,
      objet: nom,
      message:
        '<p>${tableN.action_beneficiaire_personne/personne_prenom}, le ${action_date# j F Y}.</p>',
    });
  cartesEnMain = await base.createRegle({
    typeContact: 'email',
    modeleDocumentId: await modele('Mail rappel rendez-vous'),
    delai: -2,
    criteres: {
      ods: [ods["Activ'Créa lot 1"]!.documentId],
      etapes: [etapes['Atelier "Cartes en main"']!.documentId],
    },
  });
  dpe = await base.createRegle({
    typeContact: 'email',
    modeleDocumentId: await modele('Rappel DPE'),
    delai: -2,
    criteres: { ods: [ods.DPE!.documentId] },
  });
});

afterAll(() => base.close());

async function readTable(): Promise<TableEnvoisAutomatiques> {
  return (await base.ask<TableEnvoisAutomatiques>('get', '/envois-automatiques')).data;
}

describe('Guide §6.a : le tableau des envois automatiques', () => {
  it('chaque règle se lit en une phrase, avec le compte de ce soir', async () => {
    const { soir, phraseDepart, lignes, conflits } = await readTable();
    expect({ soir, phraseDepart }).toEqual({
      soir: '2022-03-03',
      phraseDepart: 'Partira ce soir à 19h00',
    });
    expect(lignes).toMatchObject([
      {
        phrase:
          'Chaque soir à 19h, l’e-mail « Mail rappel rendez-vous » part aux participants des actions Activ\'Créa lot 1 à l’étape Atelier "Cartes en main" ayant lieu dans 2 jours',
        ceSoir: { recevront: 5, exclus: 0, dejaPrevus: 0 },
      },
      { modele: { nom: 'Rappel DPE', inactif: false }, ceSoir: { recevront: 1 } },
    ]);
    expect(conflits).toEqual([]);
  });

  it('après 19h, les comptes sont ceux du lendemain, et « aujourd’hui » reste aujourd’hui', async () => {
    base.setHeure(new Date('2022-03-03T18:30:00Z'));
    expect(await readTable()).toMatchObject({
      soir: '2022-03-04',
      aujourdhui: '2022-03-03',
      heure: '19:00',
      phraseDepart: 'Partira demain à 19h00',
    });
    base.setHeure(new Date('2022-03-03T14:00:00Z'));
  });

  it('deux règles qui touchent les mêmes personnes le même soir sont signalées', async () => {
    const [{ regle }] = (await readTable()).lignes as [TableEnvoisAutomatiques['lignes'][0]];
    const large = await base.createRegle({
      ...regle,
      criteres: { natures: ['Collective'] },
    });
    const { conflits, lignes } = await readTable();
    expect(lignes.map(({ distinction }) => distinction)).toEqual([
      'ODS : Activ\'Créa lot 1 ; Étape : Atelier "Cartes en main" ; Nature : toutes',
      null,
      'ODS : toutes ; Étape : toutes ; Nature : Collective',
    ]);
    expect(conflits).toMatchObject([
      {
        action: { objet: 'Atelier "Cartes en main"', date: '2022-03-05' },
        personnes: 4,
        regles: [cartesEnMain, large],
      },
      { personnes: 1, regles: [cartesEnMain, large] },
    ]);
    await base.ask('delete', `/envois-automatiques/${large}`);
    expect((await readTable()).conflits).toEqual([]);
  });

  it('dupliquée, une règle attend inactive ; réactivée, elle compte de nouveau', async () => {
    const { data } = await base.ask<{ documentId: string }>(
      'post',
      `/envois-automatiques/${dpe}/dupliquer`,
      { version: 1 }
    );
    const copie = async () =>
      (await readTable()).lignes.find(({ documentId }) => documentId === data.documentId);
    expect(await copie()).toMatchObject({ regle: { inactif: true }, ceSoir: null });
    await base.ask('post', `/envois-automatiques/${data.documentId}/inactif`, {
      inactif: false,
      version: 1,
    });
    expect(await copie()).toMatchObject({ ceSoir: { recevront: 1 } });
    await base.ask('delete', `/envois-automatiques/${data.documentId}`);
  });
});

describe('Guide §6.c : la fenêtre « Créer un envoi »', () => {
  it('propose les listes du CRM, chaque étape sous son ODS', async () => {
    const { data } = await base.ask<References>('get', '/references');
    const etape = data.etapes.find(({ nom }) => nom === 'Diag RDV 1');
    expect(etape?.odsDocumentId).toBe(base.seed.ods.DPE!.documentId);
    expect(data.referents.map(({ nom }) => nom)).toContain('Jérôme ACCÈS');
    expect(data.typesAction.map(({ nom }) => nom)).toContain('Atelier');
  });

  it('dit avant d’enregistrer qui recevrait ce soir, et avertit', async () => {
    const [{ regle }] = (await readTable()).lignes as [TableEnvoisAutomatiques['lignes'][0]];
    const { data } = await base.ask('post', '/envois-automatiques-apercu', {
      regle: { ...regle, delai: -1, criteres: {} },
    });
    expect(data).toMatchObject({
      dateActions: '2022-03-04',
      ceSoir: { recevront: 1, exclus: 1 },
      avertissements: [{ cle: 'veille' }, { cle: 'sans_critere', aConfirmer: true }],
    });
    const sansAccord = await base.ask('post', '/envois-automatiques', {
      regle: { ...regle, criteres: {} },
    });
    expect(sansAccord.erreur?.details).toMatchObject({ regle: 'regle-sans-critere' });
  });
});

describe('Guide §6.d : essayer sans risque', () => {
  it('la simulation dit qui recevrait quoi, et quel critère écarte chacun des autres', async () => {
    const { data } = await base.ask<EssaiRegle[]>('post', '/envois-automatiques-essai', {
      regleDocumentId: dpe,
      soir: '2022-03-03',
    });
    expect(data).toMatchObject([
      {
        recevront: 1,
        lignes: [
          {
            nom: 'MARTIN Sophie',
            action: 'Diag RDV 2',
            texte: expect.stringContaining('Sophie, le 5 mars 2022.') as string,
            credits: 0,
          },
        ],
      },
    ]);
    const ecartes = data[0]?.ecartes.map(({ nom, raison }) => `${nom} : ${raison}`) ?? [];
    expect(ecartes).toHaveLength(6);
    expect(ecartes).toContain(
      "PALMER Julien : ODS : « Activ'Créa lot 1 » ; l’envoi automatique demande « DPE »."
    );
    expect(ecartes.filter((ligne) => ligne.startsWith('CARLIER'))[0]).toContain('annulée');
    expect(await base.sql('SELECT 1 FROM sms_envois')).toEqual([]);
  });

  it('l’envoi test n’écrit qu’aux fiches test, se répète, et laisse la règle inactive', async () => {
    const setInactif = (inactif: boolean, version: number) =>
      base.ask('post', `/envois-automatiques/${cartesEnMain}/inactif`, { inactif, version });
    await setInactif(true, 1);
    const tester = async () =>
      (
        await base.ask<ResultatEnvoiTest>('post', '/envois-automatiques-test', {
          regleDocumentIds: [cartesEnMain, dpe],
        })
      ).data;
    expect(await tester()).toMatchObject({
      envois: 1,
      regles: [
        { envois: 1 },
        { envois: 0, phrase: expect.stringContaining('Aucune fiche test') as string },
      ],
    });
    await base.tick(new Date('2022-03-03T14:00:01Z'));
    await tester();
    await base.tick(new Date('2022-03-03T14:00:02Z'));
    expect(base.mailsDe('Mail rappel rendez-vous')).toEqual([FICHE_TEST, FICHE_TEST]);
    await setInactif(false, 2);
    expect((await readTable()).lignes[0]?.ceSoir).toMatchObject({ recevront: 5, dejaPrevus: 0 });
  });
});

describe('Guide §6.b : chaque soir à 19h, la même vérification', () => {
  it('exécutée maintenant, une règle part aussitôt et 19h ne la répète pas', async () => {
    expect((await base.ask('post', `/envois-automatiques/${dpe}/executer`)).data).toEqual({
      envois: 1,
    });
    await base.tick(new Date('2022-03-03T15:00:00Z'));
    expect(base.mailsDe('Rappel DPE')).toEqual(['sophie.martin@boite.test']);
    expect((await readTable()).lignes[1]?.ceSoir).toEqual({
      recevront: 0,
      exclus: 0,
      dejaPrevus: 1,
    });
  });

  it('le soir envoie exactement ce que le tableau annonçait', async () => {
    const annonces = (await readTable()).lignes.reduce((n, { ceSoir }) => n + ceSoir!.recevront, 0);
    const avant = base.boite.mails.length;
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    expect(base.boite.mails).toHaveLength(avant + annonces);
    expect(base.mailsDe('Mail rappel rendez-vous')).toEqual(
      [...PARTICIPANTS, FICHE_TEST, FICHE_TEST, FICHE_TEST].sort()
    );
    expect(base.mailsDe('Rappel DPE')).toHaveLength(1);
  });
});
