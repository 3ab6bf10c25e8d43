/** The menu of the panel, then that of « Contacts e-mails/SMS », in their order. */
export const MENU = {
  'Ce soir': 'ce-soir',
  Entrepreneurs: 'entrepreneurs',
  Actions: 'actions',
  Agenda: 'agenda',
  'Contacts et partenaires': 'contacts-et-partenaires',
  'Envoi e‑mails/SMS': 'envoi-emails-sms',
  'Contacts e‑mails/SMS': 'contacts-emails-sms',
} as const;
export const SOUS_MENU = {
  'Modèles mailing': 'modeles-mailing',
  'Modèles newsletter': 'modeles-newsletter',
  'Modèles SMS': 'modeles-sms',
  'Package SMS': 'packages-sms',
  'Envois automatiques': 'envois-automatiques',
  'Signets disponibles': 'signets',
  Oppositions: 'oppositions',
  Profils: 'profils',
  Journal: 'journal',
  'Réglages des envois': 'reglages-des-envois',
} as const;
export type Entree = keyof typeof MENU;
export type SousEntree = keyof typeof SOUS_MENU;

const GESTION: Entree[] = ['Entrepreneurs', 'Actions', 'Agenda', 'Contacts et partenaires'];
const LUS_PAR_TOUS: SousEntree[] = [
  ...(['Modèles mailing', 'Modèles newsletter', 'Modèles SMS', 'Signets disponibles'] as const),
];

/** Guide §4, as each profil finds it in the panel. */
export const VOIT: Readonly<Record<string, { menu: Entree[]; sousMenu: SousEntree[] }>> = {
  Administrateur: {
    menu: Object.keys(MENU) as Entree[],
    sousMenu: Object.keys(SOUS_MENU) as SousEntree[],
  },
  'Profil spécifique': {
    menu: Object.keys(MENU) as Entree[],
    sousMenu: [...LUS_PAR_TOUS, 'Package SMS', 'Envois automatiques', 'Oppositions'],
  },
  Conseiller: { menu: [...GESTION, 'Contacts e‑mails/SMS'], sousMenu: LUS_PAR_TOUS },
  Équipe: { menu: ['Entrepreneurs', 'Actions', 'Contacts et partenaires'], sousMenu: [] },
};
