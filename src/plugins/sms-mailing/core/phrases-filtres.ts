import type { FiltreDateAction, FiltresCampagne, Periode } from './filtres-campagne';
import { formatDate } from './horaire';

type CleDe<F> = F extends unknown ? Exclude<keyof F, 'typeDestinataire'> : never;
/** The key of a filter, whatever the kind of destinataires. */
export type CleFiltre = CleDe<FiltresCampagne>;

/** Guide §7.b: the words of the screen, in its order; « Offre de service » is how the recap spells ODS. */
export const LIBELLES_FILTRES: Readonly<Record<CleFiltre, string>> = {
  recherche: 'Texte recherché',
  dateCreationProfil: 'Date création du profil entrepreneur',
  dateNaissance: 'Date de naissance',
  statutPersonne: 'Statut de la personne',
  csp: 'CSP',
  niveauFormation: 'Niveau de formation',
  th: 'TH',
  rsa: 'RSA',
  critereCache: 'Critère que vous ne pouvez pas voir',
  qualificationQpv: 'Qualification QPV',
  referent: 'Référent',
  antenne: 'Antenne',
  dateSituation: 'Date de situation',
  statutEmploi: 'Statut dans l’emploi',
  etatProjet: 'État du projet',
  secteurActivite: 'Secteur d’activité',
  canalPrescription: 'Canal de prescription',
  ods: 'Offre de service',
  etape: 'Étape',
  typeAction: 'Type de l’action',
  ressource: 'Ressource',
  lieuAction: 'Lieu de l’action',
  dateDebutOds: 'Date début ODS',
  dateFinOds: 'Date fin ODS',
  dateAction: 'Date d’action',
  sansTypeAction: 'N’a fait aucune action de type',
  moyenContact: 'Moyen de contact privilégié',
  ville: 'Ville',
  fonction: 'Fonction',
  raisonSociale: 'Raison sociale',
  typePartenaire: 'Type de partenaire',
  recuCampagne: 'A reçu la campagne',
  nonRecuModele: 'N’a pas reçu le modèle',
};

function describePeriode({ du, au }: Periode): string {
  if (du !== undefined && au !== undefined) {
    return du === au ? `le ${formatDate(du)}` : `du ${formatDate(du)} au ${formatDate(au)}`;
  }
  if (du !== undefined) {
    return `à partir du ${formatDate(du)}`;
  }
  return au === undefined ? '' : `jusqu’au ${formatDate(au)}`;
}

const formatJour = (jours: number): string => {
  if (jours === 0) {
    return 'J';
  }
  return jours < 0 ? `J-${String(-jours)}` : `J+${String(jours)}`;
};

function describeDateAction(filtre: FiltreDateAction): string {
  switch (filtre.genre) {
    case 'aucun':
      return '';
    case 'periode':
      return describePeriode(filtre);
    case 'relative':
      return `de ${formatJour(filtre.de)} à ${formatJour(filtre.a)} autour de la date d’envoi`;
  }
}

type ValeurFiltre = readonly string[] | string | Periode | FiltreDateAction;

function describeValeur(valeur: ValeurFiltre, labels: Readonly<Record<string, string>>): string {
  if (typeof valeur === 'string') {
    return valeur === '' ? '' : `« ${valeur} »`;
  }
  if ('genre' in valeur) {
    return describeDateAction(valeur);
  }
  return isListe(valeur)
    ? valeur.map((choisi) => labels[choisi] ?? choisi).join(', ')
    : describePeriode(valeur);
}

function isListe(valeur: readonly string[] | Periode): valeur is readonly string[] {
  return Array.isArray(valeur);
}

export interface PhraseFiltre {
  cle: CleFiltre;
  /** « Offre de service : Activ'Créa lot 1 » */
  phrase: string;
}

/**
 * Guide §7.b « Les filtres : »: one line per filter in use, in the order of the screen. `labels` names the
 * documentIds; without filter the list is empty.
 */
export function listPhrases(
  filtres: FiltresCampagne,
  labels: Readonly<Record<string, string>>
): PhraseFiltre[] {
  const cles = Object.keys(LIBELLES_FILTRES) as CleFiltre[];
  const valeurs: Partial<Record<string, ValeurFiltre | boolean>> = filtres;
  return cles.flatMap((cle) => {
    const valeur = valeurs[cle];
    if (typeof valeur === 'boolean') {
      return valeur ? [{ cle, phrase: LIBELLES_FILTRES[cle] }] : [];
    }
    const phrase = valeur === undefined ? '' : describeValeur(valeur, labels);
    return phrase === '' ? [] : [{ cle, phrase: `${LIBELLES_FILTRES[cle]} : ${phrase}` }];
  });
}

export function describeFiltres(
  filtres: FiltresCampagne,
  labels: Readonly<Record<string, string>>
): string[] {
  return listPhrases(filtres, labels).map(({ phrase }) => phrase);
}
