import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeDestinataireSchema } from '../../core/vocabulaire';
import { sqlFiches, sqlFichesLues } from '../../server/src/adapters/sql/destinataires/fiches';
import { query } from '../../server/src/adapters/sql/query';
import { openBase, type Base } from './campagnes-base';

const LIENS = ['antenne_id', 'referent_id', 'equipe_id'] as const;
type Fiche = Record<string, unknown>;

let base: Base;

/** One fiche of each kind, with an antenne, a référent and his équipe. */
beforeAll(async () => {
  base = await openBase();
  const { knex } = base;
  const antenne = await base.add('antennes', { nom: 'Lens' });
  const equipe = await base.add('equipes', { nom: 'Rouge' });
  const referent = await base.add('intervenants', { nom: 'ACCES' });
  await knex('intervenants_equipe_lnk').insert({ intervenant_id: referent, equipe_id: equipe });
  await base.addEntrepreneur('ABEL', {}, { antenne, referent });
  const autres = {
    contacts_individuels: { contact_individuel_id: await base.addContact('BERTHE') },
    entreprises_partenaires: { entreprise_partenaire_id: await base.addEntreprise('BGE', null) },
  };
  for (const [table, fiche] of Object.entries(autres)) {
    await knex(`${table}_antenne_lnk`).insert({ ...fiche, antenne_id: antenne });
    await knex(`${table}_referent_lnk`).insert({ ...fiche, intervenant_id: referent });
  }
});
afterAll(() => base.close());

/** What a statement names, and what is then read: an équipe is that of the référent. */
const PARTIES = [
  { nommes: [], lus: [] },
  { nommes: ['antenne_id'], lus: ['antenne_id'] },
  { nommes: ['referent_id'], lus: ['referent_id'] },
  { nommes: ['equipe_id'], lus: ['referent_id', 'equipe_id'] },
  { nommes: LIENS, lus: LIENS },
] as const;

describe.each(typeDestinataireSchema.options)('Fiches lues en partie : %s', (type) => {
  it.each(PARTIES)('$nommes : ce qui est lu est de la fiche, le reste est vide', async (partie) => {
    const lus: readonly string[] = partie.lus;
    const texte = partie.nommes.map((colonne) => `d.${colonne} = 1`).join(' AND ');
    const entieres = await query<Fiche>(base.knex, sqlFiches(type));
    expect(entieres).toHaveLength(1);
    expect(LIENS.filter((lien) => entieres[0]?.[lien] === null)).toEqual([]);
    const vides = LIENS.filter((lien) => !lus.includes(lien)).map((lien) => [lien, null]);
    expect(await query<Fiche>(base.knex, sqlFichesLues(type, texte))).toEqual([
      { ...entieres[0], ...(Object.fromEntries(vides) as Fiche) },
    ]);
  });
});
