/** A spreadsheet runs what begins so, whoever typed it in a fiche. */
const FORMULE = /^[=+\-@\t\r\n]/;

function toCellule(texte: string): string {
  const inerte = FORMULE.test(texte) ? `'${texte}` : texte;
  return `"${inerte.replaceAll('"', '""')}"`;
}

/** A sheet that Excel opens in French: its own separator, and the mark that says UTF-8. */
export function toCsv(entetes: readonly string[], lignes: readonly (readonly string[])[]): string {
  const texte = [entetes, ...lignes].map((ligne) => ligne.map(toCellule).join(';')).join('\r\n');
  return `\ufeff${texte}\r\n`;
}
