import type { BaseDuGuide } from '../base-du-guide';

/** Rows that really are in the base, for requests that go as far as they can. */
export interface Reperes {
  email: string;
  sms: string;
  newsletter: string;
  regle: string;
  lot: string;
  filtre: string;
  piece: number;
  campagne: number;
  envoi: string;
  incertain: string;
  entrepreneur: string;
  action: string;
  ods: string;
}

const PDF = Buffer.from('%PDF-1.4\n%programme\n');
const ACTION = '<p>Le ${action_date# j F Y}.</p>';

async function createEnvois(base: BaseDuGuide, modele: string): Promise<string[]> {
  const { documentId } = base.seed.entrepreneurs.palmer!;
  await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
    modeleDocumentIds: [modele],
  });
  await base.tick(new Date('2022-03-03T18:00:00Z'));
  await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
    modeleDocumentIds: [modele],
    force: true,
  });
  await base.sql(`UPDATE sms_envois SET statut = 'incertain' WHERE statut = 'programme'`);
  base.setHeure(new Date('2022-03-04T09:00:00Z'));
  const lignes = await base.sql<{ document_id: string }>(
    `SELECT document_id FROM sms_envois ORDER BY statut = 'incertain', id`
  );
  return lignes.map(({ document_id: id }) => id);
}

async function createCampagne(base: BaseDuGuide, modele: string): Promise<number> {
  const { data } = await base.ask<{ campagneId: number }>('post', '/campagnes', {
    modeleDocumentId: modele,
    typeContact: 'newsletter',
    filtres: { typeDestinataire: 'entrepreneur' },
    selection: { tous: true },
    confirme: true,
  });
  return data.campagneId;
}

async function depositPiece(base: BaseDuGuide): Promise<number> {
  const reponse = await base.admin
    .post('/sms-mailing/pieces-jointes')
    .attach('fichiers', PDF, 'programme.pdf');
  return (reponse.body as { data: { id: number }[] }).data[0]!.id;
}

export async function prepareReperes(base: BaseDuGuide): Promise<Reperes> {
  const create = async (chemin: string, saisie: object): Promise<string> =>
    (await base.ask<{ documentId: string }>('post', chemin, saisie)).data.documentId;
  const email = await base.createModele({ nom: 'E-mail', objet: 'E-mail', message: ACTION });
  const suivi = await base.createModele({ nom: 'Suivi', objet: 'Suivi', message: '<p>Ici</p>' });
  const newsletter = await base.createModele({
    typeContact: 'newsletter',
    nom: 'Lettre',
    objet: 'Lettre',
    message: '<p>Ici</p>',
  });
  const sms = await base.createModele({ typeContact: 'sms', nom: 'SMS', message: 'Bonjour' });
  const lot = await create('/packages-sms', { dateAchat: '2022-01-02', achetes: 100_000 });
  const filtre = await create('/filtres', {
    nom: 'Tous',
    filtres: { typeDestinataire: 'entrepreneur' },
  });
  const regle = await base.createRegle({
    typeContact: 'email',
    modeleDocumentId: email,
    delai: -2,
    criteres: { natures: ['Collective'] },
  });
  const [envoi = '', incertain = ''] = await createEnvois(base, suivi);
  return {
    ...{ email, sms, newsletter, regle, lot, filtre, envoi, incertain },
    piece: await depositPiece(base),
    campagne: await createCampagne(base, newsletter),
    entrepreneur: base.seed.entrepreneurs.palmer!.documentId,
    action: Object.values(base.seed.actions)[0]!.documentId,
    ods: base.seed.ods.DPE!.documentId,
  };
}
