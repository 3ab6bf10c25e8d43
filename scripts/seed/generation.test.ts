import { describe, expect, it } from 'vitest';
import { etatCourriel } from '../../src/plugins/sms-mailing/core/courriel';
import { normaliseTelephone } from '../../src/plugins/sms-mailing/core/telephone';
import { createBase } from './base.mjs';
import { generateCrm } from './generation.mjs';
import { createHasard } from './hasard.mjs';
import { readModele } from './modele.mjs';

type Ligne = Record<string, unknown>;
type Tables = Record<string, Ligne[]>;

const REFERENCE = '2022-03-03';

async function generate(
  entrepreneurs: number,
  actions: number,
  utilisateurs: Record<string, { id: number }> = {}
) {
  const tables: Tables = {};
  const base = createBase({
    modele: readModele(),
    firstId: () => 1,
    documentId: createHasard('documents').documentId,
    horodatage: `${REFERENCE} 06:00:00`,
    write: (table, colonnes, valeurs) => {
      const lignes = (tables[table] ??= []);
      const nombre = valeurs[0]?.length ?? 0;
      for (let i = 0; i < nombre; i += 1) {
        lignes.push(Object.fromEntries(colonnes.map(([nom], c) => [nom, valeurs[c]?.[i]])));
      }
      return Promise.resolve();
    },
  });
  const options = { reference: REFERENCE, entrepreneurs, actions, utilisateurs };
  const noms = await generateCrm(base, options);
  return { tables, noms };
}

const { tables, noms } = await generate(1000, 200);

function rows(table: string): Ligne[] {
  return tables[table] ?? [];
}

function byId(table: string, id: unknown): Ligne {
  return rows(table).find((ligne) => ligne.id === id) ?? {};
}

/** The components of an entrepreneur, in the order typed. */
function composantsOf(entrepreneurId: number | undefined, champ: string, table: string): Ligne[] {
  return rows('entrepreneurs_cmps')
    .filter((lien) => lien.entity_id === entrepreneurId && lien.field === champ)
    .map((lien) => byId(table, lien.cmp_id));
}

const numeros = () =>
  rows('components_coordonnees_telephones').map(({ numero }) => normaliseTelephone(String(numero)));

function participantsOf(actionId: number | undefined): unknown[] {
  const inscriptions = rows('participations_action_lnk').filter((l) => l.action_id === actionId);
  return inscriptions.map(({ participation_id }) => {
    const lien = rows('participations_entrepreneur_lnk').find(
      (l) => l.participation_id === participation_id
    );
    return byId('entrepreneurs', lien?.entrepreneur_id).nom;
  });
}

function share(table: string, keep: (ligne: Ligne) => boolean): number {
  return rows(table).filter(keep).length / rows(table).length;
}

describe('le jeu de données', () => {
  it('est le même à chaque fois', async () => {
    expect((await generate(1000, 200)).tables).toEqual(tables);
  });

  it('garde les mêmes personnes du guide et les mêmes premières fiches dans une base plus grande', async () => {
    const grande = await generate(1500, 200);
    const stable = ({ nom, prenom, date_naissance, consentement_rgpd }: Ligne) => [
      nom,
      prenom,
      date_naissance,
      consentement_rgpd,
    ];
    const debut = (grande.tables.entrepreneurs ?? []).slice(0, rows('entrepreneurs').length);
    expect(debut.map(stable)).toEqual(rows('entrepreneurs').map(stable));
  });

  it('date toute chose par rapport à la référence', () => {
    const dates = rows('actions').map(({ date }) => String(date));
    const masse = dates.slice(Object.keys(noms.actions).length).sort();
    expect(masse[0] !== undefined && masse[0] >= '2022-01-02').toBe(true);
    expect(String(masse.at(-1)) <= '2022-05-03').toBe(true);
    expect(rows('entrepreneurs').every((e) => String(e.created_at) < '2022-03-03 12')).toBe(true);
  });

  it('donne à chaque ligne un identifiant de document unique', () => {
    const identifiants = rows('entrepreneurs').map(({ document_id }) => String(document_id));
    expect(new Set(identifiants).size).toBe(identifiants.length);
    expect(identifiants.every((id) => /^[a-z][a-z0-9]{23}$/.test(id))).toBe(true);
  });

  it('n’écrit à personne : domaines réservés, numéros de fiction ou premiers numéros outre-mer', () => {
    const adresses = rows('components_coordonnees_emails').map(({ adresse }) => String(adresse));
    const valides = adresses.filter((adresse) => etatCourriel(adresse) === 'valide');
    expect(valides.every((adresse) => adresse.endsWith('.test'))).toBe(true);
    const mobiles = numeros().filter((numero) => numero?.mobile);
    const sans = /^\+(3363998\d{4}|26269\d0000\d\d|59069\d0000\d\d|59[46]69\d0000\d\d)$/;
    expect(mobiles.filter((numero) => !sans.test(numero?.e164 ?? ''))).toEqual([]);
  });
});

