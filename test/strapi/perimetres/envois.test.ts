import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageHistorique } from '../../../src/plugins/sms-mailing/core/api/historique';
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
    const envoyer = (action: Pick<Fiche, 'documentId'>, entrepreneurs?: Fiche[]) =>
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
    // Nothing tells an action that one may not see from one that is not there.
    const inconnue = await envoyer({ documentId: 'inconnue' });
    expect(inconnue.erreur).toEqual(erreur);
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

  it('ce qui fut écrit ici se lit encore ; l’adresse d’aujourd’hui d’une fiche partie, non', async () => {
    const { base } = perimetres;
    const partie = ficheDe('entrepreneur', 'Lens', 'autre');
    const ici = ficheDe('entrepreneur', 'Arras', 'autre');
    const modele = await base.createModele({ nom: 'Départ', objet: 'O', message: '<p>B</p>' });
    for (const { documentId } of [partie, ici]) {
      await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
        modeleDocumentIds: [modele],
      });
    }
    // She was of this antenne that day.
    await base.sql('UPDATE sms_envois SET antenne_id = $1 WHERE destinataire_id = $2', [
      perimetres.ids['Arras'],
      partie.id,
    ]);
    const historique = `/modeles/${modele}/historique`;
    const { data } = await base.ask<PageHistorique>('get', historique, undefined, agent);
    const prevues = Object.fromEntries(
      data.lignes.map(
        (ligne) => [ligne.destinataireDocumentId ?? '', ligne.prevue !== null] as const
      )
    );
    expect(prevues).toEqual({ [partie.documentId]: false, [ici.documentId]: true });
  });
});

describe('décision G17 : ce qu’a programmé une collègue se suit et s’arrête dans le périmètre', () => {
  it('la campagne d’une autre s’ouvre et s’annule, pour les personnes du périmètre seules', async () => {
    const { base, fiches } = perimetres;
    const modeleDocumentId = await base.createModele({
      ...{ nom: 'Campagne', objet: 'O', message: '<p>B</p>' },
    });
    const { data, erreur } = await base.ask<{ campagneId: number }>('post', '/campagnes', {
      ...{ modeleDocumentId, typeContact: 'email', filtres: { typeDestinataire: 'entrepreneur' } },
      ...{ recherche: 'P-', selection: { tous: true }, confirme: true },
    });
    expect(erreur).toBeNull();
    const { campagneId } = data;
    expect(
      (await base.ask('get', `/campagnes/${String(campagneId)}`, undefined, agent)).status
    ).toBe(200);
    const attendent = () =>
      base.sql<{ destinataire_id: number }>(
        `SELECT destinataire_id FROM sms_envois WHERE campagne_id = $1 AND statut = 'programme'`,
        [campagneId]
      );
    const avant = await attendent();
    const annuler = () =>
      base.ask<{ annules: number }>(
        'post',
        '/campagnes/annuler',
        { campagneId, cible: { tous: true } },
        agent
      );
    const dIci = fiches['entrepreneur']!.filter(({ antenne }) => antenne === 'Arras');
    expect((await annuler()).data.annules).toBe(dIci.length);
    const restent = await attendent();
    const ids = new Set(dIci.map(({ id }) => id));
    expect(avant.length - restent.length).toBe(dIci.length);
    expect(restent.length).toBeGreaterThan(0);
    expect(restent.filter(({ destinataire_id: id }) => ids.has(id))).toEqual([]);
  });

  it('un message programmé depuis une fiche par une autre s’annule de même', async () => {
    const { base } = perimetres;
    const modele = await base.createModele({ nom: 'Fiche', objet: 'O', message: '<p>B</p>' });
    const annules = async (fiche: Fiche) => {
      await base.ask('post', `/entrepreneurs/${fiche.documentId}/programmer`, {
        modeleDocumentIds: [modele],
      });
      const lignes = await base.sql<{ document_id: string }>(
        `SELECT e.document_id FROM sms_envois e JOIN sms_modeles m ON m.id = e.modele_id
          WHERE m.document_id = $1 AND e.destinataire_id = $2 AND e.statut = 'programme'`,
        [modele, fiche.id]
      );
      const envoiDocumentIds = lignes.map(({ document_id: id }) => id);
      expect(envoiDocumentIds).toHaveLength(1);
      const corps = { envoiDocumentIds };
      const { data } = await base.ask<{ annules: number }>('post', '/envois/annuler', corps, agent);
      return data.annules;
    };
    expect(await annules(ficheDe('entrepreneur', 'Arras', 'collègue'))).toBe(1);
    expect(await annules(ficheDe('entrepreneur', 'Lens', 'collègue'))).toBe(0);
  });
});

describe('l’envoi du soir est celui de tous', () => {
  it('un profil limité ne le suspend ni ne le reprend ; l’Administrateur si', async () => {
    const { base } = perimetres;
    const demander = async (geste: string, qui?: Agent) => {
      const { status, erreur } = await base.ask('post', `/soiree/${geste}`, {}, qui);
      return [status, erreur?.details['regle']];
    };
    for (const geste of ['suspendre', 'reprendre']) {
      expect(await demander(geste, agent)).toEqual([400, 'soir-de-tous']);
      expect(await demander(geste)).toEqual([200, undefined]);
    }
  });
});
