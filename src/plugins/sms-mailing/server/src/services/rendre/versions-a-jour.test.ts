import { describe, expect, it } from 'vitest';
import { createVersion } from '../../../../test/fakes/moteur-fictif';
import ancienne from '../../../../test/version-moteur-2.json';
import { miseEnPage } from '../../adapters/mail/mise-en-page/mise-en-page';
import type { MessageCompile } from '../ports/mise-en-page';
import type { VersionCourante, VersionsCompilees } from '../ports/modeles';
import { createVersionsAJour } from './versions-a-jour';

const newsletter = createVersion('newsletter', 'promotion');
const VIEILLE: VersionCourante = {
  ...newsletter,
  contenu: { ...newsletter.contenu, message: ancienne.message as MessageCompile, images: [7] },
};

/** The versions of one modèle: the last one is the one that leaves. */
function createBase(
  versions: VersionCourante[],
  source: string | null = '<p><img src="image:7"></p>'
) {
  const base: VersionsCompilees = {
    loadCourante: async () => versions.at(-1) ?? null,
    load: async (id) => versions.find(({ versionId }) => versionId === id) ?? null,
    readSource: async () => (source === null ? null : { objet: 'Lettre', html: source }),
    async addCompilation(version, contenu) {
      versions.push({ ...version, versionId: versions.length + 1, contenu });
    },
  };
  return base;
}

describe('une version compilée par une ancienne mise en page', () => {
  it('est compilée de nouveau depuis sa source avant de partir, une fois, images comprises', async () => {
    const versions = [VIEILLE];
    const aJour = createVersionsAJour(createBase(versions), miseEnPage);
    const courante = await aJour.loadCourante(1);
    const { message, images, donnees } = courante!.contenu;
    expect(message.moteur).toBe(miseEnPage.moteur);
    expect(message.html).toContainEqual({ special: 'identite', cible: 'html' });
    expect(JSON.stringify(message.html)).toContain('cid:image-7@message');
    expect({ images, donnees }).toEqual({ images: [7], donnees: VIEILLE.contenu.donnees });
    expect(await aJour.loadCourante(1)).toBe(courante);
    expect(versions).toHaveLength(2);
  });

  it('reste telle quelle pour l’archive de ce qui en est parti', async () => {
    const aJour = createVersionsAJour(createBase([VIEILLE]), miseEnPage);
    await aJour.loadCourante(1);
    expect(await aJour.load(1)).toBe(VIEILLE);
  });

  it('cède à celle qu’on vient d’enregistrer', async () => {
    const neuve = { ...newsletter, versionId: 2, numero: 2 };
    const base = createBase([VIEILLE], null);
    const enregistree: VersionsCompilees = {
      ...base,
      loadCourante: async () => lectures.shift() ?? null,
    };
    const lectures = [VIEILLE, neuve];
    expect(await createVersionsAJour(enregistree, miseEnPage).loadCourante(1)).toBe(neuve);
  });
});

it.each([
  ['un SMS, qui n’a pas de mise en page', createVersion('sms')],
  ['un modèle de la mise en page d’aujourd’hui', newsletter],
])('%s part comme il est', async (_, version) => {
  const versions = [version];
  const aJour = createVersionsAJour(createBase(versions), miseEnPage);
  expect(await aJour.loadCourante(1)).toBe(version);
  expect(versions).toHaveLength(1);
});
