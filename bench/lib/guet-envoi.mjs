const MO = 1024 * 1024;
const RELEVE_MS = 50;

/** The most that was marked and not concluded at once: what a kill would leave incertain. */
export function watchFenetre(ledger) {
  let dedans = 0;
  let maximum = 0;
  const { markEnCours, record } = ledger;
  ledger.markEnCours = async (marque) => {
    dedans += marque.departs.length;
    maximum = Math.max(maximum, dedans);
    const marquage = await markEnCours.call(ledger, marque);
    dedans -= marque.departs.length - marquage.partants.length;
    return marquage;
  };
  ledger.record = async (...issue) => {
    await record.call(ledger, ...issue);
    dedans -= 1;
  };
  return () => maximum;
}

/** The most memory that this process holds while `work` goes on, in megabytes. */
export async function watchMemoire(work) {
  let maximum = 0;
  const releve = setInterval(() => {
    maximum = Math.max(maximum, process.memoryUsage().rss / MO);
  }, RELEVE_MS);
  try {
    await work();
  } finally {
    clearInterval(releve);
  }
  return maximum;
}

/** Milliseconds of each claim of a whole lot, by a worker that does nothing else. */
export async function timeClaims({ ledger, ouvriers, versions }, { now, lots, taille }) {
  const ouvrier = 'banc-prises';
  await ouvriers.beat(ouvrier, null);
  const epoque = await ledger.readEpoque();
  const voie = 'soir';
  const [lot] = await ledger.listLots({ now, voie, promotions: true });
  const { versionId, contenu } = await versions.loadCourante(lot.modeleId);
  const options = {
    ...{ ouvrier, voie, epoque, limite: taille, now, versionId },
    ...{ reglagesId: null, heure: null },
  };
  const durees = [];
  let apres = null;
  for (let rang = 0; rang < lots; rang += 1) {
    const debut = performance.now();
    const pris = await ledger.claim(lot, { ...options, apres, donnees: contenu.donnees });
    durees.push(performance.now() - debut);
    const { disponibleLe, id } = pris.at(-1);
    apres = { disponibleLe, id };
  }
  await ledger.giveBack(ouvrier, null);
  return durees;
}
