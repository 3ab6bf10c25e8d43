/** One reply of the server, whole. */
export interface Reponse {
  /** 0: not a reply of SMTP. */
  readonly code: number;
  /** Its lines, codes included. */
  readonly texte: string;
}

export interface Lecteur {
  /** The replies that this block completes, in order. */
  feed(bloc: Uint8Array | string): Reponse[];
  /** A refusal that the server sent without its line end before it cut; null: nothing that can be read as one. */
  flush(): Reponse | null;
}

const SUITE = /^\d{3}-/;
const LIGNE = /^(\d{3})(?:[ -]|$)/;
const REFUS_COUPE = /^[45]\d{2}[ -]/;

/**
 * Replies out of bytes that come as they may: cut, glued, on several lines. `tailleMax` bounds what a server may
 * say without ending its reply.
 */
export function createLecteur(tailleMax: number): Lecteur {
  let tampon = '';
  let lignes: string[] = [];
  let taille = 0;

  function addLigne(ligne: string, reponses: Reponse[]): void {
    if (lignes.length === 0 && ligne.trim() === '') return;
    lignes.push(ligne);
    taille += ligne.length;
    if (SUITE.test(ligne)) return;
    reponses.push(toReponse(lignes));
    lignes = [];
    taille = 0;
  }

  return {
    feed(bloc) {
      tampon += typeof bloc === 'string' ? bloc : Buffer.from(bloc).toString('latin1');
      const reponses: Reponse[] = [];
      let debut = 0;
      for (let fin = tampon.indexOf('\n'); fin >= 0; fin = tampon.indexOf('\n', debut)) {
        addLigne(tampon.slice(debut, fin).replace(/\r$/, ''), reponses);
        debut = fin + 1;
      }
      if (debut > 0) tampon = tampon.slice(debut);
      if (tampon.length + taille > tailleMax) {
        tampon = '';
        lignes = [];
        taille = 0;
        reponses.push({ code: 0, texte: 'reply too long' });
      }
      return reponses;
    },
    flush() {
      return REFUS_COUPE.test(tampon) ? toReponse([...lignes, tampon.trim()]) : null;
    },
  };
}

/** The lines of one reply bear the same code; bytes that are not UTF-8 are left as they came. */
function toReponse(lignes: readonly string[]): Reponse {
  const codes = new Set(lignes.map((ligne) => LIGNE.exec(ligne)?.[1] ?? '0'));
  const brut = lignes.join('\n');
  const lu = Buffer.from(brut, 'latin1').toString('utf8');
  return {
    code: codes.size === 1 ? Number([...codes][0]) : 0,
    texte: lu.includes('\uFFFD') ? brut : lu,
  };
}
