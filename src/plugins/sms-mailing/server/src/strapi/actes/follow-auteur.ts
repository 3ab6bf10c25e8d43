import type { Core } from '@strapi/strapi';
import type { Auteur } from '../../../../core/acte';
import { compose } from '../compose';
import { nameCompte } from './name-compte';

interface Etat {
  user?: { id: number; firstname?: string | null; lastname?: string | null; email?: string };
  userAbility?: object;
  auth?: { credentials?: { name?: string; username?: string } };
}

/** As their colleagues know them; a software by the name of its token. */
function toAuteur({ user, userAbility, auth }: Etat): Auteur | null {
  if (user !== undefined && userAbility !== undefined) {
    return { id: user.id, nom: nameCompte(user) };
  }
  const logiciel = auth?.credentials?.name ?? auth?.credentials?.username;
  return logiciel === undefined ? null : { id: null, nom: `Logiciel « ${logiciel} »` };
}

/** Whoever asks, for all that is written while they are answered: our routes, the Content Manager, the API. */
export function followAuteur(strapi: Core.Strapi): void {
  const { runAs } = compose(strapi);
  strapi.server.use((ctx, next) => runAs(() => toAuteur(ctx.state as Etat), next));
}

/** Of those who asked; null: the module by itself, a command, or the person of a fiche. */
export function findAuteurDuPanneau(strapi: Core.Strapi): Auteur | null {
  const auteur = compose(strapi).readAuteur();
  return auteur?.id === null ? null : auteur;
}
