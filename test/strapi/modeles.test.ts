import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PieceJointeDeposee } from '../../src/plugins/sms-mailing/core/api/modeles';
import type { LigneModele } from '../../src/plugins/sms-mailing/core/modele';
import { openBaseDuGuide, toReponse, type BaseDuGuide, type Reponse } from './base-du-guide';

const PDF = Buffer.from('%PDF-1.4\n%attestation\n');
const MEGA = 1024 * 1024;
const SAISIE = { destinataires: ['entrepreneur'], but: 'suivi' };

let base: BaseDuGuide;

beforeAll(async () => {
  base = await openBaseDuGuide();
});

afterAll(() => base.close());

async function listModeles(filtres = ''): Promise<LigneModele[]> {
  const { data } = await base.ask<LigneModele[]>('get', `/modeles?typeContact=email${filtres}`);
  return data;
}

async function depose(
  fichiers: readonly [nom: string, contenu: Buffer][],
  dejaJointes: readonly number[] = []
): Promise<Reponse<PieceJointeDeposee[]>> {
  const requete = base.admin
    .post('/sms-mailing/pieces-jointes')
    .field('dejaJointes', dejaJointes.join(','));
  const reponse = await fichiers.reduce(
    (courante, [nom, contenu]) => courante.attach('fichiers', contenu, nom),
    requete
  );
  return toReponse(reponse) as Reponse<PieceJointeDeposee[]>;
}

describe('Guide §5.a : les modèles et leurs colonnes', () => {
  it('chaque ligne dit qui, quand, pour qui, par quelle modalité, et ce qui s’y appuie', async () => {
    await base.createModele({
      nom: 'Offre promotionnelle',
      objet: 'Profitez-en',
      message: '<p>Bonjour ${personne/personne_prenom}</p>',
    });
    await base.createModele({
      nom: 'Rappel J-2',
      objet: 'Rappel',
      message: '<p>Le ${action_date# j F Y}</p>',
      inactif: true,
    });
    expect(await listModeles()).toMatchObject([
      {
        nom: 'Offre promotionnelle',
        creePar: 'Camille sms-administrateur',
        modalites: ['campagne', 'envoi_automatique', 'fiche_action', 'fiche_entrepreneur'],
        raisonSuppressionImpossible: null,
      },
      { nom: 'Rappel J-2', modalites: ['envoi_automatique', 'fiche_action'], inactif: true },
    ]);
    const noms = async (filtres: string) => (await listModeles(filtres)).map(({ nom }) => nom);
    expect(await noms('&modalite=campagne')).toEqual(['Offre promotionnelle']);
    expect(await noms('&inactif=true')).toEqual(['Rappel J-2']);
    expect(await noms('&typeDestinataire=contact_individuel')).toEqual([]);
  });

  it('la vérification du brouillon nomme le signet faux et propose le bon, sans rien enregistrer', async () => {
    const { data } = await base.ask('post', '/modeles-validation', {
      typeContact: 'email',
      but: 'suivi',
      message: '<p>${personne/personne_nm} ${action_date}</p>',
      modalites: ['campagne'],
    });
    expect(data).toMatchObject({
      activable: false,
      manques: ['nom', 'objet'],
      modalitesPossibles: ['envoi_automatique', 'fiche_action'],
      modalitesRefusees: ['campagne'],
      signets: [
        { code: 'inconnu', suggestion: '${personne/personne_nom}' },
        { code: 'modalite', bloquant: true },
      ],
    });
    expect(await listModeles()).toHaveLength(2);
  });
});

