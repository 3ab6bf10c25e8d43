import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ActionLiberee, PlacesDAction } from '../../src/plugins/sms-mailing/core/proposition';
import { LIEN, openBancReponses, RAPPEL, type BancReponses } from './banc-reponses';
import type { BaseDuGuide } from './base-du-guide';
import { agentFor } from './harness';

let banc: BancReponses;
let base: BaseDuGuide;
let action: string;
let jetons: Record<string, string>;
let proposition: string;
let convocation: string;

const OBJET = 'Une place pour vous';
const participationDe = (qui: string): string => `
  (SELECT p.id FROM participations p JOIN participations_action_lnk a ON a.participation_id = p.id
     JOIN actions c ON c.id = a.action_id JOIN participations_entrepreneur_lnk l ON l.participation_id = p.id
     JOIN entrepreneurs n ON n.id = l.entrepreneur_id
    WHERE c.document_id = '${action}' AND n.document_id = '${base.seed.entrepreneurs[qui]!.documentId}')`;
const poser = (qui: string, statut: string): Promise<unknown> =>
  base.sql(
    `UPDATE participations SET statut = $1, confirme = NULL WHERE id = ${participationDe(qui)}`,
    [statut]
  );

beforeAll(async () => {
  banc = await openBancReponses();
  ({ base, action, jetons } = banc);
  proposition = await base.createModele({ ...RAPPEL, nom: 'Place libérée', objet: OBJET });
  convocation = await base.createModele({
    ...{ nom: 'Convocation', objet: 'Votre convocation', message: '<p>Venez</p>' },
  });
  // DIALLO came to the liste d'attente before LEFEBVRE.
  await base.sql(
    `UPDATE participations SET created_at = '2022-02-01' WHERE id = ${participationDe('diallo')}`
  );
  await base.sql(
    `UPDATE participations SET created_at = '2022-02-02' WHERE id = ${participationDe('lefebvre')}`
  );
});
afterAll(() => base.close());

beforeEach(async () => {
  await base.sql('DELETE FROM sms_propositions');
  await base.sql('UPDATE actions SET capacite = 2, surbooking = NULL WHERE document_id = $1', [
    action,
  ]);
  for (const qui of ['palmer', 'martin']) {
    await poser(qui, 'Inscrit');
  }
  for (const qui of ['diallo', 'lefebvre']) {
    await poser(qui, "Liste d'attente");
  }
});

const places = async (): Promise<PlacesDAction> =>
  (await base.ask<PlacesDAction>('get', `/actions/${action}/places`)).data;
const liberees = async (): Promise<ActionLiberee[]> =>
  (await base.ask<ActionLiberee[]>('get', '/places-liberees')).data.filter(
    ({ documentId }) => documentId === action
  );
const proposer = (qui: string, suite: object = {}) =>
  base.ask('post', `/actions/${action}/proposer`, {
    entrepreneurDocumentId: base.seed.entrepreneurs[qui]!.documentId,
    ...{ modeleDocumentIds: [proposition], convocationDocumentIds: [convocation], heures: 24 },
    ...{ confirmation: randomUUID(), ...suite },
  });
const etats = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await places()).propositions.map(({ nom, etat }) => [nom, etat]));

describe('Une place libérée (décision G15)', () => {
  it('tant que personne ne se désiste, il n’y a rien à proposer', async () => {
    expect(await places()).toMatchObject({ libres: 0, tenues: 0 });
    expect((await places()).attente.map(({ nom, rang }) => [nom, rang])).toEqual([
      ['DIALLO Amadou', 1],
      ['LEFEBVRE Nadia', 2],
    ]);
    expect(await liberees()).toEqual([]);
    expect((await proposer('diallo')).erreur?.details.regle).toBe('place-aucune');
  });

  it.each([
    ['par le lien', () => banc.repondre(jetons.palmer!, 'non')],
    ['par la fiche ou un import', () => poser('palmer', 'Annulé')],
  ])(
    '%s, elle se voit à l’accueil et sur la fiche, avec le premier qui attend',
    async (_, geste) => {
      await geste();
      expect(await places()).toMatchObject({ libres: 1, tenues: 0 });
      expect(await liberees()).toMatchObject([
        { libres: 1, tenues: 0, attente: 2, premiere: 'DIALLO Amadou', sansSuite: 0 },
      ]);
      // Never by itself: nobody was written to.
      expect((await banc.de('diallo')).statut).toBe("Liste d'attente");
    }
  );
});

