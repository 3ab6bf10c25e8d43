import type { Core } from '@strapi/strapi';

interface Accueil {
  getCountDocuments(): Promise<Record<'draft' | 'published' | 'modified', number>>;
}

interface Lecture {
  can: { read(): boolean };
  sanitizedQuery: { read(requete: object): Promise<object> };
}

interface Lectures {
  create(de: { userAbility: object; model: string }): Lecture;
}

interface Visible {
  'content-manager'?: { visible?: boolean };
}

const isVisible = ({ pluginOptions }: { pluginOptions?: Visible }): boolean =>
  pluginOptions?.['content-manager']?.visible !== false;

/**
 * Guide §4: Strapi's home page counts the rows of whole tables, by SQL of its own. Ours have neither drafts nor versions:
 * one count a content type, of the fiches that its author may read.
 */
export function countWithin(strapi: Core.Strapi): void {
  strapi
    .get('services')
    .extend('plugin::content-manager.homepage', (accueil: Accueil): Accueil => ({
      ...accueil,
      async getCountDocuments() {
        const { userAbility } = strapi.requestContext.get()?.state as { userAbility: object };
        const lectures = strapi
          .plugin('content-manager')
          .service('permission-checker') as unknown as Lectures;
        let published = 0;
        for (const [model, type] of Object.entries(strapi.contentTypes)) {
          const lecture = lectures.create({ userAbility, model });
          if (isVisible(type) && lecture.can.read()) {
            const requete = await lecture.sanitizedQuery.read({});
            published += await strapi.documents(model as never).count(requete);
          }
        }
        return { draft: 0, published, modified: 0 };
      },
    }));
}
