import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Donnee } from '../../../../../core/catalogue-signets';
import type { Valeurs } from '../../../../../core/rendu';
import { REGLAGES_RENDU } from '../../../../../test/fakes/reglages-rendu';
import type { OptionsMiseEnPage, SourceMessage } from '../../../services/ports/mise-en-page';
import { compileRendre } from '../../../services/rendre/compile-rendre';
import { miseEnPage } from './mise-en-page';

const OPTIONS: OptionsMiseEnPage = { typeContact: 'email', but: 'suivi', raison: null, images: {} };
const NEWSLETTER: Partial<OptionsMiseEnPage> = { typeContact: 'newsletter', but: 'promotion' };
const LIEN = 'https://bge.example/d/abc';

function render(
  source: Partial<SourceMessage>,
  valeurs: Valeurs = {},
  options: Partial<OptionsMiseEnPage & typeof REGLAGES_RENDU> = {}
) {
  const tout = { ...OPTIONS, ...REGLAGES_RENDU, ...options };
  const entiere = { objet: 'Objet', html: '<p>Bonjour</p>', ...source };
  const donnees = Object.keys(valeurs) as Donnee[];
  const message = miseEnPage.compileMessage(entiere, tout);
  const rendre = compileRendre({ ...tout, contenu: { message, donnees, piecesJointes: [] } }, tout);
  return rendre(Object.values(valeurs), LIEN);
}

describe('les signets', () => {
  it('se lisent dans le HTML, le texte et l’objet', () => {
    const rendu = render(
      {
        objet: 'Rendez-vous de ${personne/personne_nom}',
        html: '<p>Bonjour ${personne/personne_prenom}, le ${action_date# j F Y à H:i}</p>',
      },
      {
        'personne.nom': 'PALMER',
        'personne.prenom': 'Léna',
        'action.date': '2022-03-05T09:30',
      }
    );
    expect(rendu.objet).toBe('Rendez-vous de PALMER');
    expect(rendu.html).toContain('>Bonjour Léna, le 5 mars 2022 à 09:30</p>');
    expect(rendu.texte).toMatch(/^Bonjour Léna, le 5 mars 2022 à 09:30\n/);
  });

  it('supportent les balises et les espaces de l’éditeur entre leurs accolades', () => {
    const html = '<p>Bonjour ${<b>&nbsp;personne/personne_<i>nom</i></b>}.</p>';
    expect(render({ html }, { 'personne.nom': 'PALMER' }).texte).toMatch(/^Bonjour PALMER\.\n/);
  });

  it('ne portent aucune balise : leur valeur est échappée dans le HTML, telle quelle ailleurs', () => {
    const rendu = render(
      {
        objet: '${personne/personne_nom}',
        html: '<p title="${personne/personne_nom}">${personne/personne_nom}</p>',
      },
      { 'personne.nom': '<b>"L\'été" & co' }
    );
    expect(rendu.html).toContain('<p title="&lt;b&gt;&quot;L&#39;été&quot; &amp; co"');
    expect(rendu.html).toContain('>&lt;b&gt;&quot;L&#39;été&quot; &amp; co</p>');
    expect(rendu.texte).toContain('<b>"L\'été" & co');
    expect(rendu.objet).toBe('<b>"L\'été" & co');
  });

  it('dont la valeur contient un signet ne sont pas relus', () => {
    const rendu = render(
      { html: '<p>${personne/personne_nom}</p>' },
      { 'personne.nom': '${personne/personne_email}', 'personne.email': 'x@y.fr' }
    );
    expect(rendu.texte).toContain('${personne/personne_email}');
  });

  it('sur plusieurs lignes tiennent sur une seule dans l’objet', () => {
    const rendu = render(
      { objet: 'À ${site/site_nom}${personne/personne_nom}' },
      { 'personne.nom': 'a\r\nBcc: b' }
    );
    expect(rendu.objet).toBe('À a Bcc: b');
  });

  it('laissent une trace compilée qui survit à JSON', () => {
    const message = miseEnPage.compileMessage(
      { objet: '${personne/personne_nom}', html: '<p>${personne/personne_nom}</p>' },
      { ...OPTIONS, ...NEWSLETTER }
    );
    expect(JSON.parse(JSON.stringify(message))).toEqual(message);
  });
});

