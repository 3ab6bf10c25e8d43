import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type {
  AvantEnvoi,
  FicheAction,
  ProgrammationResultat,
} from '../../src/plugins/sms-mailing/core/api/fiches';
import type { PageHistorique } from '../../src/plugins/sms-mailing/core/api/historique';
import { agentFor } from './harness';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;
let convocation: string;
let visio: string;

const fiche = (action: string, suite: string): string =>
  `/actions/${base.seed.actions[action]!.documentId}/${suite}`;

const prevoir = async (action: string, corps: object) =>
  (await base.ask<EnJson<AvantEnvoi>>('post', fiche(action, 'avant-envoi'), corps)).data;

const envoyer = (action: string, corps: object) =>
  base.ask<EnJson<ProgrammationResultat>[]>('post', fiche(action, 'envoyer'), corps);

beforeAll(async () => {
  base = await openBaseDuGuide();
  const modele = (nom: string, message: string) => base.createModele({ nom, objet: nom, message });
  convocation = await modele(
    'Convocation',
    '<p>Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}, le ${action_date# j F Y}.</p>'
  );
  visio = await modele('Lien de la visio', '<p>${action_lien_visio}</p>');
});

afterAll(() => base.close());

describe('Guide §8.a : l’onglet de la fiche Action', () => {
  it('montre les participants, où chacun serait joint, et les modèles', async () => {
    const { data } = await base.ask<FicheAction>('get', fiche('entretienEmergence', 'fiche'));
    expect(data).toMatchObject({
      objet: 'Entretien émergence',
      date: '2022-03-04',
      heureDebut: '10:00',
      annulee: false,
      inscrits: 2,
      listeAttente: 1,
      capacite: 10,
      modeles: [{ nom: 'Convocation' }, { nom: 'Lien de la visio' }],
    });
    expect(
      data.participants.map(({ nom, statut, destinations }) => [
        nom,
        statut,
        destinations.email.motif,
      ])
    ).toEqual([
      ['CARLIER Benoît', "Liste d'attente", null],
      ['DIALLO Amadou', 'Inscrit', null],
      ['PARIS Lena', 'Inscrit', 'adresse_fictive'],
    ]);
  });
});

describe('Guide §8.b : envoyer, en sachant ce qui partira', () => {
  it('avant le clic : modèles × personnes, immédiatement, et ceux qui ne recevront pas', async () => {
    const avant = await prevoir('entretienEmergence', { modeleDocumentIds: [convocation] });
    expect(avant).toMatchObject({
      phrase: '1 message',
      modeles: [
        {
          phraseDepart: 'Partira immédiatement',
          recevront: [{ nom: 'DIALLO Amadou', adresse: 'amadou.diallo@boite.test' }],
          exclus: [{ nom: 'PARIS Lena', motif: 'adresse_fictive' }],
        },
      ],
    });
    expect(
      await prevoir('palmerAtelier', { modeleDocumentIds: [convocation, visio] })
    ).toMatchObject({ phrase: '2 modèles × 4 personnes = 8 messages' });
    expect(
      await prevoir('entretienEmergence', {
        modeleDocumentIds: [convocation],
        inclureListeAttente: true,
      })
    ).toMatchObject({ messages: 2 });
  });

  it('un signet obligatoire sans valeur retient le message, et le dit avant', async () => {
    expect(await prevoir('palmerDiagnostic', { modeleDocumentIds: [visio] })).toMatchObject({
      messages: 0,
      modeles: [{ exclus: [{ nom: 'PALMER Julien', motif: 'signet_vide' }] }],
    });
  });

  it('au clic, chaque participant reçoit le sien ; un second clic ne répète rien', async () => {
    const { data } = await envoyer('palmerAtelier', { modeleDocumentIds: [convocation] });
    expect(data).toMatchObject([{ programmes: 4, dejaProgrammes: 0 }]);
    expect(data[0]?.envoiDocumentIds).toHaveLength(4);
    await base.tick(new Date('2022-03-03T14:00:01Z'));
    expect(base.mailsDe('Convocation')).toHaveLength(4);
    expect(await prevoir('palmerAtelier', { modeleDocumentIds: [convocation] })).toMatchObject({
      messages: 0,
      modeles: [
        {
          exclus: Array.from(
            { length: 4 },
            () => expect.objectContaining({ motif: 'deja_envoye' }) as object
          ),
        },
      ],
    });
    const encore = await envoyer('palmerAtelier', { modeleDocumentIds: [convocation] });
    expect(encore.data).toMatchObject([{ programmes: 0, dejaProgrammes: 4 }]);
  });

  it('« envoyer quand même » à un seul, choisi ; la même confirmation ne sert qu’une fois (G8)', async () => {
    const demande = {
      modeleDocumentIds: [convocation],
      entrepreneurDocumentIds: [base.seed.entrepreneurs.palmer!.documentId],
      force: true,
      confirmation: randomUUID(),
    };
    const presses = await Promise.all(
      Array.from({ length: 8 }, () => envoyer('palmerAtelier', demande))
    );
    const [premiere] = presses;
    expect(premiere?.data).toMatchObject([{ programmes: 1 }]);
    for (const { data } of presses) {
      expect(data).toEqual(premiere?.data);
    }
    await base.tick(new Date('2022-03-03T14:00:02Z'));
    expect(base.mailsDe('Convocation').filter((a) => a.startsWith('julien'))).toHaveLength(2);
  });

  it('sans numéro de confirmation, forcer la même personne dans les dix secondes est refusé', async () => {
    const demande = {
      modeleDocumentIds: [convocation],
      entrepreneurDocumentIds: [base.seed.entrepreneurs.martin!.documentId],
      force: true,
    };
    base.setHeure(new Date('2022-03-03T14:00:20Z'));
    const presses = await Promise.all(
      Array.from({ length: 4 }, () => envoyer('palmerAtelier', demande))
    );
    const ecrits = presses.flatMap(({ data }) => (data as { programmes: number }[] | null) ?? []);
    expect(ecrits.reduce((somme, { programmes }) => somme + programmes, 0)).toBe(1);
    expect((await envoyer('palmerAtelier', demande)).erreur?.details).toMatchObject({
      regle: 'envoi-repete',
    });
    await base.tick(new Date('2022-03-03T14:00:21Z'));
    expect(base.mailsDe('Convocation').filter((a) => a.startsWith('sophie'))).toHaveLength(2);
  });

  it('une confirmation est à qui l’a lue : un autre utilisateur ne s’en sert pas', async () => {
    const demande = {
      modeleDocumentIds: [visio],
      entrepreneurDocumentIds: [base.seed.entrepreneurs.palmer!.documentId],
      confirmation: randomUUID(),
    };
    expect((await envoyer('palmerAtelier', demande)).status).toBe(200);
    const autre = await agentFor(base.app, 'sms-profil-specifique');
    const essai = await base.ask('post', fiche('palmerAtelier', 'envoyer'), demande, autre);
    expect(essai.erreur?.details).toMatchObject({ regle: 'confirmation-inconnue' });
  });

  it('depuis une action annulée, il faut confirmer', async () => {
    const demande = { modeleDocumentIds: [convocation] };
    const avant = await prevoir('atelierAnnule', demande);
    expect(avant.avertissements[0]).toContain('annulée');
    expect((await envoyer('atelierAnnule', demande)).erreur?.details).toMatchObject({
      regle: 'action-annulee',
    });
    const confirme = await envoyer('atelierAnnule', { ...demande, actionAnnuleeConfirmee: true });
    expect(confirme.data).toMatchObject([{ programmes: 1 }]);
  });

  it('un SMS en pleine nuit avertit', async () => {
    const sms = await base.createModele({ typeContact: 'sms', nom: 'SMS', message: 'Bonjour' });
    base.setHeure(new Date('2022-03-03T22:30:00Z'));
    const { avertissements } = await prevoir('palmerAtelier', { modeleDocumentIds: [sms] });
    expect(avertissements).toEqual([expect.stringContaining('Il est 23h30')]);
  });
});

