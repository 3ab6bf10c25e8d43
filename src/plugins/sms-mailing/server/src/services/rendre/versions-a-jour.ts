import type { MiseEnPage } from '../ports/mise-en-page';
import type { VersionCourante, VersionsCompilees, VersionStore } from '../ports/modeles';
import { layOutVersion } from './lay-out-version';

/**
 * What leaves is laid out by the layout of now: a version that an older one compiled, its sender and address
 * written into it, is compiled again from its source, beside the former, the first time it is asked for
 * (docs/adr/0016). The archive goes on reading the former.
 */
export function createVersionsAJour(
  versions: VersionsCompilees,
  miseEnPage: MiseEnPage
): VersionStore {
  const isAJour = ({ typeContact, contenu }: VersionCourante): boolean =>
    typeContact === 'sms' || contenu.message.moteur >= miseEnPage.moteur;

  async function loadCourante(modeleId: number): Promise<VersionCourante | null> {
    const version = await versions.loadCourante(modeleId);
    if (version === null || isAJour(version)) {
      return version;
    }
    const source = await versions.readSource(version);
    if (source !== null) {
      const { contenu } = version;
      const message = layOutVersion(miseEnPage, version, source, contenu.images ?? []);
      await versions.addCompilation(version, { ...contenu, message });
    }
    return loadCourante(modeleId);
  }

  return { loadCourante, load: (versionId) => versions.load(versionId) };
}
