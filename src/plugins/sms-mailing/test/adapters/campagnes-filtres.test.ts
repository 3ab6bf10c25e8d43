import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FiltresCampagne, FiltresEntrepreneur } from '../../core/filtres-campagne';
import type { ModelePourCampagne } from '../../server/src/services/ports/campagnes';
import { critereOf, nomsOf, openBase, type Base } from './campagnes-base';

type Filtres = Omit<FiltresEntrepreneur, 'typeDestinataire'>;

let base: Base;
let modele: ModelePourCampagne;
/** documentIds of the référentiels, by their name. */
const fiche: Record<string, string> = {};
const id: Record<string, number> = {};

async function addReferentiel(table: string, nom: string, cle = nom): Promise<void> {
  const ref = await base.add(table, table === 'intervenants' ? { nom, prenom: 'Jo' } : { nom });
  id[cle] = ref;
  fiche[cle] = await base.documentId(table, ref);
}

async function addParcours(
  entrepreneur: number,
  dates: { debut?: string; fin?: string },
  liens: { ods?: string; etape?: string; ressource?: string }
): Promise<void> {
  const parcours = await base.add('parcours', {
    date_debut: dates.debut ?? null,
    date_fin: dates.fin ?? null,
  });
  await base.link('parcours_entrepreneur_lnk', {
    parcours_id: parcours,
    entrepreneur_id: entrepreneur,
  });
  for (const [quoi, nom] of Object.entries(liens)) {
    await base.link(`parcours_${quoi}_lnk`, { parcours_id: parcours, [`${quoi}_id`]: id[nom] });
  }
}

async function addParticipation(
  entrepreneur: number,
  action: { date: string; statut?: string; type?: string; site?: string },
  statut: string | null = 'Inscrit'
): Promise<void> {
  const actionId = await base.add('actions', {
    objet: 'Atelier',
    nature: 'Collective',
    date: action.date,
    statut: action.statut ?? 'Planifiée',
  });
  if (action.type !== undefined) {
    await base.link('actions_type_action_lnk', {
      action_id: actionId,
      type_action_id: id[action.type],
    });
  }
  if (action.site !== undefined) {
    await base.link('actions_site_lnk', { action_id: actionId, site_id: id[action.site] });
  }
  const participation = await base.add('participations', { statut });
  await base.link('participations_entrepreneur_lnk', {
    participation_id: participation,
    entrepreneur_id: entrepreneur,
  });
  await base.link('participations_action_lnk', {
    participation_id: participation,
    action_id: actionId,
  });
}

async function addSituation(entrepreneur: number, date: string | null, emploi: string) {
  const situation = await base.add('situations', { date, statut_emploi: emploi });
  await base.link('situations_entrepreneur_lnk', {
    situation_id: situation,
    entrepreneur_id: entrepreneur,
  });
}

async function addProjet(entrepreneur: number, etat: string, secteur: string) {
  const projet = await base.add('projets', { etat, secteur_activite: secteur });
  await base.link('projets_entrepreneur_lnk', {
    projet_id: projet,
    entrepreneur_id: entrepreneur,
  });
}

const IDENTITE_PALMER = {
  civilite: 'Madame',
  date_creation_profil: '2021-06-15',
  date_naissance: '1980-02-29',
  statut_personne: 'Créateur',
  csp: 'Employés',
  niveau_formation: 'Bac +2',
  th: 'Oui',
  rsa: 'Non',
  qualification_qpv: 'Oui',
  canal_prescription: 'Mission locale',
  moyen_contact: 'SMS',
};

