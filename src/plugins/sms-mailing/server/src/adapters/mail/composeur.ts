import { hash } from 'node:crypto';
import { TransportError } from '../../../../core/errors';
import type {
  AdresseMail,
  AssembleMail,
  EnvoiMail,
  MessagePret,
  PieceJointe,
  VersionMail,
} from '../../services/ports/mail';
import { formatDate, formatEnteteAdresse, formatEnteteTexte, normaliseAdresse } from './entetes';
import { checkPiecesJointes, formatPartie } from './pieces-jointes';
import { encodeQuotedPrintable, maxQuotedPrintable } from './quoted-printable';

const TEXTE =
  'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
const HTML =
  'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
const URL_ENTETE = /^https?:\/\/[!-;=?-~]+$/;

type PieceTypee = PieceJointe & { readonly typeMime: string };

/** Everything that does not change from one recipient to the next. */
interface Squelette {
  readonly version: VersionMail;
  readonly from: string;
  readonly adresseExpediteur: string;
  /** Headers common to all, by name, values not folded. */
  readonly entetes: Readonly<Record<string, string>>;
  readonly pieces: readonly PieceTypee[];
  /** After the headers, up to the text part. */
  readonly ouverture: string;
  readonly avantHtml: string;
  /** After the html: the images of the related part when there are some, the closing of the alternative, the files. */
  readonly fin: readonly Buffer[];
}

/**
 * Compiles the MIME of a version: boundaries, attachments in base64, fixed headers (decision F4). The shape is
 * multipart/mixed { multipart/alternative { text, related { html, images } }, files }, without the levels that
 * have nothing to hold. Boundaries derive from the version's key and hold « =_ », which neither
 * quoted-printable nor base64 can produce: they need not differ from one recipient to the next.
 */
export function compileMail(version: VersionMail): AssembleMail {
  const types = checkPiecesJointes(version.piecesJointes);
  const pieces = version.piecesJointes.map((piece, i) => ({
    ...piece,
    typeMime: types[i] as string,
  }));
  const squelette: Squelette = {
    version,
    pieces,
    from: formatEnteteAdresse('From', version.expediteur),
    adresseExpediteur: normaliseAdresse(version.expediteur.adresse),
    entetes: entetesFixes(version),
    ...layParts(version.cle, pieces),
  };
  return (envoi) => assemble(squelette, envoi);
}

function assemble(squelette: Squelette, envoi: EnvoiMail): MessagePret {
  const { version } = squelette;
  const messageId = formatMessageId(version, envoi);
  const repondreA = envoi.repondreA ?? version.repondreA;
  const entetes = {
    ...squelette.entetes,
    ...entetesDesinscription(version, envoi),
    ...envoi.retour?.entetes,
  };
  const lignes = [
    squelette.from,
    formatEnteteAdresse('To', envoi.destinataire),
    ...(repondreA === null ? [] : [formatEnteteAdresse('Reply-To', repondreA)]),
    formatEnteteTexte('Subject', envoi.objet),
    `Date: ${formatDate(envoi.date)}`,
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
  ];
  for (const [nom, valeur] of Object.entries(entetes)) lignes.push(`${nom}: ${valeur}`);
  return {
    enveloppe: {
      de: envoi.retour?.adresse ?? squelette.adresseExpediteur,
      vers: normaliseAdresse(envoi.destinataire.adresse),
    },
    messageId,
    brut: [encodeCorps(squelette, lignes.join('\r\n'), envoi), ...squelette.fin],
    parties: {
      expediteur: version.expediteur,
      destinataire: envoi.destinataire,
      repondreA,
      objet: envoi.objet,
      html: envoi.html,
      texte: envoi.texte,
      entetes,
      piecesJointes: squelette.pieces,
    },
  };
}

/** Messages are encoded where they stay, one after the other in a block that lives as long as the last of them. */
const BLOC = 256 * 1024;
let bloc = Buffer.allocUnsafe(0);
let libre = 0;
/** UTF-8 of the part being encoded, and of nothing else. */
let source = Buffer.allocUnsafe(64 * 1024);

function toUtf8(texte: string): Uint8Array {
  if (source.length < texte.length * 3) source = Buffer.allocUnsafe(texte.length * 3);
  return source.subarray(0, source.write(texte, 'utf8'));
}

