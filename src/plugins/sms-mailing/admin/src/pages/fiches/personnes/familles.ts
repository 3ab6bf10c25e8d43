import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import type { TypeCrm } from '../../../api/crm';

interface Famille {
  /** Where its fiches are listed. */
  chemin: string;
  titre: string;
  unite: string;
  unites: string;
  /** Its own fiche, and the one that holds the coordonnées. */
  fiche: TypeCrm;
  coordonnees: TypeCrm;
}

export const FAMILLES: Readonly<Record<TypeDestinataire, Famille>> = {
  entrepreneur: {
    chemin: '/entrepreneurs',
    titre: 'Entrepreneurs',
    unite: 'entrepreneur',
    unites: 'entrepreneurs',
    fiche: 'entrepreneur',
    coordonnees: 'entrepreneur',
  },
  contact_individuel: {
    chemin: '/contacts-et-partenaires/contacts',
    titre: 'Contacts individuels',
    unite: 'contact individuel',
    unites: 'contacts individuels',
    fiche: 'contact-individuel',
    coordonnees: 'contact-individuel',
  },
  entreprise_partenaire: {
    chemin: '/contacts-et-partenaires/partenaires',
    titre: 'Entreprises partenaires',
    unite: 'entreprise partenaire',
    unites: 'entreprises partenaires',
    fiche: 'entreprise-partenaire',
    coordonnees: 'contact-partenaire',
  },
};
