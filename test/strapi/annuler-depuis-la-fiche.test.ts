import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type {
  LigneHistorique,
  PageHistorique,
} from '../../src/plugins/sms-mailing/core/api/historique';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor, type Agent } from './harness';

let base: BaseDuGuide;
let conseiller: Agent;

const lire = async (nom: string): Promise<EnJson<LigneHistorique>[]> => {
  const { documentId } = base.seed.entrepreneurs[nom]!;
  const { data } = await base.ask<EnJson<PageHistorique>>(
    'get',
    `/entrepreneurs/${documentId}/historique`
  );
  return data.lignes;
};

const annuler = async (lignes: readonly { documentId: string }[], agent?: Agent) => {
  const envoiDocumentIds = lignes.map(({ documentId }) => documentId);
  return (await base.ask('post', '/envois/annuler', { envoiDocumentIds }, agent)).data;
};

beforeAll(async () => {
  base = await openBaseDuGuide();
  conseiller = await agentFor(base.app, 'sms-conseiller');
  const modele = (nom: string, signet: string) =>
    base.createModele({ nom, objet: nom, message: `<p>\${${signet}}</p>` });
  const offre = await modele('Offre', 'personne/personne_prenom');
  const { palmer, martin } = base.seed.entrepreneurs;
  const campagne = await base.ask('post', '/campagnes', {
    ...{ modeleDocumentId: offre, typeContact: 'email' },
    ...{ filtres: { typeDestinataire: 'entrepreneur' }, confirme: true },
    selection: { ids: [palmer!.id, martin!.id] },
  });
  expect(campagne).toMatchObject({ status: 200 });
  const regle = await base.createRegle({
    ...{ typeContact: 'email', delai: -2 },
    modeleDocumentId: await modele('Rappel', 'action_date'),
    criteres: { ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId] },
  });
  expect((await base.ask('post', `/envois-automatiques/${regle}/executer`)).status).toBe(200);
  await base.ask('post', `/actions/${base.seed.actions.palmerDiagnostic!.documentId}/envoyer`, {
    modeleDocumentIds: [await modele('Convocation', 'action_date')],
  });
  await base.ask('post', `/entrepreneurs/${palmer!.documentId}/programmer`, {
    modeleDocumentIds: [await modele('Vos droits', 'personne/personne_nom')],
  });
});
afterAll(() => base.close());

describe('Guide §9.c : tant qu’il est programmé, un envoi s’annule depuis la fiche, quelle que soit son origine', () => {
  it('qui n’a pas le droit d’une origine ne l’annule pas', async () => {
    const lignes = await lire('palmer');
    expect(lignes.map(({ origine, statut }) => [origine, statut]).sort()).toEqual([
      ['campagne', 'programme'],
      ['envoi_automatique', 'programme'],
      ['fiche_action', 'programme'],
      ['fiche_entrepreneur', 'programme'],
    ]);
    const campagne = lignes.filter(({ origine }) => origine === 'campagne');
    expect(campagne[0]?.campagneId).toBeGreaterThan(0);
    expect(await annuler(campagne, conseiller)).toEqual({ annules: 0 });
  });

  it('les quatre s’annulent pour cette personne ; la campagne et la règle continuent pour les autres', async () => {
    expect(await annuler(await lire('palmer'))).toEqual({ annules: 4 });
    await base.tick(new Date('2022-03-03T14:10:00Z'));
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    expect((await lire('palmer')).map(({ statut }) => statut)).toEqual(Array(4).fill('annule'));
    const PALMER = 'julien.palmer@boite.test';
    for (const objet of ['Offre', 'Rappel', 'Convocation', 'Vos droits']) {
      expect(base.mailsDe(objet)).not.toContain(PALMER);
    }
    expect(base.mailsDe('Offre')).toEqual(['sophie.martin@boite.test']);
    expect(base.mailsDe('Rappel')).toContain('sophie.martin@boite.test');
  });

  it('parti, il ne s’annule plus', async () => {
    expect(await annuler(await lire('martin'))).toEqual({ annules: 0 });
  });
});
