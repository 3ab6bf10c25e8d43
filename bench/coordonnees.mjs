import { setImmediate as breathe } from 'node:timers/promises';
import { openCrm } from './lib/crm.mjs';
import { fromPlugin, print, round } from './lib/mesure.mjs';

const ENTREPRENEURS = 200_000;
const MO = 1024 * 1024;
const TEMOIN_MS = 100;

/** What `work` takes, and the memory of this process while it does. */
async function watch(work) {
  const releves = [];
  const temoin = setInterval(() => releves.push(process.memoryUsage().rss / MO), TEMOIN_MS);
  await breathe();
  const start = performance.now();
  const { recalculees } = await work();
  const secondes = (performance.now() - start) / 1000;
  clearInterval(temoin);
  // The first tenth fills the caches; what grows after it would go on growing.
  const debut = releves.slice(0, Math.ceil(releves.length / 10));
  return {
    recalculees,
    secondes,
    memoireDebut: Math.max(0, ...debut),
    memoireMax: Math.max(0, ...releves),
  };
}

function report(label, { recalculees, secondes, memoireDebut, memoireMax }) {
  print(label, recalculees, round(secondes, 1), round(memoireDebut), round(memoireMax));
}

/**
 * The computed columns of 200,000 entrepreneurs that an import wrote in SQL, then of the same under a better
 * rule (every mark is out of date), then when there is nothing to do: at each turn, and at each boot.
 */
export default async function coordonnees(server) {
  const { createCalculs } = fromPlugin('server/src/adapters/sql/calculs/calculs');
  const { createEmpreinteur } = fromPlugin('server/src/adapters/jetons/empreinteur');
  const { deriveCle } = fromPlugin('server/src/adapters/jetons/cles');
  const { knex, close } = await openCrm(server, ENTREPRENEURS, { calcule: false });
  const calculsOf = (maitre) =>
    createCalculs(knex, createEmpreinteur(deriveCle(maitre, 'coordonnees')));
  try {
    print(`${ENTREPRENEURS} entrepreneurs`, 'lignes', 's', 'Mo au début', 'Mo au plus');
    const importees = await watch(() => calculsOf('un').refresh());
    report('importés en SQL', importees);
    const vide = await watch(() => calculsOf('un').refresh());
    report('à chaque tour, rien à faire', vide);
    const verifiees = await watch(() => calculsOf('un').refreshAll());
    report('au démarrage, tout vérifié, rien à faire', verifiees);
    const perimees = await watch(() => calculsOf('deux').refreshAll());
    report('au démarrage, règle ou clé changée', perimees);
    return {
      lignes: importees.recalculees,
      importSecondes: round(importees.secondes, 1),
      recalculSecondes: round(perimees.secondes, 1),
      tourSecondes: round(vide.secondes, 3),
      memoireMo: round(Math.max(importees.memoireMax, perimees.memoireMax)),
    };
  } finally {
    await close();
  }
}
