import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filtres } from '../../src/plugins/sms-mailing/core/api/campagnes';
import type {
  LigneEnvoiAutomatique,
  TableEnvoisAutomatiques,
} from '../../src/plugins/sms-mailing/core/api/envois-automatiques';
import type { ModeleOuvert } from '../../src/plugins/sms-mailing/core/api/modeles';
import type { LignePackage } from '../../src/plugins/sms-mailing/core/package-sms';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide, type Reponse } from './base-du-guide';

let base: BaseDuGuide;

const expectRefus = (reponse: Reponse<unknown>, regle: string): void => {
  expect(reponse.status).toBe(400);
  expect(reponse.erreur?.details.regle).toBe(regle);
  expect(reponse.erreur?.message).toContain('entre-temps');
};
const expectSansVersion = (reponse: Reponse<unknown>): void => {
  expect(reponse.status).toBe(400);
  expect(reponse.erreur?.message).toContain('quelle version a été lue');
};

beforeAll(async () => {
  base = await openBaseDuGuide();
});

afterAll(() => base.close());

describe('Décision G9 : le package SMS', () => {
  let documentId: string;

  const lire = async (): Promise<LignePackage> => {
    const { data } = await base.ask<{ packages: LignePackage[] }>('get', '/packages-sms');
    return data.packages.find((lot) => lot.documentId === documentId)!;
  };
  const enregistrer = (saisie: object) => base.ask('put', `/packages-sms/${documentId}`, saisie);
  const corriger = (saisie: object) =>
    base.ask<LignePackage>('post', `/packages-sms/${documentId}/corrections`, saisie);

  beforeAll(async () => {
    const saisie = { dateAchat: '2022-01-02', achetes: 100 };
    documentId = (await base.ask<LignePackage>('post', '/packages-sms', saisie)).data.documentId;
  });

  it('ouvert avant le soir, enregistré après : les SMS débités le soir restent débités', async () => {
    const ouvert = await lire();
    const modele = await base.createModele({ typeContact: 'sms', nom: 'Info', message: 'Bonjour' });
    const { documentId: palmer } = base.seed.entrepreneurs.palmer!;
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [modele] });
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    expect((await lire()).consommes).toBe(1);
    // Whatever an older screen still sends of « consommés ».
    expect(await enregistrer({ ...ouvert, achetes: 200 })).toMatchObject({ status: 200 });
    expect(await lire()).toMatchObject({ achetes: 200, consommes: 1 });
  });

  it('deux personnes ne s’écrasent pas, et rien n’est écrit de la seconde', async () => {
    const ouvert = await lire();
    expect((await enregistrer({ ...ouvert, achetes: 300 })).status).toBe(200);
    expectRefus(await enregistrer({ ...ouvert, achetes: 50 }), 'package-modifie-entretemps');
    expect(await lire()).toMatchObject({ achetes: 300 });
  });

  it('sans la version lue, rien n’est écrit', async () => {
    expectSansVersion(await enregistrer({ dateAchat: '2022-01-02', achetes: 50 }));
    expect(await lire()).toMatchObject({ achetes: 300 });
  });

  it('le décompte se corrige par un mouvement signé, motivé, que le journal montre', async () => {
    const { version } = await lire();
    const plus = await corriger({ credits: 9, raison: 'Relevé de l’opérateur', version });
    expect(plus.data).toMatchObject({ consommes: 10 });
    const moins = await corriger({
      credits: -4,
      raison: 'Saisi deux fois',
      version: plus.data.version,
    });
    expect(moins.data).toMatchObject({ consommes: 6 });
    const journal = await base.ask('get', `/packages-sms/${documentId}/journal`);
    const correction = {
      jour: '2022-03-03',
      nature: 'correction',
      auteur: expect.stringMatching(/^Camille sms-administrateur$/) as string,
    };
    expect(journal.data).toEqual([
      { ...correction, credits: -4, raison: 'Saisi deux fois' },
      { ...correction, credits: 9, raison: 'Relevé de l’opérateur' },
      { jour: '2022-03-03', nature: 'debit', credits: 1 },
    ]);
  });

  it('deux clics ne corrigent qu’une fois', async () => {
    const { version, consommes } = await lire();
    const saisie = { credits: 5, raison: 'Relevé', version };
    const issues = await Promise.all([corriger(saisie), corriger(saisie)]);
    expect(issues.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await lire()).consommes).toBe(consommes + 5);
  });

  it.each([
    [{ credits: 0, raison: 'Rien' }, 'au moins un SMS'],
    [{ credits: 1.5, raison: 'Demi' }, 'nombre de SMS à ajouter ou à retirer'],
    [{ credits: 3 }, 'Dites pourquoi'],
    [{ credits: 3, raison: '  ' }, 'Dites pourquoi'],
    [{ credits: -12, raison: 'Trop' }, '11 SMS seulement sont décomptés'],
    [{ credits: 290, raison: 'Trop' }, '300 SMS achetés, dont 11 déjà consommés'],
  ])('une correction %j est refusée, avec la raison', async (saisie, phrase) => {
    const { version } = await lire();
    const { status, erreur } = await corriger({ ...saisie, version });
    expect(status).toBe(400);
    expect(erreur?.message).toContain(phrase);
    expect(await lire()).toMatchObject({ consommes: 11, version });
  });

  it('les SMS achetés ne passent pas sous ceux qui sont consommés', async () => {
    const { erreur } = await enregistrer({ ...(await lire()), achetes: 10 });
    expect(erreur?.message).toContain('11 SMS de ce package sont déjà consommés');
    expect((await enregistrer({ ...(await lire()), achetes: 11 })).status).toBe(200);
  });

  it('corrigé à zéro, il garde son journal : il ne se supprime pas ; entamé sans journal, oui', async () => {
    const { version, consommes } = await lire();
    await corriger({ credits: -consommes, raison: 'Remise à zéro', version });
    expect(await lire()).toMatchObject({ consommes: 0 });
    const servi = await base.ask('delete', `/packages-sms/${documentId}`);
    expect(servi.erreur?.details.regle).toBe('package-utilise');
    const entame = await base.ask<LignePackage>('post', '/packages-sms', {
      dateAchat: '2022-02-01',
      achetes: 10,
      consommes: 4,
    });
    const efface = await base.ask('delete', `/packages-sms/${entame.data.documentId}`);
    expect(efface.status).toBe(200);
  });
});

