import { useEffect, useState, type JSX } from 'react';
import { ChampTexte } from '../../components/ChampTexte';

interface Props {
  nom: string;
  libelle: string;
  /** As the address has it. */
  valeur: string;
  indice?: string;
  onValeur: (valeur: string) => void;
}

const PAUSE_MS = 300;

/** A text filter: the server is asked once the typing pauses. */
export function ChampFiltre({ nom, libelle, valeur, indice, onValeur }: Props): JSX.Element {
  const [saisie, setSaisie] = useState({ texte: valeur, lue: valeur });
  // « Vider », « précédent »: the address has the last word.
  if (valeur !== saisie.lue) {
    setSaisie({ texte: valeur, lue: valeur });
  }
  const { texte, lue } = saisie;
  useEffect(() => {
    if (texte.trim() === lue) {
      return undefined;
    }
    const minuterie = setTimeout(() => {
      setSaisie((avant) => ({ ...avant, lue: texte.trim() }));
      onValeur(texte.trim());
    }, PAUSE_MS);
    return () => {
      clearTimeout(minuterie);
    };
  }, [texte, lue, onValeur]);
  return (
    <ChampTexte
      nom={nom}
      libelle={libelle}
      valeur={texte}
      {...(indice === undefined ? {} : { indice })}
      onValeur={(saisi) => {
        setSaisie((avant) => ({ ...avant, texte: saisi }));
      }}
    />
  );
}
