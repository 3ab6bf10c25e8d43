import { partOf } from './lib/campagne.mjs';
import { openHistorique, MATIN } from './lib/historique.mjs';
import { AUJOURDHUI } from './lib/jeu-historique.mjs';
import { fromPlugin, median, print, round } from './lib/mesure.mjs';

const PERSONNES = 100_000;
const PETIT = 10_000;
const GRAND = 5_000_000;
const PASSES = 5;
/** Below it, a ratio compares the noise of two round trips. */
const PLANCHER_MS = 5;

const TOUT = { genre: 'tout' };
const ANTENNE = { genre: 'parmi', antenneIds: [3], equipeIds: [], intervenantIds: [] };
const SOIR = new Date(`${AUJOURDHUI}T18:05:00Z`);
const HEURE_MS = 3_600_000;

const PAGE = { recherche: '', page: 1, pageSize: 25 };
const LISTE = { onglet: 'non_faits', tri: { cle: 'nom', sens: 'asc' }, page: 1, pageSize: 10 };
/** As the panel asks: what it leaves out is what its schema puts there. */
const tri = (cle, sens = 'desc') =>
  fromPlugin('core/campagne').demandeHistoriqueSchema.parse({ tri: { cle, sens } });

/** What every instance runs at every turn. */
const TOUR = {
  'ouvriers disparus': ({ moteur }) => moteur.ouvriers.sweep(30_000, SOIR),
  'file et historique d’accord': ({ moteur }) => moteur.ledger.repair(),
  'coordonnées à calculer': ({ moteur }) => moteur.calculs.refresh(),
  'accusés en attente': ({ moteur }) => moteur.suivis.settleAttente(SOIR),
  'incertains à demander': ({ moteur }) => moteur.suivis.takeIncertains(SOIR),
  'soirée ouverte': ({ moteur }) => moteur.soirees.lastSoiree(),
  'raisons d’attente': ({ moteur }) => moteur.ledger.explainSuspensions(moteur.suspensions, SOIR),
  récapitulatifs: ({ moteur }) => moteur.avis.planRecapitulatifs(SOIR),
  'avis à envoyer': ({ moteur }) => moteur.avis.take(SOIR),
  'avis d’un ouvrier mort': ({ moteur }) => moteur.avis.sweep(SOIR),
  'alerte de stock': ({ moteur }) => moteur.avis.planAlerteStock('epuise', 'x@banc.test', SOIR),
  'SMS qui restent': ({ programmes }) => programmes.readReste(),
  'lots dus': ({ moteur }) => moteur.ledger.listLots({ now: SOIR, voie: 'soir', promotions: true }),
  'partis dans l’heure': ({ moteur }) =>
    moteur.ledger.countPartis(['email', 'newsletter'], new Date(SOIR.getTime() - HEURE_MS)),
};

const LISTES = {
  'modèles (administration)': ({ modeles }) => modeles.list({ typeContact: 'email' }),
  'modèles (campagnes)': (app) =>
    app.listModelesCampagne(
      { typeContact: 'email', typeDestinataire: 'entrepreneur', tout: 'true' },
      TOUT
    ),
  'modèles (campagnes), une antenne': (app) =>
    app.listModelesCampagne(
      { typeContact: 'email', typeDestinataire: 'entrepreneur', tout: 'true' },
      ANTENNE
    ),
  'destinataires d’une campagne': ({ campagnes }) =>
    campagnes.search(partOf({ id: 1, typeContact: 'email', but: 'suivi' }, {}), LISTE),
  'envois incertains': ({ historique }) => historique.listIncertains(TOUT),
  packages: ({ packages }) => packages.list(),
};

const HISTORIQUES = {
  'campagnes, page 1': (app) => app.listCampagnes(tri('date'), TOUT),
  'campagnes, page 1, une antenne': (app) => app.listCampagnes(tri('date'), ANTENNE),
  'campagnes, par modèle': (app) => app.listCampagnes(tri('modele', 'asc'), TOUT),
  'une campagne rouverte, une antenne': (app) =>
    app.openCampagne(1, { perimetre: ANTENNE, thRsa: true }),
  'un modèle, page 1': ({ historique }, { modele }) =>
    historique.ofModele(modele, { ...PAGE, perimetre: TOUT }),
  'un modèle, une antenne': ({ historique }, { modele }) =>
    historique.ofModele(modele, { ...PAGE, perimetre: ANTENNE }),
  'un entrepreneur': ({ historique }, { entrepreneur }) =>
    historique.ofPersonne('entrepreneur', entrepreneur, { ...PAGE, perimetre: TOUT }),
  'une action': ({ historique }, { action }) =>
    historique.ofAction(
      { actionDocumentId: action, toutes: true, vague: null },
      { ...PAGE, perimetre: TOUT }
    ),
  'une action, par envoi': ({ historique }, { action }) =>
    historique.vaguesOfAction(
      { actionDocumentId: action, toutes: true },
      { ...PAGE, perimetre: TOUT }
    ),
  'SMS par mois': ({ suiviPackages }) => suiviPackages.countConsommes('2021-04-01'),
  'SMS réservés': ({ suiviPackages }) => suiviPackages.countReserves(SOIR),
  'journal d’un package': ({ suiviPackages }, { lot }) => suiviPackages.journal(lot),
};

