const CARTES_EN_MAIN = {
  natures: ['Collective'],
  typesAction: ['Atelier'],
  ods: ["Activ'Créa lot 1"],
  etapes: ['Atelier "Cartes en main"'],
};

/** Rules, their lists named as in the CRM; the first seven are those of the guide. */
export const ENVOIS_AUTOMATIQUES = [
  // §6.a and §6.b, the two rules of the table.
  {
    modele: 'donnees',
    delai: -3,
    criteres: {
      natures: ['Individuelle'],
      typesAction: ['Diagnostic'],
      ods: ['DPE'],
      etapes: ['Diag RDV 1'],
    },
  },
  {
    modele: 'rappelJ1',
    delai: -1,
    criteres: {
      natures: ['Collective'],
      typesAction: ['Atelier "j\'aurai voulu"'],
      ods: ["Activ'Créa Mon Bureau Virtuel"],
      etapes: ['Entretien émergence'],
    },
  },
  // §6.c, the rule created step by step.
  {
    modele: 'avantTroisJours',
    delai: -3,
    criteres: {
      natures: ['Individuelle'],
      typesAction: ['Diagnostic'],
      ods: ['DPE'],
      etapes: ['Diag RDV 1'],
      modesIntervention: ['Présentiel BGE'],
    },
  },
  // §6.d, the four lines of the test protocol.
  {
    modele: 'rappel',
    delai: 2,
    inactif: true,
    criteres: { ...CARTES_EN_MAIN, etapes: ['Atelier "Je découvre"'] },
  },
  { modele: 'rappel', delai: -2, criteres: CARTES_EN_MAIN },
  {
    modele: 'lendemain',
    delai: 1,
    criteres: { ...CARTES_EN_MAIN, modesIntervention: ['Présentiel BGE'] },
  },
  { modele: 'rappelJ1', delai: -1, criteres: CARTES_EN_MAIN },
  // §6.c « pour toutes les actions individuelles », and « ayant confirmé leur RDV ».
  { modele: 'rappelSms', delai: -2, criteres: { natures: ['Individuelle'] } },
  { modele: 'rappelJ2', delai: -2, criteres: { natures: ['Individuelle'], confirme: 'oui' } },
  // §6.c « questionnaire à chaud », §2.a « enquête de satisfaction J+7 ».
  {
    modele: 'postAtelier',
    delai: 2,
    criteres: { natures: ['Collective'], presences: ['Présent'] },
  },
  { modele: 'satisfaction', delai: 7, criteres: { presences: ['Présent'] } },
  {
    modele: 'atelier',
    delai: 1,
    criteres: {
      natures: ['Collective'],
      typesAction: ['Atelier', "Réunion d'information"],
      presences: ['Présent', 'Absent excusé'],
    },
  },
];
