import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonAdresse } from '../../core/adresse-saisie';
import type { MotifExclusion } from '../../core/motif';
import { sqlDestinataires } from '../../server/src/adapters/sql/destinataires/destination';
import { PERSONNES, sqlFiches } from '../../server/src/adapters/sql/destinataires/fiches';
import { CAS_DESTINATAIRES, type CasDestinataire } from '../cas-destinataires';
import { EMPREINTEUR, openBase, type Base } from './campagnes-base';
import { writeFiche } from './fiche-ecrite';

let base: Base;
beforeAll(async () => {
  base = await openBase();
});
afterAll(() => base.close());

/** How the SQL answers for a whole base (`cibles`) and for a page: the same. */
const ETENDUES = {
  page: (sql: (etendue: 'page' | { cibles: string }) => string) => sql('page'),
  cibles: (sql: (etendue: 'page' | { cibles: string }) => string, fiches: string) =>
    `WITH c AS MATERIALIZED (${fiches}) ${sql({ cibles: 'c' })}`,
};

async function answer(cas: CasDestinataire) {
  const { typeContact, but, fiche, oppositions = [], refusees = [] } = cas;
  const { id, contactId } = await writeFiche(base, fiche);
  for (const { adresse, portee, parElle = false } of oppositions) {
    await base.add('sms_oppositions', {
      empreinte: adresse === null ? null : EMPREINTEUR.empreinte(canonAdresse(adresse)),
      cle: EMPREINTEUR.cle,
      personne_type: parElle ? PERSONNES[fiche.typeDestinataire] : null,
      personne_id: parElle ? contactId : null,
      portee,
      source: 'test',
      survenue_le: new Date(),
    });
  }
  for (const [rang, adresse] of refusees.entries()) {
    await base.knex('sms_rebonds').insert({
      ...{ envoi_id: rang + 1, empreinte: EMPREINTEUR.empreinte(canonAdresse(adresse)) },
      ...{ cle: EMPREINTEUR.cle, nature: 'definitif', raison: 'boite_inexistante', par: '' },
      ...{ recu_le: new Date(), refuse: true },
    });
  }
  const choix = {
    typeDestinataire: fiche.typeDestinataire,
    typeContact,
    but,
    promotionSansConsentement: cas.promotionSansConsentement ?? false,
  };
  const reponses = await Promise.all(
    Object.values(ETENDUES).map(async (etendue) => {
      const sql = etendue((e) => sqlDestinataires(choix, e), sqlFiches(fiche.typeDestinataire));
      const { rows } = await base.knex.raw<{
        rows: { adresse: string | null; motif: string | null }[];
      }>(`SELECT adresse, motif FROM (${sql}) d WHERE id = ?`, [id]);
      expect(rows).toHaveLength(1);
      const { adresse, motif } = rows[0]!;
      return adresse === null ? { motif } : { adresse, ...(motif === null ? {} : { motif }) };
    })
  );
  await base.knex('sms_oppositions').truncate();
  await base.knex('sms_rebonds').truncate();
  return reponses;
}

describe('à qui et où part un message (guide §2.d)', () => {
  it.each(CAS_DESTINATAIRES.map((cas) => [cas.typeContact, cas.but, cas.titre, cas] as const))(
    '%s de %s : %s',
    async (_typeContact, _but, _titre, cas) => {
      expect(await answer(cas)).toEqual([cas.attendu, cas.attendu]);
    }
  );

  it('le tableau de cas porte chaque motif que le choix peut donner, et des titres différents', () => {
    const motifs: readonly MotifExclusion[] = [
      'adresse_absente',
      'adresse_invalide',
      'adresse_fictive',
      'adresse_refusee',
      'adresse_non_acceptee',
      'telephone_absent',
      'telephone_non_mobile',
      'telephone_non_autorise',
      'pays_non_autorise',
      'numero_invalide',
      'sms_non_accepte',
      'rgpd_refuse',
      'rgpd_non_renseigne',
      'opposition',
      'referent_absent',
      'fiche_inactive',
    ];
    const portes = new Set(
      CAS_DESTINATAIRES.map(({ attendu }) => ('motif' in attendu ? attendu.motif : null))
    );
    expect([...portes].filter((motif) => motif !== null).sort()).toEqual([...motifs].sort());
    const titres = CAS_DESTINATAIRES.map((cas) => `${cas.typeContact} ${cas.but} ${cas.titre}`);
    expect(new Set(titres).size).toBe(titres.length);
  });
});
