import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { ACTIONS } from './actions';
import { CONTACTS } from './contacts';
import { COORDONNEES } from './coordonnees';
import { ENTREPRENEURS } from './entrepreneurs';
import { REFERENCES } from './references';
import type { Vue } from './vue';

export const VUES: readonly Vue[] = [
  ...REFERENCES,
  ...COORDONNEES,
  ...ENTREPRENEURS,
  ...ACTIONS,
  ...CONTACTS,
];

/** Composed by the base for every type of the CRM. */
const LIBELLE = 'libelle';

const TRACES: Readonly<Record<string, string>> = {
  createdAt: 'Créé le',
  updatedAt: 'Modifié le',
  createdBy: 'Créé par',
  updatedBy: 'Modifié par',
};

interface Metadata {
  edit: Record<string, unknown>;
  list: Record<string, unknown>;
}
interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, Metadata>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

/** A relation of the fiche is called by a field of what it leads to; who wrote it, as Strapi does. */
function nameRelation(vue: Vue, nom: string, { edit }: Metadata): { mainField?: string } {
  const isRelation = 'mainField' in edit && nom in vue.champs;
  return isRelation ? { mainField: vue.etiquettes?.[nom] ?? LIBELLE } : {};
}

/** Lays a view over the configuration Strapi derived from the schema. */
function applyVue(vue: Vue, actuelle: Configuration): Configuration {
  const metadatas: Record<string, Metadata> = { ...actuelle.metadatas };
  const affiches = new Set(vue.formulaire.flat());
  for (const [nom, metadata] of Object.entries(actuelle.metadatas)) {
    const [libelle = TRACES[nom], aide = ''] = vue.champs[nom] ?? [];
    if (libelle === undefined) continue;
    metadatas[nom] = {
      edit: {
        ...metadata.edit,
        label: libelle,
        description: aide,
        editable: affiches.has(nom),
        ...nameRelation(vue, nom, metadata),
      },
      list: { ...metadata.list, label: libelle },
    };
  }
  const [defaultSortBy, defaultSortOrder] = vue.tri;
  return {
    settings: {
      ...actuelle.settings,
      mainField: vue.mainField ?? LIBELLE,
      defaultSortBy,
      defaultSortOrder,
    },
    metadatas,
    layouts: {
      list: [...vue.liste],
      edit: vue.formulaire.map((rang) => rang.map((name) => ({ name, size: 12 / rang.length }))),
    },
  };
}

function signatureOf(vue: Vue): string {
  return createHash('sha256').update(JSON.stringify(vue)).digest('hex');
}

/**
 * Gives the Content Manager its French labels and layouts. A view is written once per version of its
 * definition, so what an administrateur rearranges afterwards survives the next boot.
 */
export async function configureViews(strapi: Core.Strapi): Promise<void> {
  const magasin = strapi.store({ type: 'core', name: 'content-manager-views', key: 'signatures' });
  const connues = ((await magasin.get({})) ?? {}) as Record<string, string>;
  const signatures: Record<string, string> = {};
  for (const vue of VUES) {
    signatures[vue.uid] = signatureOf(vue);
    if (signatures[vue.uid] !== connues[vue.uid]) await writeVue(strapi, vue);
  }
  await magasin.set({ value: signatures });
}

async function writeVue(strapi: Core.Strapi, vue: Vue): Promise<void> {
  const estType = vue.uid.startsWith('api::');
  const service = strapi
    .plugin('content-manager')
    .service(estType ? 'content-types' : 'components');
  const modele = estType ? service.findContentType(vue.uid) : service.findComponent(vue.uid);
  const actuelle = (await service.findConfiguration(modele)) as Configuration;
  await service.updateConfiguration(modele, applyVue(vue, actuelle));
}
