import { openCrm } from './lib/crm.mjs';
import { compare, fromPlugin, print, round } from './lib/mesure.mjs';

const ENTREPRENEURS = 200_000;
const SOIR = '2022-03-03T18:00:00Z';
/** Keeps about 125,000 persons, 100,000 of whom can be written to. */
const DEPUIS = '2018-04-01';

/** As many rows of the same columns with nothing to decide: the cost of the table itself. */
const INSERT_NU = `
  INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, version_id, campagne_id,
         type_destinataire, destinataire_id, nom, prevu_le, disponible_le, retarde, tentatives, credits,
         auteur_id, created_at, updated_at, published_at)
  SELECT translate(gen_random_uuid()::text, '-', ''), 'c:1:e' || e.id || ':m1:0', 'campagne', 'email', 'programme',
         1, 1, 1, 'entrepreneur', e.id, upper(e.nom) || ' ' || e.prenom, :soir::timestamp, :soir::timestamp,
         false, 0, 0, NULL::int, :soir::timestamp, :soir::timestamp, :soir::timestamp
    FROM entrepreneurs e ORDER BY e.id LIMIT :nombre`;

/** « Tout cocher » then « Programmer l'envoi » over 100,000 destinataires, against a bare INSERT … SELECT. */
export default async function planifier(server) {
  const { createCampagnes } = fromPlugin('server/src/adapters/sql/campagnes/campagnes');
  const { knex, close } = await openCrm(server, ENTREPRENEURS);
  try {
    const campagnes = createCampagnes(knex);
    const modele = { id: 1, typeContact: 'email', but: 'suivi', versionId: 1 };
    const critere = {
      modele,
      filtres: { typeDestinataire: 'entrepreneur', dateCreationProfil: { du: DEPUIS } },
      recherche: '',
      perimetre: { genre: 'tout' },
      campagneId: null,
      soir: new Date(SOIR),
      dateEnvoi: '2022-03-03',
      promotionSansConsentement: false,
      now: new Date('2022-03-03T10:00:00Z'),
    };
    const selection = { tous: true, saufIds: [] };
    const schedule = () => campagnes.schedule(critere, { selection, modele, auteurId: null });
    const { programmes } = await schedule();
    const temps = await compare({
      ours: schedule,
      bare: () => knex.raw(INSERT_NU, { soir: SOIR, nombre: programmes }),
      before: () => knex.raw('TRUNCATE sms_envois, sms_campagnes'),
    });
    await knex.raw('TRUNCATE sms_envois, sms_campagnes');
    await schedule();
    const start = performance.now();
    const rejoue = await schedule();
    const rejeu = performance.now() - start;
    print(`${programmes} envois`, 'ms', 'envois/s');
    print('programmer une campagne', round(temps.ours), round((programmes * 1000) / temps.ours));
    print('INSERT … SELECT nu', round(temps.bare), round((programmes * 1000) / temps.bare));
    print('second clic', round(rejeu), `${rejoue.programmes} ajouté`);
    return {
      ratio: round(temps.ours / temps.bare, 2),
      moduleMs: round(temps.ours),
      nuMs: round(temps.bare),
      envois: programmes,
    };
  } finally {
    await close();
  }
}
