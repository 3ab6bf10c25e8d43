import { Briefcase, Calendar, Clock, Mail, Message, User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
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

/** Gestion (guide §3): the people and the actions, each with what was sent and what may be. */
const FICHES = [
  {
    to: 'entrepreneurs',
    icon: User,
    position: 2,
    intlLabel: libelle('menu.entrepreneurs'),
    Component: () => import('./pages/fiches/personnes/Entrepreneurs'),
  },
  {
    to: 'actions',
    icon: Calendar,
    position: 2,
    intlLabel: libelle('menu.actions'),
    Component: () => import('./pages/fiches/actions/Actions'),
  },
  {
    to: 'contacts-et-partenaires',
    icon: Briefcase,
    position: 2,
    intlLabel: libelle('menu.contacts'),
    Component: () => import('./pages/fiches/personnes/Contacts'),
  },
];

/** The module's front door in the panel: it loads with every page, hence no rule of core and no page here. */
export default {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    for (const fiches of FICHES) {
      app.addMenuLink({ ...fiches, permissions: droits('fiches.consulter-historique') });
    }
    app.addMenuLink({
      to: 'contacts-emails-sms',
      icon: Mail,
      position: 2,
      intlLabel: libelle('menu.administration'),
      permissions: droits('modeles.consulter-modeles'),
      Component: () => import('./pages/administration/Administration'),
    });
    app.addMenuLink({
      to: 'ce-soir',
      icon: Clock,
      position: 1,
      intlLabel: libelle('menu.ce-soir'),
      permissions: droits('envois.consulter-soiree'),
      Component: () => import('./pages/ce-soir/CeSoir'),
    });
    app.addMenuLink({
      to: 'agenda',
      icon: Calendar,
      position: 3,
      intlLabel: libelle('menu.agenda'),
      permissions: droits('fiches.consulter-agenda'),
      Component: () => import('./pages/agenda/Agenda'),
    });
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
