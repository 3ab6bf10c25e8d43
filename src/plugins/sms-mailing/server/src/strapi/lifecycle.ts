import type { Core } from '@strapi/strapi';
import { followAuteur } from './actes/follow-auteur';
import { noteComptes } from './actes/note-comptes';
import { noteSuppressions } from './actes/note-suppressions';
import { signAccords } from './actes/sign-accords';
import { registerCheckJours } from './check-jours';
import { compose, composeAnew, type Application } from './compose';
import { filterSortie } from './compose/sortie';
import { registerConditions } from './crm/conditions';
import { countWithin } from './crm/count-within';
import { hideRelations } from './crm/hide-relations';
import { hideSensibles } from './crm/hide-sensibles';
import { limitFiches } from './crm/limit-fiches';
import { createProfils, readAnciensDroits } from './profils/create-profils';
import { registerFoldRecherches } from './fold-recherches';
import { registerGardeFiches } from './garde-fiches';
import { guardRequests } from './guard-requests';
import { registerJudgeSaisie } from './judge-saisie';
import { registerNormalisation } from './normalisation';
import { listActions } from './permissions';
import type { Ouvrier } from './ouvrier';
import { bringUpToDate } from './premier-compte';
import { startScheduler } from './scheduler';

interface Context {
  strapi: Core.Strapi;
}

const schedulers = new WeakMap<Core.Strapi, Pick<Ouvrier, 'stop'>>();

/** The rights of the version before, between the two bootstraps. */
const anciensDroits = new WeakMap<Core.Strapi, Set<string> | null>();

/** Before anything may leave: what came by SQL, or was computed by an older version or under an older key. */
async function refreshCoordonnees(strapi: Core.Strapi, { calculs }: Application): Promise<void> {
  const { recalculees, inconnues } = await calculs.refreshAll();
  if (recalculees > 0) {
    strapi.log.info(`${String(recalculees)} coordonnées ont été vérifiées et mises au propre.`);
  }
  if (inconnues > 0) {
    strapi.log.error(
      `${String(inconnues)} oppositions sont gardées sous une clé que cette installation n’a plus : remettez-la dans ENCRYPTION_KEY_PRECEDENTE, sans quoi ces adresses recevraient de nouveau des messages.`
    );
  }
}

/** A power cut could then double what has left: the base does not keep what it said was written. */
async function warnFragilites(strapi: Core.Strapi, app: Application): Promise<void> {
  for (const nom of await app.listFragilites()) {
    strapi.log.warn(
      `PostgreSQL tourne avec ${nom} = off : après une coupure de courant, des messages partis pourraient repartir. Remettez ${nom} = on dans sa configuration.`
    );
  }
}

export function register({ strapi }: Context): void {
  registerCheckJours(strapi);
  registerJudgeSaisie(strapi);
  registerNormalisation(strapi);
  registerFoldRecherches(strapi);
  registerGardeFiches(strapi);
  limitFiches(strapi);
  signAccords(strapi);
  hideRelations(strapi);
  countWithin(strapi);
  hideSensibles(strapi);
  filterSortie(strapi);
}

export async function bootstrap({ strapi }: Context): Promise<void> {
  followAuteur(strapi);
  guardRequests(strapi);
  noteSuppressions(strapi);
  noteComptes(strapi);
  await strapi.service('admin::permission').actionProvider.registerMany(listActions());
  await registerConditions(strapi);
  anciensDroits.set(strapi, await readAnciensDroits(strapi));
  await bringUpToDate(compose(strapi), strapi.log);
  await compose(strapi).renewSecrets();
  const app = await composeAnew(strapi);
  await refreshCoordonnees(strapi, app);
  await warnFragilites(strapi, app);
  const { scheduler, role } = app.reglages;
  if (scheduler === 'on' && role !== 'web') {
    // A command (admin:create-user, export…) loads the application too, and leaves without a word: only what
    // listens delivers.
    strapi.server.httpServer.once('listening', () => {
      schedulers.set(
        strapi,
        startScheduler(strapi, app, () => composeAnew(strapi))
      );
    });
  } else {
    strapi.log.warn(
      'Les envois du soir sont arrêtés sur cette instance (SMS_MAILING_SCHEDULER, SMS_MAILING_ROLE).'
    );
  }
}

export async function destroy({ strapi }: Context): Promise<void> {
  await schedulers.get(strapi)?.stop();
  await compose(strapi).moteur.mail.close();
}

/** Called by the application once Strapi has created its own roles. */
export const installation = ({ strapi }: Context): { createProfils: () => Promise<void> } => ({
  createProfils: () => createProfils(strapi, anciensDroits.get(strapi) ?? null),
});
