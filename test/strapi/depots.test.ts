import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;
beforeAll(async () => {
  base = await openBaseDuGuide();
});
afterAll(() => base.close());

/** A small PDF; answers its number. */
async function deposer(nom: string): Promise<number> {
  const reponse = await base.admin
    .post('/sms-mailing/pieces-jointes')
    .attach('fichiers', Buffer.from('%PDF-1.4\n%%EOF\n'), nom);
  expect(reponse.status).toBe(200);
  return (reponse.body as { data: { id: number }[] }).data[0]!.id;
}

const createModele = (nom: string, saisie: object) =>
  base.createModele({ nom, objet: nom, message: '<p>Bonjour</p>', ...saisie });

it('au soir, un fichier déposé la veille et jamais enregistré est effacé ; les autres restent', async () => {
  const oublie = await deposer('oublie.pdf');
  const joint = await deposer('joint.pdf');
  const ancien = await deposer('ancien.pdf');
  await createModele('Avec', { piecesJointes: [joint] });
  const modele = await createModele('Remplacé', { piecesJointes: [ancien] });
  const { data } = await base.ask<{ version: number }>('get', `/modeles/${modele}`);
  await base.ask('put', `/modeles/${modele}`, {
    ...{ typeContact: 'email', destinataires: ['entrepreneur'], but: 'suivi' },
    ...{ nom: 'Remplacé', objet: 'x', message: '<p>Bonjour</p>', piecesJointes: [] },
    version: data.version,
  });
  await base.sql(`UPDATE sms_pieces_jointes SET deposee_le = '2022-03-02 12:00'`);
  base.setHeure(new Date('2022-03-03T17:00:00Z'));
  const recent = await deposer('recent.pdf');
  await base.tick(new Date('2022-03-03T17:30:00Z'));
  const lire = async () =>
    (await base.sql<{ id: number }>('SELECT id FROM sms_pieces_jointes ORDER BY id')).map(
      ({ id }) => id
    );
  expect(await lire()).toContain(oublie);
  await base.tick(new Date('2022-03-03T18:00:00Z'));
  expect(await lire()).toEqual([joint, ancien, recent]);
});

it('un repentir réveille les ouvriers à sa fin, sans attendre le prochain tour', async () => {
  const { data } = await base.ask<{ parametres: object }>('get', '/parametres');
  await base.ask('put', '/parametres', { ...data.parametres, repentirSecondes: 10 });
  const ecoute = new pg.Client({ connectionString: base.app.database.url });
  await ecoute.connect();
  const entendu = vi.fn();
  ecoute.on('notification', ({ payload }) => {
    entendu(payload);
  });
  await ecoute.query('LISTEN sms_envois');
  const modele = await createModele('Convocation', {
    message: '<p>${tableN.action_beneficiaire_personne/personne_prenom}</p>',
  });
  const action = base.seed.actions.palmerAtelier!.documentId;
  const { data: envoyes } = await base.ask<{ programmes: number }[]>(
    'post',
    `/actions/${action}/envoyer`,
    { modeleDocumentIds: [modele] }
  );
  expect(envoyes[0]?.programmes).toBeGreaterThan(0);
  await vi.waitFor(() => expect(entendu).toHaveBeenCalledWith('10000'), 60_000);
  await ecoute.end();
});
