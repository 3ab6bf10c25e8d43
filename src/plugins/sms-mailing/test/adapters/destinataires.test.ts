import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonAdresse } from '../../core/adresse-saisie';
import type { MotifExclusion } from '../../core/motif';
import {
  sqlDestinataires,
  type Etendue,
} from '../../server/src/adapters/sql/destinataires/destination';
import { PERSONNES, sqlFiches } from '../../server/src/adapters/sql/destinataires/fiches';
import { CAS_DESTINATAIRES, type CasDestinataire } from '../cas-destinataires';
import { EMPREINTEUR, openBase, type Base } from './campagnes-base';
import { writeFiche } from './fiche-ecrite';

let base: Base;
beforeAll(async () => {
  base = await openBase();
});
afterAll(() => base.close());

/** How the SQL answers for a page, for some fiches and for a whole base: the same. */
const ETENDUES: readonly Etendue[] = [
  'page',
  { cibles: 'c' },
  { cibles: 'c', toutes: true, nombreuses: true },
];

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
    ETENDUES.map(async (etendue) => {
      const { rows } = await base.knex.raw<{
        rows: { adresse: string | null; motif: string | null }[];
      }>(
        `WITH c AS (${sqlFiches(fiche.typeDestinataire)})
         SELECT adresse, motif FROM (${sqlDestinataires(choix, etendue)}) d WHERE id = ?`,
        [id]
      );
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
      expect(await answer(cas)).toEqual(ETENDUES.map(() => cas.attendu));
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
