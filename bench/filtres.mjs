import { openChaine, partOf } from './lib/campagne.mjs';
import { openCrm } from './lib/crm.mjs';
import { alternate, compare, fromPlugin, print, round } from './lib/mesure.mjs';

const PAGE = { onglet: 'non_faits', tri: { cle: 'nom', sens: 'asc' }, page: 1, pageSize: 10 };

/** Guide §7.b: what a gestionnaire asks, and the conditions someone would write by hand for it. */
const casOf = ({ ods, type, antenne }) => [
  { nom: 'sans filtre', filtres: {}, where: 'true' },
  {
    nom: 'antenne',
    filtres: { antenne: [antenne.document_id] },
    where: `EXISTS (SELECT 1 FROM entrepreneurs_antenne_lnk l WHERE l.entrepreneur_id = e.id AND l.antenne_id = ${antenne.id})`,
  },
  {
    nom: 'identité : TH, CSP, date de naissance',
    filtres: {
      th: ['Oui'],
      csp: ['Employés'],
      dateNaissance: { du: '1970-01-01', au: '1990-01-01' },
    },
    where: `e.th = 'Oui' AND e.csp = 'Employés' AND e.date_naissance BETWEEN '1970-01-01' AND '1990-01-01'`,
  },
  {
    nom: 'projet : état et secteur',
    filtres: { etatProjet: ['Créé'], secteurActivite: ['Commerce'] },
    where: `EXISTS (SELECT 1 FROM projets_entrepreneur_lnk l JOIN projets p ON p.id = l.projet_id
      WHERE l.entrepreneur_id = e.id AND p.etat = 'Créé' AND p.secteur_activite = 'Commerce')`,
  },
  {
    nom: 'dernière situation : emploi et date',
    filtres: { statutEmploi: ['Salarié'], dateSituation: { du: '2020-01-01' } },
    where: `EXISTS (SELECT 1 FROM (
        SELECT DISTINCT ON (l.entrepreneur_id) l.entrepreneur_id, s.statut_emploi, s.date
          FROM situations_entrepreneur_lnk l JOIN situations s ON s.id = l.situation_id
         ORDER BY l.entrepreneur_id, s.date DESC NULLS LAST, s.id DESC) s
      WHERE s.entrepreneur_id = e.id AND s.statut_emploi = 'Salarié' AND s.date >= '2020-01-01')`,
  },
  {
    nom: 'parcours : ODS et date de fin',
    filtres: { ods: [ods.document_id], dateFinOds: { du: '2020-06-01', au: '2020-12-31' } },
    where: `EXISTS (SELECT 1 FROM parcours_entrepreneur_lnk l JOIN parcours p ON p.id = l.parcours_id
        JOIN parcours_ods_lnk o ON o.parcours_id = p.id
      WHERE l.entrepreneur_id = e.id AND o.ods_id = ${ods.id} AND p.date_fin BETWEEN '2020-06-01' AND '2020-12-31')`,
  },
  {
    nom: 'action : type et période',
    filtres: {
      typeAction: [type.document_id],
      dateAction: { genre: 'periode', du: '2021-06-01', au: '2021-09-01' },
    },
    where: `EXISTS (SELECT 1 FROM participations_entrepreneur_lnk l JOIN participations x ON x.id = l.participation_id
        JOIN participations_action_lnk al ON al.participation_id = x.id JOIN actions a ON a.id = al.action_id
        JOIN actions_type_action_lnk t ON t.action_id = a.id
      WHERE l.entrepreneur_id = e.id AND t.type_action_id = ${type.id} AND x.statut <> 'Annulé'
        AND a.statut <> 'Annulée' AND a.date BETWEEN '2021-06-01' AND '2021-09-01')`,
  },
];

