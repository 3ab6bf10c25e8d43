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
  /** Where one goes from the list, once it is made. */
  cheminDe: (documentId: string) => string;
  children: (saisie: S, onSaisie: (saisie: S) => void) => ReactNode;
}

/** « + Créer » (guide §3): a short form; the rest is in the full fiche. */
export function CreationFiche<S>(props: Props<S>): JSX.Element | null {
  const { type, titre, verbe, succes, vide, isComplete, toDonnees, cheminDe, children } = props;
  const [saisie, setSaisie] = useState<S | null>(null);
  const [create, { isLoading }] = useCreateCrmMutation();
  const run = useAction();
  const navigate = useNavigate();
  if (!useDroitCrm('create', type)) {
    return null;
  }

  async function save(ecrite: S): Promise<void> {
    const creee = await run(create({ type, data: toDonnees(ecrite) }), succes);
    if (creee !== null) {
      navigate(cheminDe(creee.documentId));
    }
  }

  return (
    <>
      <Button
        startIcon={<Plus />}
        onClick={() => {
          setSaisie(vide);
        }}
      >
        Créer
      </Button>
      {saisie === null ? null : (
        <Fenetre
          titre={titre}
          fermer="Annuler"
          onFermer={() => {
            setSaisie(null);
          }}
          action={
            <Button
              loading={isLoading}
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
