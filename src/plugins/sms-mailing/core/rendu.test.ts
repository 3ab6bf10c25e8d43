import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { VALEURS_EXEMPLE } from './catalogue-signets';
import type { Cible, Valeurs } from './rendu';
import { compileRendu, emptySignets, listPlaces, renderMorceaux } from './rendu';
import { parseSignets } from './signet';

vi.setConfig({ testTimeout: 30_000 });

const PALMER: Valeurs = {
  'personne.civilite': 'Monsieur',
  'personne.nom': 'PALMER',
  'personne.prenom': 'Jack',
  'action.date': '2022-03-05T09:30',
  'site.ville': 'Armentières',
  'animateur.prenom': 'Claire',
  'animateur.nom': 'MARTIN',
};

function render(source: string, valeurs: Valeurs, cible: Cible = 'html'): string {
  return renderMorceaux(parseSignets(source), valeurs, cible, 'Europe/Paris');
}

describe('le rendu d’un modèle', () => {
  it('écrit l’attestation de PALMER depuis sa fiche Entrepreneur', () => {
    expect(
      render(
        'Bonjour ${personne/personne_civilite}, ${personne/personne_nom}, je vous prie de trouver ci-joint votre attestation',
        PALMER
      )
    ).toBe('Bonjour Monsieur, PALMER, je vous prie de trouver ci-joint votre attestation');
  });

  it('écrit le rappel de rendez-vous du guide, avec ou sans tableN', () => {
    const rappel = (prefixe: string): string =>
      `Bonjour, \${${prefixe}action_beneficiaire_personne/personne_civilite} \${${prefixe}action_beneficiaire_personne/personne_prenom}, ` +
      'nous vous rappelons votre rendez-vous le ${action_date# j F Y à H:i}';
    const attendu =
      'Bonjour, Monsieur Jack, nous vous rappelons votre rendez-vous le 5 mars 2022 à 09:30';
    expect(render(rappel('tableN.'), PALMER)).toBe(attendu);
    expect(render(rappel(''), PALMER)).toBe(attendu);
  });

  it('écrit le modèle « Rappel réunion J-1 » de la fiche Action', () => {
    expect(
      render(
        '<p>Bonjour ${tab.action_beneficiaire_personne/personne_civilite} ${tab.action_beneficiaire_personne/personne_prenom} ${tab.action_beneficiaire_personne/personne_nom},<br />' +
          'Votre prochain rendez-vous téléphonique est programmé le ${action_date# l j F Y &agrave; H:i} ' +
          'avec ${action_animateur_intervenant/personne_prenom} ${action_animateur_intervenant/personne_nom}.</p>',
        PALMER
      )
    ).toBe(
      '<p>Bonjour Monsieur Jack PALMER,<br />Votre prochain rendez-vous téléphonique est programmé le samedi 5 mars 2022 à 09:30 avec Claire MARTIN.</p>'
    );
  });

  it('donne la ville de l’action à tous ses participants', () => {
    expect(render('à ${action_site/site_adresse_ville}', PALMER)).toBe('à Armentières');
  });

  it('prend le texte de repli d’une valeur absente, nulle ou blanche, et rien sans repli', () => {
    const source = '[${projet/projet_nom|votre « projet »}][${personne/personne_fonction}]';
    for (const vide of [undefined, null, '', '  ']) {
      const valeurs = vide === undefined ? {} : { 'projet.nom': vide, 'personne.fonction': vide };
      expect(render(source, valeurs)).toBe('[votre « projet »][]');
    }
  });

  it('ne laisse rien d’un signet inconnu, sinon son repli', () => {
    expect(render('[${inconnu}][${inconnu|–}]', PALMER)).toBe('[][–]');
  });

  it('échappe les valeurs et les replis en html, jamais dans un objet ou un SMS', () => {
    const valeurs: Valeurs = { 'personne.nom': '<b>D\'Artagnan & "Fils"</b>' };
    const source = '${personne/personne_nom} ${projet/projet_nom|A &lt; B}';
    expect(render(source, valeurs)).toBe(
      '&lt;b&gt;D&#39;Artagnan &amp; &quot;Fils&quot;&lt;/b&gt; A &lt; B'
    );
    expect(render(source, valeurs, 'texte')).toBe('<b>D\'Artagnan & "Fils"</b> A < B');
  });

  it('ne relit jamais une valeur : un signet saisi dans un nom reste du texte', () => {
    const piege: Valeurs = { ...PALMER, 'personne.nom': '${personne/personne_prenom} $& $1' };
    expect(render('${personne/personne_nom}', piege, 'texte')).toBe(
      '${personne/personne_prenom} $& $1'
    );
  });

  it('rend « $${ » comme un « ${ » littéral', () => {
    expect(render('$${personne/personne_nom}', PALMER)).toBe('${personne/personne_nom}');
  });

  it('laisse de côté l’heure qu’une action n’a pas', () => {
    expect(render('le ${action_date# j F Y à H:i}', { 'action.date': '2022-03-05' })).toBe(
      'le 5 mars 2022'
    );
    expect(render('de ${action_heure_debut# G\\hi}', { 'action.heure_debut': '09:30:00' })).toBe(
      'de 9h30'
    );
  });

  it('liste les signets vides sans repli, chacun une fois', () => {
    const morceaux = parseSignets(
      '${personne/personne_nom} ${action_lien_visio} ${ACTION_LIEN_VISIO} ${projet/projet_nom|x} ${inconnu} ${action_capacite|}'
    );
    expect(
      emptySignets(listPlaces(morceaux, 'texte'), PALMER).map((signet) => signet.chemin)
    ).toEqual(['action_lien_visio', 'inconnu']);
  });
});