function encodeCorps(squelette: Squelette, entetes: string, { texte, html }: EnvoiMail): Buffer {
  const debut = `${entetes}\r\n${squelette.ouverture}`;
  const octets = Buffer.byteLength(texte) + Buffer.byteLength(html);
  const taille = debut.length + squelette.avantHtml.length + maxQuotedPrintable(octets) + 16;
  if (taille > BLOC) {
    const large = Buffer.allocUnsafeSlow(taille);
    return Buffer.from(large.subarray(0, writeCorps(large, 0)));
  }
  if (bloc.length - libre < taille) {
    bloc = Buffer.allocUnsafeSlow(BLOC);
    libre = 0;
  }
  const place = libre;
  libre = writeCorps(bloc, place);
  return bloc.subarray(place, libre);

  function writeCorps(sortie: Buffer, position: number): number {
    let fin = position + sortie.write(debut, position, 'latin1');
    fin = encodeQuotedPrintable(toUtf8(texte), sortie, fin);
    fin += sortie.write(squelette.avantHtml, fin, 'latin1');
    return encodeQuotedPrintable(toUtf8(html), sortie, fin);
  }
}

function layParts(
  cle: string,
  pieces: readonly PieceTypee[]
): Pick<Squelette, 'ouverture' | 'avantHtml' | 'fin'> {
  const bord = digest(cle);
  const [mixte, alternatif, lie] = [`=_m.${bord}`, `=_a.${bord}`, `=_r.${bord}`];
  const images = pieces.filter((piece) => piece.cid !== null);
  const fichiers = pieces.filter((piece) => piece.cid === null);
  const alternative = `${multipart('alternative', alternatif)}--${alternatif}\r\n${TEXTE}`;
  const related = images.length === 0 ? '' : `${multipart('related', lie)}--${lie}\r\n`;
  return {
    ouverture:
      fichiers.length === 0
        ? alternative
        : `${multipart('mixed', mixte)}--${mixte}\r\n${alternative}`,
    avantHtml: `\r\n--${alternatif}\r\n${related}${HTML}`,
    fin: [
      ...listParties(images, lie),
      Buffer.from(`\r\n--${alternatif}--\r\n`, 'latin1'),
      ...listParties(fichiers, mixte),
    ],
  };
}

function listParties(pieces: readonly PieceTypee[], bord: string): Buffer[] {
  if (pieces.length === 0) return [];
  const parties = pieces.flatMap((piece) => [
    Buffer.from(`\r\n--${bord}\r\n`, 'latin1'),
    formatPartie(piece, piece.typeMime),
  ]);
  return [Buffer.concat([...parties, Buffer.from(`\r\n--${bord}--\r\n`, 'latin1')])];
}

function multipart(genre: string, bord: string): string {
  return `Content-Type: multipart/${genre};\r\n boundary="${bord}"\r\n\r\n`;
}

function entetesFixes(version: VersionMail): Record<string, string> {
  return {
    ...(version.automatique ? { 'Auto-Submitted': 'auto-generated' } : {}),
    ...(version.liste === null
      ? {}
      : { 'List-ID': formatListe(version.liste), Precedence: 'bulk' }),
  };
}

function formatListe(liste: { readonly id: string; readonly nom: string }): string {
  const mailbox: AdresseMail = { nom: liste.nom, adresse: `liste@${liste.id}` };
  return formatEnteteAdresse('List-ID', mailbox).slice('List-ID: '.length).replace('liste@', '');
}

/** RFC 2369 and, over https only, RFC 8058. Kept on one line: a folded URL breaks some relays' DKIM. */
function entetesDesinscription(version: VersionMail, envoi: EnvoiMail): Record<string, string> {
  const url = envoi.lienDesinscription;
  if (version.liste === null || url === null) return {};
  if (!URL_ENTETE.test(url)) {
    throw new TransportError(
      'refuse',
      'Le lien de désinscription n’est pas une adresse web valide.',
      {
        code: 'entete_invalide',
      }
    );
  }
  return {
    'List-Unsubscribe': `<${url}>`,
    ...(url.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}

/** From the key of the envoi alone, so that a second copy is recognised; its token too, for what comes back. */
function formatMessageId({ domaine }: VersionMail, { cle, retour }: EnvoiMail): string {
  const jeton = retour === undefined ? '' : `.${retour.jeton}`;
  return `<${digest(cle)}${jeton}@${domaine}>`;
}

function digest(cle: string): string {
  return hash('sha256', cle, 'hex').slice(0, 32);
}
