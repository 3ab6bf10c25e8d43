import { openChaine, partOf } from './lib/campagne.mjs';
import { openCrm } from './lib/crm.mjs';
import { compare, fromPlugin, print, round } from './lib/mesure.mjs';

const ENTREPRENEURS = 200_000;
const SOIR = '2022-03-03T18:00:00Z';
/** Keeps about 125,000 persons, 100,000 of whom can be written to. */
const FILTRES = { dateCreationProfil: { du: '2018-04-01' } };
const EMAIL = { id: 1, typeContact: 'email', but: 'suivi' };
const SMS = { id: 2, typeContact: 'sms', but: 'suivi' };

/** As many rows of the same columns with nothing to decide: the cost of the table itself. */
const INSERT_NU = `
  WITH i AS (INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, version_id, campagne_id,
         type_destinataire, destinataire_id, nom, antenne_id, referent_id, annulee_confirmee, confirmation, prevu_le,
         retarde, tentatives, credits, auteur_id, created_at, updated_at, published_at)
  SELECT translate(gen_random_uuid()::text, '-', ''), 'c:1:e' || e.id || ':m1:0', 'campagne', 'email', 'programme',
         1, 1, 1, 'entrepreneur', e.id, upper(e.nom) || ' ' || e.prenom, 1, 1, false, 'banc', :soir::timestamp,
         false, 0, 0, NULL::int, :soir::timestamp, :soir::timestamp, :soir::timestamp
    FROM entrepreneurs e ORDER BY e.id LIMIT :nombre
  RETURNING id, prevu_le)
  INSERT INTO sms_file (envoi_id, voie, transport, modele_id, type_contact, type_destinataire, modalite, disponible_le)
  SELECT id, 'soir', 'mail', 1, 'email', 'entrepreneur', 'campagne', prevu_le FROM i`;

/** Campagnes of all these people, one after the other: a million lines. */
const CAMPAGNES = 10;

/** Milliseconds of each: the ledger of the last is ten times as long. */
async function playLongue(chaine) {
  const durees = [];
  for (let id = 1; id <= CAMPAGNES; id += 1) {
    const debut = performance.now();
    await chaine.programmer(partOf({ ...EMAIL, id }, FILTRES));
    durees.push(performance.now() - debut);
  }
  return durees;
}

/** « Bonjour ${personne/personne_prenom} »: an SMS whose cost depends on each person. */
function versionSms() {
  const { parseSignets } = fromPlugin('core/signet');
  const texte = parseSignets('Bonjour ${personne/personne_prenom}, pensez à votre dossier.').map(
    (morceau) => (typeof morceau === 'string' ? morceau : { signet: morceau, cible: 'texte' })
  );
  return {
    ...{ versionId: 1, modeleId: 2, modeleNom: 'SMS', numero: 1, typeContact: 'sms', but: 'suivi' },
    contenu: {
      message: { moteur: 1, objet: [], html: [], texte },
      donnees: ['personne.prenom'],
      piecesJointes: [],
    },
  };
}

/** « Tout cocher » then « Programmer l'envoi » over 100,000 destinataires, against a bare INSERT … SELECT. */
export default async function planifier(server) {
  const { knex, close } = await openCrm(server, ENTREPRENEURS, { calcule: false });
  try {
    const chaine = openChaine(knex);
    const vider = () => knex.raw('TRUNCATE sms_envois, sms_file, sms_campagnes');
    const email = () => chaine.programmer(partOf(EMAIL, FILTRES));
    const version = versionSms();
    // Everybody who has a number is written to: as many SMS as e-mails, near enough.
    const sms = () => chaine.programmer(partOf(SMS, FILTRES), version);
    const { programmes } = await email();
    const temps = await compare({
      ours: email,
      bare: () => knex.raw(INSERT_NU, { soir: SOIR, nombre: programmes }),
      before: vider,
    });
    await vider();
    await email();
    const start = performance.now();
    const rejoue = await email();
    const rejeu = performance.now() - start;
    await vider();
    const ecrits = await sms();
    const parSms = await compare({ ours: sms, bare: email, before: vider });
    await vider();
    const longue = await playLongue(chaine);
    const linearite = longue.at(-1) / longue[0];
    const ratioSms = (parSms.ours / ecrits.programmes / parSms.bare) * programmes;
    print(`${programmes} envois`, 'ms', 'envois/s');
    print('programmer une campagne', round(temps.ours), round((programmes * 1000) / temps.ours));
    print('INSERT … SELECT nu', round(temps.bare), round((programmes * 1000) / temps.bare));
    print('second clic', round(rejeu), `${rejoue.programmes} ajouté`);
    print(
      `${ecrits.programmes} SMS au coût de chacun`,
      round(parSms.ours),
      round((ecrits.programmes * 1000) / parSms.ours)
    );
    print(
      `la ${CAMPAGNES}e campagne à la suite, contre la première`,
      round(longue.at(-1)),
      round(linearite, 2)
    );
    return {
      ratio: round(temps.ours / temps.bare, 2),
      moduleMs: round(temps.ours),
      nuMs: round(temps.bare),
      envois: programmes,
      ratioSms: round(ratioSms, 2),
      linearite: round(linearite, 2),
    };
  } finally {
    await close();
  }
}
