import { describe, expect, it } from 'vitest';
import {
  CATALOGUE,
  VALEURS_EXEMPLE,
  findEntree,
  listDonnees,
  suggestChemin,
} from './catalogue-signets';
import { distanceEdition } from './catalogue/distance-edition';
import { DONNEES } from './catalogue/donnees';
import { listSignets, parseSignets } from './signet';

/** Every signet quoted in the guide, typographic noise included (decision F1). */
const SIGNETS_DU_GUIDE: readonly (readonly [ecrit: string, donnee: string])[] = [
  ['${personne/personne_civilite}', 'personne.civilite'],
  ['${personne/personne_nom}', 'personne.nom'],
  ['${action_beneficiaire_personne/personne_civilite}', 'personne.civilite'],
  ['${action_beneficiaire_personne/personne_prenom}', 'personne.prenom'],
  ['${tableN.action_beneficiaire_personne/personne_civilite}', 'personne.civilite'],
  ['${tableN.action_beneficiaire_personne/personne_prenom}', 'personne.prenom'],
  ['$\\${tableN.action_beneficiaire_personne/personne_civilite}$', 'personne.civilite'],
  ['$\\${action_site/site_adresse_ville}$', 'site.ville'],
  ['${action_date# j F Y à H:i}', 'action.date'],
  ['${action_date# l j F Y à H:i}', 'action.date'],
  ['${tab.action_beneficiaire_personne/personne_civilite}', 'personne.civilite'],
  ['${tab.action_beneficiaire_personne/personne_prenom}', 'personne.prenom'],
  ['${tab.action_beneficiaire_personne/personne_nom}', 'personne.nom'],
  ['${action_animateur_intervenant/personne_prenom}', 'animateur.prenom'],
  ['${action_animateur_intervenant/personne_nom}', 'animateur.nom'],
  ['${TAB.N. PERSONNE/PERSONNE_NOM}', 'personne.nom'],
  ['${TAB.N.ACTION_BENEFICIAIRE_PERSONNE/PERSONNE_NOM}', 'personne.nom'],
];

