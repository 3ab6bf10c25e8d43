import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, visit, type Visite } from './navigateur';
import { MENU, SOUS_MENU } from './pages-du-panneau';

/** A tablet held upright: the narrowest that the panel is made for. */
const TABLETTE = { width: 820, height: 1180 };

let base: BaseDuGuide;
let visite: Visite;
const suites: Record<string, string> = {};

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  const modele = await base.createModele({
    ...{ nom: 'Convocation', objet: 'Convocation' },
    message: '<p>Bonjour ${personne/personne_prenom}.</p>',
  });
  const rappel = await base.createModele({
    ...{ nom: 'Rappel', objet: 'Rappel', message: '<p>Le ${action_date# j F Y}</p>' },
  });
  const regle = { typeContact: 'email', modeleDocumentId: rappel, delai: -2 };
  await base.createRegle({ ...regle, criteres: { natures: ['Collective'] } });
  await base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes: 500 });
  const { data } = await base.ask<{ campagneId: number }>('post', '/campagnes', {
    ...{ modeleDocumentId: modele, typeContact: 'email' },
    filtres: { typeDestinataire: 'entrepreneur' },
    selection: { tous: true, saufIds: [] },
  });
  const action = `actions/${base.seed.actions.entretienEmergence!.documentId}`;
  const personne = `entrepreneurs/${base.seed.entrepreneurs.palmer!.documentId}`;
  const pilotage = 'envoi-emails-sms';
  const campagne = `${pilotage}/entrepreneur/campagne/${modele}?contact=email`;
  Object.assign(suites, {
    Accueil: '',
    'Fiche Entrepreneur': personne,
    'Coordonnées d’un entrepreneur': `${personne}/coordonnees`,
    'Actions d’un entrepreneur': `${personne}/actions`,
    'Fiche Action': action,
    'Participants d’une action': `${action}/participants`,
    'Envoi depuis une action': `${action}/envois`,
    Partenaires: 'contacts-et-partenaires/partenaires',
    'Filtres d’une campagne': campagne,
    'Personnes d’une campagne': `${campagne}&etape=resultats`,
    'Historique des campagnes': `${pilotage}/historique`,
    'Suivi d’une campagne': `${pilotage}/historique/${String(data.campagneId)}`,
    Statistiques: 'ce-soir/statistiques',
    'Un modèle': `contacts-emails-sms/modeles-mailing/${modele}`,
    'Simulation d’un soir': 'contacts-emails-sms/envois-automatiques/simulation?soir=2022-03-03',
    'Pourquoi ?': 'contacts-emails-sms/envois-automatiques/pourquoi',
    'Adresses à corriger': 'contacts-emails-sms/adresses-a-corriger',
  });
  visite = await visit(base.app, 'sms-administrateur', TABLETTE);
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

/**
 * What scrolls sideways around the title of the page; and the buttons and links of the page that stand beyond its edge,
 * but for those of a table, which scrolls by itself.
 */
const DEBORDE = `(() => {
  const large = document.documentElement.clientWidth;
  const defile = (e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'hidden'
    && (e === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(e).overflowX));
  const parents = (e) => e === null ? [] : [e, ...parents(e.parentElement)];
  const titre = parents(document.querySelector('main h1'));
  const glissent = titre.filter(defile).map((e) => e.tagName.toLowerCase() + ' ' + e.scrollWidth + ' > ' + e.clientWidth);
  const dehors = [...document.querySelectorAll('main button, main a[href], main input')]
    .filter((e) => e.getClientRects().length > 0 && e.closest('[aria-hidden=true]') === null)
    .filter((e) => !parents(e).some((p) => !titre.includes(p) && defile(p)))
    .filter((e) => { const r = e.getBoundingClientRect(); return r.left < -1 || r.right > large + 1; })
    .map((e) => (e.ariaLabel ?? e.textContent ?? '').trim().slice(0, 60) + ' à ' + Math.round(e.getBoundingClientRect().right));
  return [...glissent, ...dehors];
})()`;

async function deborde(chemin: string): Promise<unknown> {
  await visite.open(chemin);
  return visite.page.evaluate(DEBORDE);
}

describe('À 820 px de large, aucune page ne défile de côté et tous les boutons se voient', () => {
  it.each(Object.entries(MENU))('%s', async (_nom, chemin) => {
    expect(await deborde(chemin)).toEqual([]);
  });

  it.each(Object.entries(SOUS_MENU))('Contacts e-mails/SMS › %s', async (_nom, chemin) => {
    expect(await deborde(`contacts-emails-sms/${chemin}`)).toEqual([]);
  });

  it('les pages qu’on ouvre de là', async () => {
    const fautes: Record<string, unknown> = {};
    for (const [nom, chemin] of Object.entries(suites)) {
      fautes[nom] = await deborde(chemin);
    }
    expect(fautes).toEqual(Object.fromEntries(Object.keys(suites).map((nom) => [nom, []])));
  });

  it('rien ne s’est plaint pendant la visite', () => {
    expect(visite.plaintes.filter((plainte) => plainte.includes('sms-mailing'))).toEqual([]);
  });
});
