import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AvantEnvoi } from '../../src/plugins/sms-mailing/core/api/fiches';
import type { ModeleOuvert, RepartitionSms } from '../../src/plugins/sms-mailing/core/api/modeles';
import { compteSmsSchema } from '../../src/plugins/sms-mailing/core/compte-sms';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import type { ReglagesSms } from '../../src/plugins/sms-mailing/core/sms';
import type { ServeurHttp } from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { parseFormulaire } from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { startServeurOvh } from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-ovh';
import ancienne from '../../src/plugins/sms-mailing/test/version-moteur-2.json';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { openMessages, sansLien, type Message, type Messages } from './messages-rendus';

const ARRAS = '12 rue des Filatiers, 62000 Arras';
const LENS = '3 place Jean-Jaurès, 62300 Lens';

let base: BaseDuGuide;
let messages: Messages;
let ovh: ServeurHttp;
async function regler(changes: object): Promise<void> {
  const { data } = await base.ask<ParametresLus>('get', '/parametres');
  const ecrit = await base.ask('put', '/parametres', { ...data.parametres, ...changes });
  expect(ecrit).toMatchObject({ status: 200 });
}

const newsletter = (nom: string, suite: object = {}) =>
  base.createModele({
    typeContact: 'newsletter',
    but: 'promotion',
    nom,
    objet: `${nom} de \${personne/personne_prenom}`,
    message:
      '<p>Bonjour ${personne/personne_prenom}, <a href="https://bge.fr/?n=${personne/personne_nom}">lisez-nous</a>.</p>',
    ...suite,
  });

beforeAll(async () => {
  ovh = await startServeurOvh();
  base = await openBaseDuGuide('sms-administrateur', { SMS_URL_BASE: ovh.url });
  messages = openMessages(base);
});

afterAll(async () => {
  await base.close();
  await ovh.close();
});

describe('Décision G2 : ce que les réglages des envois disent se joint au message quand il part', () => {
  let modele: string;
  let envoi: string;
  let recu: Message;

  it('l’adresse saisie après le modèle est dans l’aperçu, l’exemplaire, le message reçu et l’archive', async () => {
    modele = await newsletter('Lettre de mars');
    envoi = await messages.programmer(modele);
    await regler({ adressePostale: ARRAS, expediteurNom: 'BGE Artois' });
    const apercu = await messages.apercevoir(modele);
    await base.proveAdresse();
    const exemplaire = await messages.recevoirExemplaire(modele);
    await messages.passerLeSoir();
    recu = messages.lireDernier();
    for (const message of [apercu, exemplaire, recu, await messages.archive(envoi)]) {
      expect(message.html).toContain(`BGE Artois<br>${ARRAS}`);
      expect(message.texte).toContain(`BGE Artois\n${ARRAS}`);
      expect(sansLien(message)).toEqual(sansLien(recu));
    }
  });

  it('changée ensuite, l’archive montre encore ce qui est parti, lien compris', async () => {
    await regler({ adressePostale: LENS, expediteurNom: 'BGE Lens' });
    expect((await messages.apercevoir(modele)).texte).toContain(`BGE Lens\n${LENS}`);
    expect(await messages.archive(envoi)).toMatchObject(recu);
  });

  it('remis en file par une personne, un envoi n’a d’archive qu’une fois reparti', async () => {
    await base.sql(`UPDATE sms_envois SET statut = 'incertain' WHERE document_id = $1`, [envoi]);
    expect(await messages.archive(envoi)).toMatchObject(recu);
    await base.ask('post', `/incertains/${envoi}`, { decision: 'renvoyer' });
    const { erreur } = await base.ask('get', `/envois/${envoi}/message`);
    expect(erreur?.details).toMatchObject({ regle: 'envoi-introuvable' });
    await messages.passerLeSoir();
    expect(await messages.archive(envoi)).toMatchObject(messages.lireDernier());
  });

  it('un SMS archivé garde ses lettres, que « Remplacer les accents » change ou non', async () => {
    const sms = await base.createModele({
      typeContact: 'sms',
      nom: 'Fête',
      message: 'Prêt pour la fête ?',
    });
    const parti = await messages.programmer(sms);
    await messages.passerLeSoir();
    expect(base.listSms().at(-1)?.texte).toBe('Pret pour la fete ?');
    await regler({ remplacerAccents: false });
    expect((await messages.apercevoir(sms)).texte).toBe('Prêt pour la fête ?');
    expect((await messages.archive(parti)).texte).toBe('Pret pour la fete ?');
    await regler({ remplacerAccents: true });
  });
});

