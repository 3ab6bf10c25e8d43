import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHasard } from '../../../scripts/seed/hasard.mjs';
import type { Etendue } from '../../../src/plugins/sms-mailing/core/perimetre';
import { agentOf, createUser, findRole, type Agent, type Brute } from '../harness';
import { VERSION, type ExempleModule } from '../hostiles/exemples/exemple';
import { EXEMPLES_PANNEAU } from '../hostiles/exemples/panneau';
import { prepareReperes, type Reperes } from '../hostiles/reperes';
import { ETENDUES, isDedans, MOI, openPerimetres, type Fiche, type Perimetres } from './base';
import { giveTousLesDroits, listIdentites, listNommes } from './fuites';
import { listVisees, widen, type Visee } from './visees';

const LIMITES = ETENDUES.filter((etendues) => etendues.length > 0);
const GRAINE = process.env.GRAINE ?? 'droits';
/** `npm run epreuve -- droits` asks under every périmètre; `npm test`, under two. */
const ESSAYEES =
  process.env.DROITS === 'tout' ? LIMITES : [createHasard(GRAINE).pick(LIMITES), LIMITES.at(-1)!];

let perimetres: Perimetres;
let reperes: Reperes;
/** May do everything, on the fiches of a périmètre. */
let agent: Agent;
let limit: Awaited<ReturnType<typeof giveTousLesDroits>>['limit'];

beforeAll(async () => {
  perimetres = await openPerimetres();
  const { base, compte } = perimetres;
  reperes = await prepareReperes(base);
  ({ limit } = await giveTousLesDroits(base, compte));
  agent = await agentOf(base.app, compte);
});
afterAll(() => perimetres.close());

async function readVersion({ table, params }: ExempleModule): Promise<number> {
  const [ligne] = await perimetres.base.sql<{ version: number }>(
    `SELECT coalesce(version, 0) AS version FROM ${table ?? 'sms_modeles'} WHERE document_id = $1`,
    [params?.documentId]
  );
  return ligne?.version ?? 0;
}

/** What an example of a route is answered, as text; a file has none. */
async function askRoute(
  nom: string,
  exemple: ExempleModule,
  visee: Visee = { typeDestinataire: 'entrepreneur', documentId: reperes.entrepreneur }
): Promise<{ status: number; texte: string }> {
  const [methode = '', chemin = ''] = nom.split(' ');
  const ask = (partie: unknown = {}): object =>
    widen(partie, visee, reperes.entrepreneur) as object;
  const params = ask(exemple.params) as Record<string, string>;
  const adresse = chemin.replace(/(?<=\/):(\w+)/g, (_, cle: string) => params[cle] ?? '');
  const demande = agent[methode.toLowerCase() as 'get' | 'post'](`/sms-mailing${adresse}`).query(
    ask(exemple.query)
  );
  const version = String(await readVersion(exemple));
  const corps = JSON.stringify(ask(exemple.body)).replaceAll(String(VERSION), version);
  const { status, text } = (await (methode === 'GET'
    ? demande
    : demande.set('Content-Type', 'application/json').send(corps))) as {
    status: number;
    text?: string;
  };
  return { status, texte: text ?? '' };
}

function fichesDe(type: string, etendues: readonly Etendue[]): Set<number> {
  const dedans = (fiche: Fiche): boolean => isDedans(fiche, etendues, MOI);
  return new Set(perimetres.fiches[type]!.filter(dedans).map(({ id }) => id));
}

const EXEMPLES = Object.entries(EXEMPLES_PANNEAU);

/** Asked once, but for those that speak of a family: once of each. */
function listEssais(): { nom: string; exemple: ExempleModule; visee: Visee }[] {
  const [entrepreneur, ...autres] = listVisees(perimetres);
  return EXEMPLES.flatMap(([nom, exempleDe]) => {
    const exemple = exempleDe(reperes);
    const visees = JSON.stringify(exemple).includes('typeDestinataire') ? autres : [];
    return [entrepreneur!, ...visees].map((visee) => ({ nom, exemple, visee }));
  });
}

