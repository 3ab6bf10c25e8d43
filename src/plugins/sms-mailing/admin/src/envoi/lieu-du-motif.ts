import type { MotifExclusion } from '../../../core/motif';
import type { TypeContact, TypeDestinataire } from '../../../core/vocabulaire';

/** What a reason was given about. */
export interface SujetMotif {
  typeDestinataire: TypeDestinataire;
  /** The fiche of the person; null when it is not known. */
  personne: string | null;
  modele: { documentId: string; typeContact: TypeContact } | null;
  action: string | null;
}

/** Where one goes to mend it. */
export interface Lieu {
  chemin: string;
  libelle: string;
}

type Place =
  'adresses' | 'coordonnees' | 'modele' | 'packages' | 'parametres' | 'action' | 'regles';

/** Nothing to mend: it was asked, or is only said. */
type SansLieu =
  'deja_envoye' | 'envoi_annule' | 'meme_adresse' | 'hors_perimetre' | 'fiche_absente';

const PLACES: Readonly<Record<Exclude<MotifExclusion, SansLieu>, Place>> = {
  adresse_absente: 'adresses',
  adresse_invalide: 'adresses',
  adresse_fictive: 'adresses',
  adresse_refusee: 'adresses',
  adresse_non_acceptee: 'coordonnees',
  telephone_absent: 'coordonnees',
  telephone_non_mobile: 'coordonnees',
  telephone_non_autorise: 'coordonnees',
  numero_invalide: 'coordonnees',
  sms_non_accepte: 'coordonnees',
  rgpd_refuse: 'coordonnees',
  rgpd_non_renseigne: 'coordonnees',
  opposition: 'coordonnees',
  referent_absent: 'coordonnees',
  fiche_inactive: 'coordonnees',
  fiche_test: 'coordonnees',
  pays_non_autorise: 'parametres',
  lien_mort: 'modele',
  modele_inactif: 'modele',
  signet_vide: 'modele',
  sms_trop_long: 'modele',
  sms_sans_stop: 'modele',
  piece_jointe_invalide: 'modele',
  regle_inactive: 'regles',
  action_annulee: 'action',
  action_modifiee: 'action',
  participation_annulee: 'action',
  liste_attente: 'action',
  trop_tard: 'action',
  deja_programme: 'action',
  credit_sms_insuffisant: 'packages',
};

const CHEMINS_MODELES: Readonly<Record<TypeContact, string>> = {
  email: 'modeles-mailing',
  newsletter: 'modeles-newsletter',
  sms: 'modeles-sms',
};

/** The page of a person of that kind. */
export function cheminPersonne(typeDestinataire: TypeDestinataire, documentId: string): string {
  switch (typeDestinataire) {
    case 'entrepreneur':
      return `/entrepreneurs/${documentId}`;
    case 'contact_individuel':
      return `/contacts-et-partenaires/contacts/${documentId}`;
    case 'entreprise_partenaire':
      return `/contacts-et-partenaires/partenaires/${documentId}`;
  }
}

function lieuCoordonnees({ typeDestinataire, personne }: SujetMotif): Lieu | null {
  return personne === null
    ? null
    : {
        chemin: `${cheminPersonne(typeDestinataire, personne)}/coordonnees`,
        libelle: 'Ouvrir ses coordonnées',
      };
}

/** With the person's telephone and référent; what is not hers alone opens the whole list. */
function lieuAdresses({ personne }: SujetMotif): Lieu {
  const fiche = personne === null ? '' : `?fiche=${personne}`;
  return {
    chemin: `/contacts-emails-sms/adresses-a-corriger${fiche}`,
    libelle: 'Corriger l’adresse',
  };
}

function lieuModele({ modele }: SujetMotif): Lieu | null {
  return modele === null
    ? null
    : {
        chemin: `/contacts-emails-sms/${CHEMINS_MODELES[modele.typeContact]}/${modele.documentId}`,
        libelle: 'Ouvrir le modèle',
      };
}

const LIEUX: Readonly<Record<Place, (sujet: SujetMotif) => Lieu | null>> = {
  adresses: lieuAdresses,
  coordonnees: lieuCoordonnees,
  modele: lieuModele,
  packages: () => ({
    chemin: '/contacts-emails-sms/packages-sms',
    libelle: 'Ouvrir Package SMS',
  }),
  parametres: () => ({
    chemin: '/contacts-emails-sms/reglages-des-envois',
    libelle: 'Ouvrir les réglages des envois',
  }),
  regles: () => ({
    chemin: '/contacts-emails-sms/envois-automatiques',
    libelle: 'Ouvrir les envois automatiques',
  }),
  action: ({ action }) =>
    action === null ? null : { chemin: `/actions/${action}`, libelle: 'Ouvrir l’action' },
};

/** Every reason leads to the place that mends it; null when there is none, or when it is not known whose. */
export function lieuDuMotif(motif: string, sujet: SujetMotif): Lieu | null {
  const places: Readonly<Record<string, Place | undefined>> = PLACES;
  const place = Object.hasOwn(PLACES, motif) ? places[motif] : undefined;
  return place === undefined ? null : LIEUX[place](sujet);
}
