import { TransportError } from '../../../../core/errors';
import type { Passerelle } from '../../../../core/passerelle-sms';
import type { SmsSender, SoldeSms } from '../../services/ports/sms';
import { parseJson } from '../../../../core/json';
import { callHttp, type Acces } from './appel-http';
import { readChemin } from './chemin-json';
import { createErreurSms, issueOfStatus } from './erreur-sms';
import { buildAppel, toValeurs, type CompteDePasserelle } from './passerelle-appel';
import { OPERATEUR, readReponse } from './passerelle-reponse';
import { admitSuiviPasserelle, parseSuiviPasserelle } from './suivi-passerelle';

export interface ReglagesPasserelle extends CompteDePasserelle, Acces {
  readonly passerelle: Passerelle;
  readonly secretsSuivi: readonly string[];
}

/** Any gateway spoken to by one HTTP request per SMS, as its settings describe it (core/passerelle-sms.ts). */
export function createSmsSenderPasserelle(reglages: ReglagesPasserelle): SmsSender {
  const { passerelle, motDePasse } = reglages;
  return {
    capacites: {
      stopAjoute: passerelle.caracteresStop > 0,
      caracteresStop: passerelle.caracteresStop,
      partiesMax: 6,
      accuses: passerelle.suivi !== null && reglages.urlSuivi !== null,
    },
    async send(sms) {
      const contenu = { format: passerelle.corps, gabarit: passerelle.gabarit };
      const appel = buildAppel(passerelle, contenu, toValeurs(reglages, passerelle, sms));
      const reponse = await callHttp(OPERATEUR, appel, reglages);
      return readReponse(passerelle, reponse, { cle: sms.cle, secrets: [motDePasse] });
    },
    admitStatus: (annonce) => admitSuiviPasserelle(reglages.secretsSuivi, annonce),
    parseStatus: (requete) =>
      parseSuiviPasserelle(passerelle.suivi, reglages.secretsSuivi, requete),
    ...(passerelle.solde === null ? {} : { balance: () => readSolde(reglages, passerelle.solde) }),
  };
}

/** A question sends nothing: without an answer it can only be asked again. */
async function readSolde(
  reglages: ReglagesPasserelle,
  solde: Passerelle['solde']
): Promise<SoldeSms | null> {
  if (solde === null) return null;
  const contenu = { format: 'formulaire', gabarit: '' } as const;
  const appel = buildAppel(solde, contenu, toValeurs(reglages, reglages.passerelle, null));
  const { status, texte } = await callHttp(OPERATEUR, appel, reglages).catch(toReprise);
  if (status < 200 || status >= 300) {
    const issue = issueOfStatus(status);
    throw createErreurSms(OPERATEUR, {
      issue: issue === 'incertain' ? 'reessayer' : issue,
      code: String(status),
    });
  }
  const montant = Number(readChemin(parseJson(texte), solde.chemin) || Number.NaN);
  return Number.isFinite(montant) ? { montant, unite: solde.unite } : null;
}

function toReprise(erreur: unknown): never {
  if (erreur instanceof TransportError && erreur.issue === 'configuration') {
    throw erreur;
  }
  const code = erreur instanceof TransportError ? erreur.code : null;
  throw createErreurSms(OPERATEUR, { issue: 'reessayer', code: code ?? 'reseau' });
}
