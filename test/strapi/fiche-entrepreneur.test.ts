import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type {
  AvantEnvoi,
  FicheEntrepreneur,
  ProgrammationResultat,
} from '../../src/plugins/sms-mailing/core/api/fiches';
import type { PageHistorique } from '../../src/plugins/sms-mailing/core/api/historique';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;
let droits: string;
let prochaine: string;

const fiche = (nom: string, suite: string): string =>
  `/entrepreneurs/${base.seed.entrepreneurs[nom]!.documentId}/${suite}`;

const prevoir = async (nom: string, corps: object) =>
  (await base.ask<EnJson<AvantEnvoi>>('post', fiche(nom, 'avant-envoi'), corps)).data;

const programmer = (nom: string, corps: object) =>
  base.ask<EnJson<ProgrammationResultat>[]>('post', fiche(nom, 'programmer'), corps);

beforeAll(async () => {
  base = await openBaseDuGuide();
  const message = '<p>Bonjour ${personne/personne_prenom}</p>';
  droits = await base.createModele({ nom: 'Récapitulatif des droits', objet: 'Droits', message });
  prochaine = await base.createModele({ nom: 'Prochaine action', objet: 'Prochaine', message });
  await base.createModele({ nom: 'Rappel', objet: 'Rappel', message: 'Le ${action_date}' });
  await base.createModele({ nom: 'Ancien', objet: 'Ancien', message, inactif: true });
});

afterAll(() => base.close());

describe('Guide §9.a : l’onglet de la fiche Entrepreneur', () => {
  it('montre les modèles qui peuvent servir ici, et où la personne serait jointe', async () => {
    const lire = async (nom: string, tout = false) =>
      (await base.ask<FicheEntrepreneur>('get', fiche(nom, `fiche?tout=${String(tout)}`))).data;
    const palmer = await lire('palmer');
    expect(palmer).toMatchObject({
      nom: 'PALMER Julien',
      phraseDepart: 'Partira ce soir à 19h00',
      smsDisponibles: null,
      destinations: {
        email: { adresse: 'julien.palmer@boite.test', motif: null },
        sms: { adresse: '+33639980001', motif: null },
      },
    });
    expect(palmer.modeles.map(({ nom, campagnes }) => [nom, campagnes])).toEqual([
      ['Prochaine action', 0],
      ['Récapitulatif des droits', 0],
    ]);
    const tout = await lire('palmer', true);
    expect(tout.modeles.find(({ nom }) => nom === 'Rappel')?.raison).toContain(
      'Fiche entrepreneur'
    );
    expect((await lire('refusRgpd')).destinations).toMatchObject({
      email: { motif: null },
      newsletter: { motif: 'rgpd_refuse' },
      sms: { motif: 'sms_non_accepte' },
    });
  });
});