/** PALMER matches each filter on one record; CROISE only across two; VIDE says nothing. */
async function addPersonnes(): Promise<void> {
  const palmer = await base.addEntrepreneur('PALMER', IDENTITE_PALMER, {
    antenne: id.Arras!,
    referent: id.ACCES!,
    telephone: '06 01 02 03 04',
  });
  const croise = await base.addEntrepreneur('CROISE');
  await base.addEntrepreneur('VIDE', {}, { email: null });

  await addSituation(palmer, '2021-01-01', 'Salarié');
  await addSituation(palmer, '2021-09-01', "Demandeur d'emploi");
  await addSituation(croise, '2021-09-01', 'Retraité');
  await addSituation(croise, '2021-01-01', "Demandeur d'emploi");

  await addProjet(palmer, 'En montage', 'Commerce');
  await addProjet(croise, 'En montage', 'Culture');
  await addProjet(croise, 'Idée', 'Commerce');

  const liens = { ods: 'Activ', etape: 'Cartes', ressource: 'Lot 1' };
  await addParcours(palmer, { debut: '2022-01-01', fin: '2022-01-31' }, liens);
  await addParcours(croise, { debut: '2022-01-01', fin: '2022-06-30' }, { ods: 'Activ' });
  await addParcours(
    croise,
    { debut: '2021-01-01', fin: '2022-01-31' },
    { etape: 'Cartes', ods: 'DPE' }
  );
  await addParcours(croise, {}, { ressource: 'Lot 1' });

  await addParticipation(palmer, { date: '2022-03-05', type: 'Atelier', site: 'Armentières' });
  await addParticipation(croise, { date: '2022-03-05', type: 'Diagnostic', site: 'Lille' });
  await addParticipation(croise, { date: '2022-08-01', type: 'Atelier', site: 'Lille' });
  await addParticipation(croise, { date: '2022-09-01', type: 'Diagnostic', site: 'Armentières' });
  const complet = { date: '2022-03-05', type: 'Atelier', site: 'Armentières' };
  await addParticipation(croise, complet, 'Annulé');
  await addParticipation(croise, { ...complet, statut: 'Annulée' });
}

beforeAll(async () => {
  base = await openBase();
  modele = await base.addModele();
  await addReferentiel('antennes', 'Arras');
  await addReferentiel('antennes', 'Lens');
  await addReferentiel('intervenants', 'ACCES');
  await addReferentiel('ods', 'Activ');
  await addReferentiel('ods', 'DPE');
  await addReferentiel('etapes', 'Cartes');
  await addReferentiel('ressources', 'Lot 1');
  await addReferentiel('types_action', 'Atelier');
  await addReferentiel('types_action', 'Diagnostic');
  await addReferentiel('sites', 'Armentières');
  await addReferentiel('sites', 'Lille');
  await addPersonnes();
});

afterAll(() => base.close());

const find = (filtres: Filtres): Promise<string[]> =>
  nomsOf(base, critereOf(modele, { typeDestinataire: 'entrepreneur', ...filtres }));

const janvier = { du: '2022-01-01', au: '2022-01-31' };

