import { useEffect, useRef, type ReactNode, type ReactPortal } from 'react';
import { createPortal } from 'react-dom';
import { createGlobalStyle, styled } from 'styled-components';

interface Props {
  /** The browser has printed it, or the person has given up. */
  onFini: () => void;
  children: ReactNode;
}

/** On paper there is nothing but this sheet; on screen there is everything but it. */
const Papier = createGlobalStyle`
  @page {
    size: A4;
    margin: 15mm;
  }

  @media print {
    html,
    body {
      background: #fff !important;
      height: auto !important;
      overflow: visible !important;
    }

    body > *:not([data-impression]) {
      display: none !important;
    }
  }

  @media screen {
    [data-impression] {
      display: none;
    }
  }
`;

const Feuille = styled.article`
  color: #000;
  font:
    11pt/1.4 Arial,
    Helvetica,
    sans-serif;

  & h1 {
    font-size: 16pt;
    font-weight: bold;
    margin-bottom: 2mm;
  }

  & p {
    margin: 0 0 1mm;
  }

  & table {
    width: 100%;
    margin-top: 6mm;
    border-collapse: collapse;
  }

  & th,
  & td {
    border: 1px solid #666;
    padding: 2mm;
    text-align: left;
    vertical-align: middle;
  }

  & th {
    font-weight: bold;
  }

  & thead {
    display: table-header-group;
  }

  & tr {
    break-inside: avoid;
  }
`;

/** A sheet of paper, printed as soon as it is mounted. */
export function Impression({ onFini, children }: Props): ReactPortal {
  const fini = useRef(onFini);
  useEffect(() => {
    fini.current = onFini;
  });
  useEffect(() => {
    const end = (): void => {
      fini.current();
    };
    window.addEventListener('afterprint', end);
    window.print();
    return () => {
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return createPortal(
    <div data-impression>
      <Papier />
      <Feuille>{children}</Feuille>
    </div>,
    document.body
  );
}
