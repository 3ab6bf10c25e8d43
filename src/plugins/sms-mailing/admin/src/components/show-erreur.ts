/** A field that its schema refused: its input, or the sentence under it. */
const FAUTES = 'main [aria-invalid="true"], main [id$="-error"]';

/** Brings the first field at fault in sight; to be called once the faults are drawn. */
export function showPremiereErreur(): void {
  const faute = document.querySelector(FAUTES) ?? document.querySelector('main [role="alert"]');
  faute?.scrollIntoView({ block: 'center' });
}
