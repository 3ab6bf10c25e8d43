/**
 * Run by `base.mjs` in a process of its own, on an empty database: boots the application, sows, and ends.
 * `node prepare.mjs <reference> <entrepreneurs> <actions>`, the rest through the environment.
 */
import { playHistorique } from '../seed/module/historique.mjs';
import { addJours } from '../seed/jours.mjs';
import { loadApplication } from './application.mjs';
import { createHorloge } from './horloge.mjs';
import { sow } from './sow.mjs';

const [reference, entrepreneurs, actions] = process.argv.slice(2);
const application = await loadApplication({});
const horloge = createHorloge(application);
horloge.set(addJours(reference, -8), '09:00:00');
const { sessions, resume, modeles } = await sow(application, {
  reference,
  entrepreneurs: Number(entrepreneurs),
  actions: Number(actions),
});
await playHistorique({ sessions, modeles, resume, horloge });
await application.stop();
process.exit(0);
