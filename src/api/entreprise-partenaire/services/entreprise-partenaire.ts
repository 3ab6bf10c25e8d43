import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::entreprise-partenaire.entreprise-partenaire');
