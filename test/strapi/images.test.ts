import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  Apercu,
  ModeleOuvert,
  PieceJointeDeposee,
} from '../../src/plugins/sms-mailing/core/api/modeles';
import { cidImage, referenceImage } from '../../src/plugins/sms-mailing/core/image-message';
import { openBaseDuGuide, toReponse, type BaseDuGuide, type Reponse } from './base-du-guide';

/** One blue dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);
const PDF = Buffer.from('%PDF-1.4\n%programme\n');
const MEGA = 1024 * 1024;
const DATA = `data:image/png;base64,${PNG.toString('base64')}`;

let base: BaseDuGuide;

beforeAll(async () => {
  base = await openBaseDuGuide();
});

afterAll(() => base.close());

async function depose(nom: string, contenu: Buffer): Promise<number> {
  const reponse = await base.admin
    .post('/sms-mailing/pieces-jointes')
    .attach('fichiers', contenu, nom);
  const { data } = toReponse(reponse) as Reponse<PieceJointeDeposee[]>;
  return data[0]?.id ?? 0;
}

function newsletter(message: string, suite: object = {}): Record<string, unknown> {
  return {
    typeContact: 'newsletter',
    destinataires: ['entrepreneur'],
    but: 'promotion',
    nom: 'Lettre de printemps',
    objet: 'Lettre de printemps',
    message,
    ...suite,
  };
}

function write(id: number, description = 'Notre atelier'): string {
  return `<p>Bonjour <img src="${referenceImage(id)}" alt="${description}" width="300"></p>`;
}

async function preview(modele: Record<string, unknown>): Promise<Reponse<Apercu>> {
  return base.ask<Apercu>('post', '/modeles-apercu', { modele });
}

async function save(modele: Record<string, unknown>) {
  return (await base.ask('post', '/modeles', modele)).erreur?.details;
}

/** mailparser writes the images of a related part where the HTML names them. */
function related(mail: ParsedMail | undefined) {
  return mail?.attachments.filter((piece) => piece.related) ?? [];
}

describe('Décision F6 : les images d’une newsletter voyagent dans le message', () => {
  it('l’aperçu les montre, le modèle ne garde que leur référence', async () => {
    const id = await depose('atelier.png', PNG);
    const message = write(id);
    const { data } = await preview(newsletter(message));
    expect(data.html).toContain(`src="${DATA}"`);
    expect(data.html).not.toContain('cid:');
    expect(data.texte).toContain('Bonjour Notre atelier');
    expect(data.piecesJointes).toEqual([]);

    const modele = await base.createModele(newsletter(message));
    const ouvert = await base.ask<ModeleOuvert>('get', `/modeles/${modele}`);
    expect(ouvert.data.message).toBe(message);
    expect(ouvert.data.imagesDeposees).toEqual([
      { id, nom: 'atelier.png', typeMime: 'image/png', taille: PNG.length },
    ]);
  });

  it('l’exemplaire porte l’image, et la pièce jointe à côté', async () => {
    const [image, programme] = [
      await depose('atelier.png', PNG),
      await depose('programme.pdf', PDF),
    ];
    const { status } = await base.ask('post', '/modeles-exemplaire', {
      modele: newsletter(write(image), { piecesJointes: [programme] }),
    });
    expect(status).toBe(200);
    const mail = base.boite.mails.at(-1);
    const [montree] = related(mail);
    expect(montree).toMatchObject({ cid: cidImage(image), contentType: 'image/png' });
    expect(montree?.content).toEqual(PNG);
    expect(mail?.html).toContain(DATA);
    const jointes = mail?.attachments.filter((piece) => !piece.related);
    expect(jointes?.map(({ filename }) => filename)).toEqual(['programme.pdf']);
  });

  it('l’historique rend le message reçu, image comprise, même quand le modèle en a changé', async () => {
    const id = await depose('atelier.png', PNG);
    const modele = await base.createModele(newsletter(write(id), { objet: 'Lettre d’été' }));
    const palmer = base.seed.entrepreneurs.palmer!.documentId;
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [modele] });
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    const recu = base.boite.mails.find(({ subject }) => subject === 'Lettre d’été');
    expect(related(recu)).toHaveLength(1);

    const sansImage = newsletter('<p>Bonjour</p>', { version: 1 });
    expect((await base.ask('put', `/modeles/${modele}`, sansImage)).status).toBe(200);
    expect((await preview(newsletter('<p>Bonjour</p>'))).data.html).not.toContain('<img');
    const [envoi] = await base.sql<{ document_id: string }>(
      `SELECT document_id FROM sms_envois WHERE statut = 'envoye'`
    );
    const archive = await base.ask<{ html: string }>(
      'get',
      `/envois/${envoi?.document_id ?? ''}/message`
    );
    // The link to unsubscribe acts: an archive does not show it.
    const sansLien = (html: string) => html.replace(/href="[^"]*"/g, 'href=""');
    expect(sansLien(archive.data.html)).toBe(sansLien(String(recu?.html)));
  });

  it('elles comptent dans les 2 méga, à l’octet près, pièces jointes comprises', async () => {
    const image = await depose('photo.png', Buffer.concat([PNG], MEGA));
    const juste = await depose('juste.pdf', Buffer.concat([PDF], MEGA));
    const trop = await depose('trop.pdf', Buffer.concat([PDF], MEGA + 1));
    const message = write(image);
    expect(await save(newsletter(message, { piecesJointes: [juste] }))).toBeUndefined();
    expect(await save(newsletter(message, { piecesJointes: [trop] }))).toMatchObject({
      regle: 'piece-jointe-trop-lourde',
    });
    expect(await save(newsletter('<p>Sans image</p>', { piecesJointes: [trop] }))).toBeUndefined();
  });

  it('une image disparue ou qui n’en est pas une est refusée', async () => {
    const pdf = await depose('programme.pdf', PDF);
    for (const id of [999_999, pdf]) {
      const { erreur } = await preview(newsletter(write(id)));
      expect(erreur?.details).toMatchObject({ regle: 'image-introuvable' });
      expect(await save(newsletter(write(id)))).toMatchObject({ regle: 'image-introuvable' });
    }
  });

  it.each([
    ['en clair', 'http://bge.fr/x.png'],
    ['écrite dans le message', DATA],
    ['sans protocole', '//bge.fr/x.png'],
    ['d’un disque', 'file:///C:/x.png'],
    ['qui est un programme', 'javascript:alert(1)'],
  ])('une image %s ne part pas', async (_, adresse) => {
    const { data } = await preview(newsletter(`<p>Bonjour <img src="${adresse}"></p>`));
    expect(data.html).not.toContain('<img');
  });

  it('une image en ligne, elle, reste à son adresse https', async () => {
    const { data } = await preview(newsletter('<p><img src="https://bge.fr/x.png"></p>'));
    expect(data.html).toContain('src="https://bge.fr/x.png"');
  });
});
