import { Button, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { AdresseACorriger } from '../../../../../core/api/adresses';
import { useRetablirAdresseMutation } from '../../../api/adresses';
import { Confirmation } from '../../../components/Confirmation';
import { useAction } from '../../../components/useAction';
import { useDroits } from '../../../droits';
import { useDroitCrm } from '../../fiches/useDroitCrm';
import { FAMILLES } from '../../fiches/personnes/familles';
import { Correction } from './Correction';

type Props = Readonly<{ ligne: AdresseACorriger }>;

/** A full mailbox is emptied, a server is repaired: nothing needs to be typed. */
function Retablissement({ ligne }: Props): JSX.Element | null {
  const [ouverte, setOuverte] = useState(false);
  const [retablir] = useRetablirAdresseMutation();
  const run = useAction();
  const { adresse, typeDestinataire, documentId } = ligne;
  if (adresse === null) {
    return null;
  }
  return (
    <>
      <Button
        variant="tertiary"
        size="S"
        onClick={() => {
          setOuverte(true);
        }}
      >
        Elle fonctionne
      </Button>
      <Confirmation
        ouverte={ouverte}
        titre="Écrire de nouveau à cette adresse ?"
        confirmer="Écrire de nouveau"
        onConfirmer={async () => {
          await run(
            retablir({ typeDestinataire, documentId, adresse }),
            'Les prochains messages repartiront à cette adresse.'
          );
        }}
        onFermer={() => {
          setOuverte(false);
        }}
      >
        <Typography>
          {ligne.nom} vous a dit que {adresse} fonctionne de nouveau. Si un message en revient
          encore, elle reviendra dans cette liste.
        </Typography>
      </Confirmation>
    </>
  );
}

/** What may be done about one address, by who may do it. */
export function ActionsAdresse({ ligne }: Props): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  const peutEcrire = useDroitCrm('update', FAMILLES[ligne.typeDestinataire].coordonnees);
  const peutRetablir = useDroits('oppositions.gerer-oppositions')['oppositions.gerer-oppositions'];
  return (
    <>
      {ligne.defaut === 'revenue' && peutRetablir ? <Retablissement ligne={ligne} /> : null}
      {peutEcrire ? (
        <Button
          variant="secondary"
          size="S"
          aria-label={`Corriger l’adresse de ${ligne.nom}`}
          onClick={() => {
            setOuverte(true);
          }}
        >
          Corriger
        </Button>
      ) : null}
      {ouverte ? (
        <Correction
          ligne={ligne}
          onFermer={() => {
            setOuverte(false);
          }}
        />
      ) : null}
    </>
  );
}
