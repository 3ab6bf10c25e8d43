import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeEnvoye } from '../../src/plugins/sms-mailing/core/api/exemplaires';
import type { ExemplaireEnvoye } from '../../src/plugins/sms-mailing/core/api/modeles';
import {
  parseFormulaire,
  type ServeurHttp,
} from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { startServeurOvh } from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-ovh';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { environnementOvh } from './environnement-ovh';
import { agentFor, type Agent } from './harness';

let base: BaseDuGuide;
let ovh: ServeurHttp;
let minutes = 0;

beforeAll(async () => {
  ovh = await startServeurOvh();
  base = await openBaseDuGuide('sms-administrateur', environnementOvh(ovh.url));
});
afterAll(async () => {
  await base.close();
  await ovh.close();
});

/** Ten minutes later, nobody has just asked for anything. */
function patiente(): void {
  minutes += 10;
  base.setHeure(new Date(Date.UTC(2022, 2, 3, 14, minutes)));
}

const EMAIL = { typeContact: 'email', nom: 'Essai', objet: 'Bonjour', message: '<p>Bonjour</p>' };
const SMS = { typeContact: 'sms', nom: 'Essai SMS', message: 'Bonjour' };

const exemplaire = (modele: object, suite: object = {}, agent?: Agent) =>
  base.ask<ExemplaireEnvoye>(
    'post',
    '/modeles-exemplaire',
    {
      cobaye: {
        typeDestinataire: 'entrepreneur',
        documentId: base.seed.entrepreneurs.palmer!.documentId,
      },
      modele: { but: 'suivi', ...modele },
      ...suite,
    },
    agent
  );
const code = (demande: object, agent?: Agent) =>
  base.ask<CodeEnvoye>('post', '/exemplaires/code', demande, agent);
const prouver = (demande: object, agent?: Agent) =>
  base.ask<{ vers: string }>('post', '/exemplaires/preuve', demande, agent);
const codeDuMail = () => /\d{6}$/.exec(base.boite.mails.at(-1)?.subject ?? '')?.[0] ?? '';
const codeDuSms = () => /\d{6}/.exec(parseFormulaire(ovh.recues.at(-1)!).message ?? '')?.[0] ?? '';
const regleDe = ({ erreur }: { erreur: { details: Record<string, unknown> } | null }) =>
  erreur?.details.regle;

async function prouverEmail(agent: Agent): Promise<void> {
  expect((await code({ transport: 'mail' }, agent)).status).toBe(200);
  expect((await prouver({ transport: 'mail', code: codeDuMail() }, agent)).status).toBe(200);
}

describe('Décision G12 : un exemplaire va à une adresse que son propriétaire a prouvée', () => {
  it('sans preuve rien ne part, et l’écran sait quoi demander', async () => {
    const refus = await exemplaire(EMAIL);
    expect(refus.erreur?.details).toMatchObject({ regle: 'adresse-a-prouver', transport: 'mail' });
    expect(base.boite.mails).toEqual([]);
    const { data } = await base.ask('get', '/exemplaires/preuve?transport=mail');
    expect(data).toMatchObject({ prouvee: false });
  });

  it('un code reçu là la prouve ; un autre code, ou un code d’un autre, non', async () => {
    const autre = await agentFor(base.app, 'sms-profil-specifique');
    const { data } = await code({ transport: 'mail' });
    const recu = codeDuMail();
    expect(base.boite.mails.at(-1)?.to).toMatchObject({ value: [{ address: data.vers }] });
    const faux = String((Number(recu) + 1) % 1_000_000).padStart(6, '0');
    expect(regleDe(await prouver({ transport: 'mail', code: faux }))).toBe('code-faux');
    expect(regleDe(await prouver({ transport: 'mail', code: recu }, autre))).toBe('code-absent');
    expect((await prouver({ transport: 'mail', code: recu })).data.vers).toBe(data.vers);
    expect((await base.ask('get', '/exemplaires/preuve?transport=mail')).data).toEqual({
      prouvee: true,
      vers: data.vers,
    });
    const envoye = await exemplaire(EMAIL);
    expect(envoye.data.adresse).toBe(data.vers);
    expect(regleDe(await exemplaire(EMAIL, {}, autre))).toBe('adresse-a-prouver');
  });

  it('il arrive « À : (vous) » ; la personne imitée n’est nommée que dans le bandeau du corps', async () => {
    const mail = base.boite.mails.at(-1)!;
    const lignes = mail.headerLines.map(({ line }) => line).join('\n');
    expect(lignes).toMatch(/^To: "\(vous\)" </m);
    expect(lignes).not.toMatch(/palmer|julien/i);
    expect(mail.html).toContain('tel qu’il est pour PALMER Julien');
    expect(mail.text).toContain('tel qu’il est pour PALMER Julien');
  });

  it('l’adresse changée sans mot de passe est à prouver de nouveau', async () => {
    patiente();
    const agent = await agentFor(base.app, 'sms-administrateur');
    await prouverEmail(agent);
    expect((await exemplaire(EMAIL, {}, agent)).status).toBe(200);
    const [moi] = await base.sql<{ id: number }>('SELECT max(id) AS id FROM admin_users');
    await base.sql(`UPDATE admin_users SET email = 'victime@ailleurs.test' WHERE id = $1`, [
      moi!.id,
    ]);
    expect(regleDe(await exemplaire(EMAIL, {}, agent))).toBe('adresse-a-prouver');
    expect(JSON.stringify(base.boite.mails.map(({ to }) => to))).not.toContain('victime');
  });

  it('un mobile se prouve de même, et un autre mobile est à prouver', async () => {
    patiente();
    const numero = '06 39 98 00 77';
    expect(regleDe(await exemplaire(SMS, { numero }))).toBe('adresse-a-prouver');
    expect((await code({ transport: 'sms', numero })).data).toEqual({
      vers: '+33639980077',
      credits: 1,
    });
    const preuve = { transport: 'sms', numero: '+33 6 39 98 00 77', code: codeDuSms() };
    expect((await prouver({ ...preuve, numero: '06 39 98 00 78' })).status).toBe(400);
    expect((await prouver(preuve)).status).toBe(200);
    expect((await exemplaire(SMS, { numero })).status).toBe(200);
    expect(regleDe(await exemplaire(SMS, { numero: '06 39 98 00 78' }))).toBe('adresse-a-prouver');
  });

  it('le code vit une demi-heure et cinq essais', async () => {
    patiente();
    const agent = await agentFor(base.app, 'sms-administrateur');
    await code({ transport: 'mail' }, agent);
    const juste = codeDuMail();
    const faux = String((Number(juste) + 1) % 1_000_000).padStart(6, '0');
    for (let essai = 0; essai < 5; essai += 1) {
      await prouver({ transport: 'mail', code: faux }, agent);
    }
    expect(regleDe(await prouver({ transport: 'mail', code: juste }, agent))).toBe('code-expire');
    await code({ transport: 'mail' }, agent);
    const suivant = codeDuMail();
    patiente();
    patiente();
    patiente();
    patiente();
    expect(regleDe(await prouver({ transport: 'mail', code: suivant }, agent))).toBe('code-expire');
  });
});

