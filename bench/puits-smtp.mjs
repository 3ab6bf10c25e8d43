import { fork } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/**
 * A bottomless SMTP server for benchmarks: takes everything, keeps nothing, counts, and takes groups of commands
 * (PIPELINING). It runs in its own process so that its work is not measured with the sender's.
 *
 *   import { startPuits } from './puits-smtp.mjs';
 *   const puits = await startPuits({ latenceMs: 0 });   // { port, compteurs(), stop() }
 *
 * Alone: `node bench/puits-smtp.mjs [port]`; the counters come out on SIGUSR2 and at the end.
 */
export async function startPuits({ port = 0, latenceMs = 0 } = {}) {
  const processus = fork(fileURLToPath(import.meta.url), [String(port), String(latenceMs)]);
  const { port: ouvert } = await message(processus, 'pret');
  return {
    port: ouvert,
    async compteurs() {
      const reponse = message(processus, 'compteurs');
      processus.send('compteurs');
      return (await reponse).compteurs;
    },
    async stop() {
      const fin = new Promise((fini) => processus.once('exit', fini));
      processus.kill('SIGTERM');
      await fin;
    },
  };
}

function message(processus, type) {
  return new Promise((resolve, reject) => {
    const lire = (recu) => {
      if (recu.type !== type) return;
      processus.off('message', lire);
      processus.off('exit', manquer);
      resolve(recu);
    };
    const manquer = (code) => reject(new Error(`puits SMTP arrêté (${code})`));
    processus.on('message', lire);
    processus.on('exit', manquer);
  });
}

const FIN = Buffer.from('\r\n.\r\n');
const compteurs = { messages: 0, octets: 0, connexions: 0 };

/** One connection. Commands may come pipelined, and the final dot across two chunks. */
function serve(socket, latenceMs) {
  let reste = Buffer.alloc(0);
  let dansMessage = false;
  compteurs.connexions++;
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  const answer = (texte) =>
    latenceMs > 0 ? setTimeout(() => socket.write(texte), latenceMs) : socket.write(texte);
  answer('220 puits ESMTP\r\n');

  socket.on('data', (bloc) => {
    let tampon = reste.length === 0 ? bloc : Buffer.concat([reste, bloc]);
    for (;;) {
      if (dansMessage) {
        const fin = tampon.indexOf(FIN);
        if (fin < 0) {
          // what may be the beginning of the final dot waits for the next chunk
          const garde = Math.min(tampon.length, FIN.length - 1);
          compteurs.octets += tampon.length - garde;
          reste = tampon.subarray(tampon.length - garde);
          return;
        }
        compteurs.octets += fin + 2;
        compteurs.messages++;
        dansMessage = false;
        tampon = tampon.subarray(fin + FIN.length);
        answer('250 2.0.0 Ok\r\n');
        continue;
      }
      const fin = tampon.indexOf('\r\n');
      if (fin < 0) {
        reste = tampon;
        return;
      }
      const commande = tampon.subarray(0, Math.min(fin, 4)).toString('latin1').toUpperCase();
      tampon = tampon.subarray(fin + 2);
      dansMessage = commande === 'DATA';
      answer(replyTo(commande));
      if (commande === 'QUIT') {
        socket.end();
        return;
      }
    }
  });
}

function replyTo(commande) {
  switch (commande) {
    case 'EHLO':
      return '250-puits\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 52428800\r\n';
    case 'DATA':
      return '354 Go ahead\r\n';
    case 'QUIT':
      return '221 Bye\r\n';
    default:
      return '250 2.1.0 Ok\r\n';
  }
}

function main([port = '2525', latence = '0']) {
  const dire = () => process.stdout.write(`${JSON.stringify(compteurs)}\n`);
  const serveur = createServer((socket) => serve(socket, Number(latence)));
  serveur.listen(Number(port), '127.0.0.1', () => {
    const ouvert = serveur.address().port;
    if (process.send) process.send({ type: 'pret', port: ouvert });
    else process.stdout.write(`puits SMTP sur 127.0.0.1:${ouvert}\n`);
  });
  process.on('message', (demande) => {
    if (demande === 'compteurs') process.send({ type: 'compteurs', compteurs });
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGUSR2', dire);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (!process.send) dire();
      process.exit(0);
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
