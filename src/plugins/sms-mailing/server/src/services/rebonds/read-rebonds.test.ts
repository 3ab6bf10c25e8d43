import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../../../core/errors';
import { listCles } from '../../adapters/jetons/cles';
import { createSigneRetour } from '../../adapters/jetons/rebond';
import { parseCourrier } from '../../adapters/rebonds/parse-courrier';
import type { IssueRetour, RebondStore, RetourConnu, SortMessage } from '../ports/rebonds';
import { createRetour } from './create-retour';
import type { RebondsDeps } from '../ports/lecture-rebonds';
import { readRebonds } from './read-rebonds';
import { testBoite } from './test-boite';

const CORPUS = join(__dirname, '../../../../test/corpus/rebonds');
const ADRESSE = 'julie@fournisseur.test';
const NOW = new Date('2026-03-02T18:05:00Z');
const retours = createSigneRetour(listCles('maitre', [], 'rebond'));
const REGLAGES = {
  adresse: 'rebonds@asso.test',
  adressesPlus: true,
  hote: '',
  port: 993,
  utilisateur: '',
  fournisseur: null,
};

const readCorpus = (nom: string, jeton: string): Buffer =>
  Buffer.from(
    readFileSync(join(CORPUS, `${nom}.eml`), 'utf8')
      .replaceAll('{JETON}', jeton)
      .replaceAll('{ADRESSE}', ADRESSE)
  );

let notes: RetourConnu[];
let sorts: SortMessage[];
let lignes: string[];
let pannes: string[];
let issue: IssueRetour;
let recuLe: Date;
beforeEach(() => {
  notes = [];
  sorts = [];
  lignes = [];
  pannes = [];
  issue = 'note';
  recuLe = NOW;
});

function createDeps(messages: readonly Buffer[], champs: Partial<RebondsDeps> = {}): RebondsDeps {
  const rebonds: RebondStore = {
    claim: async () => ({ validite: null, uid: 0 }),
    settle: async () => undefined,
    fail: async (phrase) => void pannes.push(phrase),
    readEtat: () => Promise.reject(new Error('inutile ici')),
    note: async (retour) => {
      notes.push(retour);
      return issue;
    },
    listAdresses: () => Promise.reject(new Error('inutile ici')),
    retablir: () => Promise.reject(new Error('inutile ici')),
  };
  const boite: RebondsDeps['boite'] = {
    nom: 'boite',
    de: {
      async read(place, _bornes, receive) {
        for (const brut of messages) sorts.push(await receive(brut, recuLe));
        return { place, traites: sorts.length, laisses: 0, attendent: 0 };
      },
      verify: async () => 3,
    },
  };
  return {
    ...{ boite, fournisseur: null, rebonds, retours, parseCourrier, clock: () => NOW },
    confirmAbonnement: () => Promise.reject(new Error('inutile ici')),
    journal: { info: (ligne) => void lignes.push(ligne), warn: (ligne) => void lignes.push(ligne) },
    ...champs,
  };
}

