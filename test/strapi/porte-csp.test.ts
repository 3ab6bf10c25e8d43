import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, startApp, stopApp, type App } from './harness';

interface Securite {
  name: string;
  config: { contentSecurityPolicy: { directives: Record<string, string | null> } };
}

let app: App;
let demandee: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  const { config } = app.strapi.config
    .get<(string | Securite)[]>('middlewares')
    .find((un): un is Securite => typeof un === 'object' && un.name === 'strapi::security')!;
  demandee = Object.fromEntries(
    Object.entries(config.contentSecurityPolicy.directives).filter(
      (directive): directive is [string, string] => directive[1] !== null
    )
  );
});
afterAll(() => stopApp(app));

async function readRecue(chemin: string): Promise<Record<string, string>> {
  const entete = (await anonymous(app).get(chemin)).headers['content-security-policy'] ?? '';
  return Object.fromEntries(
    entete.split(';').map((directive) => {
      const [nom = '', ...sources] = directive.trim().split(' ');
      return [nom, sources.join(' ')];
    })
  );
}

it.each(['/', '/admin', '/admin/init', '/api/entrepreneurs', '/api/sms-mailing/d/x', '/inconnue'])(
  'la politique reçue sur %s est celle qui est demandée, sans une source de plus',
  async (chemin) => {
    // Read at each request: of Strapi's environments, only development and tests open it to Vite.
    const { NODE_ENV } = process.env;
    process.env.NODE_ENV = 'production';
    try {
      expect(await readRecue(chemin)).toEqual(demandee);
    } finally {
      process.env.NODE_ENV = NODE_ENV;
    }
  }
);

it('le panneau ne parle qu’à l’application, et n’exécute que ses propres fichiers', () => {
  expect(demandee).toMatchObject({ 'connect-src': "'self'", 'script-src': "'self'" });
});
