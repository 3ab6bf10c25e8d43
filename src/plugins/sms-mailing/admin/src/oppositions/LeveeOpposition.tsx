import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import {
  LIBELLES_PORTEE,
  RAISONS_OPPOSITION,
  type GesteOpposition,
  type Portee,
} from '../../../core/api/oppositions';
import { useLiftOppositionMutation } from '../api/oppositions';
import { ChampTexte } from '../components/ChampTexte';
import { Fenetre } from '../components/Fenetre';
import { OuvreFenetre } from '../components/OuvreFenetre';
import { useAction } from '../components/useAction';
import { ChoixGeste } from './ChoixGeste';
import { phraseLevee } from './phrases';

type Raison = 'nouvel_accord' | 'erreur_de_saisie';
const RAISONS: Readonly<Record<Raison, string>> = {
  nouvel_accord: RAISONS_OPPOSITION.nouvel_accord,
  erreur_de_saisie: RAISONS_OPPOSITION.erreur_de_saisie,
};

interface Props {
  /** Of whom, for the title: a name, an address. */
  nom: string;
  cible: GesteOpposition['cible'];
  portee: Portee;
}

function Formulaire({ nom, cible, portee, onFermer }: Props & { onFermer: () => void }) {
  const [raison, setRaison] = useState<Raison | ''>('');
  const [preuve, setPreuve] = useState('');
  const [lift, { isLoading }] = useLiftOppositionMutation();
  const run = useAction();
  const accord = raison === 'nouvel_accord';

  async function save(): Promise<void> {
    if (raison === '') {
      return;
    }
    const geste = { cible, portee, raison, preuve: accord ? preuve : '' };
    if ((await run(lift(geste), phraseLevee)) !== null) {
      onFermer();
    }
  }

  return (
    <Fenetre
      titre={`Lever l’opposition de ${nom}`}
      fermer="Annuler"
      modifiee={raison !== ''}
      action={
        <Button
          variant="danger"
          loading={isLoading}
          disabled={raison === '' || (accord && preuve.trim() === '')}
          onClick={() => void save()}
        >
          Lever l’opposition
        </Button>
      }
      onFermer={onFermer}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>
          {LIBELLES_PORTEE[portee]} : les messages partiront de nouveau. La levée reste dans le
          journal, avec votre nom. Si la personne a répondu STOP à un SMS, l’opérateur peut
          continuer à la refuser.
        </Typography>
        <ChoixGeste
          nom="raison"
          libelle="Pourquoi"
          choix={RAISONS}
          valeur={raison}
          onValeur={setRaison}
        />
        {accord ? (
          <ChampTexte
            nom="preuve"
            libelle="Où se trouve ce nouvel accord"
            indice="Par exemple : e-mail du 3 mars, bulletin signé le 12."
            valeur={preuve}
            onValeur={setPreuve}
          />
        ) : null}
      </Flex>
    </Fenetre>
  );
}

/** An act with its reason; a new agreement says where it is. */
export function LeveeOpposition(props: Props): JSX.Element {
  return (
    <OuvreFenetre libelle="Lever" variant="tertiary" size="S">
      {(onFermer) => <Formulaire {...props} onFermer={onFermer} />}
    </OuvreFenetre>
  );
}
