/**
 * Strapi's main menu shows icons alone, their names in tooltips. Each link carries its name as `aria-label`:
 * this writes it under the icon, on screens wide enough for the menu to stand at the left. The icon's grey is too
 * pale for letters on white, and right on black: the lightness of the letters is drawn away from the middle.
 */
const REGLES = `
@media (min-width: 1080px) {
  #strapi nav:has(> div > ul a[aria-label]) { width: 10.4rem; flex-shrink: 0; }
  #strapi nav:has(> div > ul a[aria-label]) > div:first-child { align-self: center; }
  #strapi nav > div > ul { align-items: stretch; gap: 0.1rem; padding-inline: 0.6rem; }
  #strapi nav > div > ul span:has(> a[aria-label]) { display: block; width: 100%; }
  #strapi nav > div > ul a[aria-label] {
    flex-direction: column;
    gap: 0.4rem;
    padding: 0.7rem 0.4rem;
  }
  #strapi nav > div > ul a[aria-label]::after {
    content: attr(aria-label);
    color: inherit;
    color: oklch(from currentColor calc((l - 0.66) * 3.7 + 0.35) c h);
    font-size: 1.1rem;
    line-height: 1.3;
    text-align: center;
    overflow-wrap: anywhere;
  }
  #strapi nav > div > ul a[aria-label].active::after { font-weight: 600; }
}`;

export function writeMenuLabels(): void {
  const style = document.createElement('style');
  style.textContent = REGLES;
  document.head.append(style);
}