describe('les liens', () => {
  const lien = (html: string, valeurs: Valeurs) =>
    /href="([^"]*)"/.exec(render({ html }, valeurs).html)?.[1];

  it.each([
    ['https://visio.example/a?b=1&c=2', 'https://visio.example/a?b=1&amp;c=2'],
    ['mailto:lena@bge.example', 'mailto:lena@bge.example'],
    ['meet.example/abc', 'https://meet.example/abc'],
    ['javascript:alert(1)', ''],
    ['java\nscript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['//evil.example', ''],
    ['javascript.x:alert(1)', ''],
    ['https://x"onclick="y', 'https://x&quot;onclick=&quot;y'],
    ['Rejoindre : https://visio.example/a', 'https://visio.example/a'],
    ['', ''],
  ])('faits de la valeur %j mènent à %j', (valeur, attendu) => {
    expect(lien('<a href="${action_lien_visio}">x</a>', { 'action.lien_visio': valeur })).toBe(
      attendu
    );
  });

  it('reçoivent une valeur encodée là où elle ne fait que compléter', () => {
    const valeurs = { 'personne.nom': 'Le Gall&x=#', 'personne.email': 'a@b.fr' };
    expect(lien('<a href="https://x.fr/?n=${personne/personne_nom}">x</a>', valeurs)).toBe(
      'https://x.fr/?n=Le%20Gall%26x%3D%23'
    );
    expect(lien('<a href="mailto:${personne/personne_email}">x</a>', valeurs)).toBe(
      'mailto:a@b.fr'
    );
  });

  it('ne composent jamais un schéma interdit avec ce qui les entoure', () => {
    const valeurs = { 'personne.nom': 'javascript', 'personne.prenom': ':alert(1)' };
    for (const href of [
      '${personne/personne_nom}${personne/personne_prenom}',
      '${personne/personne_nom}:alert(1)',
      'java${personne/personne_prenom}',
    ]) {
      expect(lien(`<a href="${href}">x</a>`, valeurs) ?? '#').not.toMatch(/^java\w*:/i);
    }
  });

  it('montrés par leur propre adresse ne s’écrivent qu’une fois dans le texte', () => {
    const html = '<p>Ici : <a href="${action_lien_visio}">${action_lien_visio}</a>.</p>';
    const { texte } = render({ html }, { 'action.lien_visio': 'https://v.example' });
    expect(texte).toMatch(/^Ici : https:\/\/v\.example\.\n/);
  });
});

