/** What a text from elsewhere says in JSON; undefined when it is not JSON. */
export function parseJson(texte: string): unknown {
  try {
    return JSON.parse(texte) as unknown;
  } catch {
    return undefined;
  }
}
