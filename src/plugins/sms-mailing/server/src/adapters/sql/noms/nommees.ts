import { composantsDe, rowOf, type Lecture } from './lectures';

/**
 * A table whose rows bear a name that nobody types (`libelle`), what finds them (`recherche`), and columns that lists
 * show. Each follows from the row and from rows that it reads: whoever writes one of these, by whatever path, renames.
 */
export interface Nommee {
  table: string;
  /** Columns of the row itself that the others follow from. */
  sources: readonly string[];
  /** Column → SQL, in which NEW is the row. */
  colonnes: Readonly<Record<'libelle' | 'recherche', string> & Record<string, string>>;
  lectures: readonly Lecture[];
}

const JOUR = 'DD/MM/YYYY';

const texte = (...parties: readonly string[]): string => `concat_ws(' ', ${parties.join(', ')})`;
/** Folded once (docs/adr/0020). */
const plie = (...parties: readonly string[]): string => `sms_plie(${texte(...parties)})`;
/** The parts of a name that are there. */
const nom = (...parties: readonly string[]): string => `concat_ws(' · ', ${parties.join(', ')})`;
const date = (colonne: string): string => `to_char(NEW.${colonne}, '${JOUR}')`;
/** A date as it reads, and its figures in both orders, since a number is looked for without what spaces it. */
const dateCherchee = (colonne: string): string =>
  `to_char(NEW.${colonne}, '${JOUR} DDMMYYYY YYYYMMDD')`;

const PERSONNE = texte('NEW.nom', 'NEW.prenom');
/** « prénom nom » is found as well as « nom prénom ». */
const PERSONNE_CHERCHEE = ['NEW.nom', 'NEW.prenom', 'NEW.nom'] as const;

const NUMEROS = `string_agg(regexp_replace(c.numero, '\\D', '', 'g'), ' ')`;
const EN_TETE = (principal: string): string =>
  `ORDER BY c.${principal} DESC NULLS LAST, x."order", x.id LIMIT 1`;

const EMAILS = { table: 'components_coordonnees_emails', colonnes: ['adresse', 'reference'] };
const TELEPHONES = {
  table: 'components_coordonnees_telephones',
  colonnes: ['numero', 'principal'],
};

function entrepreneur(): Nommee {
  const table = 'entrepreneurs';
  const { lire, lectures } = composantsDe(table, { emails: EMAILS, telephones: TELEPHONES });
  const adresses = lire('emails', `string_agg(c.adresse, ' ')`);
  return {
    table,
    sources: ['nom', 'prenom'],
    colonnes: {
      libelle: PERSONNE,
      email_reference: lire('emails', 'c.adresse', EN_TETE('reference')),
      telephone_principal: lire('telephones', 'c.numero', EN_TETE('principal')),
      recherche: plie(...PERSONNE_CHERCHEE, adresses, lire('telephones', NUMEROS)),
    },
    lectures,
  };
}

function contact(table: string): Nommee {
  const { lire, lectures } = composantsDe(table, { telephones: TELEPHONES });
  const numeros = lire('telephones', NUMEROS);
  return {
    table,
    sources: ['nom', 'prenom', 'fonction', 'courriel_pro'],
    colonnes: {
      libelle: PERSONNE,
      telephone_principal: lire('telephones', 'c.numero', EN_TETE('principal')),
      recherche: plie(...PERSONNE_CHERCHEE, 'NEW.fonction', 'NEW.courriel_pro', numeros),
    },
    lectures,
  };
}

const INTERVENANT: Nommee = {
  table: 'intervenants',
  sources: ['nom', 'prenom', 'email', 'telephone'],
  colonnes: {
    libelle: PERSONNE,
    recherche: plie(
      ...PERSONNE_CHERCHEE,
      'NEW.email',
      `regexp_replace(NEW.telephone, '\\D', '', 'g')`
    ),
  },
  lectures: [],
};

const ENTREPRISE: Nommee = {
  table: 'entreprises_partenaires',
  sources: ['raison_sociale', 'siret'],
  colonnes: {
    libelle: 'NEW.raison_sociale',
    // A SIRET is looked for with its spaces or without.
    recherche: plie('NEW.raison_sociale', 'NEW.siret', `regexp_replace(NEW.siret, '\\s', '', 'g')`),
  },
  lectures: [],
};

