import { passerelleSchema } from '../../core/passerelle-sms';
import {
  createSmsSenderPasserelle,
  type ReglagesPasserelle,
} from '../../server/src/adapters/sms/http-generic';
import { createReseau, type Reseau } from '../../server/src/adapters/reseau/reseau';
import type { SmsAEnvoyer, SmsSender } from '../../server/src/services/ports/sms';
import { startServeurHttp, type ReponseServie, type ServeurHttp } from '../fakes/serveur-http';

/** Beyond any answer of a server in this process. */
export const DELAI_MS = 60_000;
export const MOT_DE_PASSE = 'cle-tres-secrete';
export const SUIVI = 'https://bge.example/api/sms-mailing/suivi/http-generic/secret';
export const SMS: SmsAEnvoyer = {
  vers: '+33612345678',
  texte: 'À demain, 9h & « café »',
  encodage: 'gsm7',
  but: 'promotion',
  cle: 'campagne:4/e:7',
};

/** Opens this server of the machine, and nothing else of it. */
export const reseauVers = (url: string): Reseau => createReseau([new URL(url).host]);

/** As if it answered from the Internet. */
const reseauPublic = (url: string): Reseau => ({
  ...reseauVers(url),
  isPublique: () => true,
});

/** A gateway of these settings, answered by a real server in its place. */
export interface BancPasserelle {
  open: (
    saisie: object,
    reponse: ReponseServie,
    reglages?: Partial<ReglagesPasserelle> & { publique?: boolean }
  ) => Promise<SmsSender>;
  serveur: () => ServeurHttp;
  close: () => Promise<void>;
}

export function createBancPasserelle(): BancPasserelle {
  let serveur: ServeurHttp | null = null;
  return {
    async open(saisie, reponse, { publique = false, ...reglages } = {}) {
      serveur = await startServeurHttp(() => reponse);
      const { url: _url, ...reste } = saisie as { url?: string };
      return createSmsSenderPasserelle({
        passerelle: passerelleSchema.parse({ ...reste, url: `${serveur.url}/sms` }),
        compte: 'compte-7',
        login: 'bge',
        motDePasse: MOT_DE_PASSE,
        expediteur: 'BGE',
        urlSuivi: SUIVI,
        secretsSuivi: ['secret'],
        reseau: publique ? reseauPublic(serveur.url) : reseauVers(serveur.url),
        delaiMs: DELAI_MS,
        ...reglages,
      });
    },
    serveur() {
      if (serveur === null) {
        throw new Error('La passerelle n’est pas ouverte.');
      }
      return serveur;
    },
    async close() {
      await serveur?.close();
      serveur = null;
    },
  };
}

export const createReport = (textes: Record<string, string>, secret = 'secret') => ({
  methode: 'POST',
  url: SUIVI,
  entetes: {},
  parametres: {},
  corps: textes,
  secret,
});
