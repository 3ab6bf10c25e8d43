import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX } from 'react';
import {
  LIBELLES_PORTEE,
  RAISONS_OPPOSITION,
  type GesteOpposition,
  type Portee,
} from '../../../core/api/oppositions';
import { useOpposeMutation } from '../api/oppositions';
import { ChampTexte } from '../components/ChampTexte';
import { Fenetre } from '../components/Fenetre';
import { OuvreFenetre } from '../components/OuvreFenetre';
import { useAction } from '../components/useAction';
import { ChoixGeste } from './ChoixGeste';
import { phraseOpposition } from './phrases';

type Raison = 'demande_orale' | 'demande_ecrite';
const RAISONS: Readonly<Record<Raison, string>> = {
  demande_orale: RAISONS_OPPOSITION.demande_orale,
  demande_ecrite: RAISONS_OPPOSITION.demande_ecrite,
};

interface Props {
  /** The person of the page; null: an address is typed. */
  personne: Exclude<GesteOpposition['cible'], { adresse: string }> | null;
}

function Formulaire({ personne, onFermer }: Props & { onFermer: () => void }): JSX.Element {
  const [adresse, setAdresse] = useState('');
  const [portee, setPortee] = useState<Portee | ''>('');
  const [raison, setRaison] = useState<Raison | ''>('');
  const [oppose, { isLoading }] = useOpposeMutation();
  const run = useAction();
  const complete = portee !== '' && raison !== '' && (personne !== null || adresse.trim() !== '');

  async function save(): Promise<void> {
    if (portee === '' || raison === '') {
      return;
    }
    const cible = personne ?? { adresse };
    if ((await run(oppose({ cible, portee, raison }), phraseOpposition)) !== null) {
      onFermer();
    }
  }

  return (
    <Fenetre
      titre="Enregistrer une opposition"
      fermer="Annuler"
      modifiee={adresse !== '' || portee !== '' || raison !== ''}
      action={
        <Button loading={isLoading} disabled={!complete} onClick={() => void save()}>
          Enregistrer l’opposition
        </Button>
      }
      onFermer={onFermer}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>
          {personne === null
            ? 'Rien ne partira plus vers cette adresse ou ce numéro, ni vers les personnes qui le portent.'
            : 'Rien ne partira plus vers cette personne, à ses adresses d’aujourd’hui comme à celles qui suivront.'}
        </Typography>
        {personne === null ? (
          <ChampTexte
            nom="adresse"
            libelle="E-mail ou numéro de téléphone"
            valeur={adresse}
            onValeur={setAdresse}
          />
        ) : null}
        <ChoixGeste
          nom="portee"
          libelle="Ce que la personne ne veut plus"
          choix={LIBELLES_PORTEE}
          valeur={portee}
          onValeur={setPortee}
        />
        <ChoixGeste
          nom="raison"
          libelle="Comment elle l’a demandé"
          choix={RAISONS}
          valeur={raison}
          onValeur={setRaison}
        />
      </Flex>
    </Fenetre>
  );
}

/** Said to a colleague rather than clicked: it holds at once. */
export function AjoutOpposition({ personne }: Props): JSX.Element {
  return (
    <OuvreFenetre libelle="Enregistrer une opposition" variant="secondary" startIcon={<Plus />}>
      {(onFermer) => <Formulaire personne={personne} onFermer={onFermer} />}
    </OuvreFenetre>
  );
}
