import { describe, expect, it } from 'vitest';
import { suggestSource } from './describe-probleme';
import {
  describeSignet,
  filterCatalogue,
  groupByTheme,
  sourceOf,
  type FiltreCatalogue,
} from './describe-signet';

const TOUT = { destinataires: [], pourAction: false, declencheur: null, recherche: '' } as const;
const cheminsDe = (filtre: Partial<FiltreCatalogue>): string[] =>
  filterCatalogue({ ...TOUT, ...filtre }).map(({ chemin }) => chemin);

describe('un signet dans l’éditeur', () => {
  it('porte le nom du catalogue et l’exemple du guide', () => {
    const { libelle, exemple } = describeSignet(
      '${tableN.action_beneficiaire_personne/personne_prenom}'
    );
    expect([libelle, exemple]).toEqual(['Prénom', 'Jack']);
  });

  it('écrit son exemple avec son format', () => {
    expect(describeSignet('${action_date# l j F Y à H:i}').exemple).toBe(
      'samedi 5 mars 2022 à 09:30'
    );
  });

  it('garde le nom saisi quand aucun signet ne le porte', () => {
    const { entree, libelle } = describeSignet('${personne/inconnu}');
    expect([entree, libelle]).toEqual([null, 'personne/inconnu']);
  });

  it('a un nom proche à proposer, format et repli gardés', () => {
    expect(suggestSource('${action_dat# j F|bientôt}')).toBe('${action_date# j F|bientôt}');
    expect(suggestSource('${zzzzzzzz}')).toBeNull();
  });

  it('s’insère avec tableN quand il diffère d’un participant à l’autre', () => {
    const [nom] = filterCatalogue({ ...TOUT, recherche: 'nom participant', declencheur: 'action' });
    expect(nom && sourceOf(nom)).toBe('${tableN.action_beneficiaire_personne/personne_nom}');
  });
});

describe('le catalogue proposé', () => {
  it('trouve sans accent ni majuscule, tous les mots étant cherchés', () => {
    const libelles = filterCatalogue({ ...TOUT, recherche: 'REFERENT prenom' }).map(
      ({ libelle }) => libelle
    );
    expect(libelles).toContain('Prénom du référent');
    expect(libelles).not.toContain('Prénom');
  });

  it('ne propose que ce qui a un sens pour un des destinataires', () => {
    const chemins = filterCatalogue({ ...TOUT, destinataires: ['contact_individuel'] }).map(
      ({ chemin }) => chemin
    );
    expect(chemins).toContain('personne/personne_fonction');
    expect(chemins).not.toContain('action_date');
    expect(chemins).not.toContain('projet/projet_nom');
  });

  it('propose d’abord la date de l’action dans un modèle d’action', () => {
    expect(cheminsDe({ pourAction: true, recherche: 'dat' })[0]).toBe('action_date');
    expect(cheminsDe({ pourAction: false, recherche: 'dat' })[0]).toBe(
      'personne/personne_date_naissance'
    );
  });

  it('dit chaque signet une fois, par l’écriture qui sert partout', () => {
    const civilites = filterCatalogue({ ...TOUT, recherche: 'civilité' });
    expect(civilites.map(({ chemin }) => chemin)).toContain('personne/personne_civilite');
    const donnees = filterCatalogue(TOUT).map(({ donnee }) => donnee);
    expect(donnees.filter((donnee) => donnee === 'personne.civilite')).toHaveLength(1);
    expect(cheminsDe({ declencheur: 'action', recherche: 'civilité' })).toContain(
      'action_beneficiaire_personne/personne_civilite'
    );
  });

  it.each([
    ['rdv', 'action_date'],
    ['rendez-vous', 'action_date'],
    ['nom de famille', 'personne/personne_nom'],
    ['NOM DE FAMILLE', 'personne/personne_nom'],
    ['portable', 'personne/personne_telephone'],
    ['visioconférence', 'action_lien_visio'],
    ['l’adresse du rdv', 'action_site/site_adresse_rue'],
  ])('« %s » trouve %s', (recherche, chemin) => {
    expect(cheminsDe({ recherche })).toContain(chemin);
  });

  it('se range par thème, sans rien perdre', () => {
    const entrees = filterCatalogue(TOUT);
    const groupes = groupByTheme(entrees);
    expect(groupes.flatMap(([, groupe]) => groupe)).toHaveLength(entrees.length);
    expect(new Set(groupes.map(([theme]) => theme)).size).toBe(groupes.length);
  });
});
