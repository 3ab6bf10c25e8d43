import { openCrm } from './lib/crm.mjs';
import { compare, print, round } from './lib/mesure.mjs';

const FICHES = 100_000;

const identite = `translate(gen_random_uuid()::text, '-', ''), now(), now(), now()`;

/** What an import or a correction in SQL does to fiches; an entrepreneur is one of `nombre`. */
const ecritures = (nombre) => ({
  'cocher « accepte les SMS »': (lignes) =>
    `UPDATE entrepreneurs SET accepte_sms = NOT coalesce(accepte_sms, false) WHERE id <= ${lignes}`,
  'changer autre chose d’une fiche': (lignes) =>
    `UPDATE entrepreneurs SET csp = 'Employés' WHERE id <= ${lignes}`,
  'cocher les e-mails': (lignes) =>
    `UPDATE components_coordonnees_emails SET accepte = NOT coalesce(accepte, false) WHERE id <= ${lignes}`,
  'cocher les téléphones': (lignes) =>
    `UPDATE components_coordonnees_telephones SET contact_possible = NOT coalesce(contact_possible, false) WHERE id <= ${lignes}`,
  'remplacer les e-mails': (lignes) =>
    `UPDATE components_coordonnees_emails SET adresse = 'x' || adresse WHERE id <= ${lignes}`,
  'créer des fiches': (lignes) => `
    INSERT INTO entrepreneurs (nom, prenom, accepte_sms, consentement_rgpd, document_id, created_at, updated_at, published_at)
    SELECT 'NOUVEAU', 'Prénom', true, 'Oui', ${identite} FROM generate_series(1, ${lignes})`,
  'ajouter un téléphone à des fiches': (lignes) => `
    WITH ajoutes AS (
      INSERT INTO components_coordonnees_telephones (type_numero, numero, principal, contact_possible)
      SELECT 'Mobile', '06' || lpad(n::text, 8, '0'), false, true FROM generate_series(1, ${lignes}) n RETURNING id)
    INSERT INTO entrepreneurs_cmps (entity_id, cmp_id, component_type, field, "order")
    SELECT 1 + id % ${nombre}, id, 'coordonnees.telephone', 'telephones', 9 FROM ajoutes`,
});

const DECLENCHEURS = `
  SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname) AS arret
    FROM pg_trigger t WHERE starts_with(t.tgname, 'sms_accord')`;

/** Undone at the end. One row first: the plans of triggers are kept by a connection, and made for what it met first. */
async function write(knex, ecriture, { nombre, arrets = [] }) {
  const trx = await knex.transaction();
  try {
    for (const arret of arrets) {
      await trx.raw(arret);
    }
    await trx.raw(ecriture(1));
    await trx.raw(ecriture(nombre));
    const { rows } = await trx.raw('SELECT count(*)::int AS notes FROM sms_accords');
    return rows[0].notes;
  } finally {
    await trx.rollback();
  }
}

const VACUUM = `
  VACUUM entrepreneurs, entrepreneurs_cmps, components_coordonnees_emails, components_coordonnees_telephones, sms_accords`;

/**
 * `npm run bench -- accords [fiches]`: what writing down each tick of a box adds to one statement over 100,000 fiches,
 * against the same statement with these triggers switched off. Goal: twice at most.
 */
export default async function accords(server, [fiches = FICHES] = []) {
  const nombre = Number(fiches);
  const { knex, close } = await openCrm(server, nombre);
  try {
    const { rows } = await knex.raw(DECLENCHEURS);
    const arrets = rows.map(({ arret }) => arret);
    print(`${nombre} fiches, ms`, 'avec', 'sans', 'rapport', 'accords');
    const ratios = [];
    for (const [nom, ecriture] of Object.entries(ecritures(nombre))) {
      const notes = await write(knex, ecriture, { nombre });
      const { ours, bare } = await compare({
        ours: () => write(knex, ecriture, { nombre }),
        bare: () => write(knex, ecriture, { nombre, arrets }),
        before: () => knex.raw(VACUUM),
      });
      ratios.push(ours / bare);
      print(`  ${nom}`, round(ours), round(bare), round(ours / bare, 2), notes);
    }
    return { fiches: nombre, ratioMax: round(Math.max(...ratios), 2) };
  } finally {
    await close();
  }
}