describe('Guide §7.b : chaque filtre, seul', () => {
  const CAS: [string, () => Filtres, string[]][] = [
    ['sans filtre, tout le monde', () => ({}), ['CROISE', 'PALMER', 'VIDE']],
    ['date création du profil', () => ({ dateCreationProfil: { du: '2021-06-15' } }), ['PALMER']],
    [
      'date de naissance, bornes incluses',
      () => ({ dateNaissance: { du: '1980-02-29', au: '1980-02-29' } }),
      ['PALMER'],
    ],
    ['statut de la personne', () => ({ statutPersonne: ['Repreneur', 'Créateur'] }), ['PALMER']],
    ['CSP', () => ({ csp: ['Employés'] }), ['PALMER']],
    ['niveau de formation', () => ({ niveauFormation: ['Bac +2'] }), ['PALMER']],
    ['TH oui', () => ({ th: ['Oui'] }), ['PALMER']],
    ['TH non renseigné, case vide comprise', () => ({ th: ['Non renseigné'] }), ['CROISE', 'VIDE']],
    ['RSA', () => ({ rsa: ['Non'] }), ['PALMER']],
    ['qualification QPV', () => ({ qualificationQpv: ['Oui'] }), ['PALMER']],
    ['référent', () => ({ referent: [fiche.ACCES!] }), ['PALMER']],
    ['antenne', () => ({ antenne: [fiche.Arras!, fiche.Lens!] }), ['PALMER']],
    [
      'date de situation',
      () => ({ dateSituation: { du: '2021-09-01', au: '2021-09-01' } }),
      ['CROISE', 'PALMER'],
    ],
    ['statut dans l’emploi', () => ({ statutEmploi: ["Demandeur d'emploi"] }), ['PALMER']],
    ['état du projet', () => ({ etatProjet: ['En montage'] }), ['CROISE', 'PALMER']],
    ['secteur d’activité', () => ({ secteurActivite: ['Commerce'] }), ['CROISE', 'PALMER']],
    ['canal de prescription', () => ({ canalPrescription: ['Mission locale'] }), ['PALMER']],
    ['ODS', () => ({ ods: [fiche.Activ!] }), ['CROISE', 'PALMER']],
    ['étape', () => ({ etape: [fiche.Cartes!] }), ['CROISE', 'PALMER']],
    ['ressource', () => ({ ressource: [fiche['Lot 1']!] }), ['CROISE', 'PALMER']],
    ['type de l’action', () => ({ typeAction: [fiche.Atelier!] }), ['CROISE', 'PALMER']],
    ['lieu de l’action', () => ({ lieuAction: [fiche['Armentières']!] }), ['CROISE', 'PALMER']],
    ['date début ODS', () => ({ dateDebutOds: janvier }), ['CROISE', 'PALMER']],
    ['date fin ODS', () => ({ dateFinOds: janvier }), ['CROISE', 'PALMER']],
    [
      'date d’action en période',
      () => ({ dateAction: { genre: 'periode', du: '2022-08-01', au: '2022-08-01' } }),
      ['CROISE'],
    ],
    [
      'date d’action relative',
      () => ({ dateAction: { genre: 'relative', de: 0, a: 2 } }),
      ['CROISE', 'PALMER'],
    ],
    [
      'date d’action relative, hors bornes',
      () => ({ dateAction: { genre: 'relative', de: 3, a: 9 } }),
      [],
    ],
    [
      'date d’action sans filtre',
      () => ({ dateAction: { genre: 'aucun' } }),
      ['CROISE', 'PALMER', 'VIDE'],
    ],
    ['moyen de contact privilégié', () => ({ moyenContact: ['SMS'] }), ['PALMER']],
    ['texte recherché, sans accents ni espaces', () => ({ recherche: 'pàlmer 0601' }), ['PALMER']],
    ['texte recherché dans un e-mail', () => ({ recherche: 'croise@ex' }), ['CROISE']],
    ['texte recherché pris à la lettre', () => ({ recherche: '%' }), []],
    [
      'une liste vide laisse tout passer',
      () => ({ ods: [], th: [], recherche: ' ' }),
      ['CROISE', 'PALMER', 'VIDE'],
    ],
  ];

  it.each(CAS)('%s', async (_, filtres, attendus) => {
    expect(await find(filtres())).toEqual(attendus);
  });

  it('deux filtres se cumulent', async () => {
    expect(await find({ ods: [fiche.Activ!], th: ['Oui'] })).toEqual(['PALMER']);
    expect(await find({ ods: [fiche.DPE!], th: ['Oui'] })).toEqual([]);
  });
});

describe('Décision F9 : les filtres d’un même dossier portent sur un seul enregistrement', () => {
  it('ODS et étape sont du même parcours', async () => {
    expect(await find({ ods: [fiche.Activ!], etape: [fiche.Cartes!] })).toEqual(['PALMER']);
  });

  it('ODS et ressource sont du même parcours', async () => {
    expect(await find({ ods: [fiche.Activ!], ressource: [fiche['Lot 1']!] })).toEqual(['PALMER']);
  });

  it('dates de début et de fin sont du même parcours', async () => {
    expect(await find({ dateDebutOds: janvier, dateFinOds: janvier })).toEqual(['PALMER']);
  });

  it('ODS et date de fin sont du même parcours', async () => {
    expect(await find({ ods: [fiche.Activ!], dateFinOds: janvier })).toEqual(['PALMER']);
  });

  it('type et lieu sont de la même action', async () => {
    const filtres = { typeAction: [fiche.Atelier!], lieuAction: [fiche['Armentières']!] };
    expect(await find(filtres)).toEqual(['PALMER']);
  });

  it('type et date sont de la même action', async () => {
    const dateAction = { genre: 'relative' as const, de: -7, a: 7 };
    expect(await find({ typeAction: [fiche.Atelier!], dateAction })).toEqual(['PALMER']);
  });

  it('une participation annulée et une action annulée ne comptent pas', async () => {
    const dateAction = { genre: 'periode' as const, du: '2022-03-05', au: '2022-03-05' };
    expect(await find({ lieuAction: [fiche['Armentières']!], dateAction })).toEqual(['PALMER']);
  });

  it('état et secteur sont du même projet', async () => {
    const filtres: Filtres = { etatProjet: ['En montage'], secteurActivite: ['Commerce'] };
    expect(await find(filtres)).toEqual(['PALMER']);
  });

  it('date et statut dans l’emploi sont de la dernière situation', async () => {
    const ancienne = { du: '2021-01-01', au: '2021-01-31' };
    expect(await find({ dateSituation: ancienne })).toEqual([]);
    expect(await find({ statutEmploi: ['Salarié'] })).toEqual([]);
  });
});

