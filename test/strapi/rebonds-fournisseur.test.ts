import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageAdresses } from '../../src/plugins/sms-mailing/core/api/adresses';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import type { FournisseurRetours } from '../../src/plugins/sms-mailing/core/rebonds/fournisseur-retours';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { anonymous } from './harness';

const PUBLIC = 'https://sms.bge.test';
const PALMER = 'julien.palmer@boite.test';
const LEFEBVRE = 'nl.creation@boite.test';
let jour = 3;

let base: BaseDuGuide;
let modele: string;

async function regler(fournisseur: FournisseurRetours | null): Promise<string | null> {
  const { data } = await base.ask<ParametresLus>('get', '/parametres');
  const rebonds = { ...data.parametres.rebonds, fournisseur };
  const corps = { ...data.parametres, rebonds };
  const { data: lus, erreur } = await base.ask<ParametresLus>('put', '/parametres', corps);
  expect(erreur).toBeNull();
  return lus.urlRetours?.replace(PUBLIC, '') ?? null;
}

interface Parti {
  id: number;
  /** What the header that this provider gives back held. */
  jeton: string;
}

/** One message that leaves to this person, as the provider of the settings receives it. */
async function send(qui: string, entete: string): Promise<Parti> {
  const { documentId } = base.seed.entrepreneurs[qui]!;
  await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
    ...{ modeleDocumentIds: [modele], force: true },
  });
  await base.tick(new Date(`2022-03-${String((jour += 1)).padStart(2, '0')}T18:00:30Z`));
  const lu = base.boite.mails.at(-1)!.headers.get(entete.toLowerCase());
  const [envoi] = await base.sql<{ id: number }>('SELECT max(id) AS id FROM sms_envois');
  return { id: envoi!.id, jeton: typeof lu === 'string' ? lu : '' };
}

const post = async (chemin: string, corps: object): Promise<number> =>
  (await anonymous(base.app).post(chemin).send(corps)).status;

const relire = async ({ id }: Parti) =>
  (await base.sql('SELECT statut, motif, detail FROM sms_envois WHERE id = $1', [id]))[0];

const listRevenues = async () =>
  (await base.ask<PageAdresses>('get', '/adresses-a-corriger?pageSize=100&defaut=revenue')).data
    .lignes;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', { PUBLIC_URL: PUBLIC });
  const message = '<p>Bonjour ${personne/personne_prenom}</p>';
  modele = await base.createModele({ nom: 'Vos droits', objet: 'Vos droits', message });
});
afterAll(() => base.close());

