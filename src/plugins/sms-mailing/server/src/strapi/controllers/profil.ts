import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  creationProfilSchema,
  modificationProfilSchema,
  rattachementSchema,
} from '../../../../core/api/profils';
import { idEcritSchema } from '../../../../core/identifiant';
import { describeDroits, listComptes, saveRattachement } from '../profils/comptes';
import {
  createProfil,
  deleteProfil,
  listProfils,
  openProfil,
  saveProfil,
} from '../profils/profils';
import { createController, parse, type Requete } from './handle';

const adresseSchema = z.object({ id: idEcritSchema });
const idOf = ({ params }: Requete): number => parse(adresseSchema, params).id;

/** Guide §4: the profils are Strapi's roles, and the accounts its own. */
export const profil = (contexte: { strapi: Core.Strapi }) => {
  const { strapi } = contexte;
  return createController({
    list: () => listProfils(strapi),
    open: (requete) => openProfil(strapi, idOf(requete)),
    create: ({ body }) => createProfil(strapi, parse(creationProfilSchema, body)),
    update: (requete) =>
      saveProfil(strapi, idOf(requete), parse(modificationProfilSchema, requete.body)),
    delete: (requete) => deleteProfil(strapi, idOf(requete)),
    comptes: ({ app }) => listComptes(strapi, app),
    rattacher: (requete) =>
      saveRattachement(strapi, requete.app, {
        auteurId: requete.utilisateur.id,
        id: idOf(requete),
        saisie: parse(rattachementSchema, requete.body),
      }),
    droits: (requete) =>
      describeDroits(strapi, requete.app, {
        id: idOf(requete),
        regardeurId: requete.utilisateur.id,
      }),
  })(contexte);
};
