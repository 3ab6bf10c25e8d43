import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCreateCrmMutation, type TypeCrm } from '../../api/crm';
import { Fenetre } from '../../components/Fenetre';
import { OuvreFenetre } from '../../components/OuvreFenetre';
import { useAction } from '../../components/useAction';
import { useDroitCrm } from './useDroitCrm';

interface Props<S> {
  type: TypeCrm;
  /** « Créer une action », « Créer l’action »: the window, its button. */
  titre: string;
  verbe: string;
  succes: string;
  vide: S;
  /** Nothing is missing. */
  isComplete: (saisie: S) => boolean;
  toDonnees: (saisie: S) => Record<string, unknown>;
  /** Where one goes, once it is made. */
  cheminDe: (documentId: string) => string;
  /** The button that opens the window: by default « + Créer ». */
  bouton?: { libelle: string; icone: ReactNode };
  /** What follows it, before one goes there. */
  onCreee?: (documentId: string, saisie: S) => Promise<void>;
  children: (saisie: S, onSaisie: (saisie: S) => void) => ReactNode;
}

interface FormulaireProps<S> {
  creation: Props<S>;
  onFermer: () => void;
}

function Formulaire<S>({ creation, onFermer }: FormulaireProps<S>): JSX.Element {
  const { type, titre, verbe, succes, vide, isComplete, toDonnees, cheminDe } = creation;
  const [saisie, setSaisie] = useState(vide);
  const [enCours, setEnCours] = useState(false);
  const [create] = useCreateCrmMutation();
  const run = useAction();
  const navigate = useNavigate();

  async function save(): Promise<void> {
    setEnCours(true);
    const creee = await run(create({ type, data: toDonnees(saisie) }), succes);
    if (creee === null) {
      setEnCours(false);
      return;
    }
    await creation.onCreee?.(creee.documentId, saisie);
    onFermer();
    navigate(cheminDe(creee.documentId));
  }

  return (
    <Fenetre
      titre={titre}
      fermer="Annuler"
      modifiee={JSON.stringify(saisie) !== JSON.stringify(vide)}
      onFermer={onFermer}
      action={
        <Button loading={enCours} disabled={!isComplete(saisie)} onClick={() => void save()}>
          {verbe}
        </Button>
      }
    >
      {creation.children(saisie, setSaisie)}
    </Fenetre>
  );
}

/** « + Créer » (guide §3), « Dupliquer » (§8.a): a short form; the rest is in the full fiche. */
export function CreationFiche<S>(props: Props<S>): JSX.Element | null {
  const { type, bouton } = props;
  if (!useDroitCrm('create', type)) {
    return null;
  }
  return (
    <OuvreFenetre
      libelle={bouton?.libelle ?? 'Créer'}
      startIcon={bouton?.icone ?? <Plus />}
      variant={bouton === undefined ? 'default' : 'tertiary'}
    >
      {(onFermer) => <Formulaire creation={props} onFermer={onFermer} />}
    </OuvreFenetre>
  );
}
