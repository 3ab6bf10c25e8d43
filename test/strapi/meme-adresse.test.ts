import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type {
  CampagneProgrammee,
  ListeDestinataires,
  RecapCampagne,
} from '../../src/plugins/sms-mailing/core/api/campagnes';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { url } from './fiches-ecrites';

const CLAIRE = 'Claire.LENGLET@boite.test';

let base: BaseDuGuide;

/** What the three routes of a campagne take. */
let rang = 0;

async function openCampagne(typeDestinataire: string, filtres: object = {}) {
  const modele = await base.createModele({
    ...{ nom: `Lettre ${String((rang += 1))}`, objet: `Lettre ${typeDestinataire}` },
    ...{ message: 'Bonjour', destinataires: [typeDestinataire] },
  });
  const cible = {
    ...{ modeleDocumentId: modele, typeContact: 'email' },
    filtres: { typeDestinataire, ...filtres },
  };
  return {
    lister: async () =>
      (await base.ask<EnJson<ListeDestinataires>>('post', '/campagnes/destinataires', cible)).data
        .lignes,
    compter: async () =>
      (await base.ask<EnJson<RecapCampagne>>('post', '/campagnes/comptes', cible)).data,
    programmer: (suite: object = {}) =>
      base.ask<EnJson<CampagneProgrammee>>('post', '/campagnes', {
        ...{ ...cible, selection: { tous: true }, ...suite },
      }),
  };
}

beforeAll(async () => {
  base = await openBaseDuGuide();
  const { contactsPartenaires, contactsIndividuels } = base.seed;
  const zoe = url('contact-partenaire', `/${contactsPartenaires.deuxReferents![1]!.documentId}`);
  expect((await base.admin.put(zoe).send({ courrielPro: CLAIRE })).status).toBe(200);
  const banquier = url('contact-individuel', `/${contactsIndividuels.banquier!.documentId}`);
  const courrielPro = 'helene.vasseur@boite.test';
  expect((await base.admin.put(banquier).send({ courrielPro })).status).toBe(200);
});

afterAll(() => base.close());

describe('Guide §7.b : plusieurs personnes à la même adresse', () => {
  it('deux entreprises à la même adresse : c’est dit dans la liste, et une seule reçoit', async () => {
    const { lister, compter, programmer } = await openCampagne('entreprise_partenaire');
    const partagees = (await lister()).filter(({ memeAdresse }) => memeAdresse > 1);
    expect(partagees.map(({ raisonSociale, memeAdresse }) => [raisonSociale, memeAdresse])).toEqual(
      expect.arrayContaining([
        ['Banque du Ternois', 2],
        ['Cabinet Flandre Conseil', 2],
      ])
    );
    const { joignables, motifs } = (await compter()).comptes.nonFaits;
    expect({ joignables, partages: motifs.meme_adresse }).toMatchObject({ partages: 1 });
    expect((await programmer({ personnesLues: joignables })).data).toMatchObject({
      programmes: joignables,
      motifs: { meme_adresse: 1 },
    });
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    const recus = base.mailsDe('Lettre entreprise_partenaire').map((a) => a.toLowerCase());
    expect(recus.filter((adresse) => adresse === CLAIRE.toLowerCase())).toHaveLength(1);
  });

  it('rouverte, la campagne ne l’envoie pas à l’autre : l’adresse l’a déjà', async () => {
    base.setHeure(new Date('2022-03-03T14:00:00Z'));
    const modele = await base.createModele({
      ...{ nom: 'Deux fois', objet: 'Deux fois', message: 'Bonjour' },
      destinataires: ['entreprise_partenaire'],
    });
    const cible = {
      ...{ modeleDocumentId: modele, typeContact: 'email', selection: { tous: true } },
      filtres: { typeDestinataire: 'entreprise_partenaire' },
    };
    const { data } = await base.ask<EnJson<CampagneProgrammee>>('post', '/campagnes', cible);
    const encore = await base.ask<EnJson<CampagneProgrammee>>('post', '/campagnes', {
      ...{ ...cible, campagneId: data.campagneId },
    });
    expect(encore.data).toMatchObject({ programmes: 0, motifs: { meme_adresse: 1 } });
  });

  it('deux contacts à la même adresse : c’est dit, chacun reçoit le sien', async () => {
    const { lister, compter } = await openCampagne('contact_individuel', { ville: 'ens' });
    expect(await lister()).toMatchObject([{ nom: 'CARON', memeAdresse: 2 }]);
    expect((await compter()).comptes.nonFaits).toMatchObject({ joignables: 1, motifs: {} });
  });
});

describe('« 340 ce soir, 60 demain » : ce que la limite d’e-mails par heure reporte', () => {
  it('la campagne le dit avant d’être programmée, avec ce qui attend déjà', async () => {
    const { data } = await base.ask<ParametresLus>('get', '/parametres');
    await base.ask('put', '/parametres', { ...data.parametres, emailsParHeure: 2 });
    const { compter } = await openCampagne('entrepreneur');
    const { comptes, etalement } = await compter();
    const attente = await base.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM sms_file WHERE transport = 'mail'`
    );
    const ceSoir = Math.max(0, 4 - attente[0]!.n);
    expect(etalement).toEqual({
      ...{ parHeure: 2, ceSoir, ensuite: comptes.nonFaits.joignables - ceSoir },
    });
  });

  it('sans limite, il n’en est rien dit', async () => {
    const { data } = await base.ask<ParametresLus>('get', '/parametres');
    await base.ask('put', '/parametres', { ...data.parametres, emailsParHeure: null });
    const { compter } = await openCampagne('entrepreneur', { recherche: 'palmer' });
    expect((await compter()).etalement).toBeNull();
  });
});
