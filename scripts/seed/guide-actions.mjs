import { addJours } from './jours.mjs';

const VISIO = 'https://visio.bge-demo.test/cartes-en-main';

function horaires(debut, fin) {
  return { heureDebut: `${debut}:00`, heureFin: `${fin}:00` };
}

/** §6.d: « Cartes en main », the atelier of the test protocol. */
function cartesEnMain({ ods, etapes, ressources, typesAction }) {
  return {
    objet: 'Atelier "Cartes en main"',
    nature: 'Collective',
    typeAction: typesAction.Atelier,
    ods: ods["Activ'Créa lot 1"],
    etape: etapes['Atelier "Cartes en main"'],
    ressource: ressources['Activ Créa 2021-2023'],
    phaseMetier: 'Emergence',
    modeIntervention: 'A distance',
    lienVisio: VISIO,
    capacite: 10,
    ...horaires('09:30', '10:30'),
  };
}

/** §6.a: the action of the rule « DPE, Diag RDV 1, Diagnostic, Individuelle, J-3 ». */
function diagnostic({ ods, etapes, ressources, typesAction, sites }) {
  return {
    objet: 'Diag RDV 1',
    nature: 'Individuelle',
    typeAction: typesAction.Diagnostic,
    ods: ods.DPE,
    etape: etapes['Diag RDV 1'],
    ressource: ressources['DPE 2022'],
    phaseMetier: 'Accueil',
    modeIntervention: 'Présentiel BGE',
    site: sites.Arras,
    capacite: 1,
    ...horaires('09:00', '10:00'),
  };
}

/** Actions around the reference: days from it, the action, who comes and how. */
function listAVenir(references) {
  const { ods, etapes, ressources, typesAction, sites } = references;
  const inscrit = (qui, suite) => ({ qui, confirme: true, ...suite });
  return {
    // §2.c: PALMER has an atelier with three others and an individual diagnostic.
    palmerAtelier: [
      2,
      cartesEnMain(references),
      ['palmer', 'martin', 'diallo', 'lefebvre'].map((qui) => inscrit(qui)),
    ],
    palmerDiagnostic: [3, diagnostic(references), [inscrit('palmer')]],
    // §2.c: « tous les entrepreneurs qui ont un rdv individuel dans 2 jours ».
    rendezVousIndividuel: [
      2,
      {
        ...diagnostic(references),
        objet: 'Diag RDV 2',
        etape: etapes['Diag RDV 2'],
        typeAction: typesAction.Entretien,
        ...horaires('14:00', '15:00'),
      },
      [inscrit('martin')],
    ],
    // §6.d: the test person alone, so that a test reaches nobody else.
    ficheTestAtelier: [2, cartesEnMain(references), [inscrit('ficheTest')]],
    // §6.a: the rule « Mon Bureau Virtuel, Entretien émergence, J-1 »; PARIS cannot be reached.
    entretienEmergence: [
      1,
      {
        objet: 'Entretien émergence',
        nature: 'Collective',
        typeAction: typesAction['Atelier "j\'aurai voulu"'],
        ods: ods["Activ'Créa Mon Bureau Virtuel"],
        etape: etapes['Entretien émergence'],
        ressource: ressources['Activ Créa 2021-2023'],
        phaseMetier: 'Emergence',
        modeIntervention: 'Présentiel BGE',
        site: sites['Armentières'],
        capacite: 10,
        ...horaires('10:00', '11:00'),
      },
      [inscrit('diallo'), { qui: 'paris' }, { qui: 'refusRgpd', statut: "Liste d'attente" }],
    ],
    // Decision F12: same caracteristics as PALMER's atelier, cancelled: nobody is written to.
    atelierAnnule: [2, { ...cartesEnMain(references), statut: 'Annulée' }, [inscrit('refusRgpd')]],
  };
}

function listPassees(references) {
  const { etapes, sites } = references;
  const venu = (qui, presence = 'Présent') => ({ qui, confirme: true, presence });
  const surPlace = { modeIntervention: 'Présentiel BGE', lienVisio: null, statut: 'Réalisée' };
  return {
    // §6.d: the rules « Cartes en main, Présentiel BGE, J+1 » and « Je découvre, J+2 ».
    atelierHier: [
      -1,
      { ...cartesEnMain(references), ...surPlace, site: sites.Arras },
      [venu('martin'), venu('refusRgpd', 'Absent'), venu('lefebvre', 'Absent excusé')],
    ],
    atelierAvantHier: [
      -2,
      {
        ...cartesEnMain(references),
        ...surPlace,
        objet: 'Atelier "Je découvre"',
        etape: etapes['Atelier "Je découvre"'],
        site: sites['Armentières'],
      },
      [venu('palmer'), venu('diallo')],
    ],
    // §3: the search for actions, 2(0)/10 and 0(0)/10 at Armentières.
    atelierCoaching: [
      -56,
      {
        ...cartesEnMain(references),
        ...surPlace,
        objet: 'Atelier coaching',
        etape: etapes['Atelier coaching'],
        site: sites['Armentières'],
        ...horaires('10:00', '11:00'),
      },
      [venu('palmer'), venu('martin')],
    ],
    atelierVide: [
      -35,
      {
        ...cartesEnMain(references),
        ...surPlace,
        site: sites['Armentières'],
        ...horaires('10:00', '11:00'),
      },
      [],
    ],
    // §8.a: « Diag RDV 1 du 23/12/2021 09:00 à 10:00 », Témoin Accès, 1(0)/1.
    diagnosticPasse: [
      -70,
      {
        ...diagnostic(references),
        statut: 'Réalisée',
        animateur: references.intervenants['Témoin Accès'],
      },
      [venu('palmer')],
    ],
  };
}

/** Adds the guide's actions with their participations; resolves them by name. */
export function addActionsDuGuide(base, { reference, references }, personnes) {
  const actions = { ...listAVenir(references), ...listPassees(references) };
  const entrees = Object.entries(actions).map(([cle, [jours, donnees, participants]]) => {
    const action = base.add('action', {
      animateur: references.intervenants['Jérôme Accès'],
      antenne: references.antennes['Arrageois-Ternois'],
      surbooking: 0,
      date: addJours(reference, jours),
      ...donnees,
    });
    for (const { qui, ...suite } of participants) {
      base.add('participation', { action, entrepreneur: personnes[qui], ...suite });
    }
    return [cle, action];
  });
  return Object.fromEntries(entrees);
}
