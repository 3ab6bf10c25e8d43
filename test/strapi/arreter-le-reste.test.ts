import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const DIX_NEUF_HEURES = new Date('2022-03-03T18:00:30Z');
const PLUS_TARD = new Date('2022-03-03T18:20:00Z');
const QUI = ['palmer', 'martin', 'diallo', 'lefebvre'];

let base: BaseDuGuide;

beforeAll(async () => {
  // One message at a time: what is on the wire when one stops is one.
  base = await openBaseDuGuide('sms-administrateur', { SMS_MAILING_FENETRE: '1' });
  const suivi = await base.createModele({ nom: 'Suivi', objet: 'Suivi', message: '<p>Suivi</p>' });
  for (const qui of QUI) {
    const { documentId } = base.seed.entrepreneurs[qui]!;
    const programmee = await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
      modeleDocumentIds: [suivi],
    });
    expect(programmee.status).toBe(200);
  }
});

afterAll(() => base.close());

describe('« Arrêter le reste », une fois l’envoi commencé', () => {
  it('ce qui est sur le fil part, le reste attend ; repris, chacun l’a reçu une fois', async () => {
    const attendus = (await base.countEnvois())['programme'] ?? 0;
    expect(attendus).toBeGreaterThan(2);
    base.boite.pendant = async () => {
      base.boite.pendant = () => Promise.resolve();
      await base.ask('post', '/soiree/suspendre');
    };
    await base.tick(DIX_NEUF_HEURES);
    expect(base.mailsDe('Suivi')).toHaveLength(1);
    expect(await base.countEnvois()).toMatchObject({ envoye: 1, programme: attendus - 1 });
    await base.ask('post', '/soiree/reprendre');
    await base.tick(PLUS_TARD);
    const recus = base.mailsDe('Suivi');
    expect(recus).toHaveLength(attendus);
    expect(new Set(recus).size).toBe(attendus);
  });
});
