/** « +336••••••78 »: enough to recognise a number in a log, not enough to call it. */
export function maskNumero(numero: string): string {
  const cache = Math.max(numero.length - 6, 0);
  return cache < 3
    ? '•'.repeat(numero.length)
    : `${numero.slice(0, 4)}${'•'.repeat(cache)}${numero.slice(-2)}`;
}
