/** A type of the server as it arrives over HTTP: a Date is its ISO 8601 text. */
export type EnJson<T> = T extends Date
  ? string
  : T extends object
    ? { [Cle in keyof T]: EnJson<T[Cle]> }
    : T;