describe('le catalogue des signets', () => {
  it.each(SIGNETS_DU_GUIDE)('connaît %s, cité par le guide', (ecrit, donnee) => {
    const chemins = listSignets(parseSignets(ecrit)).map((signet) => signet.chemin);
    expect(chemins.map((chemin) => findEntree(chemin)?.donnee)).toEqual([donnee]);
  });

  it('offre chaque donnée, et n’en offre pas d’autre', () => {
    expect(new Set(CATALOGUE.map((entree) => entree.donnee))).toEqual(new Set(DONNEES));
  });

  it('donne un seul sens à chaque chemin, écrit sous sa forme canonique', () => {
    const chemins = CATALOGUE.map((entree) => entree.chemin);
    expect(new Set(chemins).size).toBe(chemins.length);
    for (const chemin of chemins) {
      expect(listSignets(parseSignets('${' + chemin + '}'))[0]?.chemin).toBe(chemin);
    }
  });

  it('fait commencer par ACTION les signets de l’action, et eux seuls', () => {
    for (const { chemin, declencheur } of CATALOGUE) {
      expect(chemin.startsWith('action')).toBe(declencheur === 'action');
    }
  });

  it('offre à l’action toutes les données d’un entrepreneur', () => {
    const parAction = new Set(
      CATALOGUE.filter((e) => e.declencheur === 'action').map((e) => e.donnee)
    );
    const manquantes = CATALOGUE.filter(
      (e) => e.destinataires.includes('entrepreneur') && !parAction.has(e.donnee)
    );
    expect(manquantes).toEqual([]);
  });

  it('marque à écrire avec tableN ce qui diffère d’un participant à l’autre', () => {
    expect(findEntree('action_beneficiaire_personne/personne_nom')?.parParticipant).toBe(true);
    expect(findEntree('action_participation/participation_presence')?.parParticipant).toBe(true);
    expect(findEntree('action_site/site_adresse_ville')?.parParticipant).toBe(false);
    expect(findEntree('personne/personne_nom')?.parParticipant).toBe(false);
  });

  it('rend obligatoires la date, le lieu, le lien visio, le lien de confirmation et la place proposée', () => {
    expect(CATALOGUE.filter((e) => e.obligatoire).map((e) => e.chemin)).toEqual([
      'action_date',
      'action_lien_visio',
      'action_lien_confirmation',
      'action_site/site_nom',
      'action_site/site_adresse_ville',
      'action_participation/participation_place_limite',
    ]);
  });

  it('réserve l’entreprise aux entreprises partenaires, et l’action aux entrepreneurs', () => {
    expect(findEntree('entreprise/entreprise_siret')?.destinataires).toEqual([
      'entreprise_partenaire',
    ]);
    expect(findEntree('action_date')?.destinataires).toEqual(['entrepreneur']);
    expect(findEntree('personne/personne_nom')?.destinataires).toHaveLength(3);
    expect(findEntree('projet/projet_nom')?.destinataires).toEqual(['entrepreneur']);
  });

  it('ne laisse sortir ni TH, ni RSA, ni QPV', () => {
    expect(CATALOGUE.filter((e) => /(^|[_/.])(th|rsa|qpv)([_/.]|$)/.test(e.chemin))).toEqual([]);
  });

  it('montre un exemple lisible et en garde la valeur brute', () => {
    expect(findEntree('action_date')?.exemple).toBe('05/03/2022 à 09:30');
    expect(VALEURS_EXEMPLE['action.date']).toBe('2022-03-05T09:30');
    expect(CATALOGUE.filter((e) => e.libelle === '' || e.exemple === '')).toEqual([]);
    expect(Object.keys(VALEURS_EXEMPLE)).toHaveLength(DONNEES.length);
  });

  it.each([
    ['referent/referent_nom', 'referent/personne_nom'],
    [
      'action_animateur_intervenant/intervenant_prenom',
      'action_animateur_intervenant/personne_prenom',
    ],
    ['action_site/site_ville', 'action_site/site_adresse_ville'],
    ['action_site/site_adresse', 'action_site/site_adresse_rue'],
    ['antenne/antenne_nom', 'antenne_nom'],
    ['personne/antenne_nom', 'antenne_nom'],
    ['action_beneficiaire_personne/antenne_nom', 'action_beneficiaire_antenne_nom'],
    ['action_ods/ods_nom', 'action_ods'],
    ['action_type/type_action_nom', 'action_type'],
  ])('accepte l’écriture voisine %s', (ecrit, canonique) => {
    expect(findEntree(ecrit)?.chemin).toBe(canonique);
  });

  it.each([
    ['personne/personne_civilté', 'personne/personne_civilite'],
    ['personne/personne_prenmo', 'personne/personne_prenom'],
    ['actiondate', 'action_date'],
    ['action_beneficaire_personne/personne_nom', 'action_beneficiaire_personne/personne_nom'],
    ['nom', 'personne/personne_nom'],
    ['ville', 'personne/personne_adresse_ville'],
    ['site_ville', 'action_site/site_adresse_ville'],
    ['facture/numero', null],
    ['', null],
    ['x'.repeat(5000), null],
  ])('propose le signet le plus proche de %s', (chemin, attendu) => {
    expect(suggestChemin(chemin)).toBe(attendu);
  });

  it('compte une lettre ajoutée, retirée, changée ou échangée pour un pas', () => {
    expect(distanceEdition('nom', 'nom')).toBe(0);
    expect(distanceEdition('nom', 'noms')).toBe(1);
    expect(distanceEdition('nom', 'mon')).toBe(2);
    expect(distanceEdition('date', 'daet')).toBe(1);
    expect(distanceEdition('', 'abc')).toBe(3);
    expect(distanceEdition('abc', '')).toBe(3);
  });

  it('dit quelles données un modèle lit, chacune une fois', () => {
    const morceaux = parseSignets(
      '${personne/personne_nom} ${tab.action_beneficiaire_personne/personne_nom} ${action_date} ${inconnu}'
    );
    expect(listDonnees(morceaux)).toEqual(['personne.nom', 'action.date']);
  });
});
