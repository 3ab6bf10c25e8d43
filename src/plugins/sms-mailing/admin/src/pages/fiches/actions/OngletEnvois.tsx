import { Flex } from '@strapi/design-system';
import type { JSX } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import type { FicheAction } from '../../../../../core/api/fiches';
import { useDroits } from '../../../droits';
import { cochesDeDepart } from '../envoi/ChoixParticipants';
import { EnvoiDepuisFiche } from '../envoi/EnvoiDepuisFiche';
import { HistoriqueAction } from '../envoi/HistoriqueAction';
import { LiensGuide } from '../LiensGuide';

interface Props {
  action: FicheAction;
  tout: boolean;
  onTout: (tout: boolean) => void;
}

/** Whom to write to, and the modèle proposed: what a change of the action, or who joined late, leads to. */
interface EtatPrevenir {
  personnes?: readonly string[];
  modele?: string;
}

/** Guide §8.b and §8.c, onglet « Email / Newsletter / SMS ». */
export function OngletEnvois({ action, tout, onTout }: Props): JSX.Element {
  const { state } = useLocation() as { state: EtatPrevenir | null };
  const [params] = useSearchParams();
  const droits = useDroits('fiches.consulter-historique');
  const { documentId, participants, modeles, annulee } = action;
  const anciens = participants.filter(({ anciens: dits }) => dits.length > 0);
  const depart =
    state?.personnes ??
    (params.get('a-prevenir') === 'oui'
      ? anciens.map((p) => p.documentId)
      : cochesDeDepart(participants));
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <LiensGuide />
      <EnvoiDepuisFiche
        key={`${documentId}-${params.get('a-prevenir') ?? ''}-${params.get('a-envoyer') ?? ''}`}
        fiche={{ genre: 'action', documentId }}
        modeles={modeles}
        tout={tout}
        onTout={onTout}
        personnes={participants}
        participants={participants}
        depart={depart}
        modelesDeDepart={state?.modele === undefined ? [] : [state.modele]}
        annulee={annulee}
        phraseDepart="L’envoi est immédiat au clic."
      />
      {droits['fiches.consulter-historique'] ? <HistoriqueAction action={documentId} /> : null}
    </Flex>
  );
}