describe('un signet dans un lien', () => {
  const lien = (valeur: string): string =>
    render('<a class="b" href="${action_lien_visio}">Rejoindre</a>', {
      'action.lien_visio': valeur,
    });

  it.each([
    ['https://visio.fr/a?b=1&c="2"', 'https://visio.fr/a?b=1&amp;c=&quot;2&quot;'],
    [' HTTP://visio.fr ', 'HTTP://visio.fr'],
    ['mailto:a@b.fr', 'mailto:a@b.fr'],
    ['tel:+33612345678', 'tel:+33612345678'],
    ['javascript:alert(1)', ''],
    ['java\nscript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['//visio.fr', ''],
    ['visio.fr', 'https://visio.fr'],
    ['', ''],
    ['Rejoindre : https://visio.fr/a', 'https://visio.fr/a'],
    ['lena@bge.fr', 'mailto:lena@bge.fr'],
  ])('qui ouvre l’adresse doit porter un schéma permis : %j', (valeur, attendu) => {
    expect(lien(valeur)).toBe(`<a class="b" href="${attendu}">Rejoindre</a>`);
    expect(
      renderMorceaux(
        parseSignets('${action_lien_visio}'),
        { 'action.lien_visio': valeur },
        'attribut-url',
        'Europe/Paris'
      )
    ).toBe(attendu);
  });

  it('qui suit un schéma écrit dans le modèle n’y ajoute que du texte encodé', () => {
    const valeurs: Valeurs = { 'personne.nom': 'A & B="é"', 'referent.email': "j.d'a@b.fr" };
    expect(render('<a href="https://x.fr/?n=${personne/personne_nom}#f">', valeurs)).toBe(
      '<a href="https://x.fr/?n=A%20%26%20B%3D%22%C3%A9%22#f">'
    );
    expect(render("<a href='mailto:${referent/personne_email}'>", valeurs)).toBe(
      "<a href='mailto:j.d&#39;a@b.fr'>"
    );
  });

  it('ne fabrique pas un schéma avec le texte ou le signet qui le précède', () => {
    const valeurs: Valeurs = { 'personne.nom': 'script:alert(1)', 'personne.prenom': ' ' };
    expect(render('<a href="java${personne/personne_nom}">', valeurs)).toBe(
      '<a href="javascript%3Aalert(1)">'
    );
    expect(render('<a href="${personne/personne_prenom|}${personne/personne_nom}">', valeurs)).toBe(
      '<a href="script%3Aalert(1)">'
    );
  });

  it('se reconnaît malgré les commentaires, les apostrophes et les espaces du html', () => {
    const valeurs: Valeurs = { 'action.lien_visio': 'javascript:x' };
    expect(
      render(
        '<!-- l\'heure > --><p title="a > b">l\'ami</p><a b=c\'d HREF = "${action_lien_visio}">',
        valeurs
      )
    ).toBe('<!-- l\'heure > --><p title="a > b">l\'ami</p><a b=c\'d HREF = "">');
  });

  it('n’écrit rien dans un style ou un gestionnaire, et rien de dangereux hors guillemets', () => {
    const valeurs: Valeurs = { 'personne.nom': 'x" onload=y' };
    expect(render('<p style="color:${personne/personne_nom}">', valeurs)).toBe(
      '<p style="color:">'
    );
    expect(render('<p onclick="${personne/personne_nom}">', valeurs)).toBe('<p onclick="">');
    expect(render('<p title="${personne/personne_nom}">', valeurs)).toBe(
      '<p title="x&quot; onload=y">'
    );
    expect(render('<p title=${personne/personne_nom}>', valeurs)).toBe('<p title=xonloady>');
    expect(render('<${personne/personne_nom}>', valeurs)).toBe('<xonloady>');
  });

  it('ne laisse aucune valeur ouvrir une balise ni fermer un attribut', () => {
    const gabarits = [
      '<p>${personne/personne_nom}</p>',
      '<a title="${personne/personne_nom}" href="${personne/personne_nom}">x</a>',
      "<a href='https://x.fr/${personne/personne_nom}?a=${personne/personne_nom}'>x</a>",
    ].map((source) => compileRendu(parseSignets(source), 'html', 'Europe/Paris'));
    const valeur = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'<>"\'&=/:; ja\ud800'.split('')) })
    );
    fc.assert(
      fc.property(valeur, (nom) => {
        for (const rendre of gabarits) {
          const structure = (html: string): string => html.replace(/[^<>"']/g, '');
          expect(structure(rendre({ 'personne.nom': nom }))).toBe(
            structure(rendre({ 'personne.nom': 'neutre' }))
          );
        }
      }),
      { numRuns: 10_000 }
    );
  });
});

