import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deroule, Jalon } from '../../src/plugins/sms-mailing/core/api/deroule';
import type { PageHistorique, PageVagues } from '../../src/plugins/sms-mailing/core/api/historique';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { url } from './fiches-ecrites';
import { agentFor } from './harness';

let base: BaseDuGuide;
let convocation: string;
let regle: string;

const ATELIER = 'palmerAtelier';
const fiche = (suite: string): string =>
  `/actions/${base.seed.actions[ATELIER]!.documentId}/${suite}`;
const personne = (qui: string): string => base.seed.entrepreneurs[qui]!.documentId;

const lireJalon = async (modele: string): Promise<Jalon | undefined> =>
  (await base.ask<Deroule>('get', fiche('deroule'))).data.jalons.find(
    (jalon) => jalon.modele === modele
  );

/** « PALMER Julien: recu » */
const etats = (jalon: Jalon | undefined): string[] =>
  (jalon?.personnes ?? []).map(({ nom, etat }) => `${nom} : ${etat}`).sort();

const retirer = (entrepreneurDocumentId: string, agent = base.admin) =>
  base.ask<{ retires: number }>('post', fiche('retirer'), { regle, entrepreneurDocumentId }, agent);

beforeAll(async () => {
  base = await openBaseDuGuide();
  const modele = (nom: string) =>
    base.createModele({ nom, objet: nom, message: '<p>Le ${action_date# j F Y}.</p>' });
  convocation = await modele('Convocation');
  const rappel = await modele('Rappel');
  const { ods, etapes } = base.seed;
  const criteres = { ods: [ods["Activ'Créa lot 1"]!.documentId] };
  regle = await base.createRegle({
    ...{ typeContact: 'email', modeleDocumentId: rappel, delai: -2 },
    criteres: { ...criteres, etapes: [etapes['Atelier "Cartes en main"']!.documentId] },
  });
  const bilan = await modele('Bilan');
  await base.createRegle({
    ...{ typeContact: 'email', modeleDocumentId: bilan, delai: 7 },
    criteres: { ...criteres, presences: ['Présent'] },
  });
  await base.createRegle({
    ...{ typeContact: 'email', modeleDocumentId: bilan, delai: 3 },
    criteres: { ods: [ods.DPE!.documentId] },
  });
});

afterAll(() => base.close());

