import { connect } from 'node:net';

export interface ReponseBrute {
  status: number;
  body: { data: unknown; error?: { name: string; message: string } } | null;
  /** The server keeps the connection open: it means to read what follows. */
  garde: boolean;
}

/** Far more than an answer takes: beyond, the server is waiting for the body. */
const ATTENTE_MS = 10_000;
const FIN_ENTETES = '\r\n\r\n';

function parseReponse(texte: string): ReponseBrute {
  const [entetes = '', corps = ''] = texte.split(FIN_ENTETES);
  const json = /^content-type: application\/json/im.test(entetes)
    ? /\{.*\}/s.exec(corps)?.[0]
    : undefined;
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(entetes)?.[1]),
    body: json === undefined ? null : (JSON.parse(json) as ReponseBrute['body']),
    garde: !/^connection: close$/im.test(entetes),
  };
}

/**
 * Writes the head of a request and, of the body that it announces, only `debut`: what is answered has been
 * decided without the rest.
 */
export function sendHead(
  url: string,
  requete: string,
  entetes: Readonly<Record<string, string>>,
  debut: string | Buffer = ''
): Promise<ReponseBrute> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const prise = connect(Number(port), hostname);
    let recu = '';
    prise.setEncoding('utf8');
    prise.on('error', reject);
    prise.setTimeout(ATTENTE_MS, () => {
      prise.destroy();
      reject(new Error(`${requete} : le serveur attend la suite du corps.`));
    });
    prise.on('data', (bout: string) => {
      recu += bout;
      const longueur = /^content-length: (\d+)$/im.exec(recu)?.[1];
      const corps = recu.split(FIN_ENTETES)[1];
      if (corps !== undefined && Buffer.byteLength(corps) >= Number(longueur ?? 0)) {
        prise.destroy();
        resolve(parseReponse(recu));
      }
    });
    prise.write(
      [
        `${requete} HTTP/1.1`,
        `Host: ${hostname}`,
        ...Object.entries(entetes).map(([nom, valeur]) => `${nom}: ${valeur}`),
      ].join('\r\n') + FIN_ENTETES
    );
    prise.write(debut);
  });
}
