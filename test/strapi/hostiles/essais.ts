import type { ParametresLus } from '../../../src/plugins/sms-mailing/core/parametres';
import type { BaseDuGuide } from '../base-du-guide';
import { environnementOvh } from '../environnement-ovh';
import { send, type Reponse } from './envoi';
import { adresseOf, type ExempleModule } from './exemples/exemple';
import { EXEMPLES_PANNEAU } from './exemples/panneau';
import { PUBLIQUES } from './exemples/publiques';
import type { Reperes } from './reperes';
import { createPreparation } from './version';

/** Under which every route of the module has something to answer. */
export const ENV_DES_ESSAIS = {
  ...environnementOvh('http://127.0.0.1:9'),
  PUBLIC_URL: 'https://sms.bge.test',
};

/** One route, and a request that it understands. */
export interface Essai {
  methode: string;
  /** As it is mounted. */
  route: string;
  exemple: ExempleModule;
}

export const listEssaisPanneau = (reperes: Reperes): Essai[] =>
  Object.entries(EXEMPLES_PANNEAU).map(([cle, exempleOf]) => {
    const [methode = '', chemin = ''] = cle.split(' ');
    return { methode, route: `/sms-mailing${chemin}`, exemple: exempleOf(reperes) };
  });

/** `secret`: of the address that the operator was given. */
export const listEssaisPublics = (reperes: Reperes, secret: string): Essai[] =>
  Object.entries(PUBLIQUES).map(([cle, exempleOf]) => {
    const [methode = '', route = ''] = cle.split(' ');
    return { methode, route, exemple: exempleOf({ ...reperes, secret }) };
  });

export async function readSecret(base: BaseDuGuide): Promise<string> {
  const { data } = await base.ask<ParametresLus>('get', '/parametres');
  return data.urlSuivi?.split('/').at(-1) ?? '';
}

/** The example as it is, under the version that the base has now. */
export async function sendExemple(
  base: BaseDuGuide,
  { methode, route, exemple }: Essai,
  jeton: string | null
): Promise<Reponse> {
  const { body } = exemple;
  const corps =
    body === undefined
      ? undefined
      : await createPreparation(base, exemple).prepare(JSON.stringify(body));
  return send(base.app, methode, { chemin: adresseOf(route, exemple), corps }, jeton);
}
