import { CASES_ACCORD, ECRANS, type CaseAccord } from '../../../../../core/accord';
import { PERSONNES, TABLES_CONTACT } from '../destinataires/fiches';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { sqlTrigger } from './trigger';

const reglage = (nom: string, defaut: string): string =>
  `coalesce(nullif(current_setting('sms_mailing.${nom}', true), ''), '${defaut}')`;

/** Who writes, as the application has said in the same transaction; said by nobody, it came by SQL. */
const AUTEUR = `nullif(${reglage('auteur_id', '')}, '')::int, left(${reglage('auteur', '')}, 255),
       left(${reglage('ecran', ECRANS.base)}, 60)`;

interface Lignes {
  /** SQL of rows `l`: type, id, composant_id, coordonnee, valeur. */
  de: string;
  quoi: CaseAccord;
}

/** The name of a constant is its wording of the day: the trigger is written again at each start. */
const sqlNote = ({ de, quoi }: Lignes): string => `
  INSERT INTO sms_accords (personne_type, personne_id, quoi, composant_id, coordonnee, valeur, auteur_id, auteur, ecran, libelle)
  SELECT l.type, l.id, '${quoi}', l.composant_id, l.coordonnee, l.valeur, ${AUTEUR}, '${CASES_ACCORD[quoi]}'
    FROM (${de}) l ORDER BY l.id, l.composant_id;`;

const ouiNon = (colonne: string): string => `CASE WHEN ${colonne} THEN 'oui' ELSE 'non' END`;

/** The boxes of a fiche itself: its column, what it says when nobody has said anything, and what is kept. */
interface CaseFiche {
  quoi: CaseAccord;
  colonne: string;
  defaut: string;
  valeur: (etat: string) => string;
}

const SMS: CaseFiche = {
  ...{ quoi: 'sms', colonne: 'accepte_sms', defaut: 'false', valeur: ouiNon },
};
const COURRIEL: CaseFiche = {
  ...{ quoi: 'courriel', colonne: 'accepte_courriel', defaut: 'true', valeur: ouiNon },
};
const RGPD: CaseFiche = {
  ...{ quoi: 'rgpd', colonne: 'consentement_rgpd', defaut: `'Non renseigné'` },
  valeur: (etat) => etat,
};

const FAMILLES: Readonly<Record<TypeDestinataire, readonly CaseFiche[]>> = {
  entrepreneur: [SMS, RGPD],
  contact_individuel: [SMS, COURRIEL],
  entreprise_partenaire: [SMS, COURRIEL],
};

/** Said at birth only when it is not what every fiche says; then each change. */
function sqlFiche(type: TypeDestinataire): string[] {
  const table = TABLES_CONTACT[type];
  const fonction = `sms_accord_${table}`;
  const note = (quoi: CaseAccord, valeurs: string): string =>
    sqlNote({
      quoi,
      de: `SELECT '${PERSONNES[type]}' AS type, v.id, NULL::int AS composant_id, NULL::varchar AS coordonnee, v.valeur
             FROM (${valeurs}) v`,
    });
  const dites = ({ colonne, defaut, valeur }: CaseFiche, vue: string): string =>
    `SELECT id, ${valeur(`coalesce(${colonne}, ${defaut})`)} AS valeur FROM ${vue}`;
  const ajout = (une: CaseFiche): string =>
    note(une.quoi, `${dites(une, 'apres')} WHERE ${une.colonne} <> ${une.defaut}`);
  const change = (une: CaseFiche): string =>
    note(une.quoi, `${dites(une, 'apres')} EXCEPT ${dites(une, 'avant')}`);
  const cases = FAMILLES[type];
  return [
    `CREATE OR REPLACE FUNCTION ${fonction}() RETURNS trigger LANGUAGE plpgsql AS $accord$ BEGIN
       IF TG_OP = 'INSERT' THEN ${cases.map(ajout).join('')}
       ELSE ${cases.map(change).join('')} END IF;
       RETURN NULL;
     END $accord$`,
    ...declencheurs(table, 'sms_accord', fonction, ['INSERT', 'UPDATE']),
  ];
}

type Evenement = 'INSERT' | 'UPDATE' | 'DELETE';
const VUES: Readonly<Record<Evenement, string>> = {
  INSERT: 'NEW TABLE AS apres',
  UPDATE: 'OLD TABLE AS avant NEW TABLE AS apres',
  DELETE: 'OLD TABLE AS avant',
};

/** A statement at a time: an import of ten thousand fiches asks as many questions as one of a single fiche. */
function declencheurs(
  table: string,
  prefixe: string,
  fonction: string,
  evenements: readonly Evenement[]
): string[] {
  return evenements.map((evenement) =>
    sqlTrigger(
      { nom: `${prefixe}_${evenement.toLowerCase()}`, table },
      {
        quand: `AFTER ${evenement}`,
        suite: `REFERENCING ${VUES[evenement]} FOR EACH STATEMENT EXECUTE FUNCTION ${fonction}()`,
      }
    )
  );
}

