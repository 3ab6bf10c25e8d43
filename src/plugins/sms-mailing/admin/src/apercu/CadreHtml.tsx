import { useEffect, useRef, useState, type JSX } from 'react';
import { styled } from 'styled-components';

export type Ecran = 'ordinateur' | 'mobile';

interface Props {
  html: string;
  ecran: Ecran;
}

/** CSS pixels: what the message is laid out on. */
const LARGEURS: Readonly<Record<Ecran, number>> = { ordinateur: 660, mobile: 360 };
const HAUTEUR = 460;

const Fenetre = styled.div`
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: #f4f4f6;
`;

const Cadre = styled.iframe`
  display: block;
  border: 0;
  transform-origin: top left;
`;

/** The message as its reader sees it, shrunk to the room there is. Nothing in it runs: `sandbox` is empty. */
export function CadreHtml({ html, ecran }: Props): JSX.Element {
  const fenetre = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);

  useEffect(() => {
    const element = fenetre.current;
    if (element === null) {
      return;
    }
    const observateur = new ResizeObserver(() => {
      setPlace(element.clientWidth);
    });
    observateur.observe(element);
    return () => {
      observateur.disconnect();
    };
  }, []);

  const largeur = LARGEURS[ecran];
  const echelle = place === 0 ? 1 : Math.min(1, place / largeur);
  const marge = Math.max(0, (place - largeur * echelle) / 2);
  return (
    <Fenetre ref={fenetre} style={{ height: HAUTEUR }}>
      <Cadre
        title="Message reçu"
        sandbox=""
        srcDoc={html}
        style={{
          width: largeur,
          height: HAUTEUR / echelle,
          marginLeft: marge,
          transform: `scale(${String(echelle)})`,
        }}
      />
    </Fenetre>
  );
}
