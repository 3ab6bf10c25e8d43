import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../core/entites-html';
import { listSignets, parseSignets } from '../../../core/signet';
import { toEditeur, toEditeurColle, toMessage } from './message-html';

/** As the editor gives back what it parsed: the element filled with the name of its signet. */
function fill(html: string): string {
  return html.replace(
    /<span data-signet="([^"]*)"><\/span>/g,
    (_, source: string) => `<span data-signet="${source}" class="signet" title="x">Prénom</span>`
  );
}

function chips(html: string): string[] {
  return [...html.matchAll(/data-signet="([^"]*)"/g)].map(([, source = '']) => source);
}

const MESSAGES = [
  '<p>Bonjour ${personne/personne_prenom},</p>',
  '<p>Le ${action_date# l j F Y à H:i} à <strong>${action_site/site_adresse_ville}</strong></p>',
  '<p><a href="${action_lien_visio}">${action_lien_visio}</a></p>',
  '<p><a href="https://exemple.fr/?p=${personne/personne_nom}&amp;x=1">ici</a></p>',
  '<p>${personne/personne_prenom|l’ami "cher" & Cie}</p>',
  '<p>${personne/personne_prenom|a&lt;b}</p>',
  '<p>Un litéral $${personne/personne_nom} et 10 $</p>',
  '<p>Jamais fermé ${personne/</p>',
  '<p>Un</p><p><br></p><p>Deux</p>',
];

describe('un message, de ce qui est enregistré à l’éditeur et retour', () => {
  it.each(MESSAGES)('revient identique : %s', (message) => {
    expect(toMessage(fill(toEditeur(message)))).toBe(message);
  });

  it.each(MESSAGES)('garde les mêmes signets : %s', (message) => {
    const retour = toMessage(fill(toEditeur(message)));
    expect(listSignets(parseSignets(retour))).toEqual(listSignets(parseSignets(message)));
  });

  it('montre un signet du texte en une pièce, celui d’un lien en toutes lettres', () => {
    const html = toEditeur('<p><a href="${action_lien_visio}">${action_lien_visio}</a></p>');
    expect(html).toBe(
      '<p><a href="${action_lien_visio}"><span data-signet="${action_lien_visio}"></span></a></p>'
    );
  });

  it('comprend un signet coupé par des balises, des entités ou des espaces insécables', () => {
    const html = toEditeur('<p>${per<b>sonne/</b>personne&#95;prenom&nbsp;}</p>');
    expect(chips(html)).toEqual(['${personne/personne_prenom}']);
  });

  it('donne à tout signet son écriture canonique', () => {
    expect(chips(toEditeur('<p>${TAB.N. ACTION_beneficiaire_personne/personne_nom}</p>'))).toEqual([
      '${tableN.action_beneficiaire_personne/personne_nom}',
    ]);
  });

  it('ne fait pas un litéral d’un signet précédé d’un dollar', () => {
    const html = '<p>10 $<span data-signet="${personne/personne_nom}">Nom</span></p>';
    const signets = listSignets(parseSignets(toMessage(html)));
    expect(signets.map(({ chemin }) => chemin)).toEqual(['personne/personne_nom']);
  });

  it('ne garde pas les lignes vides de la fin', () => {
    expect(toMessage('<p>Bonjour</p><p></p><p></p>')).toBe('<p>Bonjour</p>');
    expect(toMessage('<p></p>')).toBe('');
  });

  it('écrit un point de liste comme une ligne, sauf s’il a plusieurs paragraphes', () => {
    expect(toMessage('<ul><li><p>un</p></li><li><p>deux <b>x</b></p></li></ul>')).toBe(
      '<ul><li>un</li><li>deux <b>x</b></li></ul>'
    );
    const long = '<ul><li><p>un</p><p>suite</p></li><li><p>x</p><ul><li>y</li></ul></li></ul>';
    expect(toMessage(long)).toBe(long);
  });

  it('nomme une image du module par sa référence, laisse celle qui est en ligne', () => {
    expect(
      toMessage('<p><img alt="a" data-image="12" width="300"><img src="https://bge.fr/x.png"></p>')
    ).toBe('<p><img alt="a" src="image:12" width="300"><img src="https://bge.fr/x.png"></p>');
  });

  it('protège un repli qui ressemble à du HTML', () => {
    const source = '${personne/personne_prenom|"<b>"}';
    const html = toEditeur(`<p>${source.replace('<b>', '&lt;b&gt;')}</p>`);
    expect(html).toContain(escapeHtml('"&lt;b>"'));
    expect(html).not.toContain('<b>');
  });
});

describe('un message collé', () => {
  it.each([
    ['$\\${personne/personne_prenom}$'],
    ['\\${personne/personne_prenom}'],
    ['${ personne/personne_prenom }'],
    ['${Personne/Personne_Prénom}'],
  ])('fait un signet de l’écriture du guide %s', (ecrit) => {
    expect(chips(toEditeurColle(`<p>Bonjour ${ecrit},</p>`))).toEqual([
      '${personne/personne_prenom}',
    ]);
  });
});
