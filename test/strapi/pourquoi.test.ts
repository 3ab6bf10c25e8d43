import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Explication } from '../../src/plugins/sms-mailing/core/api/envois-automatiques';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;

async function createRappel(nom: string, ods: string, delai: number): Promise<void> {
  const modele = await base.createModele({ nom, objet: nom, message: '<p>À bientôt.</p>' });
  await base.createRegle({
    typeContact: 'email',
    modeleDocumentId: modele,
    delai,
    criteres: { ods: [base.seed.ods[ods]!.documentId] },
  });
}

beforeAll(async () => {
  base = await openBaseDuGuide();
  await createRappel('Mail rappel rendez-vous', "Activ'Créa lot 1", -2);
  await createRappel('Rappel DPE', 'DPE', -2);
  await createRappel('Le soir même', "Activ'Créa Mon Bureau Virtuel", 0);
  await base.tick(new Date('2022-03-03T18:00:00Z'));
});

afterAll(() => base.close());

async function explain(personne: string, action: string): Promise<Explication> {
  const { data } = await base.ask<Explication>('post', '/envois-automatiques-pourquoi', {
    entrepreneurDocumentId: base.seed.entrepreneurs[personne]!.documentId,
    actionDocumentId: base.seed.actions[action]!.documentId,
  });
  return data;
}

describe('Guide §6 : « Pourquoi Mme X ne l’a pas reçu ? »', () => {
  const raisons = ({ regles }: Explication) =>
    Object.fromEntries(regles.map(({ modele, issue, raison }) => [modele, [issue, raison]]));

  it('chaque règle est rejouée : l’envoi fait, ou le premier critère qui manque', async () => {
    const explication = await explain('palmer', 'palmerAtelier');
    expect(explication).toMatchObject({
      personne: 'PALMER Julien',
      action: { date: '2022-03-05' },
    });
    expect(raisons(explication)).toMatchObject({
      'Mail rappel rendez-vous': ['envoi', 'Envoyé le 03/03/2022.'],
      'Rappel DPE': ['ecarte', "ODS : « Activ'Créa lot 1 » ; l’envoi automatique demande « DPE »."],
    });
  });

  it('l’adresse qui empêche d’écrire est nommée, le soir à venir aussi', async () => {
    const issues = async (personne: string) =>
      (await explain(personne, 'entretienEmergence')).regles.at(-1);
    expect(await issues('paris')).toMatchObject({
      issue: 'exclu',
      raison: expect.stringContaining('adresse fictive') as string,
    });
    expect(await issues('diallo')).toMatchObject({
      issue: 'a_venir',
      raison: 'Partira demain à 19h00.',
      soir: '2022-03-04',
    });
    expect(await issues('refusRgpd')).toMatchObject({
      issue: 'ecarte',
      raison: expect.stringContaining('liste d’attente') as string,
    });
    const absente = await base.ask('post', '/envois-automatiques-pourquoi', {
      entrepreneurDocumentId: base.seed.entrepreneurs.martin!.documentId,
      actionDocumentId: base.seed.actions.entretienEmergence!.documentId,
    });
    expect(absente.erreur?.details).toMatchObject({ regle: 'participation-introuvable' });
  });

  it('un envoi que son soir a exclu n’est pas dit fait', async () => {
    await base.tick(new Date('2022-03-04T18:00:00Z'));
    const { regles } = await explain('paris', 'entretienEmergence');
    expect(regles.at(-1)).toMatchObject({
      issue: 'non_envoye',
      raison: expect.stringContaining(
        'Non envoyé : L’e-mail accepté est une adresse fictive'
      ) as string,
    });
  });
});
