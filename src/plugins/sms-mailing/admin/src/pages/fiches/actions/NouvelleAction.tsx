import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCreateCrmMutation } from '../../../api/crm';
import { Fenetre } from '../../../components/Fenetre';
import { useAction } from '../../../components/useAction';
import { useDroitCrm } from '../useDroitCrm';
import { ChampsAction } from './ChampsAction';
import { ACTION_VIDE, erreurAction, toDonneesAction, type SaisieAction } from './saisie-action';

/** « + Créer » (guide §3): what an action needs; the rest is in the full fiche. */
export function NouvelleAction(): JSX.Element | null {
  const [saisie, setSaisie] = useState<SaisieAction | null>(null);
  const [create, { isLoading }] = useCreateCrmMutation();
  const run = useAction();
  const navigate = useNavigate();
  if (!useDroitCrm('create', 'action')) {
    return null;
  }

  async function save(ecrite: SaisieAction): Promise<void> {
    const creee = await run(
      create({ type: 'action', data: toDonneesAction(ecrite) }),
      'L’action est créée.'
    );
    if (creee !== null) {
      navigate(creee.documentId);
    }
  }

  return (
    <>
      <Button
        startIcon={<Plus />}
        onClick={() => {
          setSaisie(ACTION_VIDE);
        }}
      >
        Créer
      </Button>
      {saisie === null ? null : (
        <Fenetre
          titre="Créer une action"
          fermer="Annuler"
          onFermer={() => {
            setSaisie(null);
          }}
          action={
            <Button
              loading={isLoading}
              disabled={erreurAction(saisie) !== null}
              onClick={() => void save(saisie)}
            >
              Créer l’action
            </Button>
          }
        >
          <ChampsAction saisie={saisie} onSaisie={setSaisie} />
        </Fenetre>
      )}
    </>
  );
}
