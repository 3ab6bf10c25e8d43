import { afterEach, describe, expect, it } from 'vitest';
import {
  startServeurImap,
  type ScenarioImap,
  type ServeurImap,
} from '../../../../test/fakes/serveur-imap';
import { createReseau } from '../reseau/reseau';
import type { SortMessage } from '../../services/ports/rebonds';
import { createBoiteImap } from './boite-imap';

const BORNES = { messages: 50, octetsParMessage: 64, dureeMs: 60_000 };
const DEBUT = { validite: null, uid: 0 };
/** « Rebonds traités » in modified UTF-7 (RFC 3501 §5.1.3), where this server keeps its folders. */
const RANGEMENT = 'INBOX/Rebonds trait&AOk-s';

let serveur: ServeurImap | null = null;
afterEach(async () => {
  await serveur?.close();
  serveur = null;
});

async function open(
  messages: readonly string[],
  scenario: Partial<ScenarioImap> = {},
  motDePasse = 'Sesame-1'
) {
  serveur = await startServeurImap(
    messages.map((texte) => Buffer.from(texte)),
    scenario
  );
  const { port } = serveur;
  const reseau = createReseau([`127.0.0.1:${String(port)}`]);
  const boite = createBoiteImap(
    { hote: '127.0.0.1', port, utilisateur: 'rebonds', motDePasse },
    reseau
  );
  return { boite, serveur };
}

describe('La boîte des retours, lue par IMAP', () => {
  it('range ce qui est compris, laisse le reste où il est et sans le marquer lu', async () => {
    const { boite, serveur: imap } = await open(['un', 'deux', 'trois']);
    const recus: string[] = [];
    const tour = await boite.read(DEBUT, BORNES, async (brut) => {
      recus.push(brut.toString());
      return brut.toString() === 'deux' ? 'traite' : 'laisse';
    });
    expect(recus).toEqual(['un', 'deux', 'trois']);
    expect(tour).toEqual({
      place: { validite: '7', uid: 3 },
      traites: 1,
      laisses: 2,
      attendent: 0,
    });
    expect(imap.boite.map(({ uid }) => uid)).toEqual([1, 3]);
    expect([...imap.dossiers.keys()]).toEqual([RANGEMENT]);
    expect(imap.dossiers.get(RANGEMENT)?.map(({ uid }) => uid)).toEqual([2]);
    expect(imap.commandes.filter((commande) => commande.startsWith('STORE'))).toEqual([]);
    expect(imap.commandes.filter((commande) => commande.startsWith('FETCH')).join()).toContain(
      'BODY.PEEK'
    );
  });

  it('ne relit pas ce qu’elle a lu, sauf si la boîte a été renumérotée', async () => {
    const { boite, serveur: imap } = await open(['un', 'deux']);
    const recus: string[] = [];
    const receive = async (brut: Buffer): Promise<SortMessage> => {
      recus.push(brut.toString());
      return 'laisse';
    };
    const { place } = await boite.read(DEBUT, BORNES, receive);
    await boite.read(place, BORNES, receive);
    expect(recus).toEqual(['un', 'deux']);
    imap.scenario.validite = 8;
    await boite.read(place, BORNES, receive);
    expect(recus).toEqual(['un', 'deux', 'un', 'deux']);
  });

  it('relit au tour suivant ce qui attend, et ce qui le suit', async () => {
    const { boite } = await open(['un', 'deux', 'trois']);
    const tour = await boite.read(DEBUT, BORNES, async (brut) =>
      brut.toString() === 'deux' ? 'attend' : 'laisse'
    );
    expect(tour.place.uid).toBe(1);
  });

  it('lit tant de messages par tour, et tant d’octets de chacun', async () => {
    const { boite } = await open(['a'.repeat(500), 'b', 'c']);
    const tailles: number[] = [];
    const tour = await boite.read(DEBUT, { ...BORNES, messages: 2 }, async (brut) => {
      tailles.push(brut.length);
      return 'laisse';
    });
    expect(tailles).toEqual([64, 1]);
    expect(tour.place.uid).toBe(2);
  });

  it('ce que le lecteur ne peut pas écrire reste dans la boîte, et se dit tel quel', async () => {
    const { boite, serveur: imap } = await open(['un']);
    const panne = new Error('base injoignable');
    await expect(boite.read(DEBUT, BORNES, () => Promise.reject(panne))).rejects.toBe(panne);
    expect(imap.boite).toHaveLength(1);
  });

  it.each<[string, Partial<ScenarioImap>, string, RegExp]>([
    ['un mauvais mot de passe', {}, 'faux', /refuse l’utilisateur ou le mot de passe/],
    [
      'une coupure en pleine lecture',
      { coupeA: 'FETCH' },
      'Sesame-1',
      /n’a pas répondu|n’a pas pu être lue/,
    ],
    ['une boîte qui ne s’ouvre pas', { refuse: 'SELECT' }, 'Sesame-1', /a refusé de l’ouvrir/],
  ])('%s se dit en français, sans le mot de passe', async (_quoi, scenario, motDePasse, phrase) => {
    const { boite } = await open(['un'], scenario, motDePasse);
    const erreur: unknown = await boite
      .read(DEBUT, BORNES, async () => 'traite')
      .catch((lue: unknown) => lue);
    expect(String(erreur)).toMatch(phrase);
    expect(JSON.stringify(erreur)).not.toContain(motDePasse);
  });

  it.each(['MOVE', 'CREATE'])(
    'ce qui est compris et ne peut pas être rangé (%s refusé) est marqué lu, et n’arrête pas la suite',
    async (refuse) => {
      const { boite, serveur: imap } = await open(['un', 'deux'], { refuse });
      const tour = await boite.read(DEBUT, BORNES, async () => 'traite');
      expect(tour).toMatchObject({ place: { uid: 2 }, traites: 2 });
      expect(imap.boite).toHaveLength(2);
      expect(imap.commandes.filter((commande) => commande.startsWith('STORE'))).toHaveLength(2);
    }
  );

  it('« Tester la connexion » dit combien de messages elle contient, sans en lire', async () => {
    const { boite, serveur: imap } = await open(['un', 'deux']);
    expect(await boite.verify()).toBe(2);
    expect(imap.commandes.some((commande) => commande.startsWith('FETCH'))).toBe(false);
  });

  it('un serveur du réseau local reste fermé tant que l’installation ne l’ouvre pas', async () => {
    const { serveur: imap } = await open(['un']);
    const compte = { hote: '127.0.0.1', port: imap.port, utilisateur: 'a', motDePasse: 'b' };
    await expect(createBoiteImap(compte, createReseau([])).verify()).rejects.toThrow(
      /réseau local/
    );
    const nomme = { ...compte, hote: 'localhost' };
    await expect(createBoiteImap(nomme, createReseau([])).verify()).rejects.toThrow(/réseau local/);
    expect(imap.commandes).toEqual([]);
  });
});
