import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type {
  AvantEnvoi,
  ProgrammationResultat,
} from '../../src/plugins/sms-mailing/core/api/fiches';
import type { PageHistorique } from '../../src/plugins/sms-mailing/core/api/historique';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor, type Agent } from './harness';

let base: BaseDuGuide;
let conseiller: Agent;
let modele: string;

const fiche = (nom: string, suite: string): string =>
  `/entrepreneurs/${base.seed.entrepreneurs[nom]!.documentId}/${suite}`;

const envoyer = (nom: string, corps: object, agent = base.admin) =>
  base.ask<EnJson<ProgrammationResultat>[]>(
    'post',
    fiche(nom, 'programmer'),
    { modeleDocumentIds: [modele], maintenant: true, ...corps },
    agent
  );

const regler = async (repentirSecondes: number): Promise<void> => {
  const { data } = await base.ask<ParametresLus>('get', '/parametres');
  const { status } = await base.ask('put', '/parametres', { ...data.parametres, repentirSecondes });
  expect(status).toBe(200);
};

beforeAll(async () => {
  base = await openBaseDuGuide();
  conseiller = await agentFor(base.app, 'sms-conseiller');
  modele = await base.createModele({
    ...{ nom: 'Réponse', objet: 'Réponse', message: '<p>${personne/personne_prenom}</p>' },
  });
  await regler(30);
});
afterAll(() => base.close());

describe('« Envoyer maintenant » depuis la fiche Entrepreneur', () => {
  it('sans ce droit, la demande est refusée, avant le clic comme au clic', async () => {
    const corps = { modeleDocumentIds: [modele], maintenant: true };
    const avant = await base.ask('post', fiche('palmer', 'avant-envoi'), corps, conseiller);
    expect([avant.status, (await envoyer('palmer', {}, conseiller)).status]).toEqual([403, 403]);
    expect(await base.countEnvois()).toEqual({});
  });

  it('il part au clic, après le délai pour se raviser que le serveur compte ; l’origine est la fiche', async () => {
    const { data: avant } = await base.ask<EnJson<AvantEnvoi>>(
      'post',
      fiche('palmer', 'avant-envoi'),
      { modeleDocumentIds: [modele], maintenant: true }
    );
    expect(avant.modeles[0]?.phraseDepart).toBe('Partira immédiatement');
    const { data } = await envoyer('palmer', {});
    expect(data[0]).toMatchObject({ programmes: 1, messages: 1, repentirSecondes: 30 });
    await base.tick(new Date('2022-03-03T14:00:29Z'));
    expect(base.mailsDe('Réponse')).toEqual([]);
    await base.tick(new Date('2022-03-03T14:00:30Z'));
    expect(base.mailsDe('Réponse')).toEqual(['julien.palmer@boite.test']);
    const { data: page } = await base.ask<EnJson<PageHistorique>>(
      'get',
      fiche('palmer', 'historique')
    );
    expect(page.lignes[0]).toMatchObject({ origine: 'fiche_entrepreneur', statut: 'envoye' });
    const soir = await base.ask<ProgrammationResultat[]>('post', fiche('palmer', 'programmer'), {
      modeleDocumentIds: [modele],
    });
    expect(soir.data[0]).toMatchObject({ programmes: 0, dejaProgrammes: 1 });
  });

  it('repris à temps, il ne part pas', async () => {
    const { data } = await envoyer('martin', {});
    const { envoiDocumentIds } = data[0]!;
    const { data: repris } = await base.ask('post', '/envois/annuler', { envoiDocumentIds });
    expect(repris).toEqual({ annules: 1 });
    await base.tick(new Date('2022-03-03T14:05:00Z'));
    expect(base.mailsDe('Réponse')).toEqual(['julien.palmer@boite.test']);
  });

  it('« Suspendre ce soir » ne le retient pas, « Exécuter maintenant » n’abrège pas son délai, le bilan du soir ne le compte pas', async () => {
    expect((await base.ask('post', '/soiree/suspendre', {})).status).toBe(200);
    await envoyer('diallo', {});
    expect((await base.ask('post', '/soiree/reprendre', {})).status).toBe(200);
    await base.ask('post', '/soiree/executer', {});
    expect(
      await base.sql(
        `SELECT voie, disponible_le > '2022-03-03 14:05:00' AS attend FROM sms_file WHERE etat = 'attente'`
      )
    ).toEqual([{ voie: 'immediate', attend: true }]);
    expect((await base.ask('post', '/soiree/suspendre', {})).status).toBe(200);
    await base.tick(new Date('2022-03-03T14:06:00Z'));
    expect(base.mailsDe('Réponse')).toContain('amadou.diallo@boite.test');
    await base.tick(new Date('2022-03-03T20:00:00Z'));
    const { data: bilan } = await base.ask<object>('get', '/soiree/bilan?soir=2022-03-03');
    expect(JSON.stringify(bilan)).not.toContain('Réponse');
  });

  it('une fiche qui n’existe pas n’est atteinte par personne', async () => {
    const inconnu = await base.ask('post', '/entrepreneurs/inconnu/programmer', {
      ...{ modeleDocumentIds: [modele], maintenant: true },
    });
    expect(inconnu.erreur?.details).toMatchObject({ regle: 'fiche-introuvable' });
  });
});