describe('le déroulé d’une action : ce qui est parti, ce qui vient, ce qui manque', () => {
  it('les envois automatiques à venir y sont, ceux d’une autre ODS n’y sont pas', async () => {
    const { data } = await base.ask<Deroule>('get', fiche('deroule'));
    expect(data.jalons.map(({ modele, delai, jour }) => [modele, delai, jour])).toEqual([
      ['Rappel', -2, '2022-03-03'],
      ['Bilan', 7, '2022-03-12'],
    ]);
    expect(etats(data.jalons[0])).toHaveLength(4);
    expect(data.jalons[0]?.personnes[0]).toMatchObject({
      etat: 'a_venir',
      raison: 'Partira ce soir à 19h00.',
    });
    expect(data.jalons[1]?.personnes.every(({ etat }) => etat === 'ecarte')).toBe(true);
  });

  it('« ne pas lui envoyer » ne vaut que pour cette personne ; la règle n’est pas touchée', async () => {
    expect((await retirer(personne('martin'))).data).toEqual({ retires: 1 });
    expect(etats(await lireJalon('Rappel'))).toContain('MARTIN Sophie : annule');
    expect((await retirer(personne('paris'))).data).toEqual({ retires: 0 });
  });

  it('l’envoi de la fiche est un jalon ; qui n’était pas coché ne manque pas', async () => {
    await base.ask('post', fiche('envoyer'), {
      modeleDocumentIds: [convocation],
      entrepreneurDocumentIds: ['palmer', 'martin', 'diallo'].map(personne),
    });
    await base.tick(new Date('2022-03-03T14:01:00Z'));
    const jalon = await lireJalon('Convocation');
    expect(jalon).toMatchObject({ regle: null, delai: null, jour: '2022-03-03' });
    expect(etats(jalon)).toEqual([
      'DIALLO Amadou : recu',
      expect.stringMatching(/ : ecarte$/) as string,
      'MARTIN Sophie : recu',
      'PALMER Julien : recu',
    ]);
  });

  it('le soir, le rappel part à tous sauf à qui on l’a retiré', async () => {
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    expect(base.mailsDe('Rappel')).not.toContain('sophie.martin@boite.test');
    expect(base.mailsDe('Rappel')).toContain('julien.palmer@boite.test');
    const jalon = await lireJalon('Rappel');
    expect(etats(jalon).filter((etat) => etat.endsWith(': recu'))).toHaveLength(3);
  });

  it('qui s’inscrit après manque la convocation et le rappel, et c’est dit', async () => {
    const data = {
      action: { connect: [base.seed.actions[ATELIER]!.documentId] },
      entrepreneur: { connect: [personne('refusRgpd')] },
      statut: 'Inscrit',
    };
    expect((await base.admin.post(url('participation')).send(data)).status).toBe(201);
    for (const modele of ['Convocation', 'Rappel']) {
      const jalon = await lireJalon(modele);
      expect(jalon?.personnes.filter(({ inscriteDepuis }) => inscriteDepuis)).toMatchObject([
        { documentId: personne('refusRgpd'), etat: 'manque' },
      ]);
    }
  });

  it('l’action change d’heure : ce qui a été reçu ne vaut plus, personne ne l’a', async () => {
    const action = url('action', `/${base.seed.actions[ATELIER]!.documentId}`);
    expect((await base.admin.put(action).send({ heureDebut: '11:15:00.000' })).status).toBe(200);
    const jalon = await lireJalon('Convocation');
    expect(jalon?.personnes.find(({ nom }) => nom === 'PALMER Julien')).toMatchObject({
      etat: 'manque',
      raison: 'Envoyé le 03/03/2022, pour une date, une heure ou un lieu qui ont changé depuis.',
    });
  });

  it('hors de son périmètre, l’action n’a pas de déroulé', async () => {
    expect(await base.ask('get', '/actions/inconnue/deroule')).toMatchObject({ status: 400 });
  });

  it('un Conseiller le voit, et retire un message de sa propre main', async () => {
    const conseiller = await agentFor(base.app, 'sms-conseiller');
    expect(await base.ask('get', fiche('deroule'), undefined, conseiller)).toMatchObject({
      status: 200,
    });
    expect((await retirer(personne('palmer'), conseiller)).data).toEqual({ retires: 0 });
  });
});

describe('Guide §8.c : l’historique de l’action, un envoi par ligne', () => {
  it('ce qui part d’un clic est une ligne, qui s’ouvre sur ses personnes', async () => {
    const { data } = await base.ask<PageVagues>('get', fiche('vagues'));
    expect(data).toMatchObject({
      total: 1,
      lignes: [{ modele: 'Convocation', origine: 'fiche_action', bilan: { envoyes: 3 } }],
    });
    const cle = data.lignes[0]?.cle ?? '';
    const { lignes } = (await base.ask<PageHistorique>('get', fiche(`historique?vague=${cle}`)))
      .data;
    expect(lignes.map(({ destinataire }) => destinataire).sort()).toEqual([
      'DIALLO Amadou',
      'MARTIN Sophie',
      'PALMER Julien',
    ]);
  });

  it('« tous les envois liés » ajoute les envois automatiques, une ligne par soir et par geste', async () => {
    const { data } = await base.ask<PageVagues>('get', fiche('vagues?toutes=true'));
    const rappels = data.lignes.filter(({ modele }) => modele === 'Rappel');
    expect(rappels.map(({ bilan }) => [bilan.envoyes, bilan.annules])).toEqual(
      expect.arrayContaining([
        [3, 0],
        [0, 1],
      ])
    );
  });

  it('on cherche par modèle ou par personne ; rien ne correspond, rien n’est compté', async () => {
    const chercher = async (recherche: string) =>
      (await base.ask<PageVagues>('get', fiche(`vagues?toutes=true&recherche=${recherche}`))).data
        .total;
    expect(await chercher('convoc')).toBe(1);
    expect(await chercher('sophie')).toBe(2);
    expect(await chercher('zzz')).toBe(0);
  });

  it('une clé mal écrite est refusée en français', async () => {
    expect(await base.ask('get', fiche('historique?vague=x'))).toMatchObject({
      status: 400,
      erreur: { message: expect.stringContaining('introuvable') as string },
    });
  });
});
