import { etatCourriel } from '../core/courriel';
import type {
  ConsentementRgpd,
  ContactPartenaire,
  Coordonnees,
  CoordonneesContact,
  Email,
  PorteeOpposition,
  Telephone,
} from '../core/destinataire';
import { normaliseTelephone } from '../core/telephone';

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
      consentementRgpd?: ConsentementRgpd;
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
  /** E-mail address or E.164 number. */
  adresse: string;
  portee: PorteeOpposition;
}

function porteesOf(
  adresse: string | null,
  oppositions: readonly OppositionSaisie[]
): PorteeOpposition[] {
  return oppositions
    .filter((opposition) => opposition.adresse.toLowerCase() === adresse?.toLowerCase())
    .map((opposition) => opposition.portee);
}

function completeEmail(saisi: EmailSaisi, oppositions: readonly OppositionSaisie[]): Email {
  return {
    adresse: saisi.adresse,
    reference: saisi.reference ?? null,
    accepte: saisi.accepte ?? null,
    etat: etatCourriel(saisi.adresse),
    oppositions: porteesOf(saisi.adresse, oppositions),
  };
}

function completeTelephone(
  saisi: TelephoneSaisi,
  oppositions: readonly OppositionSaisie[]
): Telephone {
  const lu = normaliseTelephone(saisi.numero);
  return {
    numero: saisi.numero,
    principal: saisi.principal ?? null,
    contactPossible: saisi.contactPossible ?? null,
    numeroE164: lu?.e164 ?? null,
    mobile: lu?.mobile ?? false,
    oppositions: porteesOf(lu?.e164 ?? null, oppositions),
  };
}

function completeContact(
  saisi: ContactSaisi,
  oppositions: readonly OppositionSaisie[]
): CoordonneesContact {
  const courrielPro = saisi.courrielPro ?? null;
  return {
    inactif: saisi.inactif ?? null,
    courrielPro,
    accepteCourriel: saisi.accepteCourriel ?? null,
    etatCourriel: courrielPro === null ? null : etatCourriel(courrielPro),
    oppositionsCourriel: porteesOf(courrielPro, oppositions),
    accepteSms: saisi.accepteSms ?? null,
    telephones: (saisi.telephones ?? []).map((t) => completeTelephone(t, oppositions)),
  };
}

function completePartenaire(
  saisi: ContactPartenaireSaisi,
  oppositions: readonly OppositionSaisie[]
): ContactPartenaire {
  return {
    ...completeContact(saisi, oppositions),
    estReferent: saisi.estReferent ?? null,
    estPrincipal: saisi.estPrincipal ?? null,
  };
}

function completeEntrepreneur(
  saisi: Extract<FicheSaisie, { typeDestinataire: 'entrepreneur' }>,
  oppositions: readonly OppositionSaisie[]
): Coordonnees {
  return {
    typeDestinataire: 'entrepreneur',
    inactif: saisi.inactif ?? null,
    consentementRgpd: saisi.consentementRgpd ?? null,
    accepteSms: saisi.accepteSms ?? null,
    emails: (saisi.emails ?? []).map((email) => completeEmail(email, oppositions)),
    telephones: (saisi.telephones ?? []).map((t) => completeTelephone(t, oppositions)),
  };
}

/** The fiche with its computed columns, as every write path leaves it in the base. */
export function coordonneesOf(
  fiche: FicheSaisie,
  oppositions: readonly OppositionSaisie[] = []
): Coordonnees {
  switch (fiche.typeDestinataire) {
    case 'entrepreneur':
      return completeEntrepreneur(fiche, oppositions);
    case 'contact_individuel':
      return { typeDestinataire: 'contact_individuel', ...completeContact(fiche, oppositions) };
    case 'entreprise_partenaire':
      return {
        typeDestinataire: 'entreprise_partenaire',
        inactif: fiche.inactif ?? null,
        contacts: (fiche.contacts ?? []).map((c) => completePartenaire(c, oppositions)),
      };
  }
}
