import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor, findRole, logicielFor, type Agent } from './harness';

interface Email {
  id: number;
  adresse: string;
  accepte: boolean;
  etat: string | null;
}
interface Telephone {
  id: number;
  numero: string;
  contactPossible: boolean;
  numeroE164: string | null;
  mobile: boolean | null;
}
interface Fiche {
  documentId: string;
  emails: Email[];
  telephones: Telephone[];
}

const UID = 'api::entrepreneur.entrepreneur';
let base: BaseDuGuide;
let numero = 0;

beforeAll(async () => {
  base = await openBaseDuGuide();
});
afterAll(() => base.close());

/** As the panel does it; answers the fiche as it is kept. */
async function save(
  methode: 'post' | 'put',
  chemin: string,
  corps: object,
  agent: Agent = base.admin
): Promise<Fiche> {
  const reponse = await agent[methode](`/content-manager/collection-types/${chemin}`).send(corps);
  const { data, error = null } = reponse.body as { data: Fiche; error?: unknown };
  expect(error).toBeNull();
  return data;
}

function createFiche(corps: object): Promise<Fiche> {
  numero += 1;
  return save('post', UID, { nom: `SAISIE${numero}`, prenom: 'Élise', ...corps });
}

/** What SQL holds, which decides who receives. */
const emailsDe = (adresse: string) =>
  base.sql<{ id: number; etat: string | null; empreinte: string | null }>(
    'SELECT id, etat, empreinte FROM components_coordonnees_emails WHERE adresse = $1',
    [adresse]
  );
const telephoneNo = async (id: number) =>
  (
    await base.sql<Record<string, unknown>>(
      'SELECT numero, numero_e164, mobile, empreinte FROM components_coordonnees_telephones WHERE id = $1',
      [id]
    )
  )[0];

describe('Dans le panneau, une coordonnée collée se lit comme on la voit', () => {
  it.each([
    ['\u202a06 12 34 56 78\u202c', '06 12 34 56 78'],
    ['06\u201112\u201134\u201156\u201178', '06-12-34-56-78'],
    ['06–12–34–56–78', '06-12-34-56-78'],
    ['0612\u200b345678', '0612345678'],
    ['612345678', '612345678'],
  ])('le numéro %j est le mobile +33612345678', async (saisi, garde) => {
    const { telephones } = await createFiche({ telephones: [{ numero: saisi }] });
    expect(telephones).toMatchObject([{ numero: garde, numeroE164: '+33612345678', mobile: true }]);
  });

  it.each([
    ['palmer@courriel.test\u200b', 'palmer@courriel.test'],
    ['\ufeffpal\u00admer@courriel.test\u00a0', 'palmer@courriel.test'],
    ['Élise Dupont <palmer@courriel.test>', 'palmer@courriel.test'],
    ['contact@épicerie-noémie.fr', 'contact@épicerie-noémie.fr'],
  ])('l’e-mail %j est gardé %j et valide', async (saisi, garde) => {
    const { emails } = await createFiche({ emails: [{ adresse: saisi }] });
    expect(emails).toMatchObject([{ adresse: garde, etat: 'valide' }]);
  });

  it('le courriel d’un contact aussi', async () => {
    const corps = { nom: 'COLLÉ', courrielPro: 'mailto:claire@courriel.test\u200b' };
    const uid = 'api::contact-individuel.contact-individuel';
    expect(await save('post', uid, corps)).toMatchObject({
      courrielPro: 'claire@courriel.test',
      etatCourriel: 'valide',
    });
  });
});

