import type { JSX, ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { Onglets, type Onglet } from '../../components/Onglets';

type Cle = 'soirs' | 'statistiques';

const ONGLETS: readonly Onglet<Cle>[] = [
  { cle: 'soirs', libelle: 'Envois du soir' },
  { cle: 'statistiques', libelle: 'Statistiques' },
];

const CHEMINS: Readonly<Record<Cle, string>> = {
  soirs: '/ce-soir',
  statistiques: '/ce-soir/statistiques',
};

interface Props {
  onglet: Cle;
  children: ReactNode;
}

/** What « Ce soir » is divided into, each at its own address. */
export function OngletsCeSoir({ onglet, children }: Props): JSX.Element {
  const navigate = useNavigate();
  return (
    <Onglets
      nom="Ce soir"
      onglets={ONGLETS}
      onglet={onglet}
      onOnglet={(choisi) => {
        navigate(CHEMINS[choisi]);
      }}
    >
      {children}
    </Onglets>
  );
}
