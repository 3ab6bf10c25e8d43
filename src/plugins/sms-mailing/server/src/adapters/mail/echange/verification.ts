import { createEchec } from './echec';
import { openFil, quit } from './connexion';
import { sendCommande } from './ecriture';
import type { Attentes, Bassin } from './fil';
import { createHote } from './hote';
import type { Ligne } from './session';

const SOURD = { info: () => undefined, warn: () => undefined };

/**
 * Opens a session as a message would, and exchanges one command that does nothing: what answers here is what will
 * send.
 */
export async function verifyLigne(ligne: Ligne, attentes: Attentes): Promise<void> {
  const session = await ligne.open();
  await new Promise<void>((resolve, reject) => {
    const bassin: Bassin = {
      hote: createHote({ pipelining: false, maxConnexions: 1, nom: '' }, SOURD),
      attentes,
      tailleReponseMax: 64 * 1024,
      nextEnAvance: () => null,
      takeUpAgain: () => false,
      countAutres: () => 0,
      freed(fil) {
        resolve();
        quit(fil);
      },
      lost(_, sterile) {
        reject(sterile ?? createEchec('ECONNECTION', 'CONN', 'Connection closed unexpectedly'));
      },
    };
    const fil = openFil(session, bassin);
    if (!fil.mort) sendCommande(fil, { etape: 'NOOP', transaction: null }, 'NOOP');
  });
}