describe('Le fournisseur d’e-mails dit lui-même ce qui revient', () => {
  it('sans fournisseur choisi, aucun message ne porte son en-tête, et personne n’est écouté', async () => {
    expect(await regler(null)).toBeNull();
    expect((await send('palmer', 'X-Mailin-custom')).jeton).toBe('');
    for (const nom of ['brevo', 'mailjet', 'postmark', 'ses']) {
      expect(await post(`/api/sms-mailing/suivi/${nom}/secret`, {})).toBe(404);
    }
  });

  it('une fausse adresse est refusée, une autre méthode ou un autre fournisseur n’est pas attendu', async () => {
    const chemin = (await regler('brevo'))!;
    expect(chemin).toMatch(/^\/api\/sms-mailing\/suivi\/brevo\/[\w-]{32}$/);
    expect(await post(`${chemin}x`, {})).toBe(403);
    expect(await post(chemin.slice(0, chemin.lastIndexOf('/')), {})).toBe(403);
    expect((await anonymous(base.app).get(chemin)).status).toBe(404);
    expect(await post(chemin.replace('brevo', 'mailjet'), {})).toBe(404);
  });

  it('Brevo, « hard bounce » : l’envoi le dit, l’adresse est à corriger, dite deux fois elle compte une fois', async () => {
    const chemin = (await regler('brevo'))!;
    const envoi = await send('palmer', 'X-Mailin-custom');
    const corps = {
      ...{ event: 'hard_bounce', email: PALMER, id: 17, 'X-Mailin-custom': envoi.jeton },
      reason: `550 5.1.1 <${PALMER}>: Recipient address rejected: User unknown`,
    };
    expect(await post(chemin, { ...corps, email: 'victime@boite.test' })).toBe(200);
    expect(await relire(envoi)).toMatchObject({ statut: 'envoye' });
    expect([await post(chemin, corps), await post(chemin, corps)]).toEqual([200, 200]);
    expect(await relire(envoi)).toMatchObject({
      ...{ statut: 'echec', motif: 'revenu' },
      detail: 'Revenu : boîte inexistante, dit par Brevo (5.1.1).',
    });
    expect(await listRevenues()).toMatchObject([
      { adresse: PALMER, retour: { raison: 'boite_inexistante', par: 'Brevo' } },
    ]);
    expect(await base.sql('SELECT id FROM sms_rebonds')).toHaveLength(1);
  });

  it('Mailjet : un rebond passager dit l’envoi et garde l’adresse ; un événement d’ailleurs ne dit rien', async () => {
    const chemin = (await regler('mailjet'))!;
    const envoi = await send('martin', 'X-MJ-CustomID');
    const bounce = { event: 'bounce', email: 'sophie.martin@boite.test', hard_bounce: false };
    const corps = [
      { ...bounce, error: 'user unknown', CustomID: '1zzzzzzzzzzzzz' },
      { ...bounce, error: 'user unknown', CustomID: '' },
      { ...bounce, error: 'quota exceeded', CustomID: envoi.jeton },
    ];
    expect(await post(chemin, corps)).toBe(200);
    expect(await relire(envoi)).toMatchObject({
      detail: 'Revenu : boîte pleine, dit par Mailjet.',
    });
    expect((await listRevenues()).map(({ adresse }) => adresse)).toEqual([PALMER]);
  });

  it('Mailjet dit « hard » par un booléen, et il est lu', async () => {
    const chemin = (await regler('mailjet'))!;
    const envoi = await send('martin', 'X-MJ-CustomID');
    const corps = { event: 'bounce', email: 'sophie.martin@boite.test', hard_bounce: true };
    expect(await post(chemin, { ...corps, CustomID: envoi.jeton })).toBe(200);
    expect((await listRevenues()).map(({ adresse }) => adresse).sort()).toEqual([
      ...[PALMER, 'sophie.martin@boite.test'].sort(),
    ]);
  });

  it('Postmark : une plainte oppose les promotions, l’envoi reste envoyé', async () => {
    const chemin = (await regler('postmark'))!;
    const envoi = await send('diallo', 'X-PM-Metadata-envoi');
    const corps = {
      ...{ RecordType: 'SpamComplaint', Type: 'SpamComplaint', TypeCode: 512, Details: '' },
      ...{ Email: 'amadou.diallo@boite.test', Metadata: { envoi: envoi.jeton } },
    };
    expect(await post(chemin, corps)).toBe(200);
    expect(await relire(envoi)).toMatchObject({ statut: 'envoye', motif: null });
    expect(await base.sql('SELECT portee, source FROM sms_oppositions')).toEqual([
      { portee: 'newsletter', source: 'plainte' },
    ]);
  });

  it('Amazon SES, par SNS qui dit que son JSON est du texte : un rejet définitif refuse l’adresse, un passager non', async () => {
    const chemin = (await regler('ses'))!;
    const poster = async (corps: object): Promise<number> =>
      (
        await anonymous(base.app)
          .post(chemin)
          .set('Content-Type', 'text/plain; charset=UTF-8')
          .send(JSON.stringify(corps))
      ).status;
    const dire = async (qui: string, adresse: string, bounceType: string): Promise<Parti> => {
      const envoi = await send(qui, 'X-Envoi');
      const destinataire = { emailAddress: adresse, diagnosticCode: '' };
      const bounce = { bounceType, bouncedRecipients: [destinataire] };
      const mail = { headers: [{ name: 'X-Envoi', value: envoi.jeton }] };
      const Message = JSON.stringify({ notificationType: 'Bounce', bounce, mail });
      expect(await poster({ Type: 'Notification', Message })).toBe(200);
      return envoi;
    };
    const transitoire = await dire('lefebvre', LEFEBVRE, 'Transient');
    expect(await relire(transitoire)).toMatchObject({
      detail: 'Revenu : raison non précisée, dit par Amazon SES.',
    });
    const adresses = async () => (await listRevenues()).map(({ adresse }) => adresse);
    expect(await adresses()).not.toContain(LEFEBVRE);
    await dire('lefebvre', LEFEBVRE, 'Permanent');
    expect(await adresses()).toContain(LEFEBVRE);
    // Not a link of Amazon's: taken and left.
    const SubscribeURL = 'http://127.0.0.1:9/';
    expect(await poster({ Type: 'SubscriptionConfirmation', SubscribeURL })).toBe(200);
  });

  it('ce qui vient avant que l’envoi soit écrit est à redire', async () => {
    const chemin = (await regler('postmark'))!;
    const envoi = await send('diallo', 'X-PM-Metadata-envoi');
    await base.sql(`UPDATE sms_envois SET statut = 'programme' WHERE id = $1`, [envoi.id]);
    const corps = {
      ...{ RecordType: 'Bounce', Type: 'HardBounce', Details: '550 5.1.1 User unknown' },
      ...{ Email: 'amadou.diallo@boite.test', Metadata: { envoi: envoi.jeton } },
    };
    expect(await post(chemin, corps)).toBe(503);
    await base.sql(`UPDATE sms_envois SET statut = 'envoye' WHERE id = $1`, [envoi.id]);
    expect(await post(chemin, corps)).toBe(200);
    expect(await relire(envoi)).toMatchObject({ statut: 'echec', motif: 'revenu' });
  });
});
