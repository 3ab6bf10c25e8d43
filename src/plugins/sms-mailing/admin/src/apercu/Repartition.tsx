import { Button, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { RepartitionSms } from '../../../core/api/modeles';
import type { Modele } from '../../../core/modele';
import type { TypeDestinataire } from '../../../core/vocabulaire';
import { useMeasureSmsMutation } from '../api/apercu';
import { phraseErreur } from '../api/api';
import { Barre } from '../components/Barre';
import { pluralize } from '../components/texte';

interface Props {
  modele: Modele;
  typeDestinataire: TypeDestinataire;
}

function Mesure({ repartition }: { repartition: RepartitionSms }): JSX.Element {
  const { mesures, echantillon, parCredits, credits, tropLongs } = repartition;
  if (mesures === 0) {
    return <Typography variant="pi">Personne ne peut recevoir ce SMS pour l’instant.</Typography>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="status">
      <Typography variant="pi" textColor="neutral600">
        Sur {pluralize(mesures, 'personne')} joignables par SMS
        {echantillon ? ' (un échantillon)' : ''} : {pluralize(credits, 'SMS', 'SMS')} en tout.
      </Typography>
      {parCredits.map(({ credits: cout, personnes }) => (
        <Flex key={cout} direction="column" alignItems="stretch" gap={1}>
          <Flex justifyContent="space-between" gap={3}>
            <Typography variant="pi">{pluralize(cout, 'SMS', 'SMS')}</Typography>
            <Typography variant="pi">{pluralize(personnes, 'personne')}</Typography>
          </Flex>
          <Barre
            hauteur="0.6rem"
            libelle={`Part des personnes à ${pluralize(cout, 'SMS', 'SMS')}`}
            part={personnes / mesures}
            alerte={false}
          />
        </Flex>
      ))}
      {tropLongs === 0 ? null : (
        <Typography variant="pi" textColor="danger600">
          {pluralize(tropLongs, 'personne')} ne recevrait rien : plus de 6 SMS pour elle.
        </Typography>
      )}
    </Flex>
  );
}

/** What the SMS would cost on real people, whose names are long or short. */
export function Repartition({ modele, typeDestinataire }: Props): JSX.Element {
  const [measure, { data, error, isLoading }] = useMeasureSmsMutation();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Button
        size="S"
        variant="tertiary"
        loading={isLoading}
        onClick={() => void measure({ modele, typeDestinataire })}
      >
        Mesurer le coût sur les vrais destinataires
      </Button>
      {error === undefined ? null : (
        <Typography variant="pi" textColor="danger600" role="alert">
          {phraseErreur(error)}
        </Typography>
      )}
      {data === undefined ? null : <Mesure repartition={data} />}
    </Flex>
  );
}
