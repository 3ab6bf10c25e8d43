import { cidImage, referenceImage } from '../../../../core/image-message';
import { butOf } from '../../../../core/modele';
import type { MessageCompile, MiseEnPage, SourceMessage } from '../ports/mise-en-page';
import type { VersionCourante } from '../ports/modeles';

/** What the gestionnaire typed, laid out; `images`: the files that it shows, which travel inside the message. */
export function layOutVersion(
  miseEnPage: MiseEnPage,
  { typeContact, but }: Pick<VersionCourante, 'typeContact' | 'but'>,
  source: SourceMessage,
  images: readonly number[]
): MessageCompile {
  return miseEnPage.compileMessage(source, {
    typeContact: typeContact === 'newsletter' ? 'newsletter' : 'email',
    but: butOf(typeContact, but),
    raison: null,
    images: Object.fromEntries(images.map((id) => [referenceImage(id), `cid:${cidImage(id)}`])),
  });
}
