const campagne = (modeleDocumentId, reste = {}) => ({
  ...{ modeleDocumentId, typeContact: 'email', campagneId: null, recherche: '', soir: null },
  filtres: { typeDestinataire: 'entrepreneur' },
  ...reste,
});

const recherche = (modele, reste = {}) => ({
  ...campagne(modele),
  ...{ onglet: 'non_faits', tri: { cle: 'nom', sens: 'asc' }, compte: 'estime' },
  ...reste,
});

/** Guide §3, §8.a, §9.a: first results, whatever is typed; « TAUPIN » is the beginning of nobody's name. */
const REPERTOIRE = ({ entrepreneur, entrepreneurNom }) => ({
  'entrepreneurs, sans filtre': '/personnes/entrepreneur',
  'entrepreneurs, par antenne': '/personnes/entrepreneur?tri=antenne',
  'entrepreneurs, par référent': '/personnes/entrepreneur?tri=referent',
  'entrepreneurs, un nom': `/personnes/entrepreneur?recherche=${encodeURIComponent(entrepreneurNom)}`,
  'entrepreneurs, un prénom courant': '/personnes/entrepreneur?recherche=Pr%C3%A9nom7',
  'entrepreneurs, un inconnu': '/personnes/entrepreneur?recherche=taupin',
  'entrepreneurs, un téléphone': '/personnes/entrepreneur?telephone=06%2000%2001%2023%2045',
  'entrepreneurs, un e-mail': '/personnes/entrepreneur?email=personne12345%40banc.test',
  'un entrepreneur, en-tête': `/personnes/entrepreneur/${entrepreneur}`,
  'contacts individuels': '/personnes/contact_individuel',
  'entreprises partenaires': '/personnes/entreprise_partenaire',
  'actions, sans filtre': '/actions',
  'actions, un objet': '/actions?objet=atelier',
  'actions, un lieu': '/actions?recherche=site%2012',
  'actions, par lieu': '/actions?tri=lieu',
  'actions d’un entrepreneur': `/actions?entrepreneur=${entrepreneur}`,
  'agenda, un mois': '/agenda?debut=2022-02-28&fin=2022-04-04&qui=tous',
});

/** Guide §7, « Choix des destinataires »: its lines at once, then its counts. */
const CAMPAGNE = ({ modele, antenne }) => ({
  'modèles d’une campagne': '/campagnes-modeles?typeContact=email&typeDestinataire=entrepreneur',
  'destinataires, sans filtre': ['/campagnes/destinataires', recherche(modele)],
  'destinataires, nombre exact': [
    '/campagnes/destinataires',
    recherche(modele, { compte: 'exact' }),
  ],
  'destinataires, un nom': ['/campagnes/destinataires', recherche(modele, { recherche: 'nom123' })],
  'destinataires, par référent': [
    '/campagnes/destinataires',
    recherche(modele, { tri: { cle: 'referent', sens: 'asc' } }),
  ],
  'destinataires, par date de situation': [
    '/campagnes/destinataires',
    recherche(modele, { tri: { cle: 'date_situation', sens: 'desc' } }),
  ],
  'destinataires, une antenne': [
    '/campagnes/destinataires',
    recherche(modele, { filtres: { typeDestinataire: 'entrepreneur', antenne: [antenne] } }),
  ],
  'qui recevra, sans filtre': ['/campagnes/comptes', campagne(modele, { memoriser: false })],
  'qui recevra, une antenne': [
    '/campagnes/comptes',
    campagne(modele, {
      memoriser: false,
      filtres: { typeDestinataire: 'entrepreneur', antenne: [antenne] },
    }),
  ],
  'relations d’un filtre': '/filtres/relations?relation=antenne&recherche=12',
});

const HISTORIQUES = ({ modele, entrepreneur, action, entrepreneurNom }) => ({
  'historique des campagnes': ['/campagnes/historique', {}],
  'historique des campagnes, par modèle': [
    '/campagnes/historique',
    { tri: { cle: 'modele', sens: 'asc' } },
  ],
  'historique des campagnes, un mois': [
    '/campagnes/historique',
    { du: '2021-06-01', au: '2021-06-30' },
  ],
  'historique des campagnes, un texte': ['/campagnes/historique', { recherche: 'modèle n° 1' }],
  'historique des campagnes, une personne': [
    '/campagnes/historique',
    { personne: entrepreneurNom },
  ],
  'envois d’une campagne': '/campagnes/1/envois',
  'envois d’une campagne, échecs': '/campagnes/1/envois?groupe=echecs',
  'une campagne rouverte': '/campagnes/1',
  'historique d’un modèle': `/modeles/${modele}/historique`,
  'historique d’un entrepreneur': `/entrepreneurs/${entrepreneur}/historique`,
  'historique d’une personne': `/personnes/entrepreneur/${entrepreneur}/historique`,
  'historique d’une action': `/actions/${action}/historique?toutes=true`,
  'historique d’une action, par envoi': `/actions/${action}/vagues?toutes=true`,
  'le fil d’une action': `/actions/${action}/deroule`,
});

const TABLEAUX = ({ entrepreneur, action, lot }) => ({
  accueil: '/soiree',
  'ce soir, les oddités': '/soiree/oddites',
  'ce soir, compte rendu': '/soiree/bilan',
  statistiques: '/soiree/statistiques?jours=90',
  'une semaine': '/soiree/semaine',
  'envois automatiques': '/envois-automatiques',
  'modèles (administration)': '/modeles?typeContact=email',
  'fiche Entrepreneur': `/entrepreneurs/${entrepreneur}/fiche`,
  'fiche Action': `/actions/${action}/fiche`,
  packages: '/packages-sms',
  'suivi des packages': '/packages-sms-suivi',
  'journal d’un package': `/packages-sms/${lot}/journal`,
  'envois incertains': '/incertains',
  oppositions: '/oppositions',
  journal: '/journal',
});

/** Every page that searches, counts or tells the past: by name, an address, or an address and its body. */
export function listDemandes(reperes) {
  return Object.entries({
    ...REPERTOIRE(reperes),
    ...CAMPAGNE(reperes),
    ...HISTORIQUES(reperes),
    ...TABLEAUX(reperes),
  });
}
