import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { JSX } from 'react';
import type { FicheAction, ParticipantDeFiche } from '../../../../../core/api/fiches';
import { useCreateCrmMutation } from '../../../api/crm';
import { relie } from '../../../api/relie';
import { RESTE } from '../../../components/reste';
import { pluralize } from '../../../components/texte';
import { isEnAttente } from '../envoi/ChoixParticipants';
import { CreationFiche } from '../CreationFiche';
import { ChampsAction } from './ChampsAction';
import {
  erreurAction,
  toDonneesAction,
  toDonneesCopie,
  toSaisieAction,
  type SaisieAction,
} from './saisie-action';

interface Saisie {
  action: SaisieAction;
  avecParticipants: boolean;
}

/** Each is enrolled anew; answers the names of those who could not be. */
function useEnroll(): (action: string, qui: readonly ParticipantDeFiche[]) => Promise<string[]> {
  const [create] = useCreateCrmMutation();
  return async (action, qui) => {
    const refuses: string[] = [];
    for (const { documentId, nom, statut } of qui) {
      const data = { action: relie(action), entrepreneur: relie(documentId), statut };
      const resultat = await create({ type: 'participation', data });
      if ('error' in resultat) {
        refuses.push(nom);
      }
    }
    return refuses;
  };
}

/** Guide §8.a « Duplication »: the same action on another day, with its participants if one wishes. */
export function DuplicationAction({ action }: { action: FicheAction }): JSX.Element {
  const enroll = useEnroll();
  const { toggleNotification } = useNotification();
  const viennent = action.participants.filter((participant) => !isEnAttente(participant));
  const vide: Saisie = {
    action: { ...toSaisieAction(action), date: '', statut: 'Planifiée' },
    avecParticipants: false,
  };

  async function follow(copie: string, { avecParticipants }: Saisie): Promise<void> {
    const refuses = avecParticipants ? await enroll(copie, viennent) : [];
    if (refuses.length > 0) {
      const message = `Pas inscrits dans la copie : ${refuses.join(', ')}. Ajoutez-les dans « Participants ».`;
      toggleNotification({ type: 'warning', message, ...RESTE });
    }
  }

  return (
    <CreationFiche
      type="action"
      titre="Dupliquer l’action"
      verbe="Créer la copie"
      succes="La copie est créée : vous y êtes."
      bouton={{ libelle: 'Dupliquer', icone: <Duplicate /> }}
      vide={vide}
      isComplete={(saisie) => erreurAction(saisie.action) === null}
      toDonnees={(saisie) => ({ ...toDonneesCopie(action), ...toDonneesAction(saisie.action) })}
      cheminDe={(documentId) => `/actions/${documentId}`}
      onCreee={follow}
    >
      {(saisie, onSaisie) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography textColor="neutral600">
            Tout est repris de cette action, sauf sa date, son statut et les messages déjà envoyés.
          </Typography>
          <ChampsAction
            saisie={saisie.action}
            onSaisie={(ecrite) => {
              onSaisie({ ...saisie, action: ecrite });
            }}
          />
          {viennent.length === 0 ? null : (
            <Checkbox
              checked={saisie.avecParticipants}
              onCheckedChange={(oui) => {
                onSaisie({ ...saisie, avecParticipants: oui === true });
              }}
            >
              {viennent.length === 1
                ? 'Y inscrire aussi son participant'
                : `Y inscrire aussi ses ${pluralize(viennent.length, 'participant')}`}
            </Checkbox>
          )}
        </Flex>
      )}
    </CreationFiche>
  );
}