describe('Décision G9 : l’envoi automatique', () => {
  let documentId: string;

  const URL = '/envois-automatiques';
  const lire = async (): Promise<LigneEnvoiAutomatique> => {
    const { data } = await base.ask<TableEnvoisAutomatiques>('get', URL);
    return data.lignes.find((ligne) => ligne.documentId === documentId)!;
  };
  const enregistrer = ({ regle, version }: Partial<LigneEnvoiAutomatique>, delai: number) =>
    base.ask('put', `${URL}/${documentId}`, { regle: { ...regle, delai }, version });
  const rendreInactif = (inactif: boolean, version?: number) =>
    base.ask('post', `${URL}/${documentId}/inactif`, { inactif, version });

  beforeAll(async () => {
    const modele = await base.createModele({
      nom: 'Rappel',
      objet: 'Rappel',
      message: '<p>Le ${action_date# j F Y}.</p>',
    });
    documentId = await base.createRegle({
      typeContact: 'email',
      modeleDocumentId: modele,
      delai: -2,
      criteres: { natures: ['Collective'] },
    });
  });

  it('rendu inactif entre-temps, il ne repart pas d’une fenêtre ouverte avant', async () => {
    const ouvert = await lire();
    expect((await rendreInactif(true, ouvert.version)).status).toBe(200);
    expectRefus(await enregistrer(ouvert, -3), 'regle-modifiee-entretemps');
    expect((await lire()).regle).toMatchObject({ inactif: true, delai: -2 });
  });

  it('la fenêtre, l’activation et la copie portent sur ce qui a été lu', async () => {
    const ouvert = await lire();
    expect((await enregistrer(ouvert, -5)).status).toBe(200);
    expectRefus(await rendreInactif(false, ouvert.version), 'regle-modifiee-entretemps');
    const copie = await base.ask('post', `${URL}/${documentId}/dupliquer`, {
      version: ouvert.version,
    });
    expectRefus(copie, 'regle-modifiee-entretemps');
    const { lignes } = (await base.ask<TableEnvoisAutomatiques>('get', URL)).data;
    expect(lignes.map(({ regle: { delai, inactif } }) => ({ delai, inactif }))).toEqual([
      { delai: -5, inactif: true },
    ]);
  });

  it('sans la version lue, rien n’est écrit', async () => {
    const avant = await lire();
    expectSansVersion(await enregistrer({ regle: avant.regle }, -9));
    expectSansVersion(await rendreInactif(false));
    expectSansVersion(await base.ask('post', `${URL}/${documentId}/dupliquer`));
    expect(await lire()).toEqual(avant);
  });

  it('deux clics à la fois n’enregistrent qu’une fois', async () => {
    const ouvert = await lire();
    const issues = await Promise.all([enregistrer(ouvert, -6), enregistrer(ouvert, -7)]);
    expect(issues.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});

describe('Décision G9 : les Paramètres', () => {
  const OVH = { fournisseur: 'ovh-http2sms', compte: 'sms-ab1', login: 'bge', expediteur: 'BGE' };

  const lire = async () => (await base.ask<ParametresLus>('get', '/parametres')).data;
  const ecrire = (saisie: object) => base.ask<ParametresLus>('put', '/parametres', saisie);

  it('deux onglets : le plus ancien ne rallume pas une vraie passerelle', async () => {
    const { parametres: neufs } = await lire();
    const branchee = { ...neufs, sms: { ...neufs.sms, ...OVH }, secrets: { motDePasse: 'xyz' } };
    const { parametres: ancienOnglet } = (await ecrire(branchee)).data;
    const autreOnglet = { ...ancienOnglet, sms: { ...ancienOnglet.sms, fournisseur: 'journal' } };
    expect((await ecrire(autreOnglet)).status).toBe(200);
    const refus = await ecrire({ ...ancienOnglet, adressePostale: '1 rue Haute, Arras' });
    expectRefus(refus, 'parametres-modifies-entretemps');
    const apres = await lire();
    expect(apres.parametres).toMatchObject({ adressePostale: '', sms: { fournisseur: 'journal' } });
  });

  it('les secrets dont on ne parle pas restent ; un refus n’en écrit aucun', async () => {
    const { parametres } = await lire();
    expect((await ecrire({ ...parametres, repentirSecondes: 5 })).status).toBe(200);
    expect((await lire()).secrets.motDePasse).toBe('renseigne');
    const refus = await ecrire({ ...parametres, secrets: { motDePasse: null } });
    expectRefus(refus, 'parametres-modifies-entretemps');
    expect((await lire()).secrets.motDePasse).toBe('renseigne');
  });

  it('une partie absente est refusée : aucune valeur d’office ne la remplace', async () => {
    const { parametres } = await lire();
    const { adressePostale: _absente, ...incomplets } = parametres;
    expect((await ecrire(incomplets)).erreur?.message).toContain('adressePostale : À renseigner.');
    const { passerelle: _passerelle, ...sms } = parametres.sms;
    expect((await ecrire({ ...parametres, sms })).erreur?.message).toContain('sms.passerelle');
    const { fin: _fin, ...heuresPromotion } = parametres.heuresPromotion;
    const heures = await ecrire({ ...parametres, heuresPromotion });
    expect(heures.erreur?.message).toContain('heuresPromotion.fin');
    const { version: _version, ...sansVersion } = parametres;
    expectSansVersion(await ecrire(sansVersion));
    expect(await lire()).toMatchObject({ parametres });
  });
});

describe('Décision G9 : le modèle et le filtre', () => {
  it('rendu inactif entre-temps, un modèle ne redevient pas actif par un écran plus ancien', async () => {
    const id = await base.createModele({ nom: 'Lettre', objet: 'Lettre', message: '<p>Ici</p>' });
    const lire = async () => (await base.ask<ModeleOuvert>('get', `/modeles/${id}`)).data;
    const ouvert = await lire();
    await base.ask('post', `/modeles/${id}/inactif`, { inactif: true });
    const ancien = await base.ask('put', `/modeles/${id}`, { ...ouvert, objet: 'Autre' });
    expectRefus(ancien, 'modele-modifie-entretemps');
    expect(await lire()).toMatchObject({ inactif: true, objet: 'Lettre' });
    const { version: _version, ...sansVersion } = ouvert;
    expectSansVersion(await base.ask('put', `/modeles/${id}`, sansVersion));
    // The text that leaves once active again is the one that was saved.
    await base.ask('post', `/modeles/${id}/inactif`, { inactif: false });
    const apercu = await base.ask<{ html: string }>('post', '/modeles-apercu', {
      modeleDocumentId: id,
      cobaye: { typeDestinataire: 'entrepreneur' },
    });
    expect(apercu.data.html).toContain('Ici');
  });

  it('un filtre enregistré dans deux onglets garde le premier, et le dit', async () => {
    const filtres = { typeDestinataire: 'entrepreneur', csp: ['Retraités'] };
    const { data } = await base.ask<{ documentId: string }>('post', '/filtres', {
      nom: 'Retraités',
      filtres,
    });
    const lire = async () =>
      (await base.ask<Filtres>('get', '/filtres?typeDestinataire=entrepreneur')).data
        .enregistres[0]!;
    const { version } = await lire();
    const chemin = `/filtres/${data.documentId}`;
    const enregistrer = (nom: string, lue?: number) =>
      base.ask('put', chemin, { nom, filtres, version: lue });
    expect((await enregistrer('Retraités d’Arras', version)).status).toBe(200);
    expectRefus(await enregistrer('Anciens', version), 'filtre-modifie-entretemps');
    expectSansVersion(await enregistrer('Anciens'));
    expect((await lire()).nom).toBe('Retraités d’Arras');
  });
});
