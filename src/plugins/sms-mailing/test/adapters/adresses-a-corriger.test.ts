import { describe, expect, it } from 'vitest';
import type { PageAdresses } from '../../core/api/adresses';
import { perimetreParmi, TOUT } from '../../core/perimetre';
import { NOW } from './campagnes-base';
import { motif } from './oppositions-banc';
import { ADRESSE, useBancRebonds } from './rebonds-banc';

const banc = useBancRebonds();
const JOUR = '2022-03-03';

const lire = (suite: object = {}): Promise<PageAdresses> =>
  banc.rebonds.listAdresses(
    { recherche: '', page: 1, pageSize: 50, ...suite },
    { perimetre: TOUT, aujourdhui: JOUR }
  );

describe('Les adresses à corriger', () => {
  it('la plus pressante d’abord, avec ce que le serveur a dit, et les autres défauts', async () => {
    const julie = await banc.addJulie();
    await banc.addJulie('BON', 'bon@fournisseur.test');
    await banc.addJulie('FAUX', 'faux@');
    await banc.addJulie('FICTIF', 'nn@noemail.com');
    await banc.base.addEntrepreneur('RIEN', {}, { email: null });
    await banc.note(await banc.addMail(julie), 'boite_inexistante');
    const { total, comptes, lignes } = await lire();
    expect(lignes.map(({ nom, defaut }) => [nom, defaut])).toEqual([
      ['JULIE Camille', 'revenue'],
      ['FAUX Camille', 'mal_ecrite'],
      ['FICTIF Camille', 'fictive'],
      ['RIEN Camille', 'absente'],
    ]);
    expect(total).toBe(4);
    expect(comptes).toEqual({ revenue: 1, mal_ecrite: 1, fictive: 1, absente: 1 });
    expect(lignes[0]).toMatchObject({
      adresse: ADRESSE,
      retour: {
        raison: 'boite_inexistante',
        par: 'mx.test',
        le: NOW.toISOString().replace('.000', ''),
      },
    });
    expect((await lire({ defaut: 'fictive' })).lignes.map(({ nom }) => nom)).toEqual([
      'FICTIF Camille',
    ]);
    expect((await lire({ recherche: 'julie' })).total).toBe(1);
  });

  it('une fiche inactive n’y est pas, ni une adresse dont la case n’est pas cochée', async () => {
    await banc.base.addEntrepreneur('PARTI', { inactif: true }, { email: 'parti@' });
    const refuse = await banc.base.addEntrepreneur('REFUSE', {}, { email: null });
    await banc.base.addComposant('entrepreneurs', refuse, 'email', {
      adresse: 'refuse@',
      accepte: false,
    });
    expect((await lire()).lignes).toEqual([]);
  });

  it('un périmètre n’y voit que ses fiches', async () => {
    await banc.addJulie('FAUX', 'faux@');
    const vues = await banc.rebonds.listAdresses(
      { recherche: '', page: 1, pageSize: 50 },
      { perimetre: perimetreParmi({ antenneIds: [999] }), aujourdhui: JOUR }
    );
    expect(vues).toMatchObject({ total: 0, lignes: [], comptes: { mal_ecrite: 0 } });
  });

  it('« Elle fonctionne » lui écrit de nouveau, et l’écrit au journal ; une autre personne ne le peut pas', async () => {
    const julie = await banc.addJulie();
    await banc.addJulie('AUTRE', 'autre@fournisseur.test');
    await banc.note(await banc.addMail(julie), 'boite_inexistante');
    const [revenue] = (await lire()).lignes;
    const autre = await banc.base
      .knex('entrepreneurs')
      .where({ nom: 'AUTRE' })
      .first<{ document_id: string }>();
    const qui = { perimetre: TOUT, now: NOW };
    const geste = { typeDestinataire: 'entrepreneur', adresse: ADRESSE } as const;
    expect(await banc.rebonds.retablir({ ...geste, documentId: autre.document_id }, qui)).toBe(
      false
    );
    expect(await motif(banc.base, julie, 'email')).toBe('adresse_refusee');
    expect(await banc.rebonds.retablir({ ...geste, documentId: revenue!.documentId }, qui)).toBe(
      true
    );
    expect(await motif(banc.base, julie, 'email')).toBeNull();
    expect(
      await banc.base.knex('sms_actes').where({ nom: 'adresse-retablie' }).select('id')
    ).toHaveLength(1);
  });
});
