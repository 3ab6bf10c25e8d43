import {
  Briefcase,
  Calendar,
  Clock,
  Discuss,
  Mail,
  Message,
  PaperPlane,
  User,
} from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import type { Permission } from '../../core/permissions';
import { EffacerPersonne } from './fiches/EffacerPersonne';
import { resumeRepentirs } from './repentir/open-repentir';
import fr from './translations/fr.json';

const PLUGIN_ID = 'sms-mailing';

interface ContentManager {
  apis: { addDocumentAction(actions: (typeof EffacerPersonne)[]): void };
}

function droits(...permissions: Permission[]): { action: string; subject: null }[] {
  return permissions.map((permission) => ({
    action: `plugin::${PLUGIN_ID}.${permission}`,
    subject: null,
  }));
}

/** A message of fr.json, as Strapi's menus and widgets want it. */
function libelle(cle: keyof typeof fr): { id: string; defaultMessage: string } {
  return { id: `${PLUGIN_ID}.${cle}`, defaultMessage: fr[cle] };
}

interface Entree {
  /** Strapi's own stand at 0 (Accueil), 8 (Fiches) and 9 (Paramètres). */
  position: number;
  to: string;
  icon: typeof Mail;
  titre: keyof typeof fr;
  /** One of them is enough: whoever may open a single page of it lands there. */
  ouvrent: Permission[];
  Component: () => Promise<{ default: ComponentType }>;
}

/** The menu of guide §3, in its order. */
const MENU: readonly Entree[] = [
  {
    position: 1,
    to: 'ce-soir',
    icon: Clock,
    titre: 'menu.ce-soir',
    ouvrent: ['envois.consulter-soiree'],
    Component: () => import('./pages/ce-soir/CeSoir'),
  },
  {
    position: 2,
    to: 'entrepreneurs',
    icon: User,
    titre: 'menu.entrepreneurs',
    ouvrent: ['fiches.consulter-historique'],
    Component: () => import('./pages/fiches/personnes/Entrepreneurs'),
  },
  {
    position: 3,
    to: 'actions',
    icon: Discuss,
    titre: 'menu.actions',
    ouvrent: ['fiches.consulter-historique'],
    Component: () => import('./pages/fiches/actions/Actions'),
  },
  {
    position: 4,
    to: 'agenda',
    icon: Calendar,
    titre: 'menu.agenda',
    ouvrent: ['fiches.consulter-agenda'],
    Component: () => import('./pages/agenda/Agenda'),
  },
  {
    position: 5,
    to: 'contacts-et-partenaires',
    icon: Briefcase,
    titre: 'menu.contacts',
    ouvrent: ['fiches.consulter-historique'],
    Component: () => import('./pages/fiches/personnes/Contacts'),
  },
  {
    position: 6,
    to: 'envoi-emails-sms',
    icon: PaperPlane,
    titre: 'menu.pilotage',
    ouvrent: ['campagnes.consulter-campagnes'],
    Component: () => import('./pages/pilotage/Pilotage'),
  },
  {
    position: 7,
    to: 'contacts-emails-sms',
    icon: Mail,
    titre: 'menu.administration',
    ouvrent: [
      'modeles.consulter-modeles',
      'packages.consulter-packages',
      'envois-automatiques.consulter-envois-automatiques',
      'oppositions.consulter-oppositions',
      'profils.consulter-profils',
      'journal.consulter-journal',
      'parametres.gerer-parametres',
    ],
    Component: () => import('./pages/administration/Administration'),
  },
];

/** The module's front door in the panel: it loads with every page, hence no rule of core and no page here. */
export default {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    for (const { titre, ouvrent, ...lien } of MENU) {
      app.addMenuLink({ ...lien, intlLabel: libelle(titre), permissions: droits(...ouvrent) });
    }
    app.widgets.register([
      {
        id: 'soiree',
        pluginId: PLUGIN_ID,
        icon: Clock,
        title: libelle('widget.soiree'),
        component: async () => (await import('./widgets/Soiree')).default,
        permissions: droits('envois.consulter-soiree'),
      },
      {
        id: 'places-liberees',
        pluginId: PLUGIN_ID,
        icon: Discuss,
        title: libelle('widget.places'),
        component: async () => (await import('./widgets/PlacesLiberees')).default,
        permissions: droits('fiches.envoyer-depuis-action'),
      },
      {
        id: 'packages-sms',
        pluginId: PLUGIN_ID,
        icon: Message,
        title: libelle('widget.packages-sms'),
        component: async () => (await import('./widgets/SoldeSms')).default,
        permissions: droits('packages.consulter-packages'),
      },
    ]);
  },

  bootstrap(app: StrapiApp): void {
    const { apis } = app.getPlugin('content-manager') as unknown as ContentManager;
    apis.addDocumentAction([EffacerPersonne]);
    resumeRepentirs();
  },

  /** The module speaks French whatever the language of the panel (docs/adr/0008). */
  registerTrads({ locales }: { locales: string[] }) {
    const data = Object.fromEntries(
      Object.entries(fr).map(([cle, texte]) => [`${PLUGIN_ID}.${cle}`, texte])
    );
    return Promise.resolve(locales.map((locale) => ({ data, locale })));
  },
};