describe('« Proposer la place »', () => {
  beforeEach(() => poser('palmer', 'Annulé'));

  it('écrit à la personne, lui garde la place, et n’en propose pas plus qu’il n’y en a', async () => {
    const numero = randomUUID();
    expect((await proposer('diallo', { confirmation: numero })).erreur).toBeNull();
    expect((await proposer('diallo', { confirmation: numero })).erreur).toBeNull();
    await banc.avance(1);
    expect(base.mailsDe(OBJET)).toHaveLength(1);
    expect(await places()).toMatchObject({ libres: 1, tenues: 1 });
    expect(await etats()).toEqual({ 'DIALLO Amadou': 'ouverte' });
    expect((await proposer('lefebvre')).erreur?.details.regle).toBe('place-aucune');
    expect((await proposer('diallo')).erreur?.details.regle).toBe('place-deja-proposee');
    const { text } = await banc.ouvrir(jetons.diallo!);
    expect(text).toContain('Une place s’est libérée');
    expect(text).toContain('Je prends la place');
    expect(text).toMatch(/jusqu’au <strong>vendredi 4 mars 2022 à 15h\d\d/);
    const [acte] = await base.sql<{ phrase: string }>(
      `SELECT phrase FROM sms_actes WHERE nom = 'place-proposee' ORDER BY id DESC LIMIT 1`
    );
    expect(acte?.phrase).toContain('a proposé une place libérée');
  });

  it('acceptée, elle inscrit et la convocation part, une fois', async () => {
    await proposer('diallo');
    const avant = base.mailsDe('Votre convocation').length;
    await banc.repondre(jetons.diallo!, 'oui');
    expect(await banc.de('diallo')).toMatchObject({ statut: 'Inscrit', confirme: true });
    await banc.avance(1);
    await banc.avance(1);
    expect(base.mailsDe('Votre convocation')).toHaveLength(avant + 1);
    expect(await places()).toMatchObject({
      ...{ libres: 0, tenues: 0, attente: [{ nom: 'LEFEBVRE Nadia', rang: 1 }] },
      propositions: [{ nom: 'DIALLO Amadou', etat: 'acceptee', convocation: 'envoyee' }],
    });
    expect((await banc.ouvrir(jetons.diallo!)).text).toContain('nous vous attendons');
  });

  it('refusée, elle revient au gestionnaire, qui décide de la suite', async () => {
    await proposer('diallo');
    await banc.repondre(jetons.diallo!, 'non');
    expect((await banc.de('diallo')).statut).toBe('Annulé');
    expect(await etats()).toEqual({ 'DIALLO Amadou': 'refusee' });
    expect(await liberees()).toMatchObject([
      { libres: 1, tenues: 0, sansSuite: 1, premiere: 'LEFEBVRE Nadia' },
    ]);
    expect((await proposer('lefebvre')).erreur).toBeNull();
  });

  it('sans réponse à l’heure dite, elle n’est plus gardée ; un oui tardif laisse en attente', async () => {
    await proposer('diallo', { heures: 2 });
    await banc.avance(121);
    expect(await etats()).toEqual({ 'DIALLO Amadou': 'expiree' });
    expect(await places()).toMatchObject({ libres: 1, tenues: 0 });
    await banc.repondre(jetons.diallo!, 'oui');
    expect((await banc.de('diallo')).statut).toBe("Liste d'attente");
    expect((await banc.ouvrir(jetons.diallo!)).text).toContain('Vous êtes en liste d’attente');
    expect((await proposer('diallo')).erreur).toBeNull();
  });

  it('reprise, elle ne s’accepte plus', async () => {
    await proposer('diallo');
    const { id } = (await places()).propositions[0]!;
    const reprendre = () =>
      base.ask('post', `/actions/${action}/reprendre-place`, { propositionId: id });
    expect((await reprendre()).erreur).toBeNull();
    expect((await reprendre()).erreur?.details.regle).toBe('place-deja-repondue');
    await banc.repondre(jetons.diallo!, 'oui');
    expect((await banc.de('diallo')).statut).toBe("Liste d'attente");
  });

  it('qui s’était désisté ne reprend pas une place gardée pour un autre', async () => {
    await poser('palmer', 'Inscrit');
    await banc.repondre(jetons.palmer!, 'non');
    await proposer('diallo');
    await banc.repondre(jetons.palmer!, 'oui');
    expect((await banc.de('palmer')).statut).toBe("Liste d'attente");
  });

  it('deux acceptées au même instant ne dépassent jamais les places', async () => {
    await poser('martin', 'Annulé');
    await proposer('diallo');
    await proposer('lefebvre');
    // Someone else was registered meanwhile: a single place is left.
    await poser('palmer', 'Inscrit');
    await Promise.all([
      banc.repondre(jetons.diallo!, 'oui'),
      banc.repondre(jetons.lefebvre!, 'oui'),
    ]);
    const statuts = [(await banc.de('diallo')).statut, (await banc.de('lefebvre')).statut];
    expect(statuts.sort()).toEqual(['Inscrit', "Liste d'attente"]);
    const perdante = (await banc.de('diallo')).statut === 'Inscrit' ? 'lefebvre' : 'diallo';
    expect((await banc.ouvrir(jetons[perdante]!)).text).toContain('La place vient d’être prise');
  });

  it('par SMS, avec l’adresse courte', async () => {
    const sms = await base.createModele({
      ...{ typeContact: 'sms', nom: 'Place SMS' },
      message: 'Une place se libère. La prendre : ${action_lien_confirmation}',
    });
    expect((await proposer('diallo', { modeleDocumentIds: [sms] })).erreur).toBeNull();
    await banc.avance(1);
    const recu = base.listSms().find(({ texte }) => texte.startsWith('Une place se libère'));
    expect(LIEN.exec(recu?.texte ?? '')?.[1]).toBe(jetons.diallo);
  });

  it('un modèle sans lien, ou une personne injoignable : refusé avant toute chose', async () => {
    const sans = await proposer('diallo', { modeleDocumentIds: [convocation] });
    expect(sans.erreur?.details.regle).toBe('place-sans-lien');
    const { documentId } = base.seed.entrepreneurs.diallo!;
    await base.sql('UPDATE entrepreneurs SET inactif = true WHERE document_id = $1', [documentId]);
    expect((await proposer('diallo')).erreur?.details.regle).toBe('place-injoignable');
    await base.sql('UPDATE entrepreneurs SET inactif = false WHERE document_id = $1', [documentId]);
    expect((await places()).propositions).toEqual([]);
  });

  it('à qui est déjà inscrit, ou hors du périmètre, elle ne se propose pas', async () => {
    expect((await proposer('martin')).erreur?.details.regle).toBe('place-hors-attente');
    const droit = `action = 'plugin::sms-mailing.fiches.envoyer-depuis-action'`;
    const limiter = (conditions: string) =>
      base.sql(`UPDATE admin_permissions SET conditions = '${conditions}' WHERE ${droit}`);
    await limiter('["plugin::sms-mailing.perimetre-antenne"]');
    const [lues, proposee, accueil] = [
      await base.ask('get', `/actions/${action}/places`),
      await proposer('diallo'),
      await liberees(),
    ];
    await limiter('[]');
    expect([lues.status, proposee.status, accueil]).toEqual([400, 400, []]);
    expect(
      (
        await base.ask(
          'get',
          '/places-liberees',
          undefined,
          await agentFor(base.app, 'sms-conseiller')
        )
      ).status
    ).toBe(200);
  });
});
