const PROFONDEUR = 4;
/** Ten times what the most talkative operator sends, headers of proxies included. */
const CHAMPS_MAX = 200;

/**
 * Texts by name; those of a JSON object are named by their path, `status.value`. null beyond `CHAMPS_MAX` of
 * them or `PROFONDEUR` levels, without looking further.
 */
export function toTextes(valeurs: unknown): Record<string, string> | null {
  const textes: Record<string, string> = {};
  const aLire: { prefixe: string; valeur: unknown; profondeur: number }[] = [
    { prefixe: '', valeur: valeurs, profondeur: 0 },
  ];
  let champs = 0;
  for (let noeud = aLire.pop(); noeud !== undefined; noeud = aLire.pop()) {
    const { prefixe, valeur, profondeur } = noeud;
    if (typeof valeur !== 'object' || valeur === null) {
      continue;
    }
    if (profondeur > PROFONDEUR) {
      return null;
    }
    for (const nom in valeur) {
      champs += 1;
      if (champs > CHAMPS_MAX) {
        return null;
      }
      const contenu = (valeur as Record<string, unknown>)[nom];
      if (['string', 'number', 'boolean'].includes(typeof contenu)) {
        textes[prefixe + nom] = String(contenu);
      } else {
        aLire.push({ prefixe: `${prefixe}${nom}.`, valeur: contenu, profondeur: profondeur + 1 });
      }
    }
  }
  return textes;
}