async function readReperes(knex) {
  const first = async (table) => (await knex(table).orderBy('id').first('document_id')).document_id;
  return {
    modele: await first('sms_modeles'),
    entrepreneur: await first('entrepreneurs'),
    action: await first('actions'),
    lot: await first('sms_packages'),
  };
}

async function time(mesure, { application, reperes }) {
  const debut = performance.now();
  await mesure(application, reperes);
  return performance.now() - debut;
}

/** Each base once to warm up, then in turns: whatever else the machine does weighs on both. */
async function measure(mesure, bases) {
  const temps = bases.map(() => []);
  for (let passe = 0; passe <= PASSES; passe += 1) {
    for (const [rang, base] of bases.entries()) {
      const ms = await time(mesure, base);
      if (passe > 0) temps[rang].push(ms);
    }
  }
  return temps.map(median);
}

async function measureAll(mesures, bases) {
  const ratios = [];
  for (const [nom, mesure] of Object.entries(mesures)) {
    const [petit, grand] = await measure(mesure, bases);
    const ratio = Math.max(grand, PLANCHER_MS) / Math.max(petit, PLANCHER_MS);
    print(`  ${nom}`, round(petit, 1), round(grand, 1), round(ratio, 1));
    ratios.push(ratio);
  }
  return Math.max(...ratios);
}

/** The evening counted; kept, and looked at when somebody has just written: the worst of what a page waits for. */
async function measureAccueil(bases) {
  const look = (lecture) => (app) => app.describeSoiree(TOUT, null, lecture);
  const [, comptee] = await measure(look('fraiche'), bases);
  const [, gardee] = await measure(look('datee'), bases);
  const ecrites = bases.map(({ knex, ...base }) => ({
    ...base,
    application: {
      describeSoiree: async (...demande) => {
        await knex.raw('UPDATE entrepreneurs SET inactif = inactif WHERE id = 1');
        return base.application.describeSoiree(...demande);
      },
    },
  }));
  const [, datee] = await measure(look('datee'), ecrites);
  // Nothing is counted behind what is measured next.
  await Promise.all(bases.map(({ application }) => look('gardee')(application)));
  print('le soir, compté', '', round(comptee), '');
  print('page d’accueil, rien d’écrit', '', round(gardee), '');
  print('page d’accueil, après une écriture', '', round(datee), '');
  return Math.max(gardee, datee);
}

const setHeure = (bases, now) => bases.forEach(({ horloge }) => (horloge.now = now));

/**
 * `npm run bench -- historique [envois] [personnes]`. Each statement of the turn, of the home page, of the lists and of
 * the histories, through the product's own functions, with 10,000 old envois and with 5,000,000.
 */
export default async function historique(server, [envois, personnes] = []) {
  const tailles = [PETIT, Number(envois ?? GRAND)];
  const bases = [];
  try {
    for (const nombre of tailles) {
      const base = await openHistorique(server, {
        nombre,
        personnes: Number(personnes ?? PERSONNES),
      });
      bases.push({ ...base, reperes: await readReperes(base.knex) });
    }
    print('ms', ...tailles.map((taille) => `${taille}`), 'rapport');
    const ratios = [];
    for (const [titre, mesures] of Object.entries({ TOUR, LISTES, HISTORIQUES })) {
      setHeure(bases, titre === 'TOUR' ? SOIR : MATIN);
      ratios.push(await measureAll(mesures, bases));
    }
    setHeure(bases, MATIN);
    const accueil = await measureAccueil(bases);
    setHeure(bases, SOIR);
    const [, tour] = await measure((app) => app.watchOver(), bases);
    print('tour entier', '', round(tour), '');
    return {
      ratioMax: round(Math.max(...ratios), 1),
      tickMs: round(tour),
      accueilMs: round(accueil),
    };
  } finally {
    await Promise.all(bases.map(({ close }) => close()));
  }
}
