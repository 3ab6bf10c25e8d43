const FRANCAIS = /^(?:\+33|0)([1-9])(\d{8})$/;

/** A number as one reads it aloud: « 06 39 98 84 01 », typed or in E.164; another country's, or no number, as it is. */
export function formatNumero(numero: string): string {
  const chiffres = numero.replace(/[\s.\u00A0\u202F-]/g, '');
  const [, premier, suite] = FRANCAIS.exec(chiffres) ?? [];
  if (premier === undefined || suite === undefined) {
    return numero;
  }
  return `0${premier} ${(suite.match(/../g) ?? []).join(' ')}`;
}