describe('Guide §8.c : le suivi depuis la fiche Action', () => {
  it('ne montre que ce qui est parti d’ici, ou tous les envois liés sur demande', async () => {
    const historique = async (suite = '') =>
      (await base.ask<PageHistorique>('get', fiche('palmerAtelier', `historique${suite}`))).data;
    await base.sql(
      `UPDATE sms_envois SET modalite = 'envoi_automatique'
        WHERE id = (SELECT min(id) FROM sms_envois WHERE modalite = 'fiche_action')`
    );
    expect(await historique()).toMatchObject({ total: 6 });
    const toutes = await historique('?toutes=true');
    expect(toutes.total).toBe(7);
    expect(new Set(toutes.lignes.map(({ origine }) => origine))).toEqual(
      new Set(['fiche_action', 'envoi_automatique'])
    );
  });

  it('un Conseiller ouvre la fiche, prévoit et envoie', async () => {
    const conseiller = await agentFor(base.app, 'sms-conseiller');
    const lue = await base.ask('get', fiche('palmerDiagnostic', 'fiche'), undefined, conseiller);
    expect(lue.status).toBe(200);
    const demande = { modeleDocumentIds: [convocation] };
    const envoi = await base.ask('post', fiche('palmerDiagnostic', 'envoyer'), demande, conseiller);
    expect(envoi.data).toMatchObject([{ programmes: 1 }]);
  });
});

describe('Décision G19 : « reçu » veut dire reçu pour la date, l’heure et le lieu d’aujourd’hui', () => {
  const anciens = async () => {
    const { data } = await base.ask<FicheAction>('get', fiche('rendezVousIndividuel', 'fiche'));
    return data.participants.map(({ informe, anciens: dits }) => [informe, dits]);
  };
  const demande = () => ({ modeleDocumentIds: [convocation] });

  it('l’heure change : qui avait la convocation a l’ancienne heure, et la reçoit de nouveau sans rien forcer', async () => {
    expect(await anciens()).toEqual([[false, []]]);
    await envoyer('rendezVousIndividuel', demande());
    await base.tick(new Date('2022-03-03T22:40:00Z'));
    expect(await anciens()).toEqual([[true, []]]);
    expect((await prevoir('rendezVousIndividuel', demande())).messages).toBe(0);

    const { documentId } = base.seed.actions.rendezVousIndividuel!;
    const deplace = (heure: string) =>
      base.sql('UPDATE actions SET heure_debut = $2 WHERE document_id = $1', [documentId, heure]);
    await deplace('16:00:00');
    expect(await anciens()).toEqual([[true, ['heure']]]);
    const { data } = await envoyer('rendezVousIndividuel', demande());
    expect(data).toMatchObject([{ programmes: 1 }]);
    await base.tick(new Date('2022-03-03T22:50:00Z'));
    expect(await anciens()).toEqual([[true, []]]);
    expect((await prevoir('rendezVousIndividuel', demande())).messages).toBe(0);

    await base.sql(`UPDATE actions SET statut = 'Annulée' WHERE document_id = $1`, [documentId]);
    expect(await anciens()).toEqual([[true, ['annulation']]]);
    await base.sql(`UPDATE actions SET statut = 'Planifiée' WHERE document_id = $1`, [documentId]);
    await deplace('14:00:00');
  });
});
