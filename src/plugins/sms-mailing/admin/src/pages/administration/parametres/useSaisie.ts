import { useState } from 'react';
import {
  saisieParametresSchema,
  type Parametres,
  type ParametresLus,
  type SaisieParametres,
} from '../../../../../core/parametres';
import type { SecretSms } from '../../../../../core/compte-sms';
import { parseSaisie } from '../../../../../core/saisie';

type Secrets = SaisieParametres['secrets'];
type Lecture = ReturnType<typeof parseSaisie<SaisieParametres>>;

export interface Saisie {
  parametres: Parametres;
  secrets: Secrets;
  modifiee: boolean;
  /** Of a field by its path, « sms.expediteur »; set by `parse`. */
  erreur: (chemin: string) => string | undefined;
  change: (changement: Partial<Parametres>) => void;
  changeSms: (changement: Partial<Parametres['sms']>) => void;
  /** undefined: as it was. */
  changeSecret: (secret: SecretSms, valeur: string | null | undefined) => void;
  /** What to send, or what is wrong; each sentence is then shown at its field. */
  parse: () => Lecture;
}

function indexErreurs(erreur: Lecture['error']): Map<string, string> {
  return new Map(erreur?.issues.map(({ path, message }) => [path.join('.'), message]));
}

function withSecret(secrets: Secrets, secret: SecretSms, valeur?: string | null): Secrets {
  const { [secret]: _ancien, ...autres } = secrets;
  return valeur === undefined ? autres : { ...autres, [secret]: valeur };
}

/** The settings under the pen. */
export function useSaisie(lus: ParametresLus): Saisie {
  const [parametres, setParametres] = useState(lus.parametres);
  const [secrets, setSecrets] = useState<Secrets>({});
  const [erreurs, setErreurs] = useState(new Map<string, string>());
  return {
    parametres,
    secrets,
    modifiee:
      Object.keys(secrets).length > 0 ||
      JSON.stringify(parametres) !== JSON.stringify(lus.parametres),
    erreur: (chemin) => erreurs.get(chemin),
    change: (changement) => {
      setParametres((avant) => ({ ...avant, ...changement }));
    },
    changeSms: (changement) => {
      setParametres((avant) => ({ ...avant, sms: { ...avant.sms, ...changement } }));
    },
    changeSecret: (secret, valeur) => {
      setSecrets((avant) => withSecret(avant, secret, valeur));
    },
    parse: () => {
      const lu = parseSaisie(saisieParametresSchema, { ...parametres, secrets });
      setErreurs(indexErreurs(lu.error));
      return lu;
    },
  };
}
