const GRAINE = 'sms-mailing';
const LETTRES = 'abcdefghijklmnopqrstuvwxyz';
const SIX_SIGNES = 36 ** 6;

/** Four 32-bit words out of a text (xmur3), to start the generator. */
function hashText(texte) {
  let h = 1779033703 ^ texte.length;
  for (let i = 0; i < texte.length; i += 1) {
    h = Math.imul(h ^ texte.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    return (h ^= h >>> 16) >>> 0;
  };
}

/** 32-bit integers (sfc32): small, fast, and the same on every machine. */
function createGenerateur(texte) {
  const mot = hashText(texte);
  let [a, b, c, d] = [mot(), mot(), mot(), 1];
  const next = () => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i += 1) next();
  return next;
}

/**
 * Repeatable chance. One stream per subject, so that asking for more entrepreneurs does not change the
 * actions.
 */
export function createHasard(sujet) {
  const next = createGenerateur(`${GRAINE}/${sujet}`);
  const unit = () => next() / 4294967296;
  const int = (min, max) => min + Math.floor(unit() * (max - min + 1));
  const chance = (probabilite) => unit() < probabilite;
  const pick = (liste) => liste[Math.floor(unit() * liste.length)];

  /** `poids`: [[value, weight], …]; weights need not add up to 1. */
  const weighted = (poids) => {
    const total = poids.reduce((somme, [, part]) => somme + part, 0);
    let reste = unit() * total;
    for (const [valeur, part] of poids) {
      reste -= part;
      if (reste < 0) return valeur;
    }
    return poids[poids.length - 1][0];
  };

  /** 24 signs, a letter first: the form of a Strapi document id. */
  const documentId = () => {
    let id = pick(LETTRES);
    while (id.length < 24) id += (next() % SIX_SIGNES).toString(36).padStart(6, '0');
    return id.slice(0, 24);
  };

  return { int, chance, pick, weighted, documentId };
}
