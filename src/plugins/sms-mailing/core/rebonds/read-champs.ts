/** Lower-case names; a field said twice holds both values, one a line. */
export type Champs = Readonly<Record<string, string>>;

/** No server writes so many; what follows is not read. */
const BLOCS_MAX = 20;
const CHAMPS_MAX = 200;
const VALEUR_MAX = 2_000;

const CHAMP = /^([!-9;-~]{1,80}):[ \t]*(.*)$/;

function readBloc(bloc: string): Champs {
  const champs = new Map<string, string>();
  const depliees = bloc.replace(/\n[ \t]+/g, ' ').split('\n', CHAMPS_MAX);
  for (const ligne of depliees) {
    const [, nom, valeur] = CHAMP.exec(ligne) ?? [];
    if (nom !== undefined && valeur !== undefined) {
      const cle = nom.toLowerCase();
      const deja = champs.get(cle);
      const dit = valeur.trim().slice(0, VALEUR_MAX);
      champs.set(cle, deja === undefined ? dit : `${deja}\n${dit}`);
    }
  }
  return Object.fromEntries(champs);
}

/** `Nom: valeur` in blocks that empty lines separate, as RFC 3464, RFC 5965 and mail headers write them. */
export function readChamps(texte: string): Champs[] {
  return texte
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/, BLOCS_MAX)
    .map(readBloc)
    .filter((champs) => Object.keys(champs).length > 0);
}
