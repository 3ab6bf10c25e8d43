import path from 'node:path';
import { TMP } from '../lib/root.mjs';
import { explainPort, pickPort } from './ports.mjs';

const COURRIER = path.join(TMP, 'demo', 'courrier');

/** MailDev, an inbox to look at; what it receives survives a restart: `{ smtp, url, clear, stop }`. */
export async function openBoiteMail() {
  const { MailDev } = await import('maildev');
  const smtp = await pickPort(1025);
  const web = await pickPort(1080);
  const maildev = new MailDev({
    smtp,
    web,
    ip: '127.0.0.1',
    webIp: '127.0.0.1',
    mailDirectory: COURRIER,
    silent: true,
  });
  const { storage } = await startInSilence(maildev);
  return {
    smtp,
    url: `http://localhost:${web}`,
    clear: () => storage.deleteAll(),
    stop: () => maildev.stop(),
  };
}

/** `silent` leaves a line in English, which would stand among ours. */
async function startInSilence(maildev) {
  const { info } = console;
  console.info = () => {};
  try {
    return await maildev.start();
  } catch (error) {
    throw explainPort(error);
  } finally {
    console.info = info;
  }
}
