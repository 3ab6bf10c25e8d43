import type { JSX } from 'react';
import { CreationFiche } from '../CreationFiche';
import { ChampsAction } from './ChampsAction';
import { ACTION_VIDE, erreurAction, toDonneesAction } from './saisie-action';

/** « + Créer » (guide §3): what an action needs; the rest is in the full fiche. */
export function NouvelleAction(): JSX.Element {
  return (
    <CreationFiche
      type="action"
      titre="Créer une action"
      verbe="Créer l’action"
      succes="L’action est créée."
      vide={ACTION_VIDE}
      isComplete={(saisie) => erreurAction(saisie) === null}
      toDonnees={toDonneesAction}
      cheminDe={(documentId) => `/actions/${documentId}/participants`}
    >
      {(saisie, onSaisie) => <ChampsAction saisie={saisie} onSaisie={onSaisie} />}
    </CreationFiche>
  );
}
