import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCreateCrmMutation } from '../../api/crm';
import { Fenetre } from '../../components/Fenetre';
import { useAction } from '../../components/useAction';
import { useDroitCrm } from './useDroitCrm';

interface Props<S> {
  type: 'action' | 'entrepreneur';
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

/** « + Créer » (guide §3), « Dupliquer » (§8.a): a short form; the rest is in the full fiche. */
export function CreationFiche<S>(props: Props<S>): JSX.Element | null {
  const { type, titre, verbe, succes, vide, isComplete, toDonnees, cheminDe, children } = props;
  const { bouton, onCreee } = props;
  const [saisie, setSaisie] = useState<S | null>(null);
  const [enCours, setEnCours] = useState(false);
  const [create] = useCreateCrmMutation();
  const run = useAction();
  const navigate = useNavigate();
  if (!useDroitCrm('create', type)) {
    return null;
  }

  async function save(ecrite: S): Promise<void> {
    setEnCours(true);
    const creee = await run(create({ type, data: toDonnees(ecrite) }), succes);
    if (creee !== null) {
      await onCreee?.(creee.documentId, ecrite);
      setSaisie(null);
      navigate(cheminDe(creee.documentId));
    }
    setEnCours(false);
  }

  return (
    <>
      <Button
        startIcon={bouton?.icone ?? <Plus />}
        variant={bouton === undefined ? 'default' : 'tertiary'}
        onClick={() => {
          setSaisie(vide);
        }}
      >
        {bouton?.libelle ?? 'Créer'}
      </Button>
      {saisie === null ? null : (
        <Fenetre
          titre={titre}
          fermer="Annuler"
          modifiee={JSON.stringify(saisie) !== JSON.stringify(vide)}
          onFermer={() => {
            setSaisie(null);
          }}
          action={
            <Button
              loading={enCours}
              disabled={!isComplete(saisie)}
              onClick={() => void save(saisie)}
            >
              {verbe}
            </Button>
          }
        >
          {children(saisie, setSaisie)}
        </Fenetre>
      )}
    </>
  );
}
