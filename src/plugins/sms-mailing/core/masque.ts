/** « +336••••••78 »: enough to recognise a number in a log, not enough to call it. */
export function maskNumero(numero: string): string {
  const cache = Math.max(numero.length - 6, 0);
  return cache < 3
    ? '•'.repeat(numero.length)
    : `${numero.slice(0, 4)}${'•'.repeat(cache)}${numero.slice(-2)}`;
}

/** « ca•••@exemple.fr »: enough to know one's own, not enough to write to. */
export function maskCourriel(courriel: string): string {
  const arobase = courriel.lastIndexOf('@');
  const local = courriel.slice(0, Math.max(arobase, 0));
  return `${local.length > 3 ? local.slice(0, 2) : ''}•••${courriel.slice(Math.max(arobase, 0))}`;
}
