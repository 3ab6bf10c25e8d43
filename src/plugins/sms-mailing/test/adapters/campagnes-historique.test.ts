import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statutCampagne } from '../../core/campagne';
import { perimetreParmi, TOUT, type Perimetre } from '../../core/perimetre';
import type { PageCampagnes } from '../../server/src/services/ports/campagnes';
import { critereOf, NOW, openBase, SOIR, type Base } from './campagnes-base';
import type { ModelePourCampagne } from './campagnes-chaine';

const APRES = new Date('2022-03-03T18:00:05Z');

let base: Base;
let modele: ModelePourCampagne;
let campagneId: number;
let antenneArras: Perimetre;
const id: Record<string, number> = {};

beforeAll(async () => {
  base = await openBase();
  const arras = await base.add('antennes', { nom: 'Arras' });
  antenneArras = perimetreParmi({ antenneIds: [arras] });
  id.ABEL = await base.addEntrepreneur('ABEL', {}, { antenne: arras });
  id.BERTHE = await base.addEntrepreneur('BERTHE');
  id.CELINE = await base.addEntrepreneur('CELINE');
});

beforeEach(async () => {
  await base.knex.raw('TRUNCATE sms_envois, sms_file');
  await base.knex('sms_campagnes').delete();
  await base.knex('sms_modeles').delete();
  modele = await base.addModele({ nom: 'Super offre' });
  const fait = await base.campagnes.schedule(critereOf(modele), {
    selection: { tous: true, saufIds: [] },
    modele,
    auteurId: null,
  });
  campagneId = fait.campagneId!;
});

afterAll(() => base.close());

const list = (autres: Partial<PageCampagnes> = {}) =>
  base.campagnes.list({
    typeContact: null,
    typeDestinataire: null,
    modeleDocumentId: null,
    campagneId: null,
    depuis: null,
    avant: null,
    personne: '',
    recherche: '',
    tri: { cle: 'date', sens: 'desc' },
    page: 1,
    pageSize: 10,
    perimetre: TOUT,
    now: NOW,
    ...autres,
  });

const setStatut = (nom: string, statut: string): Promise<number> =>
  base.knex('sms_envois').where({ destinataire_id: id[nom] }).update({ statut, motif: 'x' });

/** In the hands of a worker. */
const setEtat = async (nom: string, etat: string): Promise<number> => {
  const envois = base.knex('sms_envois').where({ destinataire_id: id[nom] }).select('id');
  return base.knex('sms_file').whereIn('envoi_id', envois).update({ etat, ouvrier: 'a' });
};

const addFiche = (nom: string, statut = 'programme', prevuLe = SOIR): Promise<number> =>
  base.add('sms_envois', {
    cle: `fe:${nom}:${String(prevuLe.getTime())}`,
    modalite: 'fiche_entrepreneur',
    type_contact: 'email',
    statut,
    modele_id: modele.id,
    type_destinataire: 'entrepreneur',
    destinataire_id: id[nom],
    prevu_le: prevuLe,
    credits: 0,
    tentatives: 0,
  });

const statuts = async (autres: Partial<PageCampagnes> = {}): Promise<string[]> =>
  (await list(autres)).lignes.map((ligne) => statutCampagne(ligne.bilan, ligne.origine));

