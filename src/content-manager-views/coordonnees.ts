import type { Champ, Vue } from './vue';

const MARQUES: Readonly<Record<string, Champ>> = {
  empreinte: ['Empreinte', 'Calculée à l’enregistrement.'],
  calculeSelon: ['Règle du calcul', 'Calculée à l’enregistrement.'],
};

/** Guide §2.d: the three tables of the tab « Coordonnées ». */
export const COORDONNEES: readonly Vue[] = [
  {
    uid: 'coordonnees.email',
    mainField: 'adresse',
    tri: ['adresse', 'ASC'],
    liste: ['adresse', 'reference', 'accepte'],
    formulaire: [['adresse'], ['reference', 'accepte']],
    champs: {
      adresse: ['E-mail', 'Une adresse complète, par exemple prenom.nom@exemple.fr.'],
      reference: ['E-mail de référence', 'Adresse choisie en premier pour les envois.'],
      accepte: [
        'Accepte d’être contacté avec cet e-mail',
        'Sans cette coche, aucun e-mail n’y est envoyé.',
      ],
      etat: ['État de l’adresse', 'Calculé à l’enregistrement.'],
      ...MARQUES,
    },
  },
  {
    uid: 'coordonnees.telephone',
    mainField: 'numero',
    tri: ['numero', 'ASC'],
    liste: ['typeNumero', 'numero', 'principal', 'contactPossible'],
    formulaire: [
      ['typeNumero', 'numero'],
      ['principal', 'contactPossible'],
    ],
    champs: {
      typeNumero: ['Type de numéro'],
      numero: ['Numéro', '10 chiffres, par exemple 0612345678. Les espaces et +33 sont acceptés.'],
      principal: ['Téléphone courant (principal)'],
      contactPossible: [
        'Accepte d’être contacté à ce numéro',
        'Sans cette coche, aucun SMS n’y est envoyé.',
      ],
      numeroE164: ['Numéro international', 'Calculé à l’enregistrement.'],
      mobile: ['Mobile', 'Calculé à l’enregistrement.'],
      ...MARQUES,
    },
  },
  {
    uid: 'coordonnees.adresse',
    mainField: 'ville',
    tri: ['ville', 'ASC'],
    liste: ['rue', 'codePostal', 'ville', 'reference'],
    formulaire: [
      ['date', 'pays'],
      ['rue', 'complement'],
      ['codePostal', 'ville', 'territoire'],
      ['zoneRurale', 'qpv'],
      ['reference', 'accepteCourrier'],
    ],
    champs: {
      date: ['Date'],
      pays: ['Pays'],
      rue: ['Rue'],
      complement: ['Compléments'],
      codePostal: ['Code postal'],
      ville: ['Ville'],
      territoire: ['Territoire'],
      zoneRurale: ['Zone rurale'],
      qpv: ['Adresse QPV', 'Quartier prioritaire de la politique de la ville.'],
      reference: ['Adresse de référence'],
      accepteCourrier: ['Accepte de recevoir du courrier'],
    },
  },
];
