import { Button, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { ResultatSoireeExecutee, Soiree } from '../../../../core/soiree';
import { useRunSoireeMutation } from '../../api/soiree';
import { Confirmation } from '../../components/Confirmation';
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

/** The next evening, brought forward (decision E8): for who may, and only while it would leave. */
export function Executer({ soiree }: { soiree: Soiree }): JSX.Element | null {
  const { 'envois.executer-soiree': permis } = useDroits('envois.executer-soiree');
  const [ouverte, setOuverte] = useState(false);
  const [runSoiree] = useRunSoireeMutation();
  const run = useAction();
  const { programmes, automatiquesCeSoir, creditsCeSoir, suspendue } = soiree;
  const total = programmes + automatiquesCeSoir;
  if (!permis || total === 0 || suspendue !== null) {
    return null;
  }
  return (
    <>
      <Button
        variant="tertiary"
        onClick={() => {
          setOuverte(true);
        }}
      >
        Exécuter maintenant
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre="Exécuter l’envoi de 19h maintenant ?"
        confirmer={`Envoyer ${pluralize(total, 'message')}`}
        annuler="Ne rien envoyer"
        danger
        onConfirmer={() => run(runSoiree(undefined), phraseExecutee)}
        onFermer={() => {
          setOuverte(false);
        }}
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
    </>
  );
}
