interface Ouverture {
  readonly fin: number;
  readonly balises: string;
}

interface Lecture extends Ouverture {
  readonly corps: string;
}

/** Literal text, or a signet not yet understood: as typed, and what its braces hold without tags. */
export type Piece = string | { readonly brut: string; readonly corps: string };

/**
 * Cuts a source where signets open and close. `nonFermes`: where the `${` that stay literal start. One pass:
 * each character is looked at a bounded number of times.
 */
export function cutSource(source: string): { pieces: Piece[]; nonFermes: number[] } {
  const pieces: Piece[] = [];
  const nonFermes: number[] = [];
  let litteral = '';
  let i = 0;
  for (let dollar = source.indexOf('$'); dollar >= 0; dollar = source.indexOf('$', i)) {
    litteral += source.slice(i, dollar);
    if (source.startsWith('$${', dollar)) {
      litteral += '${';
      i = dollar + 3;
      continue;
    }
    const ouverture = readOuverture(source, dollar);
    const lecture = ouverture && readCorps(source, ouverture);
    if (lecture === null) {
      if (ouverture !== null) {
        nonFermes.push(dollar);
      }
      litteral += '$';
      i = dollar + 1;
      continue;
    }
    const avant = dropEchappement(litteral, source.charAt(lecture.fin));
    if (avant.texte !== '') {
      pieces.push(avant.texte);
    }
    pieces.push({ brut: source.slice(dollar, lecture.fin), corps: lecture.corps });
    litteral = lecture.balises;
    i = lecture.fin + (avant.encadre ? 1 : 0);
  }
  litteral += source.slice(i);
  if (litteral !== '') {
    pieces.push(litteral);
  }
  return { pieces, nonFermes };
}

/** Decision F1: the `\${…}` and `$\${…}$` of texts copied from the guide are only signets. */
function dropEchappement(litteral: string, suite: string): { texte: string; encadre: boolean } {
  const texte = litteral.replace(/\\+$/, '');
  const encadre = texte !== litteral && texte.endsWith('$') && suite === '$';
  return { texte: encadre ? texte.slice(0, -1) : texte, encadre };
}

/** `${`, or `$<span>{`: a word processor may cut between the two signs. */
function readOuverture(source: string, dollar: number): Ouverture | null {
  let i = dollar + 1;
  while (source[i] === '<') {
    const fin = endOfBalise(source, i);
    if (fin < 0) {
      return null;
    }
    i = fin;
  }
  return source[i] === '{' ? { fin: i + 1, balises: source.slice(dollar + 1, i) } : null;
}

/** Up to the closing brace; null when another signet opens first, or the source ends. */
function readCorps(source: string, ouverture: Ouverture): Lecture | null {
  let corps = '';
  let balises = ouverture.balises;
  let i = ouverture.fin;
  while (i < source.length) {
    const c = source.charAt(i);
    if (c === '}') {
      return { fin: i + 1, corps, balises };
    }
    if (c === '$' && readOuverture(source, i) !== null) {
      return null;
    }
    const fin = c === '<' ? endOfBalise(source, i) : -1;
    if (fin < 0) {
      corps += c;
      i += 1;
    } else {
      balises += source.slice(i, fin);
      i = fin;
    }
  }
  return null;
}

/**
 * Index after the tag that starts at `debut`, -1 when this `<` starts none. Stops at the next `<` or `${`:
 * that keeps the whole scan linear.
 */
function endOfBalise(source: string, debut: number): number {
  if (!/[a-z/!?]/i.test(source.charAt(debut + 1))) {
    return -1;
  }
  let guillemet = '';
  for (let i = debut + 1; i < source.length; i += 1) {
    const c = source.charAt(i);
    if (c === '<' || source.startsWith('${', i)) {
      return -1;
    }
    if (guillemet === '' && (c === '>' || c === '}')) {
      return c === '>' ? i + 1 : -1;
    }
    guillemet = nextGuillemet(guillemet, c);
  }
  return -1;
}

/** The quote an attribute value is in after this character, empty outside. */
function nextGuillemet(guillemet: string, c: string): string {
  if (guillemet !== '') {
    return c === guillemet ? '' : guillemet;
  }
  return c === '"' || c === "'" ? c : '';
}
