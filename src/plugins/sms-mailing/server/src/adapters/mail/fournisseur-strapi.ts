import { foldLigne } from '../../../../core/clean-saisie';
import { TransportError } from '../../../../core/errors';
import type { IssueTransport } from '../../../../core/errors';
import type { AdresseMail, MailSender, MessagePret } from '../../services/ports/mail';
import { classifyErreurSmtp, readEchec } from './erreur-smtp';

/** The `send` of Strapi's e-mail provider. */
export type SendStrapi = (options: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** System calls that come before anything is sent. */
const AVANT_ENVOI = new Set(['connect', 'getaddrinfo']);

/**
 * For providers other than nodemailer (HTTP services…): same port, through Strapi's e-mail plugin. Such a
 * provider cannot say whether a message left, so that a failure without an answer is `incertain`.
 */
export function createMailSenderStrapi(send: SendStrapi): MailSender {
  const envois = new Set<Promise<unknown>>();
  return {
    async send(message) {
      const depart = send(toOptions(message));
      envois.add(depart);
      try {
        await depart;
        return { reference: message.messageId };
      } catch (erreur) {
        throw classifyErreurFournisseur(erreur);
      } finally {
        envois.delete(depart);
      }
    },
    async close() {
      await Promise.allSettled(envois);
    },
  };
}

function toOptions({ parties, messageId, enveloppe }: MessagePret): Record<string, unknown> {
  return {
    from: toMailbox(parties.expediteur),
    to: toMailbox(parties.destinataire),
    ...(parties.repondreA === null ? {} : { replyTo: toMailbox(parties.repondreA) }),
    subject: foldLigne(parties.objet),
    html: parties.html,
    text: parties.texte, // without it Strapi's provider sends the HTML as text
    headers: parties.entetes,
    messageId,
    envelope: { from: enveloppe.de, to: enveloppe.vers },
    attachments: parties.piecesJointes.map((piece) => ({
      filename: piece.nom,
      content: Buffer.from(piece.contenu),
      contentType: piece.typeMime,
      ...(piece.cid === null ? {} : { cid: piece.cid }),
    })),
  };
}

/** An object, never « Nom <adresse> »: a name cannot bring a second recipient. */
function toMailbox({ nom, adresse }: AdresseMail): { name: string; address: string } {
  return { name: foldLigne(nom), address: adresse };
}

function classifyErreurFournisseur(erreur: unknown): TransportError {
  const echec = readEchec(erreur);
  if (
    echec.codeReponse !== 0 ||
    /^E(AUTH|NOAUTH|ENVELOPE|DNS)$/.test(echec.code) ||
    isAvantEnvoi(erreur)
  ) {
    return classifyErreurSmtp(erreur, false);
  }
  const status = statusHttp(erreur);
  const issue = issueHttp(status);
  return new TransportError(issue, sentenceHttp(issue, status), {
    code: status === 0 ? echec.code || null : String(status),
    portee: status === 429 ? 'transport' : 'message',
  });
}

function isAvantEnvoi(erreur: unknown): boolean {
  const { syscall } = erreur as { syscall?: unknown };
  return typeof syscall === 'string' && AVANT_ENVOI.has(syscall);
}

/** Where HTTP clients put it: `status`, `statusCode`, `response.status`, or a numeric `code`. */
function statusHttp(erreur: unknown): number {
  const brut = (typeof erreur === 'object' && erreur !== null ? erreur : {}) as Record<
    string,
    unknown
  >;
  const reponse = brut.response as { status?: unknown } | null | undefined;
  const candidats = [brut.status, brut.statusCode, reponse?.status, brut.code];
  const status = candidats.find((candidat) => typeof candidat === 'number' && candidat >= 100);
  return typeof status === 'number' && status < 600 ? status : 0;
}

function issueHttp(status: number): IssueTransport {
  if (status === 429) return 'reessayer';
  if (status === 401 || status === 403 || status === 404) return 'configuration';
  return status >= 400 && status < 500 && status !== 408 ? 'refuse' : 'incertain';
}

function sentenceHttp(issue: IssueTransport, status: number): string {
  switch (issue) {
    case 'refuse':
      return `Le service d’e-mail a refusé le message (${status}).`;
    case 'reessayer':
      return 'Le service d’e-mail demande de ralentir (429).';
    case 'configuration':
      return `Le service d’e-mail refuse notre compte (${status}) : vérifiez les réglages du fournisseur.`;
    case 'incertain':
      return 'Le service d’e-mail n’a pas confirmé la réception du message : il est peut-être parti.';
  }
}
