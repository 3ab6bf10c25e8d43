import { listContextes } from '../../../../../core/contexte-html';
import type { ContexteHtml } from '../../../../../core/contexte-html';
import { cibleOf, type CibleEmplacement } from '../../../../../core/emplacement';
import { parseSignets } from '../../../../../core/signet';
import type { Morceau, Signet } from '../../../../../core/signet';
import type {
  MessageCompile,
  MorceauCompile,
  OptionsMiseEnPage,
  SourceMessage,
} from '../../../services/ports/mise-en-page';
import { layOut } from './gabarit';
import type { Contenu, Jetons } from './jetons';
import { createJetons } from './jetons';
import { cleanHtml } from './nettoyage';
import { toTexte } from './version-texte';

/** To be raised with every change of what a version compiles to. 4: a link made of a value. */
export const MOTEUR = 4;

interface Emplacement {
  readonly contenu: Contenu;
  readonly cible: CibleEmplacement;
}

/**
 * Sanitises, lays out, inlines and turns to text once per version (decision F4). Tokens hold the place of the
 * signets all along, then come back as morceaux, each with the way its value is made safe where it stands.
 */
export function compileMessage(source: SourceMessage, options: OptionsMiseEnPage): MessageCompile {
  const morceaux = parseSignets(source.html);
  const jetons = createJetons(source.html, JSON.stringify(options));
  const contenus: Contenu[] = [];
  const write = (contenu: Contenu): string => jetons.write(contenus.push(contenu) - 1);
  const corps = morceaux.map((m) => (typeof m === 'string' ? m : write({ signet: m }))).join('');
  const document = layOut(cleanHtml(corps, options.images), options, (special) =>
    write({ special })
  );

  const bouts = jetons.split(document);
  const emplacements = locate(bouts, contenus);
  // One token per place from here on: the same signet is not made safe in the same way in a link and beside it.
  let place = 0;
  const numerote = bouts.map((b) => (typeof b === 'string' ? b : jetons.write(place++))).join('');
  return {
    moteur: MOTEUR,
    objet: parseSignets(source.objet).map(toMorceauTexte),
    html: toMorceaux(jetons.split(numerote), emplacements),
    texte: toMorceaux(
      jetons.split(dropRepeats(toTexte(numerote), jetons, emplacements)),
      emplacements.map(({ contenu, cible }) => ({
        contenu,
        cible: cible === 'html' ? 'texte' : cible,
      }))
    ),
  };
}

function toMorceauTexte(morceau: Morceau): MorceauCompile {
  return typeof morceau === 'string' ? morceau : { signet: morceau, cible: 'texte' };
}

/** What each token of a document stands for, and how its value is made safe there. */
function locate(bouts: readonly (string | number)[], contenus: readonly Contenu[]): Emplacement[] {
  const places = bouts.filter((bout) => typeof bout === 'number');
  // Only the literals matter to the contexts: any signet will do.
  const contextes = listContextes(bouts.map((b) => (typeof b === 'string' ? b : QUELCONQUE)));
  return places.map((rang, i) => ({
    contenu: contenus[rang] as Contenu,
    cible: cibleOf(contextes[i] as ContexteHtml),
  }));
}

const QUELCONQUE: Signet = { brut: '', chemin: '', participant: false, format: null, repli: null };

function toMorceaux(
  bouts: readonly (string | number)[],
  emplacements: readonly Emplacement[]
): MorceauCompile[] {
  return bouts.flatMap((bout): MorceauCompile[] => {
    if (typeof bout === 'string') return bout === '' ? [] : [bout];
    const { contenu, cible } = emplacements[bout] as Emplacement;
    return [{ ...contenu, cible }];
  });
}

/** `${lien} [${lien}]`: a link shown by its own address is written once in the text. */
function dropRepeats(texte: string, jetons: Jetons, emplacements: readonly Emplacement[]): string {
  const bouts = jetons.split(texte);
  for (let i = 1; i + 2 < bouts.length; i += 2) {
    const [avant, entre, apres, suite] = bouts.slice(i, i + 4);
    if (entre !== ' [' || typeof suite !== 'string' || !suite.startsWith(']')) continue;
    if (signetAt(emplacements, avant) === signetAt(emplacements, apres)) {
      bouts.splice(i, 4, apres as number, suite.slice(1));
    }
  }
  return bouts.map((bout) => (typeof bout === 'string' ? bout : jetons.write(bout))).join('');
}

function signetAt(emplacements: readonly Emplacement[], rang: string | number | undefined): string {
  const contenu = typeof rang === 'number' ? emplacements[rang]?.contenu : undefined;
  if (contenu === undefined) return '';
  return 'signet' in contenu ? contenu.signet.brut : contenu.special;
}
