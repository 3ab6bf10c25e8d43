import type { Core } from '@strapi/strapi';
import type { FaitsDe, NomActe } from '../../../../core/acte';
import { compose } from '../compose';
import { findAuteurDuPanneau } from './follow-auteur';
import { nameCompte } from './name-compte';

type Donnees = Readonly<Record<string, unknown>>;

interface Evenement {
  params: { where?: object; data?: Donnees };
  result?: Donnees;
}

interface Compte {
  firstname?: string | null;
  lastname?: string | null;
  email: string;
  isActive?: boolean;
  roles?: { id: number; name: string }[];
}

const profilsDe = ({ roles = [] }: Compte): string => roles.map(({ name }) => name).join(', ');

async function note<N extends NomActe>(
  strapi: Core.Strapi,
  nom: N,
  faits: FaitsDe<N>
): Promise<void> {
  await strapi.db.transaction(({ trx }) => compose(strapi).noteActe(trx, nom, faits));
}

const readComptes = (strapi: Core.Strapi, where: object): Promise<Compte[]> =>
  strapi.db.query('admin::user').findMany({ where, populate: ['roles'] }) as Promise<Compte[]>;

/** What a save of an account changes; the panel sends the whole of it. */
function describeChangements(avant: Compte, apres: Compte, { password }: Donnees): string[] {
  return [
    ...(nameCompte(avant) === nameCompte(apres) ? [] : [`nom « ${nameCompte(apres)} »`]),
    ...(avant.email === apres.email ? [] : ['adresse e-mail']),
    ...(avant.isActive === apres.isActive
      ? []
      : [apres.isActive === true ? 'activé' : 'désactivé']),
    ...(profilsDe(avant) === profilsDe(apres) ? [] : [`profil ${profilsDe(apres) || 'aucun'}`]),
    ...(password === undefined ? [] : ['mot de passe']),
  ];
}

function noteComptesDuPanneau(strapi: Core.Strapi): void {
  const isSuivi = (): boolean => findAuteurDuPanneau(strapi) !== null;
  const avants = new WeakMap<object, Compte>();
  const supprime = async ({ params }: Evenement): Promise<void> => {
    for (const compte of isSuivi() ? await readComptes(strapi, params.where ?? {}) : []) {
      await note(strapi, 'compte-supprime', { compte: nameCompte(compte) });
    }
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    async afterCreate({ result }: Evenement) {
      const [cree] = isSuivi() ? await readComptes(strapi, { id: result?.['id'] }) : [];
      if (cree !== undefined) {
        const profils = (cree.roles ?? []).map(({ name }) => name);
        await note(strapi, 'compte-cree', { compte: nameCompte(cree), profils });
      }
    },
    async beforeUpdate(event: Evenement) {
      const [avant] = isSuivi() ? await readComptes(strapi, event.params.where ?? {}) : [];
      if (avant !== undefined) {
        avants.set(event.params, avant);
      }
    },
    async afterUpdate({ params, result }: Evenement) {
      const avant = avants.get(params);
      const [apres] = avant === undefined ? [] : await readComptes(strapi, { id: result?.['id'] });
      if (avant !== undefined && apres !== undefined) {
        const quoi = describeChangements(avant, apres, params.data ?? {});
        if (quoi.length > 0) {
          await note(strapi, 'compte-modifie', { compte: nameCompte(avant), quoi });
        }
      }
    },
    beforeDelete: supprime,
    beforeDeleteMany: supprime,
  });
}

/** A profil is written right after right: one line a request. */
function noteProfils(strapi: Core.Strapi): void {
  const dits = new WeakMap<object, Set<number>>();

  function isPremier(id: number): boolean {
    const requete = strapi.requestContext.get() as object | undefined;
    if (requete === undefined || findAuteurDuPanneau(strapi) === null) {
      return false;
    }
    const siens = dits.get(requete) ?? new Set();
    dits.set(requete, siens);
    const premier = !siens.has(id);
    siens.add(id);
    return premier;
  }

  const readRoles = (where: object): Promise<{ id: number; name: string }[]> =>
    strapi.db.query('admin::role').findMany({ where }) as Promise<{ id: number; name: string }[]>;

  async function noteRoles(nom: `profil-${'cree' | 'modifie' | 'supprime'}`, where: object) {
    for (const { id, name: profil } of await readRoles(where)) {
      if (isPremier(id)) {
        await note(strapi, nom, { profil });
      }
    }
  }

  const supprime = ({ params }: Evenement): Promise<void> =>
    noteRoles('profil-supprime', params.where ?? {});
  strapi.db.lifecycles.subscribe({
    models: ['admin::role'],
    afterCreate: ({ result }: Evenement) => noteRoles('profil-cree', { id: result?.['id'] }),
    afterUpdate: ({ result }: Evenement) => noteRoles('profil-modifie', { id: result?.['id'] }),
    beforeDelete: supprime,
    beforeDeleteMany: supprime,
  });
  const modifie = async (where: object): Promise<void> => {
    if (findAuteurDuPanneau(strapi) !== null) {
      await noteRoles('profil-modifie', { permissions: where });
    }
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::permission'],
    afterCreate: ({ result }: Evenement) => modifie({ id: result?.['id'] }),
    afterUpdate: ({ result }: Evenement) => modifie({ id: result?.['id'] }),
    beforeDelete: ({ params }: Evenement) => modifie(params.where ?? {}),
    beforeDeleteMany: ({ params }: Evenement) => modifie(params.where ?? {}),
  });
}

/** Accounts of the panel and their profils: Strapi's own pages, and ours. */
export function noteComptes(strapi: Core.Strapi): void {
  noteComptesDuPanneau(strapi);
  noteProfils(strapi);
}