describe('Guide §5.a : les pièces jointes, 2 méga en tout', () => {
  it('plusieurs fichiers se joignent, et se rouvrent par leur nom', async () => {
    const { data } = await depose([
      ['attestation.pdf', PDF],
      ['plan d’accès.pdf', PDF],
    ]);
    expect(data).toMatchObject([
      { nom: 'attestation.pdf', typeMime: 'application/pdf' },
      { nom: 'plan d’accès.pdf' },
    ]);
    const id = data[0]?.id ?? 0;
    const ouverte = await base.admin.get(`/sms-mailing/pieces-jointes/${String(id)}`).buffer();
    expect(ouverte.headers['content-type']).toBe('application/pdf');
    expect(ouverte.headers['content-disposition']).toContain('attestation.pdf');
    expect(ouverte.body).toEqual(PDF);

    const modele = await base.createModele({
      nom: 'Attestation',
      objet: 'Votre attestation',
      message: '<p>Bonjour</p>',
      piecesJointes: [id],
    });
    expect((await base.ask('get', `/modeles/${modele}`)).data).toMatchObject({
      piecesDeposees: [{ nom: 'attestation.pdf', taille: PDF.length }],
    });
  });

  it('le contenu fait foi, pas le nom', async () => {
    const faux = await depose([['attestation.pdf', Buffer.from('MZ\u0000programme')]]);
    expect(faux.status).toBe(400);
    expect(faux.erreur?.message).toContain('n’est pas un vrai fichier pdf');
    expect((await depose([['macro.exe', PDF]])).status).toBe(400);
    expect((await depose([])).erreur?.details).toMatchObject({ regle: 'piece-jointe-absente' });
  });

  it('la limite compte tous les fichiers du modèle, à l’octet près', async () => {
    const plein = Buffer.concat([PDF], MEGA);
    const juste = await depose([
      ['a.pdf', plein],
      ['b.pdf', plein],
    ]);
    expect(juste.status).toBe(200);
    const tropLourd = await depose([
      ['a.pdf', plein],
      ['b.pdf', Buffer.concat([PDF], MEGA + 1)],
    ]);
    expect(tropLourd.status).toBe(400);
    const suivant = await depose(
      [['d.pdf', PDF]],
      juste.data.map(({ id }) => id)
    );
    expect(suivant.erreur?.details).toMatchObject({ limite: '2 Mo' });
  });

  it('un SMS n’en porte pas, une pièce inconnue est refusée', async () => {
    const saisie = { ...SAISIE, nom: 'X', objet: 'X', message: 'Bonjour' };
    const sms = await base.ask('post', '/modeles', {
      ...saisie,
      typeContact: 'sms',
      piecesJointes: [1],
    });
    expect(sms.erreur?.details).toMatchObject({ regle: 'piece-jointe-sms' });
    const inconnue = await base.ask('post', '/modeles', {
      ...saisie,
      typeContact: 'email',
      piecesJointes: [999],
    });
    expect(inconnue.erreur?.details).toMatchObject({ regle: 'piece-jointe-introuvable' });
  });
});

describe('Guide §5.c : inactiver, supprimer, et ce qui l’empêche', () => {
  it('un modèle programmé demande le sort de ses envois avant de devenir inactif', async () => {
    const modele = await base.createModele({
      nom: 'Confirmation',
      objet: 'Confirmation',
      message: '<p>Bonjour</p>',
    });
    const palmer = base.seed.entrepreneurs.palmer!.documentId;
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [modele] });
    const ligne = (await listModeles()).find(({ documentId }) => documentId === modele);
    expect(ligne?.usage.programmes).toBe(1);
    expect(ligne?.raisonSuppressionImpossible).toContain('prochain envoi');
    const suppression = await base.ask('delete', `/modeles/${modele}`);
    expect(suppression.erreur?.details).toMatchObject({ regle: 'modele-utilise' });

    const inactiver = (suite: object) =>
      base.ask('post', `/modeles/${modele}/inactif`, { inactif: true, ...suite });
    expect((await inactiver({})).erreur).toMatchObject({
      details: { regle: 'modele-programme', programmes: 1 },
      message:
        '1 envoi programmé utilise ce modèle : choisissez de les annuler ou de les laisser partir.',
    });
    const annule = await inactiver({ annulerProgrammes: true });
    expect(annule.data).toMatchObject({ annules: 1, programmes: 0 });
  });

  it('laissés partir, ses envois programmés partent à 19h malgré l’inactivation', async () => {
    const modele = await base.createModele({
      nom: 'Dernier envoi',
      objet: 'Dernier envoi',
      message: '<p>Bonjour</p>',
    });
    const palmer = base.seed.entrepreneurs.palmer!.documentId;
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [modele] });
    const { data } = await base.ask('post', `/modeles/${modele}/inactif`, {
      inactif: true,
      annulerProgrammes: false,
    });
    expect(data).toMatchObject({ annules: 0, programmes: 1 });
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    expect(base.mailsDe('Dernier envoi')).toEqual(['julien.palmer@boite.test']);
    expect(base.mailsDe('Confirmation')).toEqual([]);
  });

  it('un modèle jamais envoyé se supprime', async () => {
    const modele = await base.createModele({ nom: 'Raté', objet: 'Raté', message: '<p>x</p>' });
    expect((await base.ask('delete', `/modeles/${modele}`)).status).toBe(200);
    expect((await base.ask('get', `/modeles/${modele}`)).erreur?.details).toMatchObject({
      regle: 'modele-introuvable',
    });
  });

  it('deux personnes ne s’écrasent pas : la seconde recharge', async () => {
    const contenu = {
      ...SAISIE,
      typeContact: 'email',
      nom: 'À deux',
      objet: 'À deux',
      message: 'x',
    };
    const modele = await base.createModele(contenu);
    const modifie = (version: number) =>
      base.ask('put', `/modeles/${modele}`, { ...contenu, version });
    expect((await modifie(1)).data).toMatchObject({ version: 2, programmes: 0 });
    expect((await modifie(1)).erreur?.details).toMatchObject({
      regle: 'modele-modifie-entretemps',
    });
  });
});