describe('une version compilée avant que l’expéditeur soit joint au départ', () => {
  let modele: string;

  /** As it was: sender and address written into the version, and nothing kept of the settings. */
  async function vieillir(): Promise<void> {
    await base.sql(
      `UPDATE sms_versions_modele SET contenu = jsonb_set(contenu, '{message}', $1::jsonb)
        WHERE modele_id = (SELECT id FROM sms_modeles WHERE document_id = $2)`,
      [JSON.stringify(ancienne.message), modele]
    );
  }

  async function fairePartirAvant(envoi: string): Promise<void> {
    await base.sql(
      `UPDATE sms_envois e SET statut = 'envoye', version_id = v.id, reglages_id = NULL,
              valeurs = (SELECT jsonb_agg($2::jsonb -> d) FROM jsonb_array_elements_text(v.contenu -> 'donnees') d)
         FROM sms_versions_modele v WHERE v.modele_id = e.modele_id AND e.document_id = $1`,
      [envoi, JSON.stringify(ancienne.valeurs)]
    );
  }

  it('montre, de ce qui était parti, exactement ce qui était parti', async () => {
    const { objet, html: message } = ancienne.source;
    modele = await newsletter('Lettre d’hier', { objet, message });
    const parti = await messages.programmer(modele);
    await vieillir();
    await fairePartirAvant(parti);
    for (let lecture = 0; lecture < 2; lecture += 1) {
      const lu = await messages.archive(parti);
      expect(sansLien(lu)).toEqual(sansLien(ancienne.rendu));
      // What is asked of the modèle meanwhile changes nothing to it.
      await messages.apercevoir(modele);
      await base.ask('get', '/soiree');
    }
  });

  it('part avec les réglages du soir, sans que le modèle passe pour modifié', async () => {
    const avant = await base.ask<ModeleOuvert>('get', `/modeles/${modele}`);
    await base.sql('TRUNCATE sms_envois, sms_file');
    const envoi = await messages.programmer(modele);
    await messages.passerLeSoir();
    const recu = messages.lireDernier();
    expect(recu.texte).toContain(`BGE Lens\n${LENS}`);
    expect(recu.html).not.toContain('hier');
    expect(await messages.archive(envoi)).toMatchObject(recu);
    expect(await base.ask('get', `/modeles/${modele}`)).toMatchObject({
      data: { version: avant.data.version },
    });
    const versions = await base.sql(
      `SELECT numero FROM sms_versions_modele WHERE modele_id = (SELECT id FROM sms_modeles WHERE document_id = $1)`,
      [modele]
    );
    expect(versions).toEqual([{ numero: 1 }, { numero: 1 }]);
  });
});

describe('un SMS se compte partout comme il sera débité', () => {
  it('mention STOP comprise, dans l’aperçu, la répartition, avant l’envoi et à l’envoi', async () => {
    await base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes: 10 });
    await regler({
      sms: compteSmsSchema.parse({
        fournisseur: 'ovh-http2sms',
        compte: 'sms-bg11111-1',
        login: 'bge',
        expediteur: 'BGEARTOIS',
      }),
      secrets: { motDePasse: 'Ovh-mot-de-passe-42' },
    });
    const message = 'a'.repeat(150);
    const modele = await base.createModele({
      typeContact: 'sms',
      nom: 'Promotion',
      but: 'promotion',
      message,
    });
    expect((await messages.apercevoir(modele)).sms).toMatchObject({ credits: 2, unites: 161 });
    const { data: repartition } = await base.ask<RepartitionSms>('post', '/modeles-repartition', {
      modele: { typeContact: 'sms', but: 'promotion', message },
    });
    expect(repartition.parCredits.map(({ credits }) => credits)).toEqual([2]);
    const { data: avant } = await base.ask<AvantEnvoi>(
      'post',
      `/entrepreneurs/${base.seed.entrepreneurs.palmer!.documentId}/avant-envoi`,
      { modeleDocumentIds: [modele] }
    );
    expect(avant.credits).toBe(2);
    await messages.programmer(modele);
    await messages.passerLeSoir();
    expect(ovh.recues.map((requete) => parseFormulaire(requete).message)).toEqual([message]);
    expect(await base.sql('SELECT credits FROM sms_envois ORDER BY id DESC LIMIT 1')).toEqual([
      { credits: 2 },
    ]);
  });

  it('et le compteur de l’éditeur reçoit les réglages de ce compte', async () => {
    const { data } = await base.ask<ReglagesSms>('get', '/reglages-sms');
    expect(data).toEqual({
      remplacerAccents: true,
      caracteresParSms: 155,
      caracteresStop: 11,
      stopAExiger: false,
      partiesMax: 6,
    });
    const brouillon = { typeContact: 'sms', but: 'promotion', message: 'a'.repeat(150) };
    const { data: validation } = await base.ask('post', '/modeles-validation', brouillon);
    expect(validation).toMatchObject({ sms: { unites: 161, credits: 2 } });
  });

  it('trop long pour l’opérateur, l’aperçu le dit comme l’envoi', async () => {
    const modele = await base.createModele({
      typeContact: 'sms',
      nom: 'Roman',
      message: `${'a'.repeat(900)} \${personne/personne_email}`,
    });
    const { motif } = await messages.apercevoir(modele);
    const envoi = await messages.programmer(modele);
    await messages.passerLeSoir();
    const [ligne] = await base.sql('SELECT statut, motif FROM sms_envois WHERE document_id = $1', [
      envoi,
    ]);
    expect({ statut: 'exclu', motif }).toEqual({ ...ligne, motif: 'sms_trop_long' });
  });
});
