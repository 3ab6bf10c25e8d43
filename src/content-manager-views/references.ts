import { CALCULES, type Champ, type Vue } from './vue';

const NOM = ['nom', 'ASC'] as const;

function liste(uid: string, libelle: string, relation?: readonly [string, Champ]): Vue {
  const saisis: Record<string, Champ> = { nom: [libelle] };
  if (relation) saisis[relation[0]] = relation[1];
  const noms = Object.keys(saisis);
  return { uid, tri: NOM, liste: noms, formulaire: [noms], champs: { ...saisis, ...CALCULES } };
}

const INTERVENANT: Vue = {
  uid: 'api::intervenant.intervenant',
  tri: NOM,
  liste: ['nom', 'prenom', 'email', 'telephone', 'antenne', 'equipe'],
  formulaire: [
    ['civilite', 'nom', 'prenom'],
    ['email', 'telephone'],
    ['antenne', 'equipe'],
    ['utilisateur'],
  ],
  champs: {
    ...CALCULES,
    civilite: ['Civilité'],
    nom: ['Nom'],
    prenom: ['Prénom'],
    email: ['E-mail'],
    telephone: ['Téléphone'],
    antenne: ['Antenne'],
    equipe: ['Équipe'],
    utilisateur: [
      'Compte utilisateur',
      'Le compte qui ouvre l’application : il donne à son titulaire cette antenne et cette équipe.',
    ],
  },
  etiquettes: { utilisateur: 'email' },
};

const SITE: Vue = {
  uid: 'api::site.site',
  tri: NOM,
  liste: ['nom', 'adresse', 'codePostal', 'ville'],
  formulaire: [['nom'], ['adresse', 'complement'], ['codePostal', 'ville']],
  champs: {
    ...CALCULES,
    nom: ['Nom du lieu'],
    adresse: ['Adresse'],
    complement: ['Compléments'],
    codePostal: ['Code postal'],
    ville: ['Ville'],
  },
};

/** The lists that fill the drop-downs of the fiches and of the filters. */
export const REFERENCES: readonly Vue[] = [
  liste('api::antenne.antenne', 'Nom de l’antenne'),
  liste('api::equipe.equipe', 'Nom de l’équipe', ['antenne', ['Antenne']]),
  INTERVENANT,
  liste('api::ods.ods', 'Nom de l’offre de service'),
  liste('api::etape.etape', 'Nom de l’étape', ['ods', ['Offre de service (ODS)']]),
  liste('api::ressource.ressource', 'Nom de la ressource'),
  liste('api::type-action.type-action', 'Nom du type d’action'),
  SITE,
];
