import type { StrapiApp } from '@strapi/strapi/admin';
import logo from './images/logo.svg';
import { hideEmptySections } from './empty-sections';
import { writeMenuLabels } from './menu-lisible';
import { placeReglages } from './menu-reglages';
import fr from './traductions/fr.json';

const NOM = 'E-mails et SMS';
const LANGUE = 'strapi-admin-language';
/** Strapi's announcement of its other media library, in its two states: before it knows us, and after. */
const ANNONCES = ['undefined', 'false'].map(
  (uuid) => `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_true:${uuid}`
);
/** Strapi's blocks of the home page that say nothing of our users' work. */
const BLOCS_INUTILES = [
  'profile-info',
  'key-statistics',
  'last-published-entries',
  'chart-entries',
  'deploy-now',
];

/** Strapi's, before it shows them. */
const LIENS_DES_FICHES = 'Admin/CM/pages/App/mutate-collection-types-links';

interface LiensDesFiches {
  ctLinks: { uid: string }[];
}

/** What Strapi keeps in the browser, and has no setting for: its language, its announcement. */
function presetBrowser(): void {
  if (!localStorage.getItem(LANGUE)) {
    localStorage.setItem(LANGUE, 'fr');
  }
  for (const annonce of ANNONCES) {
    localStorage.setItem(annonce, 'true');
  }
}

/** Strapi writes its own name in the title of every page. */
function nameTitles(): void {
  const rename = () => {
    const title = document.title.replace(/^Strapi Admin$|Strapi$/, NOM);
    if (title !== document.title) {
      document.title = title;
    }
  };
  rename();
  new MutationObserver(rename).observe(document.head, { childList: true, subtree: true });
}

/** Strapi puts its own fiches first; ours are what one works with (guide §3), and these come last. */
function placeFiches({ router }: StrapiApp): void {
  const fiches = router.menu.find(({ to }) => to === 'content-manager');
  if (fiches !== undefined) {
    fiches.position = 8;
  }
}

presetBrowser();
nameTitles();
writeMenuLabels();
hideEmptySections();

export default {
  config: {
    locales: ['fr'],
    translations: { fr },
    tutorials: false,
    notifications: { releases: false },
    auth: { logo },
    menu: { logo },
    head: { favicon: logo },
  },

  /** The home page opens on the module's blocks, Strapi's useful ones after them. */
  register(app: StrapiApp): void {
    placeFiches(app);
    placeReglages(app);
    app.widgets.register((blocs) => {
      const utiles = blocs.filter(({ id }) => !BLOCS_INUTILES.includes(id));
      const isNotre = ({ pluginId }: { pluginId?: string }) => pluginId === 'sms-mailing';
      return [...utiles.filter(isNotre), ...utiles.filter((bloc) => !isNotre(bloc))];
    });
  },

  /** Of the fiches, the menu names those of the association, not Strapi's own. */
  bootstrap(app: StrapiApp): void {
    app.registerHook(LIENS_DES_FICHES, (liens: LiensDesFiches) => ({
      ...liens,
      ctLinks: liens.ctLinks.filter(({ uid }) => uid.startsWith('api::')),
    }));
  },
};
