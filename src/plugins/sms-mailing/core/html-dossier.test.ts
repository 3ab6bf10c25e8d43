import { expect, it } from 'vitest';
import type { Dossier } from './dossier';
import { toHtmlDossier } from './html-dossier';

const DOSSIER: Dossier = {
  nom: 'PALMER <Julien>',
  exporteLe: '2022-03-03T14:00:00.000Z',
  rubriques: [{ titre: 'Fiche', fiches: [[['Nom', '</script><script>alert(1)</script>']]] }],
  envois: [],
  accords: [],
  oppositions: [],
};

it('le dossier se lit, et rien de ce qu’il contient ne s’y exécute', () => {
  const html = toHtmlDossier(DOSSIER, 'Europe/Paris');
  expect(html).toContain('<h1>Données de PALMER &lt;Julien&gt;</h1>');
  expect(html).toContain('Exportées le 03/03/2022 15:00');
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
});

it('le JSON qu’il porte redonne les mêmes données', () => {
  const html = toHtmlDossier(DOSSIER, 'Europe/Paris');
  const json = /id="donnees">([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(json)).toEqual(DOSSIER);
});
