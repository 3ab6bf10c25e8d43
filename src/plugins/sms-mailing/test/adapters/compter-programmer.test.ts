import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonAdresse } from '../../core/adresse-saisie';
import type { Selection } from '../../core/campagne';
import type { FiltresCampagne } from '../../core/filtres-campagne';
import type { But, TypeContact } from '../../core/vocabulaire';
import { PERSONNES } from '../../server/src/adapters/sql/destinataires/fiches';
import { CAS_DESTINATAIRES, type CasDestinataire } from '../cas-destinataires';
import { critereOf, EMPREINTEUR, NOW, openBase, type Base } from './campagnes-base';
import { writeFiche } from './fiche-ecrite';

let base: Base;
/** Of two fiches that would receive. */
let ids: number[];

async function writeCas({ fiche, oppositions = [], refusees = [] }: CasDestinataire) {
  const { id, contactId } = await writeFiche(base, fiche);
  for (const { adresse, portee, parElle = false } of oppositions) {
    await base
      .knex('sms_oppositions')
      .insert({
        ...{ document_id: `o${String(id)}`, portee, source: 'test', survenue_le: NOW },
        ...{ cle: EMPREINTEUR.cle },
        empreinte: adresse === null ? null : EMPREINTEUR.empreinte(canonAdresse(adresse)),
        personne_type: parElle ? PERSONNES[fiche.typeDestinataire] : null,
        personne_id: parElle ? contactId : null,
      })
      .onConflict()
      .ignore();
  }
  for (const adresse of refusees) {
    await base.knex('sms_rebonds').insert({
      ...{ envoi_id: id, empreinte: EMPREINTEUR.empreinte(canonAdresse(adresse)) },
      ...{ cle: EMPREINTEUR.cle, nature: 'definitif', raison: 'boite_inexistante', par: '' },
      ...{ recu_le: NOW, refuse: true },
    });
  }
  return id;
}

beforeAll(async () => {
  base = await openBase();
  for (const cas of CAS_DESTINATAIRES) {
    await writeCas(cas);
  }
  ids = [
    await base.addEntrepreneur('ABEL', {}, { telephone: '06 39 98 00 01' }),
    await base.addEntrepreneur('BERTHE', { fiche_test: true }),
  ];
  await base.addEntreprise('GUYENNE', { nom: 'COLIN', courriel_pro: 'colin@pro.test' });
  await base.addEntreprise('NORMANDIE', { nom: 'COLIN', courriel_pro: 'colin@pro.test' });
});
afterAll(() => base.close());

const TYPES = ['entrepreneur', 'contact_individuel', 'entreprise_partenaire'] as const;
const MESSAGES: readonly [TypeContact, But][] = [
  ['email', 'suivi'],
  ['email', 'promotion'],
  ['newsletter', 'promotion'],
  ['sms', 'suivi'],
  ['sms', 'promotion'],
];

/** Whole base, whole base but someone, some by their name, some ticked. */
const VUES: readonly [string, Partial<FiltresCampagne>, () => Selection][] = [
  ['toute la base', {}, () => ({ tous: true, saufIds: [] })],
  ['toute la base sauf une fiche', {}, () => ({ tous: true, saufIds: ids.slice(0, 1) })],
  ['une recherche', { recherche: 'a' }, () => ({ tous: true, saufIds: [] })],
  ['deux fiches cochées', {}, () => ({ ids })],
];

const CAS = TYPES.flatMap((type) =>
  MESSAGES.flatMap((message) => VUES.map((vue) => [type, ...message, ...vue] as const))
);

describe('ce qui se compte est ce qui se programme (guide §7.b)', () => {
  it.each(CAS)('%s, %s de %s : %s', async (typeDestinataire, typeContact, but, ...vue) => {
    const [, filtres, selectionOf] = vue;
    const modele = await base.addModele({ typeContact, but, destinataires: [typeDestinataire] });
    const critere = critereOf(modele, { typeDestinataire, ...filtres });
    const selection = selectionOf();
    const { nonFaits } = await base.campagnes.count(critere, selection);
    const fait = await base.campagnes.schedule(critere, { selection, modele, auteurId: null });
    expect(fait).toMatchObject({ programmes: nonFaits.joignables, motifs: nonFaits.motifs });
    const apres = await base.campagnes.count(critere, selection);
    expect(apres).toMatchObject({
      programmes: nonFaits.joignables,
      nonFaits: { joignables: 0, motifs: nonFaits.motifs },
    });
  });
});
