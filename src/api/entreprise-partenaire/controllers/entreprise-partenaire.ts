import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::entreprise-partenaire.entreprise-partenaire');
