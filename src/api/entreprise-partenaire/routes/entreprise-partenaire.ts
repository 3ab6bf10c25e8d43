import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::entreprise-partenaire.entreprise-partenaire');
