import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { phraseRegle } from '../../../core/regle';
import type { TypeNomme } from '../../../core/api/oppositions';
import { compose } from './compose';

/** The fiches that the historique may name. */
const TYPES: Readonly<Record<string, TypeNomme>> = {
  'api::entrepreneur.entrepreneur': 'entrepreneur',
  'api::contact-individuel.contact-individuel': 'contact_individuel',
  'api::contact-partenaire.contact-partenaire': 'contact_partenaire',
  'api::entreprise-partenaire.entreprise-partenaire': 'entreprise_partenaire',
};

interface Suppression {
  model: { uid: string };
  params: { where?: object };
}

/**
 * RGPD, art. 17: a fiche deleted before its person was erased would leave her name in the historique for ever.
 * Whatever the way (Content Manager, in bulk, REST): refused as long as envois name her, and the sentence says
 * where to erase. What is deleted takes its oppositions by person along; those of its addresses stay.
 */
export function registerGardeFiches(strapi: Core.Strapi): void {
  async function release({ model, params }: Suppression): Promise<void> {
    const type = TYPES[model.uid];
    const fiches = await strapi.db
      .query(model.uid)
      .findMany({ where: params.where ?? {}, select: ['id'] });
    const ids = fiches.map(({ id }: { id: number }) => id);
    if (type === undefined || ids.length === 0) {
      return;
    }
    await strapi.db.transaction(async ({ trx }) => {
      const nommee = await compose(strapi).personnesIn(trx).release(type, ids);
      if (nommee !== null) {
        const details = { regle: 'fiche-nommee', ...nommee };
        throw new errors.ApplicationError(phraseRegle('fiche-nommee', details), details);
      }
    });
  }

  strapi.db.lifecycles.subscribe({
    models: Object.keys(TYPES),
    beforeDelete: release,
    beforeDeleteMany: release,
  });
}
