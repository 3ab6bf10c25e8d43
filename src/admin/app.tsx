import fr from './traductions/fr.json';

const NOM = 'E-mails et SMS';
const LANGUE = 'strapi-admin-language';
/** Strapi's announcement of its other media library, in its two states: before it knows us, and after. */
const ANNONCES = ['undefined', 'false'].map(
  (uuid) => `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_true:${uuid}`
);

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

presetBrowser();
nameTitles();

export default {
  config: {
    locales: ['fr'],
    translations: { fr },
    tutorials: false,
    notifications: { releases: false },
  },
};
