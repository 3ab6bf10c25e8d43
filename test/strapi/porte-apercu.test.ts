import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, toReponse, type BaseDuGuide } from './base-du-guide';
import { agentFor, type Agent } from './harness';

let base: BaseDuGuide;
let conseiller: Agent;

beforeAll(async () => {
  base = await openBaseDuGuide();
  await base.proveAdresse();
  conseiller = await agentFor(base.app, 'sms-conseiller');
});
afterAll(() => base.close());

const saisie = (message: string, typeContact = 'email') => ({
  ...{
    typeContact,
    nom: 'Essai',
    objet: 'Essai',
    message,
    destinataires: ['entrepreneur'],
    but: 'suivi',
  },
});
const PROFOND = '<ul><li>'.repeat(8_000);

describe('un message démesuré', () => {
  it.each([
    ['profond', PROFOND, 'email'],
    ['large', '<p>x</p>'.repeat(20_000), 'newsletter'],
    ['à l’attribut sans fin', `<p title="${'x'.repeat(100_000)}">x</p>`, 'email'],
    ['tout en entités', '&amp;'.repeat(90_000), 'email'],
    ['tout en émojis, par SMS', '😀'.repeat(200_000), 'sms'],
  ])(
    '%s, n’est ni montré, ni enregistré, ni envoyé en exemplaire, et on dit pourquoi',
    async (_, message, type) => {
      const modele = saisie(message, type);
      for (const [chemin, corps] of [
        ['/modeles-apercu', { modele }],
        ['/modeles-exemplaire', { modele, numero: '0601020304' }],
        ['/modeles', { ...modele, inactif: true }],
      ] as const) {
        const { status, erreur } = await base.ask('post', chemin, corps);
        expect(status).toBe(400);
        expect(erreur?.message).toMatch(
          /^Ce message ne peut pas être mis en page|^Le message compte/
        );
      }
    }
  );

  it('se valide et se mesure sans attendre', async () => {
    for (const [type, message] of [
      ['email', '<'.repeat(490_000)],
      ['email', `signet${'z'.repeat(490_000)}`],
      ['sms', '😀'.repeat(200_000)],
    ] as const) {
      expect((await base.ask('post', '/modeles-validation', saisie(message, type))).status).toBe(
        200
      );
    }
    const { status } = await base.ask('post', '/modeles-repartition', {
      modele: saisie('😀'.repeat(200_000), 'sms'),
    });
    expect(status).toBe(400);
  });
});

describe('l’aperçu de qui n’écrit pas les modèles', () => {
  it('ne montre que ceux qui sont enregistrés', async () => {
    const modeleDocumentId = await base.createModele(
      saisie('<p>Bonjour ${personne/personne_prenom}</p>')
    );
    const demander = async (corps: object) =>
      toReponse(await conseiller.post('/sms-mailing/modeles-apercu').send(corps));
    expect(await demander({ modeleDocumentId })).toMatchObject({
      status: 200,
      data: { objet: 'Essai' },
    });
    const modele = saisie('<p>Un autre texte</p>');
    for (const corps of [
      { modele },
      { modele: saisie(PROFOND) },
      { modele, modeleDocumentId: '' },
    ]) {
      const { status, erreur } = await demander(corps);
      expect(status).toBe(403);
      expect(erreur?.message).toMatch(/^Votre profil/);
    }
  });
});
