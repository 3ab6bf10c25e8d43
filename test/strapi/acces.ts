import request from 'supertest';
import { agentOf, createJetonApi, createUser, type App } from './harness';
import { nommer, type RouteMontee } from './routes-montees';

/** Who asks, as a letter of the table. */
const PROFILS = {
  A: 'sms-administrateur',
  S: 'sms-profil-specifique',
  C: 'sms-conseiller',
} as const;
export const LETTRES = ['A', 'S', 'C', 'J', 'N'] as const;
export type Lettre = (typeof LETTRES)[number];

/** One of each family (what all edit, what a Conseiller reads, what only an Administrateur edits, what nobody opens). */
const RELATIONS: Readonly<Record<string, string>> = {
  'api::entrepreneur.entrepreneur': 'referent',
  'api::contact-individuel.contact-individuel': 'antenne',
  'api::ods.ods': 'createdBy',
  'plugin::sms-mailing.envoi': 'modele',
  'admin::user': 'roles',
};
const PARAMETRES: Readonly<Record<string, string>> = {
  id: '999999',
  sessionId: 'inconnue',
  documentId: 'inconnu',
  sourceId: 'inconnu',
  contentType: 'api::entrepreneur.entrepreneur',
  uid: 'api::entrepreneur.entrepreneur',
};

/** A route, its content type chosen: what a line of the table names. */
export interface Porte {
  nom: string;
  methode: 'get' | 'post' | 'put' | 'delete';
  url: string;
}

function toUrl(chemin: string): string {
  return chemin
    .replace('(.*)', 'inconnu')
    .replace(/:(\w+)/g, (_, nom: string) => PARAMETRES[nom] ?? 'inconnu');
}

export function listPortes(routes: readonly RouteMontee[]): Porte[] {
  return routes.flatMap((route) => {
    const modeles = route.chemin.includes(':model') ? Object.keys(RELATIONS) : [''];
    return modeles.map((modele) => {
      const chemin = route.chemin.replace(':model', modele);
      return {
        nom: nommer({ ...route, chemin }),
        methode: route.methode.toLowerCase() as Porte['methode'],
        url: toUrl(
          route.chemin
            .replace(':model', '{modele}')
            .replace(':targetField', RELATIONS[modele] ?? 'inconnue')
        ).replace('{modele}', modele),
      };
    });
  });
}

export interface Passage {
  status: number;
  passe: boolean;
}

export type Visite = (lettre: Lettre, porte: Porte) => Promise<Passage>;

/** Each request has a session of its own: some of them close it. */
export async function openVisite(app: App): Promise<Visite> {
  const comptes = new Map<string, { id: number }>();
  for (const [lettre, code] of Object.entries(PROFILS)) {
    comptes.set(lettre, await createUser(app, code));
  }
  const jeton = await createJetonApi(app);
  const agentDe = async (lettre: Lettre) => {
    const compte = comptes.get(lettre);
    if (compte !== undefined) {
      return agentOf(app, compte);
    }
    const agent = request.agent(app.http);
    return lettre === 'J' ? agent.auth(jeton, { type: 'bearer' }) : agent;
  };
  return async (lettre, { methode, url }) => {
    const agent = await agentDe(lettre);
    const demande = agent[methode](url);
    const { status } = await (methode === 'get' ? demande : demande.send({}));
    return { status, passe: status !== 401 && status !== 403 && status !== 405 };
  };
}