describe('Guide §9.b : programmer, en sachant ce qui partira', () => {
  it('à 18h59 la phrase dit le départ calculé, jamais « immédiatement », délai d’annulation compris', async () => {
    const regler = async (repentirSecondes: number): Promise<number> => {
      const { data } = await base.ask<ParametresLus>('get', '/parametres');
      const reglages = { ...data.parametres, repentirSecondes };
      expect((await base.ask('put', '/parametres', reglages)).status).toBe(200);
      return data.parametres.repentirSecondes;
    };
    const avant = await regler(10);
    for (const [heure, phraseDepart, depart] of [
      ['2022-03-03T17:59:00Z', 'Partira ce soir à 19h00', '2022-03-03T18:00:00.000Z'],
      ['2022-03-03T17:59:59Z', 'Partira ce soir à 19h00', '2022-03-03T18:00:00.000Z'],
      ['2022-03-03T18:00:00Z', 'Partira demain à 19h00', '2022-03-04T18:00:00.000Z'],
    ] as const) {
      base.setHeure(new Date(heure));
      const { modeles } = await prevoir('palmer', { modeleDocumentIds: [droits] });
      expect(modeles).toMatchObject([{ phraseDepart, depart }]);
    }
    base.setHeure(new Date('2022-03-03T14:00:00Z'));
    await regler(avant);
  });

  it('avant le clic : combien de messages, à quelle adresse, quand', async () => {
    expect(await prevoir('palmer', { modeleDocumentIds: [droits, prochaine] })).toMatchObject({
      phrase: '2 modèles × 1 personne = 2 messages',
      messages: 2,
      credits: 0,
      avertissements: [],
      modeles: [
        {
          nom: 'Récapitulatif des droits',
          phraseDepart: 'Partira ce soir à 19h00',
          recevront: [{ nom: 'PALMER Julien', adresse: 'julien.palmer@boite.test' }],
          exclus: [],
        },
        { nom: 'Prochaine action' },
      ],
    });
    expect(await prevoir('paris', { modeleDocumentIds: [droits] })).toMatchObject({
      phrase: '0 message',
      modeles: [{ recevront: [], exclus: [{ motif: 'adresse_fictive', adresse: null }] }],
    });
  });

  it('le même message, déjà programmé ce soir, n’est pas ajouté sans le demander', async () => {
    const demande = { modeleDocumentIds: [droits] };
    expect((await programmer('palmer', demande)).data).toMatchObject([{ programmes: 1 }]);
    expect(await prevoir('palmer', demande)).toMatchObject({
      modeles: [{ exclus: [{ motif: 'deja_programme' }] }],
    });
    expect((await programmer('palmer', demande)).data).toMatchObject([{ dejaProgrammes: 1 }]);
    expect(await prevoir('palmer', { ...demande, force: true })).toMatchObject({ messages: 1 });
  });

  it('une campagne du même soir compte aussi : personne ne reçoit deux fois', async () => {
    await base.ask('post', '/campagnes', {
      modeleDocumentId: prochaine,
      typeContact: 'email',
      filtres: { typeDestinataire: 'entrepreneur' },
      selection: { ids: [base.seed.entrepreneurs.martin!.id] },
    });
    const demande = { modeleDocumentIds: [prochaine] };
    expect(await prevoir('martin', demande)).toMatchObject({
      modeles: [{ exclus: [{ motif: 'deja_programme' }] }],
    });
    expect((await programmer('martin', demande)).data).toMatchObject([
      { programmes: 0, dejaProgrammes: 1 },
    ]);
  });

  it('plusieurs SMS sont une seule demande : sans crédit pour tous, aucun n’est programmé', async () => {
    await base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes: 1 });
    const sms = (nom: string) =>
      base.createModele({
        typeContact: 'sms',
        nom,
        message: 'Bonjour ${personne/personne_prenom}',
      });
    const deux = { modeleDocumentIds: [await sms('SMS 1'), await sms('SMS 2')] };
    expect(await prevoir('palmer', deux)).toMatchObject({ credits: 2, smsDisponibles: 1 });
    expect((await programmer('palmer', deux)).erreur?.details).toMatchObject({
      regle: 'credit-insuffisant',
      demande: 2,
      disponible: 1,
    });
    expect(await base.sql(`SELECT 1 FROM sms_envois WHERE type_contact = 'sms'`)).toEqual([]);
  });
});

describe('Guide §9.c : l’historique, et ce qui s’annule', () => {
  const historique = async (nom: string) =>
    (await base.ask<PageHistorique>('get', fiche(nom, 'historique'))).data;

  it('dit le statut, le modèle, l’origine, et la date une fois parti', async () => {
    expect(await historique('palmer')).toMatchObject({
      total: 1,
      lignes: [
        {
          statut: 'programme',
          modele: 'Récapitulatif des droits',
          origine: 'fiche_entrepreneur',
          envoyeLe: null,
          termineLe: null,
        },
      ],
    });
  });

  it('ce qui attend dit l’adresse d’aujourd’hui, ou pourquoi il n’y en aurait pas', async () => {
    const lignes = async () => (await historique('palmer')).lignes;
    expect(await lignes()).toMatchObject([
      { adresse: null, prevue: { adresse: 'julien.palmer@boite.test', motif: null } },
    ]);
    const refuse = `UPDATE components_coordonnees_emails SET accepte = $1 WHERE adresse = 'julien.palmer@boite.test'`;
    await base.sql(refuse, [false]);
    expect(await lignes()).toMatchObject([
      { prevue: { adresse: null, motif: 'adresse_non_acceptee' } },
    ]);
    await base.sql(refuse, [true]);
  });

  it('un envoi programmé s’annule ; ceux des autres partent', async () => {
    const [programme] = (await historique('palmer')).lignes;
    const { data } = await base.ask('post', '/envois/annuler', {
      envoiDocumentIds: [programme!.documentId],
    });
    expect(data).toEqual({ annules: 1 });
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    expect(base.mailsDe('Droits')).toEqual([]);
    expect(base.mailsDe('Prochaine')).toEqual(['sophie.martin@boite.test']);
    expect((await historique('palmer')).lignes).toMatchObject([
      { statut: 'annule', prevue: null, termineLe: '2022-03-03T14:00:00.000Z' },
    ]);
    expect((await historique('martin')).lignes).toMatchObject([
      { statut: 'envoye', adresse: 'sophie.martin@boite.test', prevue: null },
    ]);
  });

  it('reçu il y a moins de 30 jours, le message avertit sans refuser', async () => {
    base.setHeure(new Date('2022-03-20T10:00:00Z'));
    const avant = await prevoir('martin', { modeleDocumentIds: [prochaine] });
    expect(avant).toMatchObject({
      messages: 1,
      avertissements: ['Une personne a déjà reçu ce modèle il y a moins de 30 jours.'],
    });
    base.setHeure(new Date('2022-04-03T10:00:00Z'));
    expect(await prevoir('martin', { modeleDocumentIds: [prochaine] })).toMatchObject({
      avertissements: [],
    });
  });
});
