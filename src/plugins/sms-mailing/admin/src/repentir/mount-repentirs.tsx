import { darkTheme, DesignSystemProvider, lightTheme } from '@strapi/design-system';
import { createRoot, type Root } from 'react-dom/client';
import { BarreRepentir } from './BarreRepentir';

let racine: { root: Root; element: HTMLElement } | null = null;

/** As Strapi keeps it; « system » follows the screen. */
function isSombre(): boolean {
  const choisi = localStorage.getItem('STRAPI_THEME');
  return (
    choisi === 'dark' || (choisi !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  );
}

function unmount(): void {
  racine?.root.unmount();
  racine?.element.remove();
  racine = null;
}

/** Outside Strapi's own tree: no page of the panel holds it, so none takes it away. */
export function mountRepentirs(): void {
  if (racine === null) {
    const element = document.body.appendChild(document.createElement('div'));
    racine = { root: createRoot(element), element };
  }
  racine.root.render(
    <DesignSystemProvider locale="fr-FR" theme={isSombre() ? darkTheme : lightTheme}>
      <BarreRepentir key={Date.now()} onVide={unmount} />
    </DesignSystemProvider>
  );
}