/** A part of a name, unless the rest says it. */
const sauf = (partie: string, reste: string): string =>
  `CASE WHEN position(${partie} IN ${reste}) = 0 THEN ${partie} END`;

/** A list of the Administrateur's: its name, and what tells two of the same name apart. */
function reference(table: string, relation?: { nom: string; table: string }): Nommee {
  const lue = relation && rowOf(table, relation.nom, relation.table, ['nom']);
  const libelle = nom('NEW.nom', ...(lue ? [sauf(lue.lire('nom'), 'NEW.nom')] : []));
  return {
    table,
    sources: ['nom'],
    colonnes: { libelle, recherche: plie(libelle) },
    lectures: lue?.lectures ?? [],
  };
}

function action(): Nommee {
  const site = rowOf('actions', 'site', 'sites', ['nom', 'ville']);
  const heure = `to_char(NEW.heure_debut, 'HH24"h"MI')`;
  return {
    table: 'actions',
    sources: ['objet', 'date', 'heure_debut'],
    colonnes: {
      libelle: `concat_ws(', ', NEW.objet, ${texte(date('date'), heure)}, ${site.lire('nom')})`,
      recherche: plie('NEW.objet', dateCherchee('date'), site.lire('nom'), site.lire('ville')),
    },
    lectures: site.lectures,
  };
}

/** What one person lives: said first, then whose it is, by whom it is found too. */
function ofPersonne(
  table: string,
  sources: readonly string[],
  propre: { parties: readonly string[]; lectures?: readonly Lecture[] }
): Nommee {
  const personne = rowOf(table, 'entrepreneur', 'entrepreneurs', ['libelle', 'recherche']);
  return {
    table,
    sources,
    colonnes: {
      libelle: nom(...propre.parties, personne.lire('libelle')),
      recherche: texte(plie(...propre.parties), personne.lire('recherche')),
    },
    lectures: [...personne.lectures, ...(propre.lectures ?? [])],
  };
}

function parcours(): Nommee {
  const ods = rowOf('parcours', 'ods', 'ods', ['nom']);
  const etape = rowOf('parcours', 'etape', 'etapes', ['nom']);
  return ofPersonne('parcours', ['date_debut', 'date_fin'], {
    parties: [
      ods.lire('nom'),
      etape.lire('nom'),
      `'depuis le ' || ${date('date_debut')}`,
      `'jusqu’au ' || ${date('date_fin')}`,
    ],
    lectures: [...ods.lectures, ...etape.lectures],
  });
}

function participation(): Nommee {
  const table = 'participations';
  const personne = rowOf(table, 'entrepreneur', 'entrepreneurs', ['libelle', 'recherche']);
  const rendezVous = rowOf(table, 'action', 'actions', ['libelle', 'recherche']);
  return {
    table,
    sources: ['statut'],
    colonnes: {
      libelle: nom(personne.lire('libelle'), rendezVous.lire('libelle'), 'NEW.statut'),
      recherche: texte(
        personne.lire('recherche'),
        rendezVous.lire('recherche'),
        plie('NEW.statut')
      ),
    },
    lectures: [...personne.lectures, ...rendezVous.lectures],
  };
}

/** Those that others read come before them. */
export const NOMMEES: readonly Nommee[] = [
  ...['antennes', 'ods', 'ressources', 'types_action'].map((table) => reference(table)),
  {
    table: 'sites',
    sources: ['nom', 'ville'],
    colonnes: {
      libelle: nom('NEW.nom', sauf('NEW.ville', 'NEW.nom')),
      recherche: plie('NEW.nom', 'NEW.ville'),
    },
    lectures: [],
  },
  reference('equipes', { nom: 'antenne', table: 'antennes' }),
  reference('etapes', { nom: 'ods', table: 'ods' }),
  INTERVENANT,
  ENTREPRISE,
  contact('contacts_individuels'),
  contact('contacts_partenaires'),
  entrepreneur(),
  action(),
  ofPersonne('situations', ['statut_emploi', 'date'], {
    parties: ['NEW.statut_emploi', `'le ' || ${date('date')}`],
  }),
  ofPersonne('projets', ['nom', 'etat'], { parties: ['NEW.nom', 'NEW.etat'] }),
  parcours(),
  participation(),
];
