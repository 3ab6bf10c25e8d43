import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statutCampagne } from '../../core/campagne';
import { TOUT, type Perimetre } from '../../core/perimetre';
import { NOW, type Base } from './campagnes-base';
import { openTroisFiches, programmeSuperOffre } from './campagne-programmee';

let base: Base;
let campagneId: number;
let antenneArras: Perimetre;
let id: Record<string, number>;

beforeAll(async () => {
  ({ base, antenneArras, id } = await openTroisFiches());
});

beforeEach(async () => {
  ({ campagneId } = await programmeSuperOffre(base));
});

afterAll(() => base.close());

/** In the hands of a worker. */
const setEtat = async (nom: string, etat: string): Promise<number> => {
  const envois = base.knex('sms_envois').where({ destinataire_id: id[nom] }).select('id');
  return base.knex('sms_file').whereIn('envoi_id', envois).update({ etat, ouvrier: 'a' });
};

const statuts = async (): Promise<string[]> => {
  const { lignes } = await base.campagnes.list({
    ...{ typeContact: null, typeDestinataire: null, modeleDocumentId: null, campagneId: null },
    ...{ depuis: null, avant: null, personne: '', recherche: '', page: 1, pageSize: 10 },
    ...{ tri: { cle: 'date', sens: 'desc' }, perimetre: TOUT, now: NOW },
  });
  return lignes.map((ligne) => statutCampagne(ligne.bilan, ligne.origine));
};

describe('Décision B11 : annuler jusqu’à ce que l’envoi soit pris', () => {
  const cancel = (envoiIds: number[] | null, perimetre: Perimetre = TOUT) =>
    base.campagnes.cancel({
      ...{ campagneId, envoiIds, envoiDocumentIds: null, perimetre },
      now: NOW,
    });
  const statutOf = async (nom: string): Promise<string> =>
    (await base.knex('sms_envois').where({ destinataire_id: id[nom] }).first<{ statut: string }>())
      .statut;
  const annuleeLe = async (): Promise<Date | null> =>
    (await base.campagnes.read(campagneId, TOUT))!.annuleeLe;

  it('un seul envoi s’annule, la campagne reste', async () => {
    const envoi = await base
      .knex('sms_envois')
      .where({ destinataire_id: id.ABEL })
      .first<{ id: number }>();
    expect(await cancel([envoi.id])).toEqual({ annules: 1, dejaPris: 0 });
    expect([await statutOf('ABEL'), await statutOf('BERTHE')]).toEqual(['annule', 'programme']);
    expect(await annuleeLe()).toBeNull();
  });

  it('tout annuler reprend ce qu’un ouvrier a réservé, ne touche pas ce qui est sur le fil, et le dit', async () => {
    await setEtat('ABEL', 'reserve');
    await setEtat('BERTHE', 'en_cours');
    expect(await cancel(null)).toEqual({ annules: 2, dejaPris: 1 });
    expect([await statutOf('ABEL'), await statutOf('BERTHE')]).toEqual(['annule', 'programme']);
    expect(await base.knex('sms_file').select('etat')).toEqual([{ etat: 'en_cours' }]);
    expect(await annuleeLe()).toEqual(NOW);
  });

  it('tout annuler dans un périmètre laisse la campagne aux autres', async () => {
    expect(await cancel(null, antenneArras)).toEqual({ annules: 1, dejaPris: 0 });
    expect(await statutOf('BERTHE')).toBe('programme');
    expect(await annuleeLe()).toBeNull();
    expect(await statuts()).toEqual(['programme']);
    await cancel(null);
    expect(await statuts()).toEqual(['annule']);
  });

  it('un envoi pris au même instant est annulé ou parti, jamais les deux', async () => {
    const prendre = base.knex('sms_file').update({ etat: 'en_cours', ouvrier: 'a' });
    const [pris, { annules, dejaPris }] = await Promise.all([prendre, cancel(null)]);
    expect(pris + annules).toBe(3);
    expect(dejaPris).toBe(pris);
  });
});