describe('Guide §7.c : l’historique des campagnes', () => {
  it('une ligne dit le modèle, la date, le type de destinataire et le nombre d’envois', async () => {
    await setStatut('ABEL', 'envoye');
    await setStatut('BERTHE', 'remis');
    const { total, lignes } = await list();
    expect(total).toBe(1);
    expect(lignes[0]).toMatchObject({
      origine: 'campagne',
      campagneId,
      modeleNom: 'Super offre',
      typeDestinataire: 'entrepreneur',
      prevuLe: SOIR,
      bilan: { envoyes: 2, programmes: 1 },
    });
  });

  it('le statut suit les envois, du programmé à l’envoyé', async () => {
    expect(await statuts()).toEqual(['programme']);
    expect(await statuts({ now: APRES })).toEqual(['en_cours']);
    for (const nom of ['ABEL', 'BERTHE']) {
      await setStatut(nom, 'envoye');
    }
    await setStatut('CELINE', 'echec');
    expect(await statuts({ now: APRES })).toEqual(['partiel']);
    await setStatut('CELINE', 'remis');
    expect(await statuts({ now: APRES })).toEqual(['envoye']);
  });

  it('les demandes des fiches Entrepreneur d’un soir font une ligne « En attente » par modèle', async () => {
    await addFiche('ABEL');
    await addFiche('BERTHE');
    await addFiche('CELINE', 'envoye', new Date('2022-02-01T18:00:00Z'));
    const { total, lignes } = await list();
    expect(total).toBe(3);
    const fiches = lignes.filter((ligne) => ligne.origine === 'fiche_entrepreneur');
    expect(fiches.map((ligne) => [ligne.campagneId, ligne.bilan.programmes])).toEqual([
      [null, 2],
      [null, 0],
    ]);
    expect(fiches.map((l) => statutCampagne(l.bilan, l.origine))).toEqual(['en_attente', 'envoye']);
  });

  it('la recherche, le modèle et le type filtrent, la page compte le vrai total', async () => {
    await addFiche('ABEL');
    expect((await list({ recherche: 'super' })).total).toBe(2);
    expect((await list({ recherche: 'néant' })).total).toBe(0);
    expect((await list({ modeleDocumentId: modele.documentId })).total).toBe(2);
    expect((await list({ typeContact: 'sms' })).total).toBe(0);
    expect((await list({ typeDestinataire: 'entreprise_partenaire' })).total).toBe(0);
    const page = await list({ page: 2, pageSize: 1 });
    expect([page.total, page.lignes.length]).toEqual([2, 1]);
    expect(await list({ page: 5 })).toEqual({ total: 2, lignes: [] });
  });

  it('une campagne rouverte retrouve ses filtres', async () => {
    const campagne = await base.campagnes.read(campagneId, TOUT);
    expect(campagne).toMatchObject({
      modeleDocumentId: modele.documentId,
      filtres: { typeDestinataire: 'entrepreneur' },
      annuleeLe: null,
    });
    expect(await base.campagnes.read(campagneId + 1, TOUT)).toBeNull();
  });

  it('les comptes d’un modèle disent ses campagnes, ses envois programmés et effectués', async () => {
    await setStatut('ABEL', 'envoye');
    await addFiche('ABEL');
    expect(await base.campagnes.countByModele('email', 'entrepreneur', TOUT)).toEqual([
      { modeleDocumentId: modele.documentId, campagnes: 1, programmes: 2, effectues: 1 },
    ]);
    expect(await base.campagnes.countByModele('sms', 'entrepreneur', TOUT)).toEqual([]);
  });
});

describe('Guide §4 : l’historique ne compte que le périmètre', () => {
  it('la campagne, ses nombres et ses comptes par modèle sont ceux des fiches vues', async () => {
    const { lignes } = await list({ perimetre: antenneArras });
    expect(lignes.map((ligne) => ligne.bilan.programmes)).toEqual([1]);
    expect(await base.campagnes.countByModele('email', 'entrepreneur', antenneArras)).toMatchObject(
      [{ programmes: 1 }]
    );
  });

  it('une campagne qui n’atteint aucune fiche vue n’existe pas', async () => {
    const ailleurs = perimetreParmi({ antenneIds: [-1] });
    expect((await list({ perimetre: ailleurs })).total).toBe(0);
    expect(await base.campagnes.read(campagneId, ailleurs)).toBeNull();
    expect(await base.campagnes.read(campagneId, antenneArras)).not.toBeNull();
  });
});

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
