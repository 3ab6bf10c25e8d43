import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { toReponse } from './base-du-guide';
import { openBoiteAuxLettres, type BoiteAuxLettres } from './boite-aux-lettres';
import { anonymous, createUser, startApp, stopApp, type App } from './harness';

let app: App;

const PREMIER = {
  firstname: 'Camille',
  lastname: 'Première',
  email: 'premiere@exemple.fr',
  password: 'Mot-de-passe-1',
};
const compter = () => app.strapi.db.query('admin::user').count();

describe('le premier compte', () => {
  afterEach(() => stopApp(app));

  it('d’une vraie base ne se crée pas par le navigateur', async () => {
    app = await startApp({ env: { SMS_MAILING_BASE: 'reelle' } });
    const reponse = toReponse(await anonymous(app).post('/admin/register-admin').send(PREMIER));
    expect(reponse.status).toBe(403);
    expect(reponse.erreur?.message).toMatch(/npx strapi admin:create-user/);
    expect(await compter()).toBe(0);
  });

  it('d’une base d’essai, si', async () => {
    app = await startApp({ env: { SMS_MAILING_BASE: 'essai' } });
    expect((await anonymous(app).post('/admin/register-admin').send(PREMIER)).status).toBe(200);
    expect(await compter()).toBe(1);
  });
});

let adresse = 0;
/** Each time from elsewhere, if one believed what the sender writes. */
const essayer = (chemin: string, corps: object) =>
  anonymous(app)
    .post(chemin)
    .set('X-Forwarded-For', `10.0.0.${(adresse += 1)}, 192.0.2.7`)
    .send(corps);
const essayerVingt = async (chemin: string, corps: object) => {
  for (let i = 0; i < 20; i += 1) {
    await essayer(chemin, corps);
  }
};

describe('les mots de passe essayés', () => {
  let boite: BoiteAuxLettres;
  beforeAll(async () => {
    boite = await openBoiteAuxLettres();
    app = await startApp({ env: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(boite.port) } });
  });
  afterAll(async () => {
    await stopApp(app);
    await boite.close();
  });

  it('sur un compte sont vingt par heure, d’où qu’ils viennent, et le bon remet à zéro', async () => {
    const { email, password } = await createUser(app, 'sms-administrateur');
    const faux = { email, password: 'Faux-mot-de-passe-1' };
    for (let i = 0; i < 19; i += 1) {
      expect((await essayer('/admin/login', faux)).status).toBe(400);
    }
    expect((await essayer('/admin/login', { email, password })).status).toBe(200);
    await essayerVingt('/admin/login', { ...faux, email: email.toUpperCase() });
    for (const corps of [faux, { email, password }]) {
      const reponse = toReponse(await essayer('/admin/login', corps));
      expect(reponse.status).toBe(429);
      expect(reponse.erreur?.message).toMatch(/^Trop d’essais/);
    }
    const parAdresse = `/admin/login?email=${email}&password=${password}`;
    expect((await essayer(parAdresse, {})).status).toBe(429);
    const autre = await createUser(app, 'sms-conseiller');
    expect(
      (await essayer('/admin/login', { email: autre.email, password: autre.password })).status
    ).toBe(200);
  });

  it('tous à la fois, ne sont pas davantage', async () => {
    const { email } = await createUser(app, 'sms-conseiller');
    const statuts = await Promise.all(
      Array.from(
        { length: 40 },
        async () => (await essayer('/admin/login', { email, password: 'Faux-1' })).status
      )
    );
    expect(statuts.filter((statut) => statut === 429)).toHaveLength(20);
  });

  it('sur un compte de l’API non plus', async () => {
    const corps = { identifier: 'robot@exemple.fr', password: 'Faux-mot-de-passe-1' };
    app.strapi.config.set('plugin::users-permissions.ratelimit', { enabled: false });
    const ouvert = { action: 'plugin::users-permissions.auth.callback' };
    const role = (await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } })) as { id: number };
    await app.strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { ...ouvert, role: role.id } });
    await essayerVingt('/api/auth/local', corps);
    expect((await essayer('/api/auth/local', corps)).status).toBe(429);
  });

  it('l’e-mail de mot de passe oublié ne part pas plus de cinq fois par heure', async () => {
    const { email } = await createUser(app, 'sms-conseiller');
    app.strapi.config.set('plugin::email.ratelimit', { enabled: false });
    const statuts: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      statuts.push((await essayer('/admin/forgot-password', { email })).status);
    }
    expect(statuts).toEqual([204, 204, 204, 204, 204, 429]);
    // Strapi answers before it has sent.
    await vi.waitFor(() => expect(boite.mails).toHaveLength(5), 20_000);
    const [mail] = boite.mails;
    expect(mail?.subject).toBe('Choisir un nouveau mot de passe');
    expect(mail?.text).toMatch(
      /ouvrez ce lien dans l’heure :\s+http\S+\/auth\/reset-password\?code=\w+/
    );
    expect(mail?.html).toMatch(/<a href="http\S+code=\w+">/);
  });
});

describe('les mots de passe essayés à travers un proxy', () => {
  afterEach(() => stopApp(app));

  it('l’adresse est celle que le proxy a vue, non celle que l’expéditeur écrit', async () => {
    app = await startApp({ env: { TRUST_PROXY: 'true' } });
    app.strapi.config.set('admin.rateLimit', { enabled: true });
    const { email } = await createUser(app, 'sms-conseiller');
    const statuts: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      statuts.push((await essayer('/admin/login', { email, password: 'Faux-1' })).status);
    }
    expect(statuts).toEqual([400, 400, 400, 400, 400, 429]);
  });

  it('par deux proxys, c’est celle que le premier a vue', async () => {
    app = await startApp({ env: { TRUST_PROXY: 'true', TRUST_PROXY_HOPS: '2' } });
    const vues: string[] = [];
    app.strapi.server.app.middleware.unshift((ctx, next) => {
      vues.push(ctx.request.ip);
      return next();
    });
    await anonymous(app)
      .get('/_health')
      .set('X-Forwarded-For', '203.0.113.9, 198.51.100.2, 192.0.2.7');
    expect(vues.at(-1)).toBe('198.51.100.2');
  });
});
