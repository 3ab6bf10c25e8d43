import type { Core } from '@strapi/strapi';
import { TABLES_CALCULEES } from '../../../core/colonnes-calculees';
import { compose } from './compose';

type Donnees = Record<string, unknown>;

interface Ecriture {
  model: { uid: string };
  params: { data?: Donnees | Donnees[]; where?: object };
}

const RIEN = (): Promise<Donnees> => Promise.resolve({});

/**
 * The computed columns that the rule of guide §2.d reads (decision F10), on every write that goes through
 * Strapi: Content Manager, REST, Document Service, Query Engine. A part saved alone, such as one box ticked,
 * leaves them as they are. What comes by SQL is computed afterwards (`refresh`).
 */
export function registerNormalisation(strapi: Core.Strapi): void {
  const complete = (uid: string, data: Donnees, readSources = RIEN as LectureSources) =>
    compose(strapi).calculs.complete(uid, data, readSources);

  async function completeCreation({ model, params }: Ecriture): Promise<void> {
    const { data = {} } = params;
    params.data = Array.isArray(data)
      ? await Promise.all(data.map((ligne) => complete(model.uid, ligne)))
      : await complete(model.uid, data);
  }

  strapi.db.lifecycles.subscribe({
    models: TABLES_CALCULEES.map(({ uid }) => uid),
    beforeCreate: completeCreation,
    beforeCreateMany: completeCreation,
    async beforeUpdate({ model, params }: Ecriture): Promise<void> {
      const { data = {}, where = {} } = params;
      params.data = await complete(model.uid, data as Donnees, (noms) =>
        strapi.db.query(model.uid).findOne({ where, select: [...noms] })
      );
    },
    /** Several rows at once may differ by what this write leaves alone: they are computed afterwards. */
    async beforeUpdateMany({ model, params }: Ecriture): Promise<void> {
      params.data = await complete(model.uid, params.data as Donnees, () => Promise.resolve(null));
    },
  });
}

type LectureSources = (noms: readonly string[]) => Promise<Donnees | null>;
