import { openBase, type Base } from './campagnes-base';
import type { ModelePourCampagne } from './campagnes-chaine';

export interface Dossiers {
  base: Base;
  modele: ModelePourCampagne;
  /** ids and documentIds of the référentiels, by name. */
  id: Record<string, number>;
  fiche: Record<string, string>;
}

const REFERENTIELS: readonly (readonly [string, string])[] = [
  ['antennes', 'Arras'],
  ['antennes', 'Lens'],
  ['intervenants', 'ACCES'],
  ['ods', 'Activ'],
  ['ods', 'DPE'],
  ['etapes', 'Cartes'],
  ['ressources', 'Lot 1'],
  ['types_action', 'Atelier'],
  ['types_action', 'Diagnostic'],
  ['sites', 'Armentières'],
  ['sites', 'Lille'],
];

async function addReferentiel({ base, id, fiche }: Dossiers, table: string, nom: string) {
  const ref = await base.add(table, table === 'intervenants' ? { nom, prenom: 'Jo' } : { nom });
  id[nom] = ref;
  fiche[nom] = await base.documentId(table, ref);
}

async function addParcours(
  { base, id }: Dossiers,
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
  { base, id }: Dossiers,
  entrepreneur: number,
  action: { date: string; statut?: string; type?: string; site?: string },
  statut = 'Inscrit'
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

async function addSituation(
  { base }: Dossiers,
  entrepreneur: number,
  date: string | null,
  emploi: string
) {
  const situation = await base.add('situations', { date, statut_emploi: emploi });
  await base.link('situations_entrepreneur_lnk', {
    situation_id: situation,
    entrepreneur_id: entrepreneur,
  });
}

async function addProjet({ base }: Dossiers, entrepreneur: number, etat: string, secteur: string) {
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
async function addPersonnes(d: Dossiers): Promise<void> {
  const { base, id } = d;
  const palmer = await base.addEntrepreneur('PALMER', IDENTITE_PALMER, {
    antenne: id.Arras!,
    referent: id.ACCES!,
    telephone: '06 01 02 03 04',
  });
  const croise = await base.addEntrepreneur('CROISE');
  await base.addEntrepreneur('VIDE', {}, { email: null });

  await addSituation(d, palmer, '2021-01-01', 'Salarié');
  await addSituation(d, palmer, '2021-09-01', "Demandeur d'emploi");
  await addSituation(d, croise, '2021-09-01', 'Retraité');
  await addSituation(d, croise, '2021-01-01', "Demandeur d'emploi");

  await addProjet(d, palmer, 'En montage', 'Commerce');
  await addProjet(d, croise, 'En montage', 'Culture');
  await addProjet(d, croise, 'Idée', 'Commerce');

  const liens = { ods: 'Activ', etape: 'Cartes', ressource: 'Lot 1' };
  await addParcours(d, palmer, { debut: '2022-01-01', fin: '2022-01-31' }, liens);
  await addParcours(d, croise, { debut: '2022-01-01', fin: '2022-06-30' }, { ods: 'Activ' });
  await addParcours(
    d,
    croise,
    { debut: '2021-01-01', fin: '2022-01-31' },
    { etape: 'Cartes', ods: 'DPE' }
  );
  await addParcours(d, croise, {}, { ressource: 'Lot 1' });

  await addParticipation(d, palmer, { date: '2022-03-05', type: 'Atelier', site: 'Armentières' });
  await addParticipation(d, croise, { date: '2022-03-05', type: 'Diagnostic', site: 'Lille' });
  await addParticipation(d, croise, { date: '2022-08-01', type: 'Atelier', site: 'Lille' });
  await addParticipation(d, croise, {
    date: '2022-09-01',
    type: 'Diagnostic',
    site: 'Armentières',
  });
  const complet = { date: '2022-03-05', type: 'Atelier', site: 'Armentières' };
  await addParticipation(d, croise, complet, 'Annulé');
  await addParticipation(d, croise, { ...complet, statut: 'Annulée' });
}

export async function openDossiers(): Promise<Dossiers> {
  const base = await openBase();
  const dossiers = { base, modele: await base.addModele(), id: {}, fiche: {} };
  for (const [table, nom] of REFERENTIELS) {
    await addReferentiel(dossiers, table, nom);
  }
  await addPersonnes(dossiers);
  return dossiers;
}
