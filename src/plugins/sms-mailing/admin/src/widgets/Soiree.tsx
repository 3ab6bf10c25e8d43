import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { Soiree as EtatSoiree } from '../../../core/soiree';
import { useDescribeSoireeQuery, useRunSoireeMutation } from '../api/soiree';
import { Confirmation } from '../components/Confirmation';
import { Requete } from '../components/Requete';
import { pluralize } from '../components/texte';
import { useAction } from '../components/useAction';
import { useDroits } from '../droits';

function Compte({ nombre, quoi }: { nombre: number; quoi: string }): JSX.Element {
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography variant="alpha">{nombre.toLocaleString('fr-FR')}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {quoi}
      </Typography>
    </Flex>
  );
}

function Contenu({ soiree }: { soiree: EtatSoiree }): JSX.Element {
  const { 'envois.executer-soiree': peutExecuter } = useDroits('envois.executer-soiree');
  const [ouverte, setOuverte] = useState(false);
  const [runSoiree] = useRunSoireeMutation();
  const run = useAction();
  const { parType, programmes, automatiquesCeSoir, incertains, phrase } = soiree;
  const total = programmes + automatiquesCeSoir;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography fontWeight="semiBold">
        {total === 0 ? 'Rien n’est programmé pour le prochain envoi.' : phrase}
      </Typography>
      <Flex gap={6} wrap="wrap">
        <Compte nombre={parType.email} quoi="e-mails programmés" />
        <Compte nombre={parType.newsletter} quoi="newsletters programmées" />
        <Compte nombre={parType.sms} quoi="SMS programmés" />
        <Compte nombre={automatiquesCeSoir} quoi="envois automatiques" />
      </Flex>
      {incertains > 0 ? (
        <Typography textColor="danger600">
          {pluralize(incertains, 'envoi incertain', 'envois incertains')} : peut-être partis, à
          décider.
        </Typography>
      ) : null}
      {peutExecuter && total > 0 ? (
        <Flex>
          <Button
            variant="tertiary"
            onClick={() => {
              setOuverte(true);
            }}
          >
            Exécuter l’envoi de 19h maintenant
          </Button>
        </Flex>
      ) : null}
      <Confirmation
        ouverte={ouverte}
        titre="Exécuter l’envoi de 19h maintenant ?"
        confirmer={`Envoyer à ${pluralize(total, 'destinataire')}`}
        onConfirmer={() =>
          run(runSoiree(undefined), 'Les envois partent ; 19h n’enverra rien deux fois.')
        }
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          {pluralize(programmes, 'envoi programmé', 'envois programmés')} et{' '}
          {pluralize(automatiquesCeSoir, 'envoi automatique', 'envois automatiques')} partiront tout
          de suite, à de vraies personnes. Le soir, rien ne se répétera.
        </Typography>
      </Confirmation>
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
