import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { ChampTexte } from '../../../components/ChampTexte';
import type { EtatSecret } from '../../../../../core/verification';

interface Props {
  libelle: string;
  aide: string;
  requis: boolean;
  etat: EtatSecret;
  /** undefined: not touched; null: to be erased. */
  valeur: string | null | undefined;
  onValeur: (valeur: string | null | undefined) => void;
}

const PHRASES: Readonly<Record<EtatSecret, string>> = {
  renseigne: 'Renseigné, chiffré.',
  absent: 'Absent.',
  illisible: 'À saisir de nouveau : la clé de l’installation a changé.',
  a_ressaisir: 'À saisir de nouveau : le compte ou l’adresse du serveur a changé.',
};

/** A secret that only goes in: one replaces or erases it, nobody reads it. */
export function ChampSecret(props: Props): JSX.Element {
  const { libelle, aide, requis, etat, valeur, onValeur } = props;
  const [remplace, setRemplace] = useState(false);
  if (remplace || etat === 'absent') {
    return (
      <ChampTexte
        nom={libelle}
        libelle={libelle}
        aide={aide}
        requis={requis}
        type="password"
        valeur={valeur ?? ''}
        onValeur={(saisi) => {
          onValeur(saisi === '' ? undefined : saisi);
        }}
      />
    );
  }
  return (
    <Field.Root name={libelle} required={requis}>
      <Field.Label>{libelle}</Field.Label>
      <Flex gap={3}>
        <Typography>{valeur === null ? 'Sera effacé.' : PHRASES[etat]}</Typography>
        {valeur === null ? (
          <Button
            variant="tertiary"
            onClick={() => {
              onValeur(undefined);
            }}
          >
            Le garder
          </Button>
        ) : (
          <>
            <Button
              variant="tertiary"
              onClick={() => {
                setRemplace(true);
              }}
            >
              Remplacer
            </Button>
            <Button
              variant="danger-light"
              onClick={() => {
                onValeur(null);
              }}
            >
              Effacer
            </Button>
          </>
        )}
      </Flex>
    </Field.Root>
  );
}