describe('Enregistrer une partie d’une coordonnée ne touche qu’à cette partie', () => {
  let fiche: Fiche;
  beforeEach(async () => {
    fiche = await createFiche({
      emails: [{ adresse: `partie${numero}@courriel.test`, accepte: false }],
      telephones: [{ numero: '06 12 34 56 78', contactPossible: false }],
    });
  });

  it('par le panneau, avec un profil qui n’a droit qu’aux deux cases', async () => {
    const roles = base.app.strapi.service('admin::role') as unknown as {
      create(role: object): Promise<{ id: number }>;
      addPermissions(id: number, permissions: object[]): Promise<void>;
    };
    if ((await findRole(base.app, 'cases')) === null) {
      const role = await roles.create({ name: 'Cases', code: 'cases' });
      const fields = ['emails.accepte', 'telephones.contactPossible'];
      await roles.addPermissions(
        role.id,
        ['read', 'update'].map((verbe) => ({
          action: `plugin::content-manager.explorer.${verbe}`,
          subject: UID,
          properties: { fields },
          conditions: [],
        }))
      );
    }
    const agent = await agentFor(base.app, 'cases');
    const [email, telephone] = [fiche.emails[0]!, fiche.telephones[0]!];
    await save(
      'put',
      `${UID}/${fiche.documentId}`,
      {
        emails: [{ id: email.id, accepte: true }],
        telephones: [{ id: telephone.id, contactPossible: true }],
      },
      agent
    );
    expect(await emailsDe(email.adresse)).toMatchObject([{ id: email.id, etat: 'valide' }]);
    expect(await telephoneNo(telephone.id)).toMatchObject({
      numero_e164: '+33612345678',
      mobile: true,
    });
  });

  it('par le panneau, d’un nom seul ; ce que la requête dit d’une colonne calculée ne compte pas', async () => {
    const [email] = fiche.emails;
    await save('put', `${UID}/${fiche.documentId}`, {
      emails: [{ id: email!.id, etat: 'invalide', empreinte: 'x', calculeSelon: 'y' }],
    });
    const [ligne] = await emailsDe(email!.adresse);
    expect(ligne).toMatchObject({
      etat: 'valide',
      empreinte: expect.stringMatching(/^[\da-f]{64}$/) as unknown,
    });
    expect(
      JSON.stringify(await save('put', `${UID}/${fiche.documentId}`, { nom: 'AUTRE' }))
    ).toContain('valide');
  });

  it('et changer l’adresse la calcule de nouveau', async () => {
    const [email] = fiche.emails;
    const [avant] = await emailsDe(email!.adresse);
    await save('put', `${UID}/${fiche.documentId}`, {
      emails: [{ id: email!.id, adresse: 'nn@noemail.com' }],
    });
    const [apres] = (await emailsDe('nn@noemail.com')).filter(({ id }) => id === email!.id);
    expect(apres).toMatchObject({ etat: 'fictive' });
    expect(apres?.empreinte).not.toBe(avant?.empreinte);
  });
});

it('REST n’enregistre qu’une case et ne dit ni empreinte ni marque', async () => {
  const { documentId, emails } = await createFiche({
    emails: [{ adresse: 'rest@courriel.test', accepte: false }],
  });
  const reponse = await (
    await logicielFor(base.app)
  )
    .put(`/api/entrepreneurs/${documentId}?populate=emails`)
    .send({ data: { emails: [{ id: emails[0]!.id, accepte: true }] } });
  expect(reponse.status).toBe(200);
  const [email] = (reponse.body as { data: Fiche }).data.emails;
  expect(email).toEqual({
    id: emails[0]!.id,
    adresse: 'rest@courriel.test',
    reference: false,
    accepte: true,
    etat: 'valide',
  });
});

it('Un nom sur plusieurs lignes, entouré d’espaces, n’empêche ni l’e-mail ni le SMS', async () => {
  const { documentId } = await createFiche({
    nom: ' O’BRIEN\r\n\tDE LA TOUR ',
    prenom: '\u00a0 Seán ',
    accepteSms: true,
    emails: [{ adresse: 'sean@boite.test', accepte: true }],
    telephones: [{ numero: '06 39 98 00 66', contactPossible: true }],
  });
  const texte = 'Bonjour ${personne/personne_prenom} ${personne/personne_nom}, à demain';
  const mail = await base.createModele({ nom: 'Mail', objet: texte, message: `<p>${texte}</p>` });
  const sms = await base.createModele({ typeContact: 'sms', nom: 'SMS', message: texte });
  base.setHeure(new Date('2022-03-08T10:00:00Z'));
  for (const modele of [mail, sms]) {
    const corps = { modeleDocumentIds: [modele] };
    const programme = await base.ask('post', `/entrepreneurs/${documentId}/programmer`, corps);
    expect(programme).toMatchObject({ status: 200, erreur: null });
  }
  await base.tick(new Date('2022-03-08T18:00:00Z'));
  const attendu = 'Bonjour Seán O’BRIEN DE LA TOUR, à demain';
  const recu = base.boite.mails.find(({ subject }) => subject === attendu);
  expect(recu?.to).toMatchObject({
    value: [{ address: 'sean@boite.test', name: 'O’BRIEN DE LA TOUR Seán' }],
  });
  expect(recu?.text).toContain(attendu);
  expect(base.listSms().at(-1)?.texte).toBe("Bonjour Sean O'BRIEN DE LA TOUR, à demain");
});
