import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demandePersonnesSchema } from '../../core/api/repertoire';
import { perimetreParmi, TOUT, type Perimetre } from '../../core/perimetre';
import type { TypeDestinataire } from '../../core/vocabulaire';
import { sqlFiches } from '../../server/src/adapters/sql/destinataires/fiches';
import { sqlPerimetre } from '../../server/src/adapters/sql/destinataires/perimetre';
import { query } from '../../server/src/adapters/sql/query';
import { listPersonnes } from '../../server/src/adapters/sql/repertoire/personnes';
import { openBase, type Base } from './campagnes-base';

/** To play one again: GRAINE=…, as a failure prints it. */
const GRAINE = Number(process.env.GRAINE ?? 20_260_302);
const MOI = 1;
const PERSONNES = 60;
const NOMS = ['Éa', 'ea', 'EB', 'œuf', 'Martin', 'martin', 'MARTIN', 'de La Tour', null];
const TYPES = ['entrepreneur', 'contact_individuel', 'entreprise_partenaire'] as const;

let base: Base;

beforeAll(async () => {
  base = await openBase();
  const { knex } = base;
  const choose = <T>(liste: readonly T[], rang: number): T => liste[rang % liste.length]!;
  // Two of one name, one of none.
  const intervenants = [
    { nom: 'ACCÈS', prenom: 'Jérôme' },
    { nom: 'accès', prenom: 'Jérôme' },
    { nom: 'Zola', prenom: 'Émile' },
    {},
  ];
  for (const intervenant of intervenants) await base.add('intervenants', intervenant);
  for (const nom of ['Lille', 'Éauze', 'Lille']) await base.add('antennes', { nom });
  await knex('admin_users').insert({ id: MOI, email: 'camille@bge.test' });
  await knex('intervenants_utilisateur_lnk').insert({ intervenant_id: 2, user_id: MOI });
  for (let rang = 0; rang < PERSONNES; rang += 1) {
    const personne = { nom: choose(NOMS, rang * 7), prenom: choose(NOMS, rang * 5 + 1) };
    const place = {
      antenne_id: [1, 2, 3, null][(rang * 3) % 4] ?? null,
      intervenant_id: [1, 2, 3, 4, null][(rang * 2) % 5] ?? null,
    };
    const contact = { ...personne, est_referent: true };
    const fiches = [
      ['entrepreneurs', 'entrepreneur_id', await base.add('entrepreneurs', personne)],
      [
        'contacts_individuels',
        'contact_individuel_id',
        await base.add('contacts_individuels', personne),
      ],
      [
        'entreprises_partenaires',
        'entreprise_partenaire_id',
        await base.addEntreprise(
          choose(['Éco', 'eco', 'Zen'], rang),
          rang % 3 === 0 ? null : contact
        ),
      ],
    ] as const;
    for (const [table, colonne, id] of fiches) {
      const { antenne_id, intervenant_id } = place;
      if (antenne_id !== null)
        await base.link(`${table}_antenne_lnk`, { [colonne]: id, antenne_id });
      if (intervenant_id !== null) {
        await base.link(`${table}_referent_lnk`, { [colonne]: id, intervenant_id });
      }
    }
  }
});
afterAll(() => base.close());

/** The order as one would write it, name by name. */
const CLES = {
  miens: `coalesce(d.referent_id IN (SELECT l.intervenant_id FROM intervenants_utilisateur_lnk l WHERE l.user_id = ${String(MOI)}), false)`,
  nom: 'lower(coalesce(d.raison_sociale, d.nom))',
  antenne: '(SELECT a.nom FROM antennes a WHERE a.id = d.antenne_id)',
  referent: `(SELECT btrim(concat_ws(' ', i.prenom, upper(i.nom))) FROM intervenants i WHERE i.id = d.referent_id)`,
};

interface Liste {
  type: TypeDestinataire;
  tri: keyof typeof CLES;
  sens: 'asc' | 'desc';
  nom: string;
  perimetre: Perimetre;
}

async function listAttendus({ type, tri, sens, nom, perimetre }: Liste): Promise<string[]> {
  const { sql, params } = sqlPerimetre(perimetre);
  const dans = tri === 'miens' || sens === 'desc' ? 'DESC' : 'ASC';
  const lignes = await query<{ documentId: string }>(
    base.knex,
    `SELECT d.document_id AS "documentId" FROM (${sqlFiches(type)}) d
      WHERE ${sql} AND (:nom = '' OR lower(concat_ws(' ', d.nom, d.prenom)) LIKE '%' || :nom || '%')
      ORDER BY ${CLES[tri]} ${dans} NULLS LAST, lower(coalesce(d.raison_sociale, d.nom)), lower(d.nom), lower(d.prenom), d.id`,
    { ...params, nom }
  );
  return lignes.map(({ documentId }) => documentId);
}

async function listPages(liste: Liste, pageSize: number): Promise<string[]> {
  const { type, perimetre, ...demande } = liste;
  const lus: string[] = [];
  for (let page = 1; ; page += 1) {
    const saisie = demandePersonnesSchema.parse({
      ...demande,
      ...{ page: String(page), pageSize: String(pageSize) },
    });
    const qui = { utilisateurId: MOI, perimetre };
    const { total, lignes } = await listPersonnes(base.knex, type, saisie, qui);
    lus.push(...lignes.map(({ documentId }) => documentId));
    if (lignes.length < pageSize) {
      expect(total).toBe(lus.length);
      return lus;
    }
  }
}

it('page après page, une liste de fiches est dans l’ordre demandé, chacune une fois', async () => {
  const listes = fc.record({
    type: fc.constantFrom(...TYPES),
    tri: fc.constantFrom(...(Object.keys(CLES) as (keyof typeof CLES)[])),
    sens: fc.constantFrom('asc' as const, 'desc' as const),
    nom: fc.constantFrom('', '', 'martin'),
    perimetre: fc.constantFrom(TOUT, perimetreParmi({ antenneIds: [1], intervenantIds: [2] })),
  });
  await fc.assert(
    fc.asyncProperty(listes, fc.constantFrom(7, 10, 25, 100), async (liste, pageSize) => {
      expect(await listPages(liste, pageSize)).toEqual(await listAttendus(liste));
    }),
    { seed: GRAINE, numRuns: 60, endOnFailure: true }
  );
});
