import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const HORAIRE = '../../dist/src/plugins/sms-mailing/core/horaire.js';
const ZONE = 'Europe/Paris';

/** A clock that the demo sets by hand: the application's own, on an `application` of `loadApplication`. */
export function createHorloge(application) {
  const { instantOf } = require(HORAIRE);
  let instant = new Date();
  application.setClock(() => instant);
  const ouvrier = `demo.${process.pid}`;
  return {
    /** 'YYYY-MM-DD' and 'HH:mm:ss', as a clock shows them in Paris. */
    set(date, heure) {
      instant = instantOf(date, heure, ZONE);
    },
    setNow() {
      instant = new Date();
    },
    /** What the scheduler does every few seconds: whatever is due leaves. */
    tick: () => application.module.runTick(ouvrier, new AbortController().signal),
  };
}
