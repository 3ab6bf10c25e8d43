import { useEffect, useState, type JSX } from 'react';
import { Recherche } from './OutilsTableau';

interface Props {
  /** As the address has it. */
  recherche: string;
  onRecherche: (recherche: string) => void;
}

/** A pause of the typing, in milliseconds, before the server is asked. */
const PAUSE_MS = 300;

/** The search box of a table that the server searches: asked once the typing pauses, filled again by « précédent ». */
export function RechercheServeur({ recherche, onRecherche }: Props): JSX.Element {
  const [saisie, setSaisie] = useState({ texte: recherche, ecrite: recherche, lue: recherche });
  const { texte, ecrite, lue } = saisie;

  // The address changed: by this box, which may hold more letters by now, or by « précédent », which has the last word.
  if (recherche !== lue) {
    setSaisie({
      texte: recherche === ecrite ? texte : recherche,
      ecrite: recherche,
      lue: recherche,
    });
  }

  useEffect(() => {
    if (texte === ecrite) {
      return undefined;
    }
    const minuterie = setTimeout(() => {
      setSaisie((avant) => ({ ...avant, ecrite: texte }));
      onRecherche(texte);
    }, PAUSE_MS);
    return () => {
      clearTimeout(minuterie);
    };
  }, [texte, ecrite, onRecherche]);

  return (
    <Recherche
      texte={texte}
      onTexte={(saisi) => {
        setSaisie((avant) => ({ ...avant, texte: saisi }));
      }}
    />
  );
}
