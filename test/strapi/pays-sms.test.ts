import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import {
  parseFormulaire,
  type ServeurHttp,
} from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { startServeurOvh } from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-ovh';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { environnementOvh } from './environnement-ovh';

let base: BaseDuGuide;
let ovh: ServeurHttp;

beforeAll(async () => {
  ovh = await startServeurOvh();
  base = await openBaseDuGuide('sms-administrateur', environnementOvh(ovh.url));
});
afterAll(async () => {
  await base.close();
  await ovh.close();
});

describe('Les SMS ne partent que vers les pays ouverts', () => {
  const CUBA = '+53 5 1234567';
  const BELGIQUE = '+32 470 12 34 56';
  const ouvrir = async (paysSms: string[]) => {
    const { parametres } = (await base.ask<ParametresLus>('get', '/parametres')).data;
    return base.ask('put', '/parametres', { ...parametres, paysSms });
  };

  it('ni exemplaire, ni code, ni vérification vers un autre pays', async () => {
    const cobaye = { typeDestinataire: 'entrepreneur' };
    const modele = { typeContact: 'sms', but: 'suivi', message: 'Bonjour' };
    const refus = [
      await base.ask('post', '/modeles-exemplaire', { cobaye, modele, numero: CUBA }),
      await base.ask('post', '/exemplaires/code', { transport: 'sms', numero: CUBA }),
      await base.ask('post', '/parametres/verification-sms', { numero: CUBA }),
    ];
    expect(refus.map(({ erreur }) => erreur?.details.regle)).toEqual([
      'pays-non-permis',
      'pays-non-permis',
      'pays-non-permis',
    ]);
    expect(ovh.recues).toEqual([]);
  });

  it('un destinataire d’un autre pays est exclu avec ce motif, jusqu’à ce que son pays s’ouvre', async () => {
    const { documentId, id } = base.seed.entrepreneurs.palmer!;
    await base.sql(
      `UPDATE components_coordonnees_telephones SET numero = $2, numero_e164 = '+32470123456', mobile = true
        WHERE id IN (SELECT cmp_id FROM entrepreneurs_cmps WHERE entity_id = $1 AND field = 'telephones')`,
      [id, BELGIQUE]
    );
    const modele = await base.createModele({ typeContact: 'sms', nom: 'Info', message: 'Bonjour' });
    const programmer = (force: boolean) =>
      base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
        modeleDocumentIds: [modele],
        force,
      });
    const dernier = async () =>
      (await base.sql('SELECT statut, motif FROM sms_envois ORDER BY id DESC LIMIT 1'))[0];
    await ouvrir(['33', '32']);
    base.setHeure(new Date('2022-03-04T10:00:00Z'));
    await programmer(false);
    // Programmed while it was open, closed since: judged again at departure.
    await ouvrir(['33']);
    await base.tick(new Date('2022-03-04T18:00:00Z'));
    expect(await dernier()).toEqual({ statut: 'exclu', motif: 'pays_non_autorise' });
    await ouvrir(['33', '32']);
    base.setHeure(new Date('2022-03-05T10:00:00Z'));
    await programmer(true);
    await base.tick(new Date('2022-03-05T18:00:00Z'));
    expect(await dernier()).toEqual({ statut: 'envoye', motif: null });
    expect(parseFormulaire(ovh.recues.at(-1)!).to).toBe('0032470123456');
  });
});
