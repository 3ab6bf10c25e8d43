import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filtres } from '../../src/plugins/sms-mailing/core/api/filtres';
import type {
  LigneEnvoiAutomatique,
  TableEnvoisAutomatiques,
} from '../../src/plugins/sms-mailing/core/api/envois-automatiques';
import type { ModeleOuvert } from '../../src/plugins/sms-mailing/core/api/modeles';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { expectEntretemps, expectSansVersion } from './refus-version';

let base: BaseDuGuide;

beforeAll(async () => {
  base = await openBaseDuGuide();
});

afterAll(() => base.close());

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
    expectEntretemps(await enregistrer(ouvert, -3), 'regle-modifiee-entretemps');
    expect((await lire()).regle).toMatchObject({ inactif: true, delai: -2 });
  });

  it('la fenêtre, l’activation et la copie portent sur ce qui a été lu', async () => {
    const ouvert = await lire();
    expect((await enregistrer(ouvert, -5)).status).toBe(200);
    expectEntretemps(await rendreInactif(false, ouvert.version), 'regle-modifiee-entretemps');
    const copie = await base.ask('post', `${URL}/${documentId}/dupliquer`, {
      version: ouvert.version,
    });
    expectEntretemps(copie, 'regle-modifiee-entretemps');
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

describe('Décision G9 : les réglages des envois', () => {
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
    expectEntretemps(refus, 'parametres-modifies-entretemps');
    const apres = await lire();
    expect(apres.parametres).toMatchObject({ adressePostale: '', sms: { fournisseur: 'journal' } });
  });

  it('les secrets dont on ne parle pas restent ; un refus n’en écrit aucun', async () => {
    const { parametres: lus } = await lire();
    const ovh = { ...lus, sms: { ...lus.sms, ...OVH }, secrets: { motDePasse: 'xyz' } };
    const { parametres } = (await ecrire(ovh)).data;
    expect((await ecrire({ ...parametres, repentirSecondes: 5 })).status).toBe(200);
    expect((await lire()).secrets.motDePasse).toBe('renseigne');
    const refus = await ecrire({ ...parametres, secrets: { motDePasse: null } });
    expectEntretemps(refus, 'parametres-modifies-entretemps');
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
    expectEntretemps(ancien, 'modele-modifie-entretemps');
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
    expectEntretemps(await enregistrer('Anciens', version), 'filtre-modifie-entretemps');
    expectSansVersion(await enregistrer('Anciens'));
    expect((await lire()).nom).toBe('Retraités d’Arras');
  });
});