describe('le nettoyage', () => {
  it.each([
    ['<script>alert(1)</script>', 'script>'],
    ['<p onclick="alert(1)">a</p>', 'onclick'],
    ['<a href="javascript:alert(1)">a</a>', 'javascript'],
    ['<p style="background:url(https://x.fr/pixel)">a</p>', 'pixel'],
    ['<style>@import "https://x.fr"</style>', '@import'],
    ['<form action="https://x.fr"><input></form>', '<form'],
    ['<meta http-equiv="refresh" content="0;url=https://x.fr">', 'refresh'],
    ['<svg onload="alert(1)"></svg>', 'svg'],
    ['<img src="data:image/png;base64,AAAA">', '<img'],
    ['<iframe src="https://x.fr"></iframe>', 'iframe'],
    ['<img src="//x.fr/pixel">', 'pixel'],
  ])('retire %s', (html, trace) => {
    expect(render({ html }).html).not.toContain(trace);
  });

  it('garde la mise en forme de l’éditeur', () => {
    const { html } = render({
      html: '<p style="color: #c00; text-align: center"><strong>a</strong></p><table><tr><td colspan="2">b</td></tr></table>',
    });
    expect(html).toMatch(/color: ?#c00/);
    expect(html).toContain('<strong>a</strong>');
    expect(html).toContain('colspan="2"');
  });

  it('met chaque image à l’adresse qui lui est donnée', () => {
    const images = { '/uploads/logo.png': 'cid:logo' };
    const { html } = render({ html: '<img src="/uploads/logo.png" alt="Logo">' }, {}, { images });
    expect(html).toContain('src="cid:logo"');
  });
});

describe('la mise en page', () => {
  it('dit qui écrit et d’où, en HTML comme en texte', () => {
    const rendu = render({});
    for (const partie of [rendu.html, rendu.texte]) {
      expect(partie).toContain('BGE Artois');
      expect(partie).toContain('12 rue des Filatiers');
    }
  });

  it('un suivi ne propose pas de se désinscrire', () => {
    const rendu = render({});
    expect(rendu.html).not.toContain('désinscrire');
    expect(rendu.texte).not.toContain(LIEN);
  });

  it.each<[string, Partial<OptionsMiseEnPage>]>([
    ['une newsletter', NEWSLETTER],
    ['une promotion par e-mail', { but: 'promotion' }],
  ])('%s dit pourquoi on la reçoit et comment ne plus la recevoir', (_, options) => {
    const rendu = render({}, {}, { ...options, raison: 'vous êtes accompagné par la BGE' });
    expect(rendu.html).toContain('Vous recevez ce message car vous êtes accompagné par la BGE.');
    expect(rendu.html).toMatch(new RegExp(`<a href="${LIEN}"[^>]*>Se désinscrire</a>`));
    expect(rendu.texte).toContain(`Se désinscrire [${LIEN}]`);
  });

  it('échappe l’identité de l’expéditeur', () => {
    const identite = { expediteur: 'BGE <b>& co', adressePostale: '1 rue <i>\n62000 Arras ' };
    const { html, texte } = render({}, {}, identite);
    expect(html).toContain('>BGE &lt;b&gt;&amp; co<br>1 rue &lt;i&gt;<br>62000 Arras</p>');
    expect(html).toContain('<title>BGE &lt;b&gt;&amp; co</title>');
    expect(texte).toMatch(/BGE <b>& co\n1 rue <i>\n62000 Arras$/);
  });

  it('porte ses styles dans les balises et tient en 600 pixels', () => {
    const { html } = render({});
    expect(html).toMatch(/class="contenu" style="[^"]*font-family/);
    expect(html).toContain('max-width: 600px');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('reste lisible sur fond noir : ni lien, ni couleur choisie, ni bouton ne s’y perd', () => {
    const { html } = render({
      html: '<p><span style="color:#0b57a4">bleu</span></p><table><tr><td class="bouton x" bgcolor="#0b57a4"><a href="https://bge.fr" style="color:#ffffff">Oui</a></td></tr></table>',
    });
    expect(html).toContain('class="bouton"');
    expect(html).toMatch(/<a href="https:\/\/bge\.fr" style="[^"]*color: ?#ffffff/);
    const sombre = html.slice(html.indexOf('prefers-color-scheme: dark'));
    expect(sombre).toMatch(/\.bouton a \{\s*color: #ffffff !important/);
    expect(sombre).toMatch(/\.contenu span \{\s*color: inherit !important/);
  });

  it('tient dans la largeur d’Outlook, et ses colonnes s’empilent sur un téléphone', () => {
    const { html, texte } = render({
      html: '<table width="100%"><tr><td class="colonne" width="50%"><p>un</p></td><td class="colonne" width="50%"><p>deux</p></td></tr></table>',
    });
    expect(html).toMatch(/<!--\[if mso\]><table [^>]*width="600"[^>]*><tr><td><!\[endif\]-->/);
    expect(html).toContain('<!--[if mso]></td></tr></table><![endif]-->');
    expect(html).toMatch(/max-width: 480px[^]*\.colonne \{\s*display: block !important/);
    expect(html.match(/<td class="colonne" width="50%"/g)).toHaveLength(2);
    expect(texte).not.toContain('mso');
  });

  it('ne coupe pas les lignes du texte', () => {
    const { texte } = render({ html: `<p>${'mot '.repeat(100)}fin</p>` });
    expect(texte.split('\n')[0]).toMatch(/fin$/);
  });
});

it('aucun texte d’auteur ne passe pour un jeton', () => {
  const bout = fc.constantFrom('signetz', 'signetzz', '0q', '1q', '${personne/personne_nom}', ' ');
  fc.assert(
    fc.property(fc.array(bout, { maxLength: 12 }), (bouts) => {
      const { texte } = render({ html: `<p>[${bouts.join('')}]</p>` }, { 'personne.nom': 'N' });
      const attendu = bouts.join('').replaceAll('${personne/personne_nom}', 'N');
      expect(texte.split('\n')[0]).toBe(`[${attendu.replace(/ +/g, ' ')}]`);
    }),
    { numRuns: 50 }
  );
});
