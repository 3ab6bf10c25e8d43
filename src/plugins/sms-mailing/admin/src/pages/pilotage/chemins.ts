import type { FiltresCampagne } from '../../../../core/filtres-campagne';
import type { TypeContact, TypeDestinataire } from '../../../../core/vocabulaire';

/** Where the page stands in the panel. */
export const PILOTAGE = '/envoi-emails-sms';

/** The three onglets of guide §7.b, as the address names them. */
export const ONGLETS: readonly {
  chemin: string;
  typeDestinataire: TypeDestinataire;
  libelle: string;
  titre: string;
}[] = [
  {
    chemin: 'entrepreneur',
    typeDestinataire: 'entrepreneur',
    libelle: 'Entrepreneur',
    titre: 'Envoi aux entrepreneurs',
  },
  {
    chemin: 'entreprise-partenaire',
    typeDestinataire: 'entreprise_partenaire',
    libelle: 'Entreprise partenaire',
    titre: 'Envoi aux entreprises partenaires',
  },
  {
    chemin: 'contact-individuel',
    typeDestinataire: 'contact_individuel',
    libelle: 'Contact individuel',
    titre: 'Envoi aux contacts individuels',
  },
];

export function ongletOf(typeDestinataire: TypeDestinataire): (typeof ONGLETS)[number] {
  const trouve = ONGLETS.find((onglet) => onglet.typeDestinataire === typeDestinataire);
  if (trouve === undefined) {
    throw new TypeError(`No onglet for ${typeDestinataire}.`);
  }
  return trouve;
}

/** Guide §7.b, from the choice of the modèle on. */
export function cheminCampagne(
  modele: { documentId: string; typeContact: TypeContact; typeDestinataire: TypeDestinataire },
  suite: { campagneId?: number | null; filtres?: FiltresCampagne; etape?: 'resultats' } = {}
): string {
  const params = new URLSearchParams({ contact: modele.typeContact });
  const { campagneId, filtres, etape } = suite;
  if (campagneId !== undefined && campagneId !== null) {
    params.set('campagne', String(campagneId));
  }
  if (filtres !== undefined) {
    params.set('filtres', JSON.stringify(filtres));
  }
  if (etape !== undefined) {
    params.set('etape', etape);
  }
  const { chemin } = ongletOf(modele.typeDestinataire);
  return `${PILOTAGE}/${chemin}/campagne/${modele.documentId}?${params.toString()}`;
}

export const cheminSuivi = (campagneId: number): string =>
  `${PILOTAGE}/historique/${String(campagneId)}`;

export const cheminModele = (documentId: string): string => `${PILOTAGE}/modele/${documentId}`;