describe('Ce que l’on se fait envoyer est compté, et tenu au journal', () => {
  it('trente à la fois : six partent, pas un de plus', async () => {
    patiente();
    const agent = await agentFor(base.app, 'sms-administrateur');
    await prouverEmail(agent);
    const avant = base.boite.mails.length;
    const reponses = await Promise.all(
      Array.from({ length: 30 }, () => exemplaire(EMAIL, {}, agent))
    );
    expect(reponses.filter(({ status }) => status === 200)).toHaveLength(6);
    expect(base.boite.mails).toHaveLength(avant + 6);
    const refusees = reponses.filter(({ status }) => status !== 200).map(regleDe);
    expect(new Set(refusees)).toEqual(new Set(['trop-en-une-minute']));
    patiente();
    expect((await exemplaire(EMAIL, {}, agent)).status).toBe(200);
  });

  it('soixante en un jour, puis plus rien jusqu’au lendemain', async () => {
    patiente();
    const agent = await agentFor(base.app, 'sms-administrateur');
    await prouverEmail(agent);
    const [moi] = await base.sql<{ id: number }>('SELECT max(id) AS id FROM admin_users');
    await base.sql(
      `INSERT INTO sms_exemplaires (utilisateur_id, genre, transport, vers, empreinte, demande_le)
       SELECT $1, 'exemplaire', 'mail', 'x', 'x', '2022-03-03T09:00:00Z'::timestamp FROM generate_series(1, 59)`,
      [moi!.id]
    );
    expect((await exemplaire(EMAIL, {}, agent)).status).toBe(200);
    expect(regleDe(await exemplaire(EMAIL, {}, agent))).toBe('trop-en-un-jour');
  });

  it('les codes aussi sont comptés, ceux des réglages des envois compris', async () => {
    patiente();
    const agent = await agentFor(base.app, 'sms-administrateur');
    const avant = base.boite.mails.length;
    const demandes = [
      ...Array.from({ length: 6 }, () => code({ transport: 'mail' }, agent)),
      ...Array.from({ length: 6 }, () =>
        base.ask('post', '/parametres/verification-email', undefined, agent)
      ),
    ];
    const reponses = await Promise.all(demandes);
    expect(reponses.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(base.boite.mails).toHaveLength(avant + 5);
  });

  it('chacun a sa ligne, l’adresse masquée, la personne imitée sans son nom', async () => {
    patiente();
    await exemplaire(EMAIL);
    const [ligne] = await base.sql('SELECT * FROM sms_exemplaires ORDER BY id DESC LIMIT 1');
    expect(ligne).toMatchObject({
      genre: 'exemplaire',
      transport: 'mail',
      modele_nom: 'Essai',
      type_destinataire: 'entrepreneur',
      destinataire_document_id: base.seed.entrepreneurs.palmer!.documentId,
      issue: 'parti',
    });
    expect(JSON.stringify(ligne)).not.toMatch(/sms-administrateur-|palmer.*julien/i);
    await exemplaire({ ...EMAIL, message: '<p>${action_date}</p>' });
    const [refusee] = await base.sql('SELECT * FROM sms_exemplaires ORDER BY id DESC LIMIT 1');
    expect(refusee).toMatchObject({ issue: 'refuse', detail: 'exemplaire-impossible' });
  });
});
