import type { Portee } from '../core/api/oppositions';

export interface EmailSaisi {
  adresse: string;
  reference?: boolean;
  accepte?: boolean;
}

export interface TelephoneSaisi {
  numero: string;
  principal?: boolean;
  contactPossible?: boolean;
}

export interface ContactSaisi {
  inactif?: boolean;
  courrielPro?: string;
  /** Absent: the column is null in the base. */
  accepteCourriel?: boolean;
  accepteSms?: boolean;
  telephones?: readonly TelephoneSaisi[];
}

export interface ContactPartenaireSaisi extends ContactSaisi {
  estReferent?: boolean;
  estPrincipal?: boolean;
}

/** What a gestionnaire types; an absent key is a null column. */
export type FicheSaisie =
  | {
      typeDestinataire: 'entrepreneur';
      inactif?: boolean;
      consentementRgpd?: 'Non renseigné' | 'Oui' | 'Non';
      accepteSms?: boolean;
      emails?: readonly EmailSaisi[];
      telephones?: readonly TelephoneSaisi[];
    }
  | ({ typeDestinataire: 'contact_individuel' } & ContactSaisi)
  | {
      typeDestinataire: 'entreprise_partenaire';
      inactif?: boolean;
      contacts?: readonly ContactPartenaireSaisi[];
    };

export interface OppositionSaisie {
  /** An e-mail or a number, as typed; null: said by the person, of an address she has no more. */
  adresse: string | null;
  portee: Portee;
  /** Said by the person herself, and not only kept for the address. */
  parElle?: boolean;
}
