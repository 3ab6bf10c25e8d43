import { PREFIXE, PERMISSIONS, type Permission } from './permissions';

/** Guide §4, what a page lets do: each holds the ones before it. `permis`: an act, which one has or has not. */
export const NIVEAUX = {
  consulter: 'Consulter',
  modifier: 'Modifier',
  creer: '+ Créer',
  permis: 'Permis',
} as const;
export type Niveau = keyof typeof NIVEAUX;

export interface DroitDeLigne {
  action: string;
  subject: string | null;
}

/** A row of the matrix: a page or an act, and the rights of each of its levels. */
export interface LigneMatrice {
  cle: string;
  groupe: string;
  libelle: string;
  /** False: it shows nobody in particular, and has no périmètre but « Tout ». */
  avecPerimetre: boolean;
  niveaux: Readonly<Partial<Record<Niveau, readonly DroitDeLigne[]>>>;
}

const duModule = (...droits: Permission[]): DroitDeLigne[] =>
  droits.map((droit) => ({ action: `${PREFIXE}${droit}`, subject: null }));

const duCrm = (verbe: 'read' | 'update' | 'create' | 'delete', noms: readonly string[]) =>
  noms.map((nom) => ({
    action: `plugin::content-manager.explorer.${verbe}`,
    subject: `api::${nom}.${nom}`,
  }));

const duPanneau = (...verbes: string[]): DroitDeLigne[] =>
  ['users', 'roles'].flatMap((quoi) =>
    verbes.map((verbe) => ({ action: `admin::${quoi}.${verbe}`, subject: null }))
  );

type Suite = Omit<LigneMatrice, 'groupe' | 'libelle' | 'cle'>;

const page = (niveaux: LigneMatrice['niveaux'], avecPerimetre = true): Suite => ({
  niveaux,
  avecPerimetre,
});
const acte = (droit: Permission, avecPerimetre = true): Suite =>
  page({ permis: duModule(droit) }, avecPerimetre);
const fiches = (noms: readonly string[], avecPerimetre = true): Suite =>
  page(
    {
      consulter: duCrm('read', noms),
      modifier: duCrm('update', noms),
      creer: duCrm('create', noms),
    },
    avecPerimetre
  );

const ENTREPRENEURS = ['entrepreneur', 'situation', 'projet', 'parcours'];
const ACTIONS = ['action', 'participation'];
const INDIVIDUELS = ['contact-individuel'];
const PARTENAIRES = ['entreprise-partenaire', 'contact-partenaire'];
const REFERENCES = [
  ...['antenne', 'equipe', 'intervenant', 'ods', 'etape', 'ressource', 'type-action', 'site'],
];