describe('une valeur saisie sur une fiche', () => {
  const render = (source: string, valeurs: Valeurs): string =>
    renderMorceaux(parseSignets(source), valeurs, 'texte', 'Europe/Paris');

  it('perd les espaces qui l’entourent, et tient sur une ligne', () => {
    const source = 'Bonjour ${personne/personne_prenom} ${personne/personne_nom}, bienvenue';
    const valeurs = {
      'personne.prenom': '\u00a0 Seán ',
      'personne.nom': 'O’BRIEN\r\n\tDE LA TOUR\n',
    };
    expect(render(source, valeurs)).toBe('Bonjour Seán O’BRIEN DE LA TOUR, bienvenue');
  });

  it('faite de caractères de contrôle est vide : le repli parle', () => {
    const valeurs = { 'personne.nom': '\u0001\n ' };
    expect(render('${personne/personne_nom|inconnu}', valeurs)).toBe('inconnu');
    expect(
      emptySignets(listPlaces(parseSignets('${personne/personne_nom}'), 'texte'), valeurs)
    ).toHaveLength(1);
  });
});

describe('le rendu préparé', () => {
  it('donne le même texte pour chaque destinataire que le rendu d’un seul', () => {
    const morceaux = parseSignets('${personne/personne_nom} ${action_date# j F Y}');
    const rendre = compileRendu(morceaux, 'texte', 'Europe/Paris');
    for (const valeurs of [PALMER, VALEURS_EXEMPLE, {}]) {
      expect(rendre(valeurs)).toBe(renderMorceaux(morceaux, valeurs, 'texte', 'Europe/Paris'));
    }
  });
});
