import type { Etendue } from './perimetre';

/** From a fiche to the antennes, équipes and intervenants that place it, relation after relation. */
export type Chemins = Readonly<Record<Etendue, readonly string[]>>;

const SUIVIE: Chemins = {
  antenne: ['antenne'],
  equipe: ['referent.equipe'],
  assigne: ['referent'],
};

const ACTION: Chemins = {
  antenne: ['antenne'],
  equipe: ['animateur.equipe', 'intervenants.equipe'],
  assigne: ['animateur', 'intervenants'],
};

/** What belongs to a fiche is placed as it is. */
function through(relation: string, chemins: Chemins): Chemins {
  const prolonge = (etendue: Etendue): string[] =>
    chemins[etendue].map((chemin) => `${relation}.${chemin}`);
  return {
    antenne: prolonge('antenne'),
    equipe: prolonge('equipe'),
    assigne: prolonge('assigne'),
  };
}

const DE_ENTREPRENEUR = through('entrepreneur', SUIVIE);

/**
 * Guide §4, the one definition: where each content type of the CRM is placed. Strapi's conditions are made from
 * it, and the SQL of the module is compared to it (test/strapi/perimetres). One that is not here (ODS, antennes,
 * sites…) is everybody's.
 */
export const CHEMINS: Readonly<Record<string, Chemins>> = {
  'api::entrepreneur.entrepreneur': SUIVIE,
  'api::contact-individuel.contact-individuel': SUIVIE,
  'api::entreprise-partenaire.entreprise-partenaire': SUIVIE,
  'api::contact-partenaire.contact-partenaire': through('entreprise', SUIVIE),
  'api::action.action': ACTION,
  'api::participation.participation': DE_ENTREPRENEUR,
  'api::situation.situation': DE_ENTREPRENEUR,
  'api::projet.projet': DE_ENTREPRENEUR,
  'api::parcours.parcours': DE_ENTREPRENEUR,
};
