import { afterAll, beforeAll, expect, it } from 'vitest';
import { toReponse } from '../base-du-guide';
import { agentFor, storeParametres } from '../harness';
import { openPerimetres, type Perimetres } from './base';

const SUIVI = { typeContact: 'email', but: 'suivi', message: '<p>À bientôt</p>' };
/** The only day of the absence, then that of the return. */
const ABSENCE = '2022-03-03';
const RETOUR = new Date('2022-03-04T08:00:00Z');

let perimetres: Perimetres;
let moi: string;
let action: string;

beforeAll(async () => {
  perimetres = await openPerimetres();
  const { base, ids, documents, compte, personnel } = perimetres;
  await base.sql(
    `DELETE FROM strapi_core_store_settings WHERE key = 'plugin_sms-mailing_parametres'`
  );
  await storeParametres(base.app, {
    ...{
      repentirSecondes: 0,
      repondreA: 'accueil@bge.test',
      repondreAuReferent: true,
      promotionSansConsentement: true,
    },
  });
  await base.sql(`UPDATE intervenants SET email = 'moi@boite.test' WHERE id = $1`, [ids['moi']]);
  const lens = [ids['Lens']];
  const admin = await agentFor(base.app, 'sms-administrateur');
  const { status } = toReponse(
    await admin.put(`/sms-mailing/comptes/${String(compte.id)}/rattachement`).send({
      ...{ antenneIds: lens, equipeIds: [] },
      remplacement: { par: personnel.id, du: ABSENCE, au: ABSENCE },
    })
  );
  expect(status).toBe(200);
  moi = perimetres.fiches['entrepreneur']!.find(({ suivie }) => suivie[0] === 'moi')!.documentId;
  ({ documentId: action } = await perimetres.create('action', {
    ...{ objet: 'Atelier', nature: 'Collective', date: '2022-03-10', animateur: documents['moi'] },
  }));
  await perimetres.create('participation', { entrepreneur: moi, action, statut: 'Inscrit' });
});

afterAll(() => perimetres.close());

let rang = 0;

/** Writes from a fiche, lets it leave, and reads where the answer to what arrived would go. */
async function answerOf(fiche: string, modele: object, heure: Date): Promise<string | undefined> {
  const { base } = perimetres;
  rang += 1;
  const objet = `Message ${String(rang)}`;
  const modeleDocumentId = await base.createModele({ ...SUIVI, nom: objet, objet, ...modele });
  base.setHeure(heure);
  const { status, erreur } = await base.ask('post', fiche, {
    ...{ modeleDocumentIds: [modeleDocumentId], force: true, confirme: true },
  });
  expect([status, erreur]).toEqual([200, null]);
  for (const minutes of [0, 1, 2]) {
    const soir = new Date(heure);
    soir.setUTCHours(18, minutes);
    await base.tick(soir);
  }
  const recu = base.boite.mails.find(({ subject }) => subject === objet);
  return recu?.replyTo?.value[0]?.address;
}

const depuis = (minutes: number): Date => new Date(Date.UTC(2022, 2, 3, 14, minutes));

it('en son absence, la réponse à un message de suivi va à qui remplace la référente', async () => {
  const { base, personnel } = perimetres;
  const email = 'remplace@boite.test';
  await base.sql('UPDATE admin_users SET email = $2 WHERE id = $1', [personnel.id, email]);
  expect(await answerOf(`/entrepreneurs/${moi}/programmer`, {}, depuis(0))).toBe(email);
});

it('d’une newsletter, elle reste à l’adresse de l’association', async () => {
  const lettre = { typeContact: 'newsletter', but: 'promotion' };
  expect(await answerOf(`/entrepreneurs/${moi}/programmer`, lettre, depuis(1))).toBe(
    'accueil@bge.test'
  );
});

it('à son retour, elle lui revient, comme celle d’une action qu’elle anime', async () => {
  expect(await answerOf(`/entrepreneurs/${moi}/programmer`, {}, RETOUR)).toBe('moi@boite.test');
  expect(await answerOf(`/actions/${action}/envoyer`, {}, RETOUR)).toBe('moi@boite.test');
});

it('sans adresse à elle, ou avec une adresse illisible, elle va à celle de l’association', async () => {
  const { base, ids } = perimetres;
  for (const email of [null, 'moi@boite.test, autre@boite.test']) {
    await base.sql('UPDATE intervenants SET email = $2 WHERE id = $1', [ids['moi'], email]);
    expect(await answerOf(`/entrepreneurs/${moi}/programmer`, {}, RETOUR)).toBe('accueil@bge.test');
  }
});