describe('les accords', () => {
  it('sont mêlés : donnés, refusés, non renseignés', () => {
    const rgpd = (valeur: string) =>
      share('entrepreneurs', ({ consentement_rgpd }) => consentement_rgpd === valeur);
    expect(rgpd('Oui')).toBeGreaterThan(0.5);
    expect(rgpd('Non renseigné')).toBeGreaterThan(0.2);
    expect(rgpd('Non')).toBeGreaterThan(0.05);
  });

  it('laissent des cases SMS, e-mail et numéro refusées ou vides', () => {
    for (const [table, colonne] of [
      ['entrepreneurs', 'accepte_sms'],
      ['components_coordonnees_emails', 'accepte'],
      ['components_coordonnees_telephones', 'contact_possible'],
    ] as const) {
      for (const valeur of [true, false, null]) {
        expect(share(table, (ligne) => ligne[colonne] === valeur)).toBeGreaterThan(0.02);
      }
    }
  });

  it('portent une date dès qu’ils sont renseignés', () => {
    const datees = rows('entrepreneurs').filter(
      (e) => (e.consentement_date !== null) !== (e.consentement_rgpd !== 'Non renseigné')
    );
    expect(datees).toEqual([]);
  });
});

describe('les coordonnées', () => {
  it('comptent des adresses invalides et fictives, des fixes, des mobiles et des numéros illisibles', () => {
    const adresses = rows('components_coordonnees_emails').map(({ adresse }) => String(adresse));
    const etats = new Set(adresses.map(etatCourriel));
    expect(etats).toEqual(new Set(['valide', 'invalide', 'fictive']));
    expect(numeros()).toContain(null);
    expect(numeros().some((numero) => numero?.mobile === false)).toBe(true);
    expect(numeros().some((numero) => numero?.e164.startsWith('+2626'))).toBe(true);
  });
});

describe('les intervenants', () => {
  it('sont liés au compte qu’on leur donne, et à nul autre', async () => {
    const petite = await generate(0, 0, { 'Jérôme Accès': { id: 7 } });
    const { id } = petite.noms.intervenants['Jérôme Accès'] ?? {};
    expect(petite.tables.intervenants_utilisateur_lnk).toEqual([
      { intervenant_id: id, user_id: 7 },
    ]);
    expect(rows('intervenants_utilisateur_lnk')).toEqual([]);
  });
});

describe('les personnes du guide', () => {
  it('PALMER a un atelier avec trois autres entrepreneurs et un diagnostic seul', () => {
    expect(participantsOf(noms.actions.palmerAtelier?.id)).toEqual([
      'PALMER',
      'MARTIN',
      'DIALLO',
      'LEFEBVRE',
    ]);
    expect(participantsOf(noms.actions.palmerDiagnostic?.id)).toEqual(['PALMER']);
    expect(byId('actions', noms.actions.palmerAtelier?.id)).toMatchObject({
      date: '2022-03-05',
      heure_debut: '09:30:00',
      nature: 'Collective',
    });
  });

  it('PARIS Lena n’a qu’une adresse fictive et un fixe', () => {
    const id = noms.entrepreneurs.paris?.id;
    expect(byId('entrepreneurs', id).consentement_rgpd).toBe('Non renseigné');
    expect(composantsOf(id, 'emails', 'components_coordonnees_emails')).toMatchObject([
      { adresse: 'nn@noemail.com', reference: true, accepte: true },
    ]);
    expect(composantsOf(id, 'telephones', 'components_coordonnees_telephones')).toMatchObject([
      { numero: '01 02 03 04 05', principal: true, contact_possible: true },
    ]);
  });

  it('la fiche test est seule à son atelier', () => {
    expect(byId('entrepreneurs', noms.entrepreneurs.ficheTest?.id).fiche_test).toBe(true);
    expect(participantsOf(noms.actions.ficheTestAtelier?.id)).toEqual(['TEST']);
    expect(
      share('entrepreneurs', (e) => e.fiche_test === true) * rows('entrepreneurs').length
    ).toBe(1);
  });

  it('une entreprise a un référent, une autre aucun, une troisième deux', () => {
    const referents = (cle: string) =>
      (noms.contactsPartenaires[cle] ?? []).filter(
        ({ id }) => byId('contacts_partenaires', id).est_referent === true
      ).length;
    expect(['avecReferent', 'sansReferent', 'deuxReferents'].map(referents)).toEqual([1, 0, 2]);
  });
});
