import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type { AvantEnvoi } from '../../src/plugins/sms-mailing/core/api/fiches';
import type { PlaceProposee, PlacesDAction } from '../../src/plugins/sms-mailing/core/proposition';
import { openBancReponses, type BancReponses } from './banc-reponses';
import type { BaseDuGuide } from './base-du-guide';

const OBJET = 'Une place jusqu’à demain';
const LIMITE = '${action_participation/participation_place_limite# l j F à H:i}';

let banc: BancReponses;
let base: BaseDuGuide;
let diallo: string;
let modele: string;

/** One place is free, DIALLO waits for it. */
beforeAll(async () => {
  banc = await openBancReponses();
  ({ base } = banc);
  diallo = base.seed.entrepreneurs.diallo!.documentId;
  modele = await base.createModele({
    ...{ nom: OBJET, objet: OBJET },
    message: `<p>À prendre avant le ${LIMITE} : \${action_lien_confirmation}</p>`,
  });
  await base.sql('UPDATE actions SET capacite = 4, surbooking = NULL WHERE document_id = $1', [
    banc.action,
  ]);
  await base.sql(
    `UPDATE participations SET statut = 'Liste d''attente' WHERE id IN (
       SELECT l.participation_id FROM participations_entrepreneur_lnk l
         JOIN entrepreneurs e ON e.id = l.entrepreneur_id WHERE e.document_id = $1)`,
    [diallo]
  );
});
afterAll(() => base.close());
beforeEach(() => base.sql('DELETE FROM sms_propositions'));

const prevoir = (suite: object) =>
  base.ask<EnJson<AvantEnvoi>>('post', `/actions/${banc.action}/avant-envoi`, {
    ...{
      entrepreneurDocumentIds: [diallo],
      modeleDocumentIds: [modele],
      inclureListeAttente: true,
    },
    ...{ force: true, ...suite },
  });

const proposer = (heures: number) =>
  base.ask<EnJson<PlaceProposee>>('post', `/actions/${banc.action}/proposer`, {
    ...{ entrepreneurDocumentId: diallo, modeleDocumentIds: [modele], heures },
    confirmation: randomUUID(),
  });

describe('Le message qui propose une place dit jusqu’à quand elle est gardée', () => {
  it('avant le clic, il est compté ; à qui rien n’est proposé, il ne part pas', async () => {
    const { data } = await prevoir({ placeHeures: 24 });
    expect(data.modeles[0]).toMatchObject({ recevront: [{ documentId: diallo }], exclus: [] });
    const sans = await prevoir({});
    expect(sans.data.modeles[0]).toMatchObject({
      ...{ recevront: [], exclus: [{ documentId: diallo, motif: 'signet_vide' }] },
    });
    expect((await prevoir({ placeHeures: 5 })).status).toBe(400);
  });

  it('avant le clic, il se compte comme il partira : jamais au-delà du début de l’action', async () => {
    const jour = '${action_participation/participation_place_limite# l}';
    const compter = async (dit: string, suite: number): Promise<number> => {
      const message = `\${action_lien_confirmation} ${dit}${'x'.repeat(suite)}`;
      const sms = await base.createModele({
        typeContact: 'sms',
        nom: dit + String(suite),
        message,
      });
      return (await prevoir({ modeleDocumentIds: [sms], placeHeures: 72 })).data.credits;
    };
    // In 72 hours it would be « dimanche »: two letters more, and the second SMS two letters sooner.
    const couts: number[] = [];
    for (const suite of [103, 104, 105, 106, 107, 108]) {
      couts.push(await compter('samedi', suite));
      expect([suite, await compter(jour, suite)]).toEqual([suite, couts.at(-1)]);
    }
    expect(new Set(couts)).toEqual(new Set([1, 2]));
    const prevue = await prevoir({ placeHeures: 72 });
    expect(prevue.data.placeJusquA).toBe('2022-03-05T08:30:00.000Z');
    expect((await proposer(72)).data.expireLe).toBe(prevue.data.placeJusquA);
    await base.sql('DELETE FROM sms_propositions');
    const courte = await prevoir({ placeHeures: 2 });
    expect(courte.data.placeJusquA).toBe(
      new Date(banc.heure().getTime() + 7_200_000).toISOString()
    );
    expect((await prevoir({})).data.placeJusquA).toBeNull();
  });

  it('à l’heure de l’association, jamais au-delà du début de l’action', async () => {
    expect((await proposer(72)).erreur).toBeNull();
    await banc.avance(1);
    const recu = base.boite.mails.filter(({ subject }) => subject === OBJET).at(-1);
    expect(recu?.text).toContain('À prendre avant le samedi 5 mars à 09:30');
  });

  it('reprise avant que le message parte, il ne part pas', async () => {
    const avant = base.mailsDe(OBJET).length;
    expect((await proposer(24)).erreur).toBeNull();
    const { data } = await base.ask<PlacesDAction>('get', `/actions/${banc.action}/places`);
    await base.ask('post', `/actions/${banc.action}/reprendre-place`, {
      propositionId: data.propositions[0]!.id,
    });
    await banc.avance(1);
    expect(base.mailsDe(OBJET)).toHaveLength(avant);
    const [dernier] = await base.sql(
      'SELECT statut, motif FROM sms_envois ORDER BY id DESC LIMIT 1'
    );
    expect(dernier).toEqual({ statut: 'exclu', motif: 'signet_vide' });
  });
});
