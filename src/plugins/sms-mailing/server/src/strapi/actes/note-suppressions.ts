import type { Core } from '@strapi/strapi';
import type { TypeNomme } from '../../../../core/api/oppositions';
import { compose } from '../compose';

interface Suppression {
  model: { uid: string };
  params: { where?: object };
}

/** Those of persons are a number: nothing that names them is kept once they are gone. */
const PERSONNES: Readonly<Record<string, TypeNomme>> = {
  'api::entrepreneur.entrepreneur': 'entrepreneur',
  'api::contact-individuel.contact-individuel': 'contact_individuel',
  'api::contact-partenaire.contact-partenaire': 'contact_partenaire',
};

interface Modele {
  info: { displayName: string };
}

interface Fiche {
  id: number;
  libelle?: string;
}

/** A fiche of the CRM that is deleted, whatever the way, in the transaction that deletes it. */
export function noteSuppressions(strapi: Core.Strapi): void {
  async function note({ model, params }: Suppression): Promise<void> {
    const { uid } = model;
    const genre = (strapi.getModel(uid as never) as Modele).info.displayName;
    const personneType = PERSONNES[uid];
    const where = params.where ?? {};
    const fiches = (await strapi.db.query(uid).findMany({ where })) as Fiche[];
    await strapi.db.transaction(async ({ trx }) => {
      for (const { id, libelle = '' } of fiches) {
        const nom = personneType === undefined && libelle !== '' ? `« ${libelle} »` : '';
        await compose(strapi).noteActe(
          trx,
          'fiche-supprimee',
          { fiche: `la fiche ${genre} ${nom === '' ? `n° ${String(id)}` : nom}` },
          personneType === undefined ? {} : { personne: { personneType, personneId: id } }
        );
      }
    });
  }
  strapi.db.lifecycles.subscribe({
    models: Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::')),
    beforeDelete: note,
    beforeDeleteMany: note,
  });
}
