import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TriCampagnes } from '../../core/campagne';
import type { Perimetre } from '../../core/perimetre';
import { createBilans } from '../../server/src/adapters/sql/bilans/fold';
import { NOW, type Base } from './campagnes-base';
import { openTroisFiches, programmeSuperOffre } from './campagne-programmee';

let base: Base;
let modeleId: number;
let antenneArras: Perimetre;
let id: Record<string, number>;

beforeAll(async () => {
  ({ base, antenneArras, id } = await openTroisFiches());
});
beforeEach(async () => {
  modeleId = (await programmeSuperOffre(base)).modele.id;
});
afterAll(() => base.close());

const addSoir = async (nom: string, jour: string): Promise<void> => {
  const envois = base.knex('sms_envois').where({ destinataire_id: id[nom] });
  const { antenne_id } = await envois.first<{ antenne_id: number | null }>();
  await base.add('sms_envois', {
    ...{ cle: `fe:${nom}:${jour}`, modalite: 'fiche_entrepreneur', type_contact: 'email' },
    ...{ statut: 'envoye', modele_id: modeleId, type_destinataire: 'entrepreneur', antenne_id },
    ...{ destinataire_id: id[nom], prevu_le: `${jour} 18:00`, credits: 0, tentatives: 0 },
  });
};

const list = (tri: TriCampagnes, page: number, recherche = '') =>
  base.campagnes.list({
    ...{ typeContact: null, typeDestinataire: null, modeleDocumentId: null, campagneId: null },
    ...{ depuis: null, avant: null, personne: '', recherche, tri, page, pageSize: 2 },
    ...{ perimetre: antenneArras, now: NOW },
  });

describe('Guide §7.c : les soirs des fiches, dans un périmètre', () => {
  it('se comptent tous et se lisent page à page, gardés ou non', async () => {
    for (const jour of ['2022-02-01', '2022-02-02', '2022-02-03']) {
      await addSoir('ABEL', jour);
      await addSoir('BERTHE', jour);
    }
    await addSoir('BERTHE', '2022-02-04');
    const lire = async (cle: TriCampagnes['cle'], sens: TriCampagnes['sens'], page: number) => {
      const { total, lignes } = await list({ cle, sens }, page);
      return [total, ...lignes.map((l) => [l.origine, l.prevuLe.getUTCDate(), l.bilan.envoyes])];
    };
    const campagne = ['campagne', 3, 0];
    const soir = (jour: number) => ['fiche_entrepreneur', jour, 1];
    for (const recomptes of [false, true]) {
      if (recomptes) await createBilans(base.knex, 0).fold();
      expect(await lire('date', 'desc', 1)).toEqual([4, campagne, soir(3)]);
      expect(await lire('date', 'desc', 2)).toEqual([4, soir(2), soir(1)]);
      expect(await lire('date', 'asc', 1)).toEqual([4, soir(1), soir(2)]);
      expect(await lire('modele', 'asc', 2)).toEqual([4, soir(2), soir(1)]);
      expect((await list({ cle: 'date', sens: 'desc' }, 1, 'néant')).total).toBe(0);
    }
  });
});
