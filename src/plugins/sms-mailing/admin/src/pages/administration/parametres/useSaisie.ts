import { useState } from 'react';
import {
  saisieParametresSchema,
  type Parametres,
  type ParametresLus,
  type SaisieParametres,
} from '../../../../../core/parametres';
import type { Secret } from '../../../../../core/secret';
import { parseSaisie } from '../../../../../core/saisie';

type Secrets = SaisieParametres['secrets'];
type Lecture = ReturnType<typeof parseSaisie<SaisieParametres>>;
type Depart = ParametresLus['parametres'];

export interface Saisie {
  parametres: Parametres;
  secrets: Secrets;
  /** Of the settings that were read: what is typed is a change of these. */
  version: number;
  modifiee: boolean;
  /** Of a field by its path, « sms.expediteur »; set by `parse`. */
  erreur: (chemin: string) => string | undefined;
  change: (changement: Partial<Parametres>) => void;
  changeSms: (changement: Partial<Parametres['sms']>) => void;
  /** undefined: as it was. */
  changeSecret: (secret: Secret, valeur: string | null | undefined) => void;
  /** What to send, or what is wrong; each sentence is then shown at its field. */
  parse: () => Lecture;
  /** From what the base holds: what was typed is dropped. */
  restart: (lus: Depart) => void;
}

function indexErreurs(erreur: Lecture['error']): Map<string, string> {
  return new Map(erreur?.issues.map(({ path, message }) => [path.join('.'), message]));
}

function withSecret(secrets: Secrets, secret: Secret, valeur?: string | null): Secrets {
  const { [secret]: _ancien, ...autres } = secrets;
  return valeur === undefined ? autres : { ...autres, [secret]: valeur };
}

interface Plume {
  depart: Depart;
  parametres: Depart;
  secrets: Secrets;
  erreurs: Map<string, string>;
}

function start(lus: Depart): Plume {
  return { depart: lus, parametres: lus, secrets: {}, erreurs: new Map() };
}

function isModifiee({ depart, parametres, secrets }: Plume): boolean {
  return Object.keys(secrets).length > 0 || JSON.stringify(parametres) !== JSON.stringify(depart);
}

/** The settings under the pen. What someone else saves is followed until one types, then left to the server. */
export function useSaisie({ parametres: lus }: ParametresLus): Saisie {
  const [plume, setPlume] = useState(() => start(lus));
  const { depart, parametres, secrets, erreurs } = plume;
  const modifiee = isModifiee(plume);
  if (!modifiee && lus.version > depart.version) {
    setPlume(start(lus));
  }
  return {
    parametres,
    secrets,
    version: depart.version,
    modifiee,
    erreur: (chemin) => erreurs.get(chemin),
    change: (changement) => {
      setPlume((avant) => ({ ...avant, parametres: { ...avant.parametres, ...changement } }));
    },
    changeSms: (changement) => {
      setPlume((avant) => {
        const sms = { ...avant.parametres.sms, ...changement };
        return { ...avant, parametres: { ...avant.parametres, sms } };
      });
    },
    changeSecret: (secret, valeur) => {
      setPlume((avant) => ({ ...avant, secrets: withSecret(avant.secrets, secret, valeur) }));
    },
    parse: () => {
      const lu = parseSaisie(saisieParametresSchema, { ...parametres, secrets });
      setPlume((avant) => ({ ...avant, erreurs: indexErreurs(lu.error) }));
      return lu;
    },
    restart: (nouveaux) => {
      setPlume(start(nouveaux));
    },
  };
}
