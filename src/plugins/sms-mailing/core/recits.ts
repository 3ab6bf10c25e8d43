import type { FaitsDe, GenreActe, NomActe } from './acte';
import { RAISONS_OPPOSITION, type Portee } from './api/oppositions';
import type { Transport } from './vocabulaire';

interface Recit<N extends NomActe> {
  genre: GenreActe;
  /** After the name of who did it: « a créé… ». */
  dit: (faits: FaitsDe<N>) => string;
}

const cite = (nom: string): string => `« ${nom === '' ? 'sans nom' : nom} »`;
const compte = (n: number, un: string, plusieurs = `${un}s`): string =>
  `${String(n)} ${n > 1 ? plusieurs : un}`;
const messages = (n: number): string => compte(n, 'message');
const nePartentPas = (n: number): string =>
  `${messages(n)} ne ${n > 1 ? 'partiront' : 'partira'} pas`;
const annules = (n: number): string =>
  n === 0 ? '' : `, ${compte(n, 'envoi annulé', 'envois annulés')}`;
const jourJ = (delai: number): string =>
  delai === 0 ? 'J' : `J${delai > 0 ? '+' : '−'}${String(Math.abs(delai))}`;
const regle = ({ modele, delai }: { modele: string; delai: number }): string =>
  `l’envoi automatique ${cite(modele)} (${jourJ(delai)})`;
const lot = ({ achetes, dateAchat }: { achetes: number; dateAchat: string }): string =>
  `le package de ${compte(achetes, 'SMS', 'SMS')} du ${dateAchat}`;
const parTransport = (transport: Transport): string =>
  transport === 'sms' ? 'par SMS' : 'par e-mail';

const PORTEES: Readonly<Record<Portee, string>> = {
  newsletter: 'aux newsletters et promotions',
  sms: 'aux SMS',
  tout: 'à tout message',
};
const raisonDite = (raison: string): string =>
  Object.hasOwn(RAISONS_OPPOSITION, raison)
    ? RAISONS_OPPOSITION[raison as keyof typeof RAISONS_OPPOSITION]
    : raison;

