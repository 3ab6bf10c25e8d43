/** The number of a window that was read: a uuid, also where the panel is served over plain http. */
export function newNumero(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x40;
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
  const hexa = [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('');
  return hexa.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
