import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ResultatSoireeExecutee, Soiree } from '../../../../core/soiree';
import { useCountSoireeQuery, useRunSoireeMutation } from '../../api/soiree';
import { Confirmation } from '../../components/Confirmation';
import { OuvreFenetre } from '../../components/OuvreFenetre';
import { pluralize } from '../../components/texte';
import { useAction } from '../../components/useAction';
import { useDroits } from '../../droits';
import { aVraiesPersonnes } from './phrases';

function phraseExecutee(resultat: ResultatSoireeExecutee): string {
  const { programmes, automatiques, exclus, nonProgrammees = [] } = resultat;
  const partent = pluralize(programmes + automatiques, 'message part', 'messages partent');
  const autres = exclus === 0 ? '' : ` ; ${pluralize(exclus, 'exclu')}, dans l’historique`;
  const restes =
    nonProgrammees.length === 0
      ? ''
      : ` Des envois automatiques n’ont pas pu partir : ${nonProgrammees.join(', ')} ; vérifiez leurs critères.`;
  return `${partent}${autres}. 19h n’enverra rien deux fois.${restes}`;
}

interface FenetreProps {
  soiree: Soiree;
  onFermer: () => void;
}

function Fenetre({ soiree, onFermer }: FenetreProps): JSX.Element {
  const [runSoiree] = useRunSoireeMutation();
  const run = useAction();
  const { programmes, automatiquesCeSoir, creditsCeSoir } = soiree;
  const total = programmes + automatiquesCeSoir;
  return (
    <Confirmation
      ouverte
      titre="Exécuter l’envoi de 19h maintenant ?"
      confirmer={`Envoyer ${pluralize(total, 'message')}`}
      annuler="Ne rien envoyer"
      danger
      onConfirmer={() => run(runSoiree(undefined), phraseExecutee)}
      onFermer={onFermer}
    >
      <Typography>
        {pluralize(programmes, 'envoi programmé', 'envois programmés')} et{' '}
        {pluralize(automatiquesCeSoir, 'envoi automatique', 'envois automatiques')} partiront tout
        de suite {aVraiesPersonnes(total)}. Le soir, rien ne se répétera.
      </Typography>
      {creditsCeSoir === 0 ? null : (
        <Typography>
          {pluralize(creditsCeSoir, 'SMS sera décompté', 'SMS seront décomptés')} des packages.
        </Typography>
      )}
    </Confirmation>
  );
}

/** What is confirmed is counted when the window opens, never what was kept (decision G13). */
function Comptee({ onFermer }: Pick<FenetreProps, 'onFermer'>): JSX.Element | null {
  const { data } = useCountSoireeQuery(undefined);
  return data === undefined ? null : <Fenetre soiree={data} onFermer={onFermer} />;
}

/** The next evening, brought forward (decision E8): for who may, and only while it would leave. */
export function Executer({ soiree }: { soiree: Soiree }): JSX.Element | null {
  const { 'envois.executer-soiree': permis } = useDroits('envois.executer-soiree');
  const { programmes, automatiquesCeSoir, suspendue } = soiree;
  if (!permis || programmes + automatiquesCeSoir === 0 || suspendue !== null) {
    return null;
  }
  return (
    <OuvreFenetre libelle="Exécuter maintenant" variant="tertiary">
      {(onFermer) => <Comptee onFermer={onFermer} />}
    </OuvreFenetre>
  );
}
