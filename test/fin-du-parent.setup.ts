/**
 * A worker whose run was killed ends with it: the handlers of signals that Strapi adds would keep it at work, alone,
 * to the last file. Set once in a process, which serves several files.
 */
const POSEE = Symbol.for('sms-mailing.tests.fin-du-parent');
const porteur = process as unknown as Record<symbol, boolean | undefined>;
if (!porteur[POSEE]) {
  porteur[POSEE] = true;
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
