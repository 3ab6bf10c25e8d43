import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ExemplaireEnvoye,
  LigneCobaye,
  RepartitionSms,
} from '../../src/plugins/sms-mailing/core/api/modeles';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;

beforeAll(async () => {
  base = await openBaseDuGuide();
});

afterAll(() => base.close());

async function cobayes(question: string): Promise<LigneCobaye[]> {
  return (await base.ask<LigneCobaye[]>('get', `/cobayes?${question}`)).data;
}

describe('Guide §5 et §8.b : l’aperçu sur une vraie personne', () => {
  it('une personne se trouve par son nom, un participant par lui ou par son action', async () => {
    expect(await cobayes('recherche=palmer')).toMatchObject([
      { nom: 'PALMER Julien', precision: 'Arrageois-Ternois', action: null },
    ]);
    expect(await cobayes('typeDestinataire=contact_individuel&recherche=vasseur')).toMatchObject([
      { nom: 'VASSEUR Hélène' },
    ]);
    expect(await cobayes('declencheur=action&recherche=diag rdv 2')).toMatchObject([
      { nom: 'MARTIN Sophie', action: { objet: 'Diag RDV 2', date: '2022-03-05' } },
    ]);
    expect(await cobayes('recherche=personne de ce nom')).toEqual([]);
  });

  it('une participation annulée ne se montre que si on la demande', async () => {
    const demande = 'declencheur=action&recherche=carlier';
    const annulees = (await cobayes(`${demande}&annulees=true`)).map(
      ({ action }) => action?.annulee
    );
    expect(annulees).toContain(true);
    expect((await cobayes(demande)).some(({ action }) => action?.annulee)).toBe(false);
  });

  it('« Signets disponibles » dit ce que chaque signet écrirait pour cette personne', async () => {
    const [participation] = await cobayes('declencheur=action&recherche=palmer');
    const lus = await base.ask<Record<string, string>>('post', '/signets-exemples', {
      ...participation?.cobaye,
    });
    expect(lus.data).toMatchObject({
      'personne/personne_nom': 'PALMER',
      action_objet: 'Atelier "Cartes en main"',
      action_date: '05/03/2022 à 09:30',
    });
    const sansAction = await base.ask<Record<string, string>>('post', '/signets-exemples', {
      ...participation?.cobaye,
      actionDocumentId: null,
    });
    expect(sansAction.data).toHaveProperty(['personne/personne_nom'], 'PALMER');
    expect(sansAction.data).not.toHaveProperty('action_objet');
    const inconnu = { typeDestinataire: 'entrepreneur', documentId: 'inconnu' };
    expect((await base.ask('post', '/signets-exemples', inconnu)).status).toBe(400);
  });

  it('le message se lit comme cette personne le lira, avec l’adresse vraiment utilisée', async () => {
    const [participation] = await cobayes('declencheur=action&recherche=palmer');
    expect(participation?.action).toEqual({
      objet: 'Atelier "Cartes en main"',
      date: '2022-03-05',
      heureDebut: '09:30',
      annulee: false,
    });
    const { data } = await base.ask('post', '/modeles-apercu', {
      cobaye: participation?.cobaye,
      modele: {
        typeContact: 'sms',
        but: 'suivi',
        message: '${tableN.action_beneficiaire_personne/personne_prenom} : ${action_date# j F}',
      },
    });
    expect(data).toMatchObject({
      destinataire: 'PALMER Julien',
      adresse: '+33639980001',
      motif: null,
      texte: 'Julien : 5 mars',
      sms: { credits: 1 },
    });
  });

  it('un modèle enregistré se montre sur une personne qui ne le recevrait pas, et dit pourquoi', async () => {
    const modele = await base.createModele({
      nom: 'Droits',
      objet: 'Vos droits',
      message: '<p>Bonjour ${personne/personne_prenom}</p>',
    });
    const { data } = await base.ask('post', '/modeles-apercu', {
      modeleDocumentId: modele,
      cobaye: {
        typeDestinataire: 'entrepreneur',
        documentId: base.seed.entrepreneurs.paris!.documentId,
      },
    });
    expect(data).toMatchObject({ objet: 'Vos droits', adresse: null, motif: 'adresse_fictive' });
  });

  it('la répartition dit à combien de personnes le SMS en coûte deux', async () => {
    const { data } = await base.ask<RepartitionSms>('post', '/modeles-repartition', {
      modele: {
        typeContact: 'sms',
        but: 'suivi',
        message: `\${personne/personne_prenom} ${'a'.repeat(148)}`,
      },
    });
    expect(data).toMatchObject({ echantillon: false, tropLongs: 0 });
    expect(data.parCredits.map(({ credits }) => credits)).toEqual([1, 2]);
    expect(data.parCredits.reduce((n, { personnes }) => n + personnes, 0)).toBe(data.mesures);
    expect(data.parCredits.reduce((n, { credits, personnes }) => n + credits * personnes, 0)).toBe(
      data.credits
    );
  });
});

describe('Décision E8 : « m’envoyer un exemplaire » ne va qu’au testeur', () => {
  const ecrire = (modele: object, suite: object = {}) =>
    base.ask<ExemplaireEnvoye>('post', '/modeles-exemplaire', {
      cobaye: {
        typeDestinataire: 'entrepreneur',
        documentId: base.seed.entrepreneurs.palmer!.documentId,
      },
      modele: { but: 'suivi', ...modele },
      ...suite,
    });

  it('l’e-mail, écrit pour PALMER, arrive à l’utilisateur et n’entre dans aucun historique', async () => {
    await base.proveAdresse();
    const { data } = await ecrire({
      typeContact: 'email',
      nom: 'Essai',
      objet: 'Pour ${personne/personne_nom}',
      message: '<p>Bonjour</p>',
    });
    expect(data.adresse).toMatch(/^sms-administrateur/);
    expect(base.mailsDe('[Exemplaire] Pour PALMER')).toEqual([data.adresse]);
    expect(await base.sql('SELECT id FROM sms_envois')).toEqual([]);
  });

  it('le SMS demande un mobile, dit son coût et débite le package', async () => {
    await base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes: 10 });
    const modele = { typeContact: 'sms', message: 'Bonjour ${personne/personne_nom}' };
    for (const numero of [null, '01 03 04 05 02', 'bientôt']) {
      expect((await ecrire(modele, { numero })).erreur?.details).toMatchObject({
        regle: 'numero-exemplaire',
      });
    }
    const { data } = await ecrire(modele, { numero: '06 39 98 00 77' });
    expect(data).toEqual({ adresse: '+33639980077', credits: 1 });
    expect(base.listSms()).toHaveLength(1);
    expect((await base.ask('get', '/packages-sms')).data).toMatchObject({ disponible: 9 });
  });

  it('sans numéro saisi, c’est le mobile de l’intervenant lié à l’utilisateur', async () => {
    await base.sql(
      `UPDATE intervenants SET telephone = '0639980088' WHERE nom = 'Accès' AND prenom = 'Jérôme'`
    );
    await base.sql(
      `INSERT INTO intervenants_utilisateur_lnk (intervenant_id, user_id)
       SELECT i.id, u.id FROM intervenants i, admin_users u WHERE i.telephone = '0639980088'`
    );
    const { data } = await ecrire({ typeContact: 'sms', message: 'Bonjour' });
    expect(data.adresse).toBe('+33639980088');
  });
});
