import type { Knex } from 'knex';
import type { CoordonneeOpposee } from '../../../../../core/api/oppositions';
import type { Empreinteur } from '../../../services/ports/calculs';
import type { PersonneStore, SujetOpposition } from '../../../services/ports/personnes';
import { listDernieresCases } from '../accords/list-dernieres-cases';
import { listAccords } from '../accords/accords';
import { noteActe } from '../actes/note-acte';
import { addOppositions, findSeule, LIFT, listSujets } from '../oppositions/gestes';
import { listOppositions } from '../oppositions/list-oppositions';
import { listOpposees } from '../oppositions/list-opposees';
import { listPorteurs, type Personne } from '../oppositions/porteurs';
import { sqlNomCompte } from '../noms/affiches';
import { execute, query } from '../query';
import { isConcernee, readCoordonnees, type Coordonnee, type Coordonnees } from './coordonnees';
import { readRubriques } from './dossier';
import { erasePersonne } from './effacement';
import { releaseFiches } from './liberation';

const LUES = `jsonb_agg(jsonb_build_object('portee', o.portee, 'source', o.source,
                'survenueLe', to_char(o.survenue_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                'autrePersonne', o.personne_id IS NOT NULL AND (o.personne_type, o.personne_id) <> (:personneType, :personneId::int))
                ORDER BY o.portee, o.id)`;

const GESTES = `jsonb_agg(jsonb_build_object('geste', j.geste, 'portee', j.portee, 'raison', j.raison, 'preuve', j.preuve,
                  'auteur', ${sqlNomCompte('u')},
                  'survenuLe', to_char(j.survenu_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY j.id DESC)`;

const lignes = (condition: (alias: string) => string): string => `
  coalesce((SELECT ${LUES} FROM sms_oppositions o WHERE ${condition('o')}), '[]') AS oppositions,
  coalesce((SELECT ${GESTES} FROM sms_oppositions_journal j LEFT JOIN admin_users u ON u.id = j.auteur_id
             WHERE ${condition('j')}), '[]') AS journal`;

/** One line for each address, then what holds for the person whatever the address. */
const READ = `
  SELECT a.adresse, ${lignes((x) => `${x}.empreinte = a.empreinte`)}
    FROM jsonb_to_recordset(:coordonnees::jsonb) AS a(adresse text, empreinte text)
   UNION ALL
  SELECT NULL, ${lignes(
    (x) => `${x}.personne_type = :personneType AND ${x}.personne_id = :personneId::int
              AND (${x}.empreinte IS NULL OR NOT ${x}.empreinte = ANY(:empreintes::text[]))`
  )}`;

const A_LA_MAIN = { source: 'Saisie à la main', geste: 'opposition', envoiId: null } as const;

async function readLignes(knex: Knex, personne: Coordonnees): Promise<CoordonneeOpposee[]> {
  const sql = `SELECT to_jsonb(q) AS ligne FROM (${READ}) q ORDER BY q.adresse NULLS LAST`;
  const trouvees = await query<{ ligne: CoordonneeOpposee | string }>(knex, sql, {
    ...personne,
    coordonnees: JSON.stringify(personne.coordonnees),
    empreintes: personne.coordonnees.map(({ empreinte }) => empreinte),
  });
  return trouvees
    .map(({ ligne }) =>
      typeof ligne === 'string' ? (JSON.parse(ligne) as CoordonneeOpposee) : ligne
    )
    .filter(
      ({ adresse, oppositions, journal }) =>
        adresse !== null || oppositions.length + journal.length > 0
    );
}

/** Whom a gesture is about, and at which addresses: a fiche and hers, or an address and who bears it. */
interface Visee {
  personnes: readonly Personne[];
  empreintes: readonly string[];
}

async function readVisee(
  trx: Knex,
  empreinteur: Empreinteur,
  sujet: SujetOpposition,
  isVisee: (coordonnee: Coordonnee) => boolean
): Promise<Visee | null> {
  if ('adresse' in sujet) {
    const empreinte = empreinteur.empreinte(sujet.adresse);
    return { personnes: await listPorteurs(trx, empreinte), empreintes: [empreinte] };
  }
  const { typeDestinataire, documentId } = sujet.personne;
  const lue = await readCoordonnees(trx, empreinteur, typeDestinataire, { documentId });
  if (lue === null) {
    return null;
  }
  const { coordonnees, ...personne } = lue;
  const empreintes = coordonnees.filter(isVisee).map(({ empreinte }) => empreinte);
  return { personnes: [personne], empreintes };
}

const RESTENT = `
  SELECT count(*)::int AS nombre FROM sms_oppositions o
   WHERE o.empreinte = ANY(:empreintes::text[])
      OR (o.personne_type, o.personne_id) IN (
           SELECT s."personneType", s."personneId"
             FROM jsonb_to_recordset(:personnes::jsonb) AS s("personneType" text, "personneId" int))`;

async function countRestent(trx: Knex, { personnes, empreintes }: Visee): Promise<number> {
  const [reste] = await query<{ nombre: number }>(trx, RESTENT, {
    empreintes: [...empreintes],
    personnes: JSON.stringify(personnes),
  });
  return reste?.nombre ?? 0;
}

export function createPersonnes(knex: Knex, empreinteur: Empreinteur): PersonneStore {
  return {
    async readOppositions({ typeDestinataire, documentId }) {
      const lue = await readCoordonnees(knex, empreinteur, typeDestinataire, { documentId });
      return lue === null ? null : readLignes(knex, lue);
    },

    readRubriques: ({ typeDestinataire, documentId }) =>
      readRubriques(knex, typeDestinataire, documentId),

    listOppositions: (demande, perimetre) => listOppositions(knex, demande, perimetre),

    listOpposees: (type, documentIds, portees) => listOpposees(knex, type, documentIds, portees),

    listDernieresCases: (type, documentIds, cases) =>
      listDernieresCases(knex, type, documentIds, cases),

    listAccords: ({ typeDestinataire, documentId }) =>
      listAccords(knex, typeDestinataire, documentId),

    oppose: (sujet, geste) =>
      knex.transaction(async (trx) => {
        const visee = await readVisee(trx, empreinteur, sujet, isConcernee(geste.portee));
        if (visee === null) {
          return null;
        }
        const sujets = listSujets(visee.personnes, visee.empreintes);
        const ajoutees = await addOppositions(trx, empreinteur, sujets, { ...geste, ...A_LA_MAIN });
        return { ajoutees, personnes: visee.personnes.length };
      }),

    lift: (sujet, geste) =>
      knex.transaction(async (trx) => {
        const visee = await readVisee(trx, empreinteur, sujet, () => true);
        if (visee === null) {
          return null;
        }
        const { personnes, empreintes } = visee;
        const sql = 'adresse' in sujet ? LIFT.adresse : LIFT.personne;
        const levees = await execute(trx, sql, {
          ...{ ...geste, preuve: geste.preuve ?? null },
          ...{ ...personnes[0], empreintes },
        });
        if (levees > 0) {
          const { portee, raison } = geste;
          const personne = findSeule(personnes);
          await noteActe(trx, 'opposition-levee', { portee, raison }, { personne });
        }
        return { levees, restent: await countRestent(trx, visee) };
      }),

    release: (type, ids) => releaseFiches(knex, type, ids),

    erase: (cible, auteurId, now) =>
      knex.transaction((trx) => erasePersonne(trx, empreinteur, { cible, auteurId, now })),
  };
}