/** The same list by hand: total, then the first ten with the columns of the screen. */
const sqlPage = (where) => `
  SELECT e.id, e.civilite, e.nom, e.prenom, i.nom AS referent,
         (SELECT m.adresse FROM entrepreneurs_cmps x JOIN components_coordonnees_emails m ON m.id = x.cmp_id
           WHERE x.entity_id = e.id AND x.field = 'emails' AND m.accepte AND m.etat = 'valide'
           ORDER BY m.reference DESC, x."order" LIMIT 1) AS email,
         (SELECT t.numero FROM entrepreneurs_cmps x JOIN components_coordonnees_telephones t ON t.id = x.cmp_id
           WHERE x.entity_id = e.id AND x.field = 'telephones' ORDER BY t.principal DESC, x."order" LIMIT 1) AS telephone,
         (SELECT max(s.date) FROM situations_entrepreneur_lnk l JOIN situations s ON s.id = l.situation_id
           WHERE l.entrepreneur_id = e.id) AS situation
    FROM (SELECT e.* FROM entrepreneurs e WHERE ${where}
           ORDER BY lower(e.nom), lower(e.prenom), e.id LIMIT 10) e
    LEFT JOIN entrepreneurs_referent_lnk r ON r.entrepreneur_id = e.id
    LEFT JOIN intervenants i ON i.id = r.intervenant_id
   ORDER BY lower(e.nom), lower(e.prenom), e.id`;

const sqlTotal = (where) => `SELECT count(*)::int AS total FROM entrepreneurs e WHERE ${where}`;

async function measure({ knex, campagnes, chaine }, { nom, filtres, where }) {
  const part = partOf({ id: 1, typeContact: 'email', but: 'suivi' }, filtres);
  let notre = 0;
  let leur = 0;
  const temps = await compare({
    ours: async () => {
      notre = (await campagnes.search(part, PAGE)).total;
    },
    bare: async () => {
      leur = (await knex.raw(sqlTotal(where))).rows[0].total;
      await knex.raw(sqlPage(where));
    },
  });
  if (notre !== leur) {
    throw new Error(`« ${nom} » : ${notre} trouvés par le module, ${leur} à la main.`);
  }
  const start = performance.now();
  await chaine.prevoir(part);
  const comptes = performance.now() - start;
  print(nom, notre, round(temps.ours), round(temps.bare), round(comptes));
  return temps;
}

/** Everybody, as the screen asks: the lines first, then their true number; then sorted by what is joined. */
async function measureTris({ campagnes }) {
  const part = partOf({ id: 1, typeContact: 'email', but: 'suivi' }, {});
  const pages = {
    'les lignes d’abord, nombre attendu': { compte: 'estime' },
    'tri par référent': { tri: { cle: 'referent', sens: 'asc' } },
    'tri par date de situation': { tri: { cle: 'date_situation', sens: 'desc' } },
  };
  const manieres = Object.entries(pages).map(([nom, page]) => [
    nom,
    { work: () => campagnes.search(part, { ...PAGE, ...page }) },
  ]);
  for (const [nom, ms] of Object.entries(await alternate(Object.fromEntries(manieres)))) {
    print(nom, '', round(ms), '', '');
  }
}

/**
 * `npm run bench -- filtres [personnes]`. The list of guide §7.b over 200,000 entrepreneurs: true total and first page,
 * against SQL written by hand.
 */
export default async function filtres(server, [personnes = '200000'] = []) {
  const nombre = Number(personnes);
  const { createCampagnes } = fromPlugin('server/src/adapters/sql/campagnes/campagnes');
  const { knex, close } = await openCrm(server, nombre);
  try {
    const first = (table) => knex(table).orderBy('id').first('id', 'document_id');
    const campagnes = createCampagnes(knex, () => Promise.resolve(false));
    const chaine = openChaine(knex);
    const references = {
      ods: await first('ods'),
      type: await first('types_action'),
      antenne: await first('antennes'),
    };
    print(`${nombre} entrepreneurs, ms`, 'trouvés', 'module', 'à la main', 'qui recevra');
    const totaux = { ours: 0, bare: 0 };
    for (const cas of casOf(references)) {
      const temps = await measure({ knex, campagnes, chaine }, cas);
      totaux.ours += temps.ours;
      totaux.bare += temps.bare;
    }
    await measureTris({ campagnes });
    print('ensemble', '', round(totaux.ours), round(totaux.bare), '');
    return {
      ratio: round(totaux.ours / totaux.bare, 2),
      moduleMs: round(totaux.ours),
      mainMs: round(totaux.bare),
      entrepreneurs: nombre,
    };
  } finally {
    await close();
  }
}
