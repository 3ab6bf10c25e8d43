import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

const SOIR = (minutes = 0) => new Date(Date.UTC(2022, 2, 3, 18, minutes));

let base: BaseDuGuide;
const recaps = () =>
  base.boite.mails.filter(({ subject }) => subject?.startsWith('Récapitulatif du 03/03/2022'));

async function createRegle(recapIntervenant: boolean, objet: string): Promise<string> {
  const { ods, etapes } = base.seed;
  const modele = await base.createModele({
    nom: objet,
    objet,
    message: '<p>${tableN.action_beneficiaire_personne/personne_prenom}</p>',
  });
  return base.createRegle({
    typeContact: 'email',
    modeleDocumentId: modele,
    delai: -2,
    recapIntervenant,
    criteres: {
      ods: [ods["Activ'Créa lot 1"]!.documentId],
      etapes: [etapes['Atelier "Cartes en main"']!.documentId],
    },
  });
}

describe('Décision F15 : le récapitulatif à l’intervenant', () => {
  beforeAll(async () => {
    base = await openBaseDuGuide();
    await base.sql(
      `UPDATE intervenants SET email = 'animateur' || id || '@boite.test' WHERE coalesce(email, '') = ''`
    );
  });
  afterAll(() => base.close());

  it('un test n’en produit pas, « Exécuter maintenant » attend le soir', async () => {
    const avec = await createRegle(true, 'Rappel');
    await createRegle(false, 'Sans récapitulatif');
    await base.sql(`UPDATE entrepreneurs SET inactif = true WHERE upper(nom) = 'MARTIN'`);
    await base.ask('post', '/envois-automatiques-test', { regleDocumentIds: [avec] });
    await base.ask('post', `/envois-automatiques/${avec}/executer`, {});
    await base.tick(new Date('2022-03-03T15:00:00Z'));
    await base.tick(new Date('2022-03-03T15:01:00Z'));
    expect(base.mailsDe('Rappel').length).toBeGreaterThan(2);
    expect(recaps()).toHaveLength(0);
  });

  it('un seul e-mail par action, à l’animateur, une fois les envois du soir partis', async () => {
    await base.tick(SOIR());
    await base.tick(SOIR(1));
    await base.tick(SOIR(2));
    const attendus = await base.sql<{ email: string }>(
      `SELECT DISTINCT ON (a.id) i.email FROM sms_envois e JOIN actions a ON a.id = e.action_id
         JOIN actions_animateur_lnk l ON l.action_id = a.id JOIN intervenants i ON i.id = l.intervenant_id
        WHERE starts_with(e.cle, 'a:') ORDER BY a.id`
    );
    const vers = recaps().map(({ to }) => (Array.isArray(to) ? '' : to?.value[0]?.address));
    expect(vers.length).toBeGreaterThan(1);
    expect(vers.sort()).toEqual(attendus.map(({ email }) => email).sort());
    const mail = recaps().find(({ text }) => text?.includes('PALMER'));
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail!.text).toContain('PALMER Julien (E-mail « Rappel »)');
    expect(mail!.text).toMatch(/Non envoyés \(1\)\n- MARTIN [^\n]+ : La fiche est inactive/);
    expect(mail!.text).not.toContain('Sans récapitulatif');
    expect(mail!.text).not.toContain('@boite.test');
    // The envois of a test are not those of the evening: nobody is told twice.
    const noms = recaps().flatMap(({ text }) => text?.match(/^- .*Rappel.*$/gm) ?? []);
    expect(noms.length).toBe(new Set(noms).size);
  });

  it('ni l’historique de l’action ni le compte du modèle ne le connaissent', async () => {
    const lignes = await base.sql(`SELECT 1 FROM sms_envois WHERE adresse LIKE 'animateur%'`);
    expect(lignes).toEqual([]);
    const avis = await base.sql('SELECT statut, tentatives, detail FROM sms_avis');
    expect(avis).toEqual(recaps().map(() => ({ statut: 'envoye', tentatives: 0, detail: null })));
  });

  it('coupé en plein envoi, il n’est jamais renvoyé', async () => {
    const recus = recaps().length;
    await base.sql(`UPDATE sms_avis SET statut = 'en_cours', commence_le = '2022-03-03 18:02'`);
    await base.tick(SOIR(5));
    await base.tick(SOIR(30));
    const statuts = await base.sql('SELECT DISTINCT statut FROM sms_avis');
    expect(statuts).toEqual([{ statut: 'incertain' }]);
    expect(recaps()).toHaveLength(recus);
  });
});

describe('Guide §10 : l’alerte de stock', () => {
  const alertes = () =>
    base.boite.mails.filter(({ subject }) => subject?.startsWith('Le stock de SMS est'));
  const versDe = () =>
    alertes().map(({ to }) => (Array.isArray(to) ? '' : (to?.value[0]?.address ?? '')));

  beforeAll(async () => {
    base = await openBaseDuGuide();
  });
  afterAll(() => base.close());

  it('part une fois sous 10 %, aux Administrateurs, et se réarme à l’achat', async () => {
    const acheter = (achetes: number, consommes: number) =>
      base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes, consommes });
    await acheter(100, 80);
    await base.tick(SOIR());
    expect(alertes()).toEqual([]);
    await base.sql('UPDATE sms_packages SET consommes = 90');
    await base.tick(SOIR(1));
    await base.tick(SOIR(2));
    const [administrateur] = await base.sql<{ email: string }>('SELECT email FROM admin_users');
    expect(versDe()).toEqual([administrateur!.email]);
    expect(alertes()[0]!.text).toContain('Il reste 10 SMS : moins de 10 %');
    await acheter(1000, 0);
    await base.tick(SOIR(3));
    expect(alertes()).toHaveLength(1);
    await base.sql('UPDATE sms_packages SET consommes = achetes');
    await base.tick(SOIR(4));
    await base.tick(SOIR(5));
    expect(alertes().map(({ subject }) => subject)).toEqual([
      'Le stock de SMS est bas',
      'Le stock de SMS est épuisé',
    ]);
  });

  it('part à l’adresse des réglages des envois quand il y en a une', async () => {
    const { data } = await base.ask<{ parametres: object }>('get', '/parametres');
    const reponse = await base.ask('put', '/parametres', {
      ...data.parametres,
      alertesA: 'gestion@boite.test',
    });
    expect(reponse.erreur).toBeNull();
    await base.ask('post', '/packages-sms', {
      dateAchat: '2022-02-02',
      achetes: 10,
      consommes: 10,
    });
    await base.tick(SOIR(6));
    expect(versDe().at(-1)).toBe('gestion@boite.test');
  });
});