interface GenreCoordonnee {
  champ: 'emails' | 'telephones';
  quoi: CaseAccord;
  colonne: string;
  accepte: string;
  types: readonly TypeDestinataire[];
}

/** The two kinds of coordonnées that bear a box of their own. */
const COORDONNEES: readonly GenreCoordonnee[] = [
  {
    ...{ champ: 'emails', quoi: 'email', colonne: 'adresse', accepte: 'accepte' },
    types: ['entrepreneur'],
  },
  {
    ...{ champ: 'telephones', quoi: 'telephone', colonne: 'numero', accepte: 'contact_possible' },
    types: ['entrepreneur', 'contact_individuel', 'entreprise_partenaire'],
  },
];

/** Who bears the component `c`: Strapi links a component once it is written. */
const sqlBearers = ({ champ, types }: GenreCoordonnee): string =>
  types
    .map(
      (
        type
      ) => `SELECT '${PERSONNES[type]}' AS type, x.entity_id AS id FROM ${TABLES_CONTACT[type]}_cmps x
                  WHERE x.cmp_id = c.id AND x.field = '${champ}'`
    )
    .join(' UNION ALL ');

/** A box ticked or cleared; an accepted address that is replaced, or goes. */
function sqlComposant(genre: GenreCoordonnee): string[] {
  const { champ, quoi, colonne, accepte } = genre;
  const table = `components_coordonnees_${champ}`;
  const fonction = `sms_accord_${champ}`;
  const note = (valeur: string, composants: string): string =>
    sqlNote({
      quoi,
      de: `SELECT p.type, p.id, c.id AS composant_id, c.${colonne} AS coordonnee, '${valeur}' AS valeur
             FROM (${composants}) c CROSS JOIN LATERAL (${sqlBearers(genre)}) p`,
    });
  const tous = (vue: string): string => `SELECT id, ${colonne} FROM ${vue}`;
  const acceptes = (vue: string): string => `${tous(vue)} WHERE ${accepte}`;
  return [
    `CREATE OR REPLACE FUNCTION ${fonction}() RETURNS trigger LANGUAGE plpgsql AS $accord$ BEGIN
       IF TG_OP = 'DELETE' THEN
         ${note('retire', acceptes('avant'))}
       ELSE
         ${note('retire', `${acceptes('avant')} EXCEPT ${tous('apres')}`)}
         ${note('oui', `${acceptes('apres')} EXCEPT ${acceptes('avant')}`)}
         ${note('non', `${acceptes('avant')} INTERSECT ${tous('apres')} WHERE ${accepte} IS NOT TRUE`)}
       END IF;
       RETURN NULL;
     END $accord$`,
    ...declencheurs(table, 'sms_accord', fonction, ['UPDATE', 'DELETE']),
  ];
}

/** A coordonnée that joins a fiche, accepted; Strapi links it again at each save, which says nothing new. */
function sqlLien(type: TypeDestinataire): string[] {
  const table = `${TABLES_CONTACT[type]}_cmps`;
  const fonction = `sms_accord_${table}`;
  const notes = COORDONNEES.filter(({ types }) => types.includes(type)).map(
    ({ champ, quoi, colonne, accepte }) =>
      sqlNote({
        quoi,
        de: `SELECT '${PERSONNES[type]}' AS type, x.entity_id AS id, c.id AS composant_id, c.${colonne} AS coordonnee,
                    'oui' AS valeur
               FROM apres x JOIN components_coordonnees_${champ} c ON c.id = x.cmp_id
              WHERE x.field = '${champ}' AND c.${accepte}
                AND NOT EXISTS (SELECT 1 FROM sms_accords v
                                 WHERE v.composant_id = c.id AND v.quoi = '${quoi}' AND v.personne_id = x.entity_id
                                   AND v.personne_type = '${PERSONNES[type]}')`,
      })
  );
  return [
    `CREATE OR REPLACE FUNCTION ${fonction}() RETURNS trigger LANGUAGE plpgsql AS $accord$ BEGIN
       ${notes.join('')}
       RETURN NULL;
     END $accord$`,
    ...declencheurs(table, 'sms_accord', fonction, ['INSERT']),
  ];
}

const TYPES = Object.keys(FAMILLES) as TypeDestinataire[];

/** Whatever the path that ticks: panel, Content Manager, API, SQL, import. */
export const ACCORDS: readonly string[] = [
  ...TYPES.flatMap(sqlFiche),
  ...COORDONNEES.flatMap(sqlComposant),
  ...TYPES.flatMap(sqlLien),
];
