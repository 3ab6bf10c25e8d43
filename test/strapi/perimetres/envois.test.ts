import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../harness';
import { openPerimetres, type Fiche, type Perimetres } from './base';

/** « Antenne principale », which is Arras. */
let perimetres: Perimetres;
let agent: Agent;

const ficheDe = (type: string, antenne: string, ...suivie: string[]): Fiche =>
  perimetres.fiches[type]!.find(
    (fiche) => fiche.antenne === antenne && fiche.suivie.join() === suivie.join()
  )!;

beforeAll(async () => {
  perimetres = await openPerimetres();
  ({ agent } = perimetres);
  await perimetres.setEtendues(['antenne']);
});
afterAll(() => perimetres.close());

describe('décision G6 : on n’écrit à personne d’ailleurs, même inscrit à sa propre action', () => {
  it('ni à tous les participants, ni à ceux qu’on nomme, ni depuis une action d’ailleurs', async () => {
    const { base } = perimetres;
    const modeleDocumentIds = [
      await base.createModele({ nom: 'Aux participants', objet: 'O', message: '<p>B</p>' }),
    ];
    const mienne = ficheDe('action', 'Arras', 'moi', 'moi');
    const dIci = ficheDe('entrepreneur', 'Arras', 'collègue');
    const dAilleurs = ficheDe('entrepreneur', 'Lens', 'collègue');
    for (const { documentId: entrepreneur } of [dIci, dAilleurs]) {
      await perimetres.create('participation', {
        ...{ entrepreneur, action: mienne.documentId, statut: 'Inscrit' },
      });
    }
    const envoyer = (action: Fiche, entrepreneurs?: Fiche[]) =>
      base.ask(
        'post',
        `/actions/${action.documentId}/envoyer`,
        {
          modeleDocumentIds,
          ...(entrepreneurs === undefined
            ? {}
            : { entrepreneurDocumentIds: entrepreneurs.map(({ documentId }) => documentId) }),
        },
        agent
      );
    await envoyer(mienne, [dAilleurs]);
    await envoyer(mienne);
    const { erreur } = await envoyer(ficheDe('action', 'Lens', 'autre'), [dIci]);
    expect(erreur?.details).toMatchObject({ regle: 'hors-perimetre' });
    const ecrits = await base.sql<{ destinataire_id: number }>(
      `SELECT destinataire_id FROM sms_envois WHERE modalite = 'fiche_action'`
    );
    expect(ecrits.map(({ destinataire_id: id }) => id)).toEqual([dIci.id]);
  });

  it('l’historique d’une fiche se lit en entier par qui l’ouvre, et par lui seul', async () => {
    const { base } = perimetres;
    const dAilleurs = ficheDe('entrepreneur', 'Lens', 'autre');
    const dIci = ficheDe('entrepreneur', 'Arras', 'autre');
    const modele = await base.createModele({ nom: 'Suivi', objet: 'O', message: '<p>B</p>' });
    for (const { documentId } of [dAilleurs, dIci]) {
      const { status } = await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
        modeleDocumentIds: [modele],
      });
      expect(status).toBe(200);
    }
    // She was of another antenne that day.
    await base.sql('UPDATE sms_envois SET antenne_id = $1 WHERE destinataire_id = $2', [
      perimetres.ids['Lens'],
      dIci.id,
    ]);
    const historique = async ({ documentId }: Fiche) =>
      (
        await base.ask<{ total: number }>(
          'get',
          `/entrepreneurs/${documentId}/historique`,
          undefined,
          agent
        )
      ).data.total;
    expect([await historique(dIci), await historique(dAilleurs)]).toEqual([1, 0]);
    const { data } = await base.ask<{ total: number }>(
      'get',
      `/modeles/${modele}/historique`,
      undefined,
      agent
    );
    expect(data.total).toBe(0);
  });
});
