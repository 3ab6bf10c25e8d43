import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { ResultatSoireeExecutee, Soiree as EtatSoiree } from '../../../core/soiree';
import { useDescribeSoireeQuery, useRunSoireeMutation } from '../api/soiree';
import { Confirmation } from '../components/Confirmation';
import { Requete } from '../components/Requete';
import { pluralize } from '../components/texte';
import { useAction } from '../components/useAction';
import { useDroits } from '../droits';
import { AlertesSoiree } from './AlertesSoiree';
import { DetailSoiree } from './DetailSoiree';

/** « 93 messages, 2 SMS décomptés. » */
function phraseTotal({ programmes, automatiquesCeSoir, creditsCeSoir }: EtatSoiree): string {
  const messages = pluralize(programmes + automatiquesCeSoir, 'message');
  return creditsCeSoir === 0
    ? `${messages}.`
    : `${messages}, ${pluralize(creditsCeSoir, 'SMS décompté', 'SMS décomptés')}.`;
}

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

function Executer({ soiree }: { soiree: EtatSoiree }): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  const [runSoiree] = useRunSoireeMutation();
  const run = useAction();
  const { programmes, automatiquesCeSoir, creditsCeSoir } = soiree;
  return (
    <Flex>
      <Button
        variant="tertiary"
        onClick={() => {
          setOuverte(true);
        }}
      >
        Exécuter l’envoi de 19h maintenant
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre="Exécuter l’envoi de 19h maintenant ?"
        confirmer={`Envoyer ${pluralize(programmes + automatiquesCeSoir, 'message')}`}
        onConfirmer={() => run(runSoiree(undefined), phraseExecutee)}
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          {pluralize(programmes, 'envoi programmé', 'envois programmés')} et{' '}
          {pluralize(automatiquesCeSoir, 'envoi automatique', 'envois automatiques')} partiront tout
          de suite, à de vraies personnes. Le soir, rien ne se répétera.
        </Typography>
        {creditsCeSoir === 0 ? null : (
          <Typography>
            {pluralize(creditsCeSoir, 'SMS sera décompté', 'SMS seront décomptés')} des packages.
          </Typography>
        )}
      </Confirmation>
    </Flex>
  );
}

const RIEN = 'Rien n’est programmé pour le prochain envoi.';
const TOUT_RETENU = 'Rien ne partira au prochain envoi : tout ce qui est programmé est retenu.';

/** « Partira ce soir à 19h00 : 93 messages, 2 SMS décomptés. » */
function phraseSoiree(soiree: EtatSoiree): string {
  const { programmes, automatiquesCeSoir, phrase, retenus } = soiree;
  if (programmes + automatiquesCeSoir > 0) {
    return `${phrase} : ${phraseTotal(soiree)}`;
  }
  return Object.values(retenus).some((nombre) => nombre > 0) ? TOUT_RETENU : RIEN;
}

function Contenu({ soiree }: { soiree: EtatSoiree }): JSX.Element {
  const { 'envois.executer-soiree': peutExecuter } = useDroits('envois.executer-soiree');
  const { programmes, automatiquesCeSoir } = soiree;
  const vide = programmes + automatiquesCeSoir === 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <AlertesSoiree soiree={soiree} />
      <Typography fontWeight="semiBold">{phraseSoiree(soiree)}</Typography>
      <DetailSoiree lignes={soiree.lignes} exclus={soiree.exclus} />
      {peutExecuter && !vide ? <Executer soiree={soiree} /> : null}
    </Flex>
  );
}

/** The panel opens on the evening's work: what leaves at 19h, and what only a human can decide. */
export default function Soiree(): JSX.Element {
  return (
    <Requete de={useDescribeSoireeQuery(undefined)}>
      {(soiree) => <Contenu soiree={soiree} />}
    </Requete>
  );
}