describe('aucune route du module ne nomme quelqu’un hors du périmètre', () => {
  it('qui voit tout lit des noms par beaucoup d’entre elles : l’épreuve en est une', async () => {
    await limit([]);
    const identites = await listIdentites(perimetres.base);
    const nommantes: string[] = [];
    for (const [nom, exemple] of EXEMPLES.filter(([n]) => !/ \/(soiree\/|effacements)/.test(n))) {
      const { texte } = await askRoute(nom, exemple(reperes));
      const nommes = listNommes(texte, identites);
      nommantes.push(...(nommes.length > 0 ? [nom] : []));
    }
    expect(nommantes.length).toBeGreaterThan(15);
  });

  it.each(ESSAYEES.map((etendues) => ({ etendues, nom: etendues.join(' + ') })))(
    `limité à $nom (GRAINE=${GRAINE})`,
    async ({ etendues }) => {
      await limit(etendues);
      const identites = await listIdentites(perimetres.base);
      const permis = new Set(
        identites
          .filter(({ type, id }) => fichesDe(type, etendues).has(id))
          .flatMap(({ signes }) => signes)
      );
      const fuites: string[] = [];
      for (const { nom, exemple, visee } of listEssais()) {
        const { status, texte } = await askRoute(nom, exemple, visee);
        const nommes = listNommes(texte, identites, permis);
        const quoi = `${nom} (${visee.typeDestinataire})`;
        fuites.push(
          ...(nommes.length > 0 ? [`${quoi} : ${nommes.join(', ')}`] : []),
          ...(status >= 500 || status === 401 ? [`${quoi} : ${String(status)}`] : [])
        );
      }
      expect(fuites).toEqual([]);
    }
  );
});

describe('ce qui compte ou propose, en dehors des listes', () => {
  it('les campagnes qu’un filtre propose sont celles qui ont écrit au périmètre', async () => {
    const { base } = perimetres;
    const offertes = async () =>
      (
        await base.ask<{ lignes: unknown[] }>(
          'get',
          '/filtres/relations?relation=recuCampagne&recherche=',
          undefined,
          agent
        )
      ).data.lignes.length;
    await limit([]);
    const toutes = await offertes();
    expect(toutes).toBeGreaterThan(0);
    const place = (antenne: string) =>
      base.sql('UPDATE sms_envois SET antenne_id = $1, referent_id = NULL, equipe_id = NULL', [
        perimetres.ids[antenne],
      ]);
    await limit(['antenne']);
    await place('Arras');
    expect(await offertes()).toBe(toutes);
    await place('Lens');
    expect(await offertes()).toBe(0);
  });

  it('le nom d’une campagne d’ailleurs ne se lit pas par un filtre', async () => {
    const { base } = perimetres;
    const [campagne] = await base.sql<{ document_id: string }>(
      'SELECT document_id FROM sms_campagnes WHERE id = $1',
      [reperes.campagne]
    );
    const filtres = {
      typeDestinataire: 'entrepreneur',
      recuCampagne: [campagne!.document_id],
    };
    const garde = { nom: 'Curieux', partage: false, filtres };
    expect((await base.ask('post', '/filtres', garde, agent)).status).toBe(200);
    const lire = async () =>
      (
        await base.ask<{ noms: Record<string, string> }>(
          'get',
          '/filtres?typeDestinataire=entrepreneur',
          undefined,
          agent
        )
      ).data.noms[campagne!.document_id];
    expect(await lire()).toBe('hors de votre périmètre');
    await limit([]);
    expect(await lire()).toMatch(/^Lettre du /);
  });

  it('l’accueil de Strapi compte et montre les fiches du périmètre', async () => {
    const { base } = perimetres;
    const compter = async () =>
      (
        (await agent.get('/content-manager/homepage/count-documents')).body as Brute['body'] as {
          data: { published: number };
        }
      ).data.published;
    const [{ n: tous } = { n: 0 }] = await base.sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM entrepreneurs'
    );
    await limit([]);
    const avant = await compter();
    await limit(['antenne'], `subject = 'api::entrepreneur.entrepreneur'`);
    expect(avant - (await compter())).toBe(tous - fichesDe('entrepreneur', ['antenne']).size);
    await limit(['antenne']);
    const { status, text } = await agent.get(
      '/content-manager/homepage/recent-documents?action=update'
    );
    expect([status, text.includes('P-Lens')]).toEqual([200, false]);
  });

  it('un Conseiller sans antenne ne compte aucune fiche, pas même sur l’accueil', async () => {
    const { base } = perimetres;
    const compte = await createUser(base.app, 'sms-conseiller');
    const conseiller = await findRole(base.app, 'sms-conseiller');
    await base.sql(
      `UPDATE admin_permissions SET conditions = '["plugin::sms-mailing.perimetre-antenne"]'
        WHERE id IN (SELECT permission_id FROM admin_permissions_role_lnk WHERE role_id = $1)`,
      [conseiller!.id]
    );
    const lui = await agentOf(base.app, compte);
    const { data } = (await lui.get('/content-manager/homepage/count-documents')).body as {
      data: { published: number };
    };
    const [{ n: references } = { n: 0 }] = await base.sql<{ n: number }>(
      `SELECT ((SELECT count(*) FROM antennes) + (SELECT count(*) FROM equipes) + (SELECT count(*) FROM intervenants)
               + (SELECT count(*) FROM ods) + (SELECT count(*) FROM etapes) + (SELECT count(*) FROM ressources)
               + (SELECT count(*) FROM types_action) + (SELECT count(*) FROM sites))::int AS n`
    );
    expect(data.published).toBe(references);
  });
});
