const ANTENNES = [
  'Arrageois-Ternois',
  'Armentières',
  'Lille',
  'Béthune',
  'Lens-Liévin',
  'Dunkerque',
];

/** [civilité, first name, last name, antenne]; the first two are the guide's own. */
const INTERVENANTS = [
  ['Monsieur', 'Jérôme', 'Accès', 'Arrageois-Ternois'],
  ['Monsieur', 'Témoin', 'Accès', 'Armentières'],
  ['Madame', 'Joanna', 'Administrateur Témoin', 'Lille'],
  ['Madame', 'Claire', 'Hennebelle', 'Arrageois-Ternois'],
  ['Monsieur', 'Karim', 'Benali', 'Arrageois-Ternois'],
  ['Madame', 'Pauline', 'Vermeersch', 'Armentières'],
  ['Monsieur', 'Ludovic', 'Cordier', 'Armentières'],
  ['Madame', 'Sarah', 'Delcroix', 'Lille'],
  ['Monsieur', 'Mathieu', 'Queste', 'Lille'],
  ['Madame', 'Inès', 'Ferreira', 'Lille'],
  ['Madame', 'Véronique', 'Tison', 'Béthune'],
  ['Monsieur', 'Arnaud', 'Louchart', 'Béthune'],
  ['Madame', 'Nadia', 'El Amrani', 'Lens-Liévin'],
  ['Monsieur', 'Pascal', 'Nowak', 'Lens-Liévin'],
  ['Madame', 'Océane', 'Debruyne', 'Dunkerque'],
  ['Monsieur', 'Romain', 'Vasseur', 'Dunkerque'],
];

/** ODS → its étapes, spelt as in the guide (§6). */
const OFFRES = {
  "Activ'Créa lot 1": ['Atelier "Cartes en main"', 'Atelier "Je découvre"', 'Atelier coaching'],
  "Activ'Créa Mon Bureau Virtuel": ['Entretien émergence', 'Bilan à distance'],
  DPE: ['Diag RDV 1', 'Diag RDV 2'],
  'Montage Projet': ['Étude de marché', 'Prévisionnel financier', 'Choix du statut juridique'],
  'Suivi post-création': ['Bilan à 6 mois', 'Bilan à 12 mois'],
};

const RESSOURCES = ['Activ Créa 2021-2023', 'DPE 2022', 'Région Hauts-de-France 2022', 'FSE+'];
const TYPES_ACTION = [
  'Diagnostic',
  'Atelier',
  'Atelier "j\'aurai voulu"',
  'Entretien',
  "Réunion d'information",
];

/** name, street, complement, postcode, town */
const SITES = [
  ['Armentières', '12 rue de Lille', 'Cour intérieure', '59280', 'Armentières'],
  ['Arras', '8 place du Théâtre', null, '62000', 'Arras'],
  ['Lille', '235 boulevard Paul Painlevé', '3e étage', '59000', 'Lille'],
  ['Béthune', '40 rue Sadi Carnot', null, '62400', 'Béthune'],
  ['Maison de l’emploi de Lens', '2 rue Casimir Beugnet', 'Salle 4', '62300', 'Lens'],
  ['Dunkerque', '16 place du Minck', null, '59140', 'Dunkerque'],
];

function fold(texte) {
  return texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
}

function addAll(base, nomType, lignes) {
  return Object.fromEntries(lignes.map((ligne) => [ligne.nom, base.add(nomType, ligne)]));
}

function addEquipes(base, antennes) {
  const lignes = Object.entries(antennes).flatMap(([nom, antenne]) => [
    { nom: `Émergence ${nom}`, antenne },
    { nom: `Montage et suivi ${nom}`, antenne },
  ]);
  return addAll(base, 'equipe', lignes);
}

function addIntervenants(base, { antennes, equipes, utilisateurs }) {
  const entrees = INTERVENANTS.map(([civilite, prenom, nom, antenne], i) => {
    const intervenant = base.add('intervenant', {
      civilite,
      prenom,
      nom,
      email: `${fold(prenom)}.${fold(nom)}@bge-demo.test`,
      telephone: `0199000${String(i + 101)}`,
      antenne: antennes[antenne],
      equipe: equipes[`${i % 2 === 0 ? 'Émergence' : 'Montage et suivi'} ${antenne}`],
      utilisateur: utilisateurs[`${prenom} ${nom}`],
    });
    return [`${prenom} ${nom}`, { ...intervenant, antenne }];
  });
  return Object.fromEntries(entrees);
}

/**
 * The lists behind every drop-down; resolves names to `{ id, documentId }`. `utilisateurs`: accounts of the
 * panel by intervenant.
 */
export function addReferences(base, utilisateurs = {}) {
  const antennes = addAll(
    base,
    'antenne',
    ANTENNES.map((nom) => ({ nom }))
  );
  const equipes = addEquipes(base, antennes);
  const ods = addAll(
    base,
    'ods',
    Object.keys(OFFRES).map((nom) => ({ nom }))
  );
  const etapes = addAll(
    base,
    'etape',
    Object.entries(OFFRES).flatMap(([offre, noms]) => noms.map((nom) => ({ nom, ods: ods[offre] })))
  );
  return {
    antennes,
    equipes,
    intervenants: addIntervenants(base, { antennes, equipes, utilisateurs }),
    ods,
    etapes,
    ressources: addAll(
      base,
      'ressource',
      RESSOURCES.map((nom) => ({ nom }))
    ),
    typesAction: addAll(
      base,
      'type-action',
      TYPES_ACTION.map((nom) => ({ nom }))
    ),
    sites: addAll(
      base,
      'site',
      SITES.map(([nom, adresse, complement, codePostal, ville]) => ({
        nom,
        adresse,
        complement,
        codePostal,
        ville,
      }))
    ),
  };
}

/** The étapes of an ODS, by name. */
export function listEtapes(ods) {
  return OFFRES[ods];
}
