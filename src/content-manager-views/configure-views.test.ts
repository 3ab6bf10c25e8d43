import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VUES } from './configure-views';

interface Schema {
  attributes: Record<string, { type: string; component?: string; target?: string }>;
}

const CALCULES = new Set([
  'etat',
  'etatCourriel',
  'numeroE164',
  'mobile',
  'empreinte',
  'empreinteCourriel',
  'calculeSelon',
  'recherche',
  'libelle',
  'emailReference',
  'telephonePrincipal',
]);

function schemaOf(uid: string): Schema {
  const [famille = '', nom = ''] = uid.split(/::|\./);
  const chemin = uid.startsWith('api::')
    ? `../api/${nom}/content-types/${nom}/schema.json`
    : `../components/${famille}/${nom}.json`;
  return JSON.parse(readFileSync(new URL(chemin, import.meta.url), 'utf8')) as Schema;
}

describe.each(VUES.map((vue) => [vue.uid, vue] as const))('la vue de %s', (uid, vue) => {
  const attributs = Object.keys(schemaOf(uid).attributes);

  it('donne un libellé français à chaque champ, et à lui seul', () => {
    expect(Object.keys(vue.champs).sort()).toEqual([...attributs].sort());
  });

  it('place une fois chaque champ saisi et jamais un champ calculé', () => {
    // « etat » is typed in a projet.
    const isSaisi = (nom: string) =>
      !CALCULES.has(nom) || (uid.endsWith('projet') && nom === 'etat');
    const saisis = attributs.filter(isSaisi);
    expect(vue.formulaire.flat().sort()).toEqual(saisis.sort());
  });

  it('laisse une rangée entière à un composant', () => {
    const { attributes } = schemaOf(uid);
    const partagees = vue.formulaire.filter(
      (rang) => rang.length > 1 && rang.some((nom) => attributes[nom]?.type === 'component')
    );
    expect(partagees).toEqual([]);
  });

  it('ne liste que des champs du type', () => {
    expect(vue.liste.filter((nom) => !attributs.includes(nom))).toEqual([]);
  });
});