describe('Ce qui revient est rattaché à son envoi', () => {
  it('par l’adresse de retour, quoi que le rapport dise du destinataire', async () => {
    await readRebonds(createDeps([readCorpus('transfere', retours.sign(42))]));
    expect(notes).toMatchObject([
      { envoiId: 42, raison: 'boite_inexistante', destinataires: null },
    ]);
    expect(sorts).toEqual(['traite']);
  });

  it('sans elle, par le Message-ID, et alors seulement pour qui le rapport nomme', async () => {
    await readRebonds(createDeps([readCorpus('boite-inexistante-gmail', retours.sign(42))]));
    expect(notes).toMatchObject([{ envoiId: 42, destinataires: [ADRESSE] }]);
  });

  it('une plainte sans adresse est celle de qui a reçu le message qu’elle joint', async () => {
    await readRebonds(createDeps([readCorpus('plainte-sans-adresse', retours.sign(42))]));
    expect(notes).toMatchObject([
      { envoiId: 42, raison: 'signale_indesirable', destinataires: null },
    ]);
  });

  it.each([
    [
      'signé par une autre installation',
      createSigneRetour(listCles('autre', [], 'rebond')).sign(42),
    ],
    ['inventé', '2a0123456789abc'],
  ])('un jeton %s ne signale personne : le message reste dans la boîte', async (_quoi, jeton) => {
    await readRebonds(createDeps([readCorpus('boite-inexistante-postfix', jeton)]));
    expect(notes).toEqual([]);
    expect(sorts).toEqual(['laisse']);
  });

  it('le jeton d’une réponse à un rendez-vous n’est pas celui d’un retour', () => {
    const cles = listCles('maitre', [], 'reponse');
    expect(createSigneRetour(cles).read(retours.sign(42))).toBeNull();
  });

  it('une absence, un retard, une réponse restent dans la boîte', async () => {
    const noms = ['absence-francais', 'retard', 'reponse-humaine'];
    await readRebonds(createDeps(noms.map((nom) => readCorpus(nom, retours.sign(42)))));
    expect(sorts).toEqual(['laisse', 'laisse', 'laisse']);
  });

  it('ce qui parle d’un envoi sans issue attend un jour, pas davantage', async () => {
    issue = 'attend';
    const deps = createDeps([readCorpus('boite-pleine', retours.sign(42))]);
    await readRebonds(deps);
    recuLe = new Date(NOW.getTime() - 25 * 3_600_000);
    await readRebonds(deps);
    expect(sorts).toEqual(['attend', 'laisse']);
  });

  it('une boîte en panne se dit, et n’arrête rien', async () => {
    const deps = createDeps([]);
    const panne = new TransportError('reessayer', 'Le serveur de la boîte n’a pas répondu.');
    await readRebonds({
      ...deps,
      boite: { nom: 'b', de: { ...deps.boite!.de, read: () => Promise.reject(panne) } },
    });
    expect(pannes).toEqual(['Le serveur de la boîte n’a pas répondu.']);
    expect(lignes).toEqual(['Retours des e-mails : Le serveur de la boîte n’a pas répondu.']);
  });

  it('sans boîte, ou avant l’heure, rien n’est lu', async () => {
    const deps = createDeps([readCorpus('boite-pleine', retours.sign(42))]);
    await readRebonds({ ...deps, boite: null });
    await readRebonds({ ...deps, rebonds: { ...deps.rebonds, claim: async () => null } });
    expect(sorts).toEqual([]);
  });
});

describe('L’adresse de retour d’un envoi', () => {
  it('le nomme, dans la limite de 64 lettres avant le @', () => {
    const { jeton, adresse } = createRetour(retours, REGLAGES, 2_147_483_647);
    expect(retours.read(jeton)).toBe(2_147_483_647);
    expect(adresse).toBe(`rebonds+${jeton}@asso.test`);
    const longue = createRetour(
      retours,
      { ...REGLAGES, adresse: `${'a'.repeat(42)}@asso.test` },
      2_147_483_647
    );
    expect(longue.adresse!.indexOf('@')).toBeLessThanOrEqual(64);
  });

  it('est celle de la boîte quand elle ne prend pas les adresses en « + », sinon celle de l’expéditeur', () => {
    expect(createRetour(retours, { ...REGLAGES, adressesPlus: false }, 1).adresse).toBe(
      'rebonds@asso.test'
    );
    expect(createRetour(retours, { ...REGLAGES, adresse: '' }, 1).adresse).toBeNull();
  });
});

describe('« Tester la connexion » à la boîte', () => {
  const enregistres = (rebonds: object, motDePasseRebonds = '') =>
    ({
      parametres: { rebonds: { ...REGLAGES, ...rebonds } },
      secrets: { motDePasseRebonds },
    }) as unknown as Parameters<typeof testBoite>[1];

  it.each([
    [{}, /Aucune boîte n’est choisie/],
    [{ hote: 'imap.asso.test' }, /il manque : Utilisateur, Mot de passe/],
  ])('dit ce qui manque', async (rebonds, phrase) => {
    expect((await testBoite({ boite: null }, enregistres(rebonds))).phrase).toMatch(phrase);
  });

  it('dit combien de messages elle contient', async () => {
    expect(await testBoite(createDeps([]), enregistres({}))).toMatchObject({
      issue: 'ok',
      phrase: expect.stringContaining('messages présents : 3') as string,
    });
  });
});
