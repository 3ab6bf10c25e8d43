import fr from './traductions/fr.json';

const NOM = 'E-mails et SMS';
const CLE_LANGUE = 'strapi-admin-language';

/** Strapi has no default language: it reads this browser key, else speaks English. */
function speakFrench(): void {
  if (!localStorage.getItem(CLE_LANGUE)) {
    localStorage.setItem(CLE_LANGUE, 'fr');
  }
}

/** Strapi ends every page title with its own name, written in its code. */
function nameTitles(): void {
  const rename = () => {
    if (document.title.endsWith('| Strapi')) {
      document.title = document.title.replace(/Strapi$/, NOM);
    }
  };
  new MutationObserver(rename).observe(document.head, { childList: true, subtree: true });
}

speakFrench();
nameTitles();

export default {
  config: {
    locales: ['fr'],
    translations: { fr },
    tutorials: false,
    notifications: { releases: false },
  },
};
