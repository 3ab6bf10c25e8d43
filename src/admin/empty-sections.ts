/** Strapi's menu of the fiches names kinds of which there is none: « Fiches uniques, 0 ». */
const REGLE = `nav li:has(> div > ol:empty) { display: none; }`;

export function hideEmptySections(): void {
  const style = document.createElement('style');
  style.textContent = REGLE;
  document.head.append(style);
}
