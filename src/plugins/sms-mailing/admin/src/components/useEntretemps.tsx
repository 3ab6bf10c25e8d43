import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import { phraseErreur } from '../api/api';
import { Confirmation } from './Confirmation';
import { RESTE } from './reste';

/** Asks the base again, and shows what it holds in place of what was typed. */
export type Recharger = () => PromiseLike<{ error?: unknown }>;

interface Entretemps {
  /** Takes the server's refusal. */
  onEntretemps: (phrase: string) => void;
  /** To be put on the page: closed until then. */
  question: JSX.Element;
}

/**
 * Decision G9: a save refused because someone saved meanwhile keeps what was typed on screen, until the person
 * chooses to see what is saved in its place.
 */
export function useEntretemps(onRecharger: Recharger): Entretemps {
  const [phrase, setPhrase] = useState<string | null>(null);
  const { toggleNotification } = useNotification();

  async function reload(): Promise<void> {
    const { error } = await onRecharger();
    if (error !== undefined) {
      toggleNotification({ type: 'danger', message: phraseErreur(error), ...RESTE });
    }
  }

  return {
    onEntretemps: setPhrase,
    question: (
      <Confirmation
        ouverte={phrase !== null}
        titre="Modifié entre-temps"
        confirmer="Recharger"
        annuler="Garder ma saisie"
        danger
        onConfirmer={reload}
        onFermer={() => {
          setPhrase(null);
        }}
      >
        <Typography>{phrase}</Typography>
        <Typography>
          Votre saisie est encore à l’écran : gardez-la pour recopier ce qu’il vous faut. Recharger
          la remplace par ce qui est enregistré.
        </Typography>
      </Confirmation>
    ),
  };
}
