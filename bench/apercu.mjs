import { fromPlugin, print } from './lib/mesure.mjs';

/** Messages as heavy as they may be, each in its own way: what the limits of core/demesure leave to the server. */
function createCorpus({ caracteres, caracteresSms, balises, profondeur, balise }) {
  const remplis = (motif, combien) => motif.repeat(combien);
  const entoure = (noms) => [
    noms.map((nom) => `<${nom}>`).join(''),
    noms
      .map((nom) => `</${nom}>`)
      .reverse()
      .join(''),
  ];
  const profond = (...motif) => {
    const noms = Array.from({ length: profondeur }, (_, i) => motif[i % motif.length]);
    const [avant, apres] = entoure(noms);
    return remplis(`${avant}x${apres}`, Math.floor(balises / (2 * profondeur)));
  };
  const paires = Math.floor(balises / 2);
  const tronque = (motif) =>
    remplis(motif, Math.ceil(caracteres / motif.length)).slice(0, caracteres);
  return {
    'listes imbriquées': profond('ul', 'li'),
    'tableaux imbriqués': profond('table', 'tr', 'td'),
    'styles imbriqués': profond('span', 'b', 'i'),
    paragraphes: remplis('<p>x</p>', paires),
    'sauts de ligne': remplis('<br>', balises),
    'cellules d’une ligne': `<table><tr>${remplis('<td>x</td>', paires - 2)}</tr></table>`,
    'éléments d’une liste': `<ul>${remplis('<li>x</li>', paires - 1)}</ul>`,
    liens: remplis(
      '<a href="https://x.fr/a">https://x.fr</a>',
      Math.min(paires, Math.floor(caracteres / 41))
    ),
    'attributs longs': tronque(`<p title="${'x'.repeat(balise - 20)}">x</p>`),
    'styles longs': tronque(`<p style="${remplis('color:red;', balise / 10 - 2)}">x</p>`),
    entités: tronque('&amp;'),
    'entités sans fin': tronque('&lt'),
    espaces: `<pre>${tronque(' ').slice(20)}x</pre>`,
    'signets ouverts': tronque('${'),
    signets: tronque('${personne/personne_nom} '),
    'faux jetons': tronque('signetz'),
    'balises ouvertes': remplis('<', balises),
    'émojis d’un SMS': ['sms', '😀'.repeat(caracteresSms / 2)],
    'signets d’un SMS': ['sms', remplis('${personne/personne_nom} ', caracteresSms / 25)],
  };
}

/** What a preview asks of the processor: nothing else is answered meanwhile. */
export default async function benchApercu() {
  const { LIMITES_MESSAGE, findDemesure } = fromPlugin('core/demesure');
  const { validateModele } = fromPlugin('core/validation-modele');
  const { miseEnPage } = fromPlugin('server/src/adapters/mail/mise-en-page/mise-en-page');
  const options = {
    typeContact: 'newsletter',
    but: 'promotion',
    expediteur: { nom: 'BGE', adressePostale: null },
    raison: null,
    images: {},
  };
  const modele = {
    nom: 'Banc',
    objet: 'Banc',
    destinataires: ['entrepreneur'],
    but: 'suivi',
    inactif: false,
    modalites: null,
    piecesJointes: [],
  };
  const lignes = Object.entries(createCorpus(LIMITES_MESSAGE)).map(([nom, cas]) => {
    const [typeContact, message] = Array.isArray(cas) ? cas : ['email', cas];
    const demesure = findDemesure({ typeContact, message });
    if (demesure !== null) {
      throw new Error(`« ${nom} » est refusé (${demesure}) : le banc mesure ce qui est permis.`);
    }
    const debut = performance.now();
    validateModele({ ...modele, typeContact, message });
    if (typeContact !== 'sms') {
      miseEnPage.compileMessage({ objet: 'Banc', html: message }, options);
    }
    return { message: nom, ms: Math.round(performance.now() - debut) };
  });
  print('message', 'ms');
  for (const { message, ms } of lignes) {
    print(message, ms);
  }
  return { plusLong: Math.max(...lignes.map(({ ms }) => ms)), lignes };
}
