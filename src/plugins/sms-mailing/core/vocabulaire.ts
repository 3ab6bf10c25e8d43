import { z } from 'zod';

/** Guide §5: what a modele becomes on the wire. « mode d'envoi » in the guide, « type de contact » here. */
export const typeContactSchema = z.enum(['email', 'newsletter', 'sms']);
export type TypeContact = z.infer<typeof typeContactSchema>;

/** Guide §5.a: whom a modele may be sent to. */
export const typeDestinataireSchema = z.enum([
  'entrepreneur',
  'contact_individuel',
  'entreprise_partenaire',
]);
export type TypeDestinataire = z.infer<typeof typeDestinataireSchema>;

/** Guide §2.a: the four ways an envoi comes to be (screen: « Origine de l'envoi »). */
export const modaliteSchema = z.enum([
  'campagne',
  'envoi_automatique',
  'fiche_action',
  'fiche_entrepreneur',
]);
export type Modalite = z.infer<typeof modaliteSchema>;

/** Guide §2.b: whose data the signets of a modele may read. */
export type Declencheur = 'personne' | 'action';

/** Decision F7: « But du message ». A newsletter is always a promotion. */
export const butSchema = z.enum(['suivi', 'promotion']);
export type But = z.infer<typeof butSchema>;

/** The life of an envoi, docs/adr/0005. */
export const statutEnvoiSchema = z.enum([
  'programme',
  'reserve',
  'en_cours',
  'envoye',
  'remis',
  'echec',
  'incertain',
  'exclu',
  'annule',
]);
export type StatutEnvoi = z.infer<typeof statutEnvoiSchema>;

/** Guide §2.d: the boxes of a fiche, named alike on every screen and in every reason (core/motif). */
export const CASES = {
  email: 'Accepte d’être contacté avec cet e-mail',
  numero: 'Accepte d’être contacté à ce numéro',
  sms: 'Accepte d’être contacté par SMS',
} as const;

export const LIBELLES_TYPE_CONTACT: Readonly<Record<TypeContact, string>> = {
  email: 'E-mail',
  newsletter: 'Newsletter',
  sms: 'SMS',
};

/** Guide §5.a names them so. */
export const LIBELLES_TYPE_DESTINATAIRE: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'Créateur / repreneur d’entreprise',
  contact_individuel: 'Contact individuel BGE',
  entreprise_partenaire: 'Contact tiers BGE',
};

export const LIBELLES_MODALITE: Readonly<Record<Modalite, string>> = {
  campagne: 'Campagne',
  envoi_automatique: 'Envoi automatique',
  fiche_action: 'Fiche Action',
  fiche_entrepreneur: 'Fiche entrepreneur',
};

/** Guide §2.b: campagne and fiche Entrepreneur read the person, the two others the action. */
export function declencheurOf(modalite: Modalite): Declencheur {
  return modalite === 'campagne' || modalite === 'fiche_entrepreneur' ? 'personne' : 'action';
}

/** E-mails and newsletters leave by one transport, SMS by the other. */
export const transportSchema = z.enum(['mail', 'sms']);
export type Transport = z.infer<typeof transportSchema>;

export const TYPES_PAR_TRANSPORT: Readonly<Record<Transport, readonly TypeContact[]>> = {
  mail: ['email', 'newsletter'],
  sms: ['sms'],
};

export function transportOf(typeContact: TypeContact): Transport {
  return typeContact === 'sms' ? 'sms' : 'mail';
}