describe('Contacts individuels et entreprises partenaires', () => {
  it('la fonction, l’antenne et le référent filtrent les contacts individuels', async () => {
    const anne = await base.addContact('ANNE', { fonction: 'Chargée de clientèle' });
    await base.addContact('BRUNO', { fonction: 'Formateur' });
    await base.link('contacts_individuels_antenne_lnk', {
      contact_individuel_id: anne,
      antenne_id: id.Lens,
    });
    await base.link('contacts_individuels_referent_lnk', {
      contact_individuel_id: anne,
      intervenant_id: id.ACCES,
    });
    const cherche = (filtres: object): Promise<string[]> =>
      nomsOf(
        base,
        critereOf(modele, { typeDestinataire: 'contact_individuel', ...filtres } as FiltresCampagne)
      );
    expect(await cherche({})).toEqual(['ANNE', 'BRUNO']);
    expect(await cherche({ fonction: 'chargee' })).toEqual(['ANNE']);
    expect(await cherche({ antenne: [fiche.Lens!] })).toEqual(['ANNE']);
    expect(await cherche({ referent: [fiche.ACCES!] })).toEqual(['ANNE']);
    expect(await cherche({ recherche: 'bruno@pro' })).toEqual(['BRUNO']);
  });

  it('la raison sociale et la fonction du référent filtrent les entreprises', async () => {
    await base.addEntreprise('Crédit Éthique', {
      nom: 'DURAND',
      fonction: 'Directeur',
      courriel_pro: 'd@ce.fr',
    });
    await base.addEntreprise('Sans Référent', null);
    const cherche = (filtres: object): Promise<string[]> =>
      nomsOf(
        base,
        critereOf(modele, {
          typeDestinataire: 'entreprise_partenaire',
          ...filtres,
        } as FiltresCampagne)
      );
    expect(await cherche({})).toEqual(['DURAND', 'Sans Référent']);
    expect(await cherche({ raisonSociale: 'credit eth' })).toEqual(['DURAND']);
    expect(await cherche({ fonction: 'direct' })).toEqual(['DURAND']);
    expect(await cherche({ recherche: 'sans ref' })).toEqual(['Sans Référent']);
  });
});

describe('Guide §7.b : la liste des destinataires', () => {
  it('une ligne montre l’adresse vraiment utilisée, ou pourquoi il n’y en a pas', async () => {
    const { total, lignes } = await base.campagnes.search(critereOf(modele), {
      onglet: 'non_faits',
      tri: { cle: 'nom', sens: 'desc' },
      page: 1,
      pageSize: 2,
    });
    expect(total).toBe(3);
    expect(lignes.map((l) => [l.nom, l.adresse, l.motif])).toEqual([
      ['VIDE', null, 'adresse_absente'],
      ['PALMER', 'palmer@exemple.fr', null],
    ]);
    expect(lignes[1]).toMatchObject({
      civilite: 'Madame',
      telephone: '06 01 02 03 04',
      referent: 'Jo ACCES',
      dateSituation: '2021-09-01',
      envoi: null,
      dernierEnvoiLe: null,
    });
  });

  it('une page au-delà de la fin est vide et garde le vrai total', async () => {
    const page = {
      onglet: 'non_faits' as const,
      tri: { cle: 'date_situation' as const, sens: 'desc' as const },
    };
    const loin = await base.campagnes.search(critereOf(modele), { ...page, page: 9, pageSize: 10 });
    expect(loin).toEqual({ total: 3, lignes: [] });
  });

  it('les noms des fiches choisies sont relus pour « Les filtres : »', async () => {
    const labels = await base.campagnes.loadLabels({
      typeDestinataire: 'entrepreneur',
      ods: [fiche.Activ!],
      referent: [fiche.ACCES!],
    });
    expect(labels).toEqual({ [fiche.Activ!]: 'Activ', [fiche.ACCES!]: 'Jo ACCES' });
  });
});