const RECITS: { readonly [N in NomActe]: Recit<N> } = {
  'modele-cree': { genre: 'modeles', dit: ({ modele }) => `a créé le modèle ${cite(modele)}` },
  'modele-modifie': {
    genre: 'modeles',
    dit: ({ modele }) => `a modifié le modèle ${cite(modele)}`,
  },
  'modele-inactive': {
    genre: 'modeles',
    dit: (faits) => `a rendu inactif le modèle ${cite(faits.modele)}${annules(faits.annules)}`,
  },
  'modele-active': {
    genre: 'modeles',
    dit: ({ modele }) => `a rendu actif le modèle ${cite(modele)}`,
  },
  'modele-supprime': {
    genre: 'modeles',
    dit: ({ modele }) => `a supprimé le modèle ${cite(modele)}`,
  },
  'regle-cree': { genre: 'regles', dit: (faits) => `a créé ${regle(faits)}` },
  'regle-modifie': { genre: 'regles', dit: (faits) => `a modifié ${regle(faits)}` },
  'regle-inactive': { genre: 'regles', dit: (faits) => `a rendu inactif ${regle(faits)}` },
  'regle-active': { genre: 'regles', dit: (faits) => `a rendu actif ${regle(faits)}` },
  'regle-supprime': { genre: 'regles', dit: (faits) => `a supprimé ${regle(faits)}` },
  'regle-executee': {
    genre: 'regles',
    dit: (faits) =>
      `a exécuté tout de suite l’envoi automatique ${cite(faits.modele)}, ${messages(faits.messages)}`,
  },
  'regle-testee': {
    genre: 'regles',
    dit: (faits) =>
      `a testé l’envoi automatique ${cite(faits.modele)} sur les fiches test, ${messages(faits.messages)}`,
  },
  'regle-retiree': {
    genre: 'soiree',
    dit: ({ modele, soir, retires }) =>
      `a retiré l’envoi automatique ${cite(modele)} du soir du ${soir}, ${nePartentPas(retires)}`,
  },
  'participant-retire': {
    genre: 'regles',
    dit: ({ modele, retires }) =>
      `a retiré des personnes de l’envoi automatique ${cite(modele)}, ${nePartentPas(retires)}`,
  },
  'campagne-programmee': {
    genre: 'campagnes',
    dit: (faits) =>
      `a programmé la campagne ${cite(faits.modele)}, ${messages(faits.messages)} pour le ${faits.quand}`,
  },
  'campagne-annulee': {
    genre: 'campagnes',
    dit: (faits) =>
      `a annulé ${faits.entiere ? 'toute la campagne' : 'une partie de la campagne'} ${cite(faits.modele)}, ${nePartentPas(faits.annules)}`,
  },
  'action-ecrite': {
    genre: 'fiches',
    dit: (faits) =>
      `a envoyé ${cite(faits.modele)} depuis l’action ${cite(faits.action)}, ${messages(faits.messages)}`,
  },
  'entrepreneur-ecrit': {
    genre: 'fiches',
    dit: (faits) =>
      `a programmé ${cite(faits.modele)} depuis la fiche Entrepreneur, ${messages(faits.messages)} pour le ${faits.quand}`,
  },
  'place-proposee': {
    genre: 'fiches',
    dit: ({ action }) => `a proposé une place libérée de l’action ${cite(action)}`,
  },
  'place-reprise': {
    genre: 'fiches',
    dit: ({ action }) => `a repris une place proposée de l’action ${cite(action)}`,
  },
  'envois-relances': {
    genre: 'campagnes',
    dit: (faits) => `a renvoyé ${cite(faits.modele)} aux échecs, ${messages(faits.messages)}`,
  },
  'envois-annules': {
    genre: 'fiches',
    dit: (faits) => `a annulé un envoi depuis une fiche, ${nePartentPas(faits.annules)}`,
  },
  'soir-suspendu': { genre: 'soiree', dit: () => 'a suspendu l’envoi du soir' },
  'soir-repris': { genre: 'soiree', dit: () => 'a repris l’envoi du soir' },
  'soir-execute': {
    genre: 'soiree',
    dit: ({ soir }) => `a exécuté tout de suite l’envoi du soir du ${soir}`,
  },
  'envois-retires': {
    genre: 'soiree',
    dit: ({ retires }) => `a retiré des envois du soir, ${nePartentPas(retires)}`,
  },
  'incertain-tranche': {
    genre: 'soiree',
    dit: ({ decision }) =>
      decision === 'envoye'
        ? 'a considéré comme envoyé un envoi incertain'
        : 'a fait renvoyer un envoi incertain',
  },
  'exemplaire-demande': {
    genre: 'exemplaires',
    dit: ({ modele, transport }) =>
      `s’est envoyé ${parTransport(transport)} un exemplaire du modèle ${cite(modele)}`,
  },
  'code-demande': {
    genre: 'exemplaires',
    dit: ({ transport }) => `a demandé un code ${parTransport(transport)} pour prouver son adresse`,
  },
  'package-ajoute': { genre: 'packages', dit: (faits) => `a ajouté ${lot(faits)}` },
  'package-modifie': { genre: 'packages', dit: (faits) => `a modifié ${lot(faits)}` },
  'package-corrige': {
    genre: 'packages',
    dit: ({ credits, raison, dateAchat }) =>
      `a corrigé de ${credits > 0 ? '+' : ''}${String(credits)} SMS les consommés du package du ${dateAchat} : ${raison}`,
  },
  'package-supprime': { genre: 'packages', dit: (faits) => `a supprimé ${lot(faits)}` },
  'parametres-changes': {
    genre: 'parametres',
    dit: ({ champs }) =>
      champs.length === 0
        ? 'a enregistré les paramètres sans rien changer'
        : `a changé les paramètres : ${champs.join(', ')}`,
  },
  'compte-verifie': {
    genre: 'parametres',
    dit: ({ transport }) =>
      `a vérifié le compte d’envoi ${transport === 'sms' ? 'des SMS' : 'des e-mails'}`,
  },
  opposition: {
    genre: 'oppositions',
    dit: ({ portee, raison }) =>
      `a enregistré une opposition ${PORTEES[portee]} (${raisonDite(raison)})`,
  },
  'opposition-levee': {
    genre: 'oppositions',
    dit: ({ portee, raison }) => `a levé une opposition ${PORTEES[portee]} (${raisonDite(raison)})`,
  },
  'adresse-retablie': {
    genre: 'oppositions',
    dit: () => 'a dit qu’une adresse refusée par son serveur fonctionne de nouveau',
  },
  'personne-effacee': {
    genre: 'effacements',
    dit: ({ envois, annules: arretes }) =>
      `a effacé une personne : ${compte(envois, 'envoi rendu anonyme', 'envois rendus anonymes')}${annules(arretes)}`,
  },
  'fiche-supprimee': { genre: 'effacements', dit: ({ fiche }) => `a supprimé ${fiche}` },
  'profil-cree': { genre: 'droits', dit: ({ profil }) => `a créé le profil ${cite(profil)}` },
  'profil-modifie': {
    genre: 'droits',
    dit: ({ profil }) => `a modifié le profil ${cite(profil)}`,
  },
  'profil-supprime': {
    genre: 'droits',
    dit: ({ profil }) => `a supprimé le profil ${cite(profil)}`,
  },
  'compte-cree': {
    genre: 'droits',
    dit: ({ compte: nom, profils }) =>
      `a créé le compte ${cite(nom)}${profils.length === 0 ? '' : `, profil ${profils.join(', ')}`}`,
  },
  'compte-modifie': {
    genre: 'droits',
    dit: ({ compte: nom, quoi }) => `a modifié le compte ${cite(nom)} : ${quoi.join(', ')}`,
  },
  'compte-supprime': {
    genre: 'droits',
    dit: (faits) => `a supprimé le compte ${cite(faits.compte)}`,
  },
  'compte-rattache': {
    genre: 'droits',
    dit: (faits) => `a changé les antennes et équipes du compte ${cite(faits.compte)}`,
  },
  'export-campagne': {
    genre: 'exports',
    dit: ({ campagne, lignes }) =>
      `a exporté les envois de la campagne n° ${String(campagne)}, ${compte(lignes, 'ligne')}`,
  },
  'export-preuves': {
    genre: 'exports',
    dit: ({ mois, lignes }) =>
      `a exporté les preuves d’envoi de ${mois}, ${compte(lignes, 'ligne')}`,
  },
  'export-journal': {
    genre: 'exports',
    dit: ({ lignes }) => `a exporté le journal, ${compte(lignes, 'ligne')}`,
  },
  'export-adresses': {
    genre: 'exports',
    dit: ({ lignes }) => `a exporté les adresses à corriger, ${compte(lignes, 'ligne')}`,
  },
  'export-personne': {
    genre: 'exports',
    dit: ({ envois }) => `a exporté les données d’une personne et ${compte(envois, 'envoi')}`,
  },
};

/** What the Journal keeps of an act: its sentence is made once, with the names of the day. */
export function tellActe<N extends NomActe>(
  nom: N,
  faits: FaitsDe<N>
): { genre: GenreActe; phrase: string } {
  const { genre, dit } = RECITS[nom];
  return { genre, phrase: dit(faits) };
}
