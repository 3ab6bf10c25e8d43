import { describe, expect, it } from 'vitest';
import type { Morceau, Signet } from './signet';
import { findMalEcrits, formatSignet, listSignets, normaliseSignets, parseSignets } from './signet';

function only(source: string): Signet {
  const morceaux = parseSignets(source);
  const [signet] = listSignets(morceaux);
  if (signet === undefined || morceaux.length !== 1) {
    throw new Error(`un seul signet attendu dans ${source}`);
  }
  return signet;
}

function withoutBrut(morceaux: readonly Morceau[]): unknown[] {
  return morceaux.map((morceau) =>
    typeof morceau === 'string' ? morceau : { ...morceau, brut: '' }
  );
}

describe('les signets d’un modèle', () => {
  it('se découpent du texte qui les entoure', () => {
    expect(parseSignets('Bonjour ${personne/personne_nom}, à bientôt')).toEqual([
      'Bonjour ',
      {
        brut: '${personne/personne_nom}',
        chemin: 'personne/personne_nom',
        participant: false,
        format: null,
        repli: null,
      },
      ', à bientôt',
    ]);
  });

  it('n’existent pas dans un texte vide', () => {
    expect(parseSignets('')).toEqual([]);
  });

  it.each([
    'tableN.action_beneficiaire_personne/personne_civilite',
    'tab.action_beneficiaire_personne/personne_civilite',
    'TAB.N.ACTION_BENEFICIAIRE_PERSONNE/PERSONNE_CIVILITE',
    'TAB.N. action_beneficiaire_personne/personne_civilite',
    'table N. action_beneficiaire_personne/personne_civilite',
    'table 1. action_beneficiaire_personne/personne_civilite',
    'Tab2 .action_beneficiaire_personne / personne_civilite',
    'table.12.action_beneficiaire_personne/personne_civilite',
    ' tab . n . action_beneficiaire_personne/personne_civilite ',
  ])('acceptent toutes les écritures du préfixe participant : %s', (corps) => {
    expect(only('${' + corps + '}')).toMatchObject({
      chemin: 'action_beneficiaire_personne/personne_civilite',
      participant: true,
    });
  });

  it('ne prennent pas pour un préfixe un chemin qui commence par les mêmes lettres', () => {
    expect(only('${tableau_nom}')).toMatchObject({ chemin: 'tableau_nom', participant: false });
    expect(only('${tab.nom}')).toMatchObject({ chemin: 'nom', participant: true });
  });

  it('gardent le format PHP écrit après le dièse, sans les espaces qui l’entourent', () => {
    expect(only('${action_date# j F Y à H:i}').format).toBe('j F Y à H:i');
    expect(only('${action_date #l j F Y à H:i }').format).toBe('l j F Y à H:i');
    expect(only('${action_date#}').format).toBeNull();
  });

  it('gardent le texte de repli écrit après la barre, même vide', () => {
    expect(only('${projet/projet_nom| votre projet }').repli).toBe('votre projet');
    expect(only('${projet/projet_nom|}').repli).toBe('');
    expect(only('${projet/projet_nom|n° #1 | suite}').repli).toBe('n° #1 | suite');
  });

  it('combinent un format et un texte de repli', () => {
    expect(only('${tab.action_date# j F Y|bientôt}')).toMatchObject({
      chemin: 'action_date',
      format: 'j F Y',
      repli: 'bientôt',
    });
    expect(only('${action_date#H\\|i|bientôt}')).toMatchObject({
      format: 'H\\|i',
      repli: 'bientôt',
    });
  });

  it('ignorent la casse, les accents, les espaces et les caractères invisibles du chemin', () => {
    expect(only('${ PERSONNE /\n Personne_Pr\u00e9\u200bnom\ufeff }').chemin).toBe(
      'personne/personne_prenom'
    );
    expect(only('${&nbsp;personne/personne_nom&nbsp;}').chemin).toBe('personne/personne_nom');
  });

  it('lisent les entités que l’éditeur a écrites, une seule fois', () => {
    expect(only('${action_date#&nbsp;j F Y &agrave; H:i}').format).toBe('j F Y à H:i');
    expect(only('${action_date# j F Y a\u0300 H:i}').format).toBe('j F Y à H:i');
    expect(only('${x|A &amp; B &#39;&#x27;&eacute;&OElig;&inconnu; &amp;lt;}').repli).toBe(
      "A & B ''éŒ&inconnu; &lt;"
    );
  });

  it('laissent sortir, juste après elles, les balises tombées entre leurs accolades', () => {
    const morceaux = parseSignets(
      '<p>${<span lang="fr">personne</span>/<b title="}">personne_nom}</b></p>'
    );
    expect(listSignets(morceaux)[0]?.chemin).toBe('personne/personne_nom');
    expect(morceaux.map((m) => (typeof m === 'string' ? m : '•')).join('')).toBe(
      '<p>•<span lang="fr"></span><b title="}"></b></p>'
    );
  });

  it('se reconnaissent quand une balise sépare le dollar de l’accolade', () => {
    expect(withoutBrut(parseSignets('$<span>{action_date}</span>'))).toEqual([
      { brut: '', chemin: 'action_date', participant: false, format: null, repli: null },
      '<span></span>',
    ]);
  });

  it('laissent un inférieur qui n’ouvre pas de balise dans le texte de repli', () => {
    expect(only('${x|a < 5}').repli).toBe('a < 5');
    expect(only('${x|<inconnu}').repli).toBe('<inconnu');
  });

  it('laissent « $${ » donner un « ${ » littéral', () => {
    expect(parseSignets('écrire $${personne/personne_nom}')).toEqual([
      'écrire ${personne/personne_nom}',
    ]);
    expect(parseSignets('5 $, 10 $$')).toEqual(['5 $, 10 $$']);
  });

  it('laissent littérale une accolade jamais fermée, et la signalent', () => {
    expect(parseSignets('avant ${personne/nom')).toEqual(['avant ${personne/nom']);
    const morceaux = parseSignets('${personne ${action_date}');
    expect(morceaux[0]).toBe('${personne ');
    expect(morceaux[1]).toMatchObject({ chemin: 'action_date' });
    expect(findMalEcrits('<p>${personne ${action_date} $${x')).toEqual([
      '${personne ${action_date} $${x',
    ]);
  });

  it('se comprennent tels que le guide les imprime, sans qu’on les normalise', () => {
    expect(parseSignets('Bonjour \\${personne/personne_prenom},')).toMatchObject([
      'Bonjour ',
      { chemin: 'personne/personne_prenom' },
      ',',
    ]);
    expect(parseSignets('$\\${action_date}$ à 9h')).toMatchObject([
      { chemin: 'action_date' },
      ' à 9h',
    ]);
    expect(parseSignets('10 $\\${action_capacite}')).toMatchObject([
      '10 $',
      { chemin: 'action_capacite' },
    ]);
  });

  it('dont la barre est du mauvais côté sont signalés', () => {
    expect(findMalEcrits('Le $\\{action_date}, $<b>\\</b>{x}, ${action_date}')).toEqual([
      '$\\{action_date}, $<b>\\</b>{x}, ${action_',
      '$<b>\\</b>{x}, ${action_date}',
    ]);
  });

  it('s’écrivent sous leur forme canonique', () => {
    expect(formatSignet(only('${TAB.N. Action_Date #j F Y| bientôt }'))).toBe(
      '${tableN.action_date# j F Y|bientôt}'
    );
  });

  it('se normalisent, écritures du guide extraites d’un PDF comprises', () => {
    expect(
      normaliseSignets('Ex : $\\${tab.action_beneficiaire_personne/personne_nom}$ \\${ACTION_DATE}')
    ).toBe('Ex : ${tableN.action_beneficiaire_personne/personne_nom} ${action_date}');
    expect(normaliseSignets('Ex : \\$<b>{personne/</b>personne_nom} \\')).toBe(
      'Ex : ${personne/personne_nom}<b></b> \\'
    );
    expect(normaliseSignets('$${littéral}')).toBe('$${littéral}');
  });
});
