import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ADRESSES_OPERATEURS } from '../../../../core/lien-secrets';
import {
  CODE_OPPOSITION,
  type SmsAEnvoyer,
  type SmsAccepte,
  type SmsSender,
} from '../../services/ports/sms';
import { parseJson } from '../../../../core/json';
import { callHttp, type Acces, type ReponseHttp } from './appel-http';
import { cleanRaison, createErreurSms, issueOfStatus, type EchecSms } from './erreur-sms';
import { admitSuiviOvh, parseSuiviOvh } from './suivi-ovh';

export interface ReglagesOvh extends Acces {
  /** sms-xx11111-1 */
  readonly compte: string;
  readonly login: string;
  readonly motDePasse: string;
  /** Declared on the account, validated by OVH in some 72 hours. */
  readonly expediteur: string;
  /** What the path of our address for delivery reports may end with; empty: none come. */
  readonly secretsSuivi: readonly string[];
  /** Another address than OVH's own, for tests. */
  readonly urlApi: string | null;
}

const OPERATEUR = 'OVHcloud';
const TAG_MAX = 20;

/** « STOP au 36111 », appended by OVH to what is not sent with noStop=1. */
const CARACTERES_STOP = 11;

const reponseSchema = z.object({
  status: z.coerce.number(),
  message: z.string().default(''),
  creditLeft: z.coerce.number().optional(),
  SmsIds: z.array(z.union([z.string(), z.number()])).default([]),
});
type ReponseOvh = z.infer<typeof reponseSchema>;

/**
 * OVHcloud by its http2sms form (docs: « Envoyer des SMS depuis une URL »), always POST: in a GET the password
 * would end in the logs of every machine on the way.
 */
export function createSmsSenderOvh(reglages: ReglagesOvh): SmsSender {
  return {
    capacites: {
      stopAjoute: true,
      caracteresStop: CARACTERES_STOP,
      partiesMax: 6,
      accuses: reglages.secretsSuivi.length > 0,
    },
    async send(sms) {
      const reponse = await callHttp(
        OPERATEUR,
        {
          url: reglages.urlApi ?? ADRESSES_OPERATEURS['ovh-http2sms'],
          methode: 'POST',
          entetes: {},
          corps: toFormulaire(reglages, sms),
        },
        reglages
      );
      return toAccepte(reponse, reglages);
    },
    admitStatus: (annonce) => admitSuiviOvh(reglages.secretsSuivi, annonce),
    parseStatus: (requete) => parseSuiviOvh(reglages.secretsSuivi, requete),
  };
}

/** OVH's own reports can be searched by it. */
function toTag(cle: string): string {
  return createHash('sha256').update(cle).digest('hex').slice(0, TAG_MAX);
}

function toFormulaire(reglages: ReglagesOvh, sms: SmsAEnvoyer): URLSearchParams {
  return new URLSearchParams({
    account: reglages.compte,
    login: reglages.login,
    password: reglages.motDePasse,
    from: reglages.expediteur,
    to: sms.vers.replace('+', '00'),
    message: sms.texte.replaceAll('\n', '\r'), // « Ajouter %0d pour effectuer un saut de ligne »
    contentType: 'text/json',
    smsCoding: sms.encodage === 'gsm7' ? '1' : '2',
    noStop: sms.but === 'suivi' ? '1' : '0',
    tag: toTag(sms.cle),
  });
}

function toAccepte(http: ReponseHttp, reglages: ReglagesOvh): SmsAccepte {
  const lu = reponseSchema.safeParse(parseJson(http.texte));
  if (!lu.success) {
    const issue =
      http.status === 200 ? 'incertain' : issueOfStatus(http.status, http.reessayerDansMs);
    throw createErreurSms(OPERATEUR, { ...http, issue, code: String(http.status) });
  }
  const { status, creditLeft, SmsIds } = lu.data;
  const [reference] = SmsIds;
  if (status < 100 || status >= 200 || reference === undefined) {
    throw createErreurSms(OPERATEUR, toEchec(lu.data, reglages));
  }
  return { reference: String(reference), credits: null, creditsRestants: creditLeft ?? null };
}

/** OVH words its refusals in the message alone. */
const DU_DESTINATAIRE =
  /\b(to|receivers?|recipients?|numbers?|destinataires?)\b|\bmessage\b.*\b(long|empty|vide)\b|(missing|invalid) message/i;
/** Said of the receiver; the same words stand in account errors, and no opposition comes of those (decision G10). */
const DESTINATAIRE_OPPOSE =
  /^\W*(the |le )?(receiver|recipient|destinataire)\b[^.]*\b(blacklist|black list|liste noire|stop)/i;
const LISTE_NOIRE = /blacklist|black list|liste noire|\bstop\b/i;

/** 201 and 202 are about one parameter; anything else (401: this machine's address) is about the account. */
function toEchec({ status, message, SmsIds }: ReponseOvh, reglages: ReglagesOvh): EchecSms {
  const { motDePasse, login, compte } = reglages;
  const raison = cleanRaison(message, [motDePasse, login, compte]);
  const code = String(status);
  if (status === 100 || status === 101) {
    return { issue: 'refuse', code, raison: SmsIds.length === 0 ? 'aucun SMS créé' : raison };
  }
  if ((status !== 201 && status !== 202) || !DU_DESTINATAIRE.test(message)) {
    return { issue: 'configuration', code, raison };
  }
  if (DESTINATAIRE_OPPOSE.test(message)) {
    return { issue: 'refuse', code: CODE_OPPOSITION, raison };
  }
  return LISTE_NOIRE.test(message)
    ? { issue: 'configuration', code, raison, portee: 'douteuse' }
    : { issue: 'refuse', code, raison };
}