/** Our rights that open a page, and those that only let do something there. */
const PAGES: Readonly<Record<string, Readonly<Record<string, Suite>>>> = {
  Administration: {
    'Contacts e-mails/SMS : modèles': page({
      consulter: duModule('modeles.consulter-modeles'),
      creer: duModule('modeles.creer-modele'),
    }),
    'Supprimer un modèle qui n’a jamais servi': acte('modeles.supprimer-modele', false),
    'Contacts e-mails/SMS : envois automatiques': page({
      consulter: duModule('envois-automatiques.consulter-envois-automatiques'),
      creer: duModule('envois-automatiques.gerer-envois-automatiques'),
    }),
    'Exécuter un envoi automatique maintenant': acte(
      'envois-automatiques.executer-envoi-automatique'
    ),
    'Package SMS': page(
      {
        consulter: duModule('packages.consulter-packages'),
        creer: duModule('packages.gerer-packages'),
      },
      false
    ),
    'Prêt à envoyer ? et réglages des envois': page(
      {
        consulter: duModule('parametres.consulter-pret'),
        modifier: duModule('parametres.gerer-parametres', 'parametres.verifier-comptes'),
      },
      false
    ),
    Profils: page(
      {
        consulter: duModule('profils.consulter-profils'),
        creer: duModule('profils.gerer-profils'),
      },
      false
    ),
    'Journal : qui a fait quoi': page({ consulter: duModule('journal.consulter-journal') }, false),
    'Utilisateurs et rôles (Strapi)': page(
      { consulter: duPanneau('read'), creer: duPanneau('create', 'update', 'delete') },
      false
    ),
  },
  Pilotage: {
    'Envoi e-mails/SMS : campagnes': page({ consulter: duModule('campagnes.consulter-campagnes') }),
    'Programmer et annuler une campagne': acte('campagnes.programmer-campagne'),
    'Ce soir à 19h': page({ consulter: duModule('envois.consulter-soiree') }),
    'Retirer des messages de l’envoi du soir': acte('envois.retirer-soiree'),
    'Suspendre, reprendre ou arrêter l’envoi du soir': acte('envois.suspendre-soiree', false),
    'Exécuter l’envoi du soir maintenant': acte('envois.executer-soiree', false),
    'Décider des envois incertains': acte('envois.trancher-incertains'),
  },
  Gestion: {
    Entrepreneurs: fiches(ENTREPRENEURS),
    'TH et RSA des entrepreneurs : voir, filtrer, renseigner': acte(
      'fiches.consulter-th-rsa',
      false
    ),
    Actions: fiches(ACTIONS),
    Agenda: page({ consulter: duModule('fiches.consulter-agenda') }),
    'Contacts individuels': fiches(INDIVIDUELS),
    'Entreprises partenaires': fiches(PARTENAIRES),
    'ODS, étapes, ressources, sites, antennes, équipes': fiches(REFERENCES, false),
    'Supprimer une fiche (les autres la rendent inactive)': page({
      permis: duCrm('delete', [...ENTREPRENEURS, ...ACTIONS, ...INDIVIDUELS, ...PARTENAIRES]),
    }),
    'Supprimer une ODS, une étape, une antenne…': page(
      { permis: duCrm('delete', REFERENCES) },
      false
    ),
    'Envoyer depuis la fiche Entrepreneur': acte('fiches.envoyer-depuis-entrepreneur'),
    'Envoyer immédiatement depuis la fiche Entrepreneur': acte('fiches.envoyer-maintenant'),
    'Envoyer depuis la fiche Action': acte('fiches.envoyer-depuis-action'),
    'Historique des envois d’une fiche': page({
      consulter: duModule('fiches.consulter-historique'),
    }),
    'Oppositions d’une personne': page({
      consulter: duModule('oppositions.consulter-oppositions'),
      creer: duModule('oppositions.gerer-oppositions'),
    }),
    'Exporter les données d’une personne (RGPD)': acte('oppositions.exporter-personne'),
    'Effacer une personne des envois (RGPD)': acte('oppositions.effacer-personne'),
  },
};

const RANGEES = Object.entries(PAGES).flatMap(([groupe, lignes]) =>
  Object.entries(lignes).map(([libelle, suite]): LigneMatrice => ({
    ...{ cle: `${groupe} ${libelle}`, groupe, libelle },
    ...suite,
  }))
);

const dansUneRangee = new Set(
  RANGEES.flatMap(({ niveaux }) => Object.values(niveaux).flatMap((droits) => droits)).map(
    ({ action }) => action
  )
);

/** A right that no row names yet has its own, under its own sentence: none is out of reach of the matrix. */
const AUTRES = (Object.keys(PERMISSIONS) as Permission[])
  .filter((droit) => !dansUneRangee.has(`${PREFIXE}${droit}`))
  .map((droit): LigneMatrice => ({
    ...{ cle: droit, groupe: 'Autres droits', libelle: PERMISSIONS[droit] },
    ...acte(droit),
  }));

/** Guide §4: all that a profil may be given, page by page. */
export const MATRICE: readonly LigneMatrice[] = [...RANGEES, ...AUTRES];

const ORDRE = Object.keys(NIVEAUX) as Niveau[];

export const niveauxOf = ({ niveaux }: LigneMatrice): Niveau[] =>
  ORDRE.filter((niveau) => niveaux[niveau] !== undefined);
