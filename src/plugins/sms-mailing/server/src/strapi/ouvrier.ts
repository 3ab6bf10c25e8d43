import type { Poste } from '../services/livrer/deliver-due';
import type { Application } from './compose';

/**
 * Twice a bail: a restart at 19:00 loses nothing, what is due leaves at the next tick (decision F17: at most
 * 30 s), and the envois of a dead worker soon after.
 */
const TICKS_PAR_BAIL = 2;
const TICK_MAX_MS = 30_000;
const BATTEMENTS_PAR_BAIL = 6;
/** Longer, and whoever stops this process would kill it. */
const ARRET_MS = 20_000;
/** For a base that answers no more. */
const ADIEU_MS = 3_000;

export interface Ouvrier {
  /** Looks at what is due now; resolves once it has been looked at. */
  tick(): Promise<void>;
  /** Lets the envois on the wire come back, gives back the others. */
  stop(): Promise<void>;
}

interface Boucle {
  wake: () => void;
  idle: () => Promise<void>;
}

/** Turns never overlap; asked for during one, another follows it. */
function createBoucle(tour: () => Promise<unknown>, onErreur: (erreur: unknown) => void): Boucle {
  let enCours: Promise<void> | null = null;
  const demandes = new Set<'tour'>();

  async function run(): Promise<void> {
    while (demandes.delete('tour')) {
      await tour().catch(onErreur);
    }
  }

  return {
    wake(): void {
      demandes.add('tour');
      enCours ??= run().finally(() => {
        enCours = null;
      });
    },
    async idle(): Promise<void> {
      await enCours;
    },
  };
}

async function isDoneWithin(promesse: Promise<unknown>, ms: number): Promise<boolean> {
  let minuterie: NodeJS.Timeout | undefined;
  const delai = new Promise<boolean>((resolve) => {
    minuterie = setTimeout(() => resolve(false), ms);
  });
  const fini = await Promise.race([promesse.then(() => true), delai]);
  clearTimeout(minuterie);
  return fini;
}

/** What it needs of the application. */
export type Atelier = Pick<
  Application,
  | 'deliverDue'
  | 'listenEnvois'
  | 'openPouls'
  | 'createPostes'
  | 'readEpoque'
  | 'watchOver'
  | 'watchBeside'
  | 'readRebonds'
> & { moteur: Pick<Application['moteur'], 'journal' | 'ouvriers' | 'reglages'> };

function createOnErreur({ journal }: Atelier['moteur']): (erreur: unknown) => void {
  return (erreur) => {
    const texte = erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur);
    journal.error(`Envois : ${texte}`);
  };
}

type Open = () => Promise<Atelier>;

/** Again under the settings of now, as long as something changes meanwhile. */
async function deliverAll(
  app: Atelier,
  open: Open,
  poste: Poste,
  signal: AbortSignal
): Promise<void> {
  for (let change = true; change && !signal.aborted;) {
    const epoque = await app.readEpoque();
    await (await open()).deliverDue(poste, epoque, signal);
    change = (await app.readEpoque()) !== epoque;
  }
}

/**
 * What a process that delivers does all day: it watches over the evening, writes to the staff, and each of its
 * postes sends what is due. They never wait for one another, except that what was missed while nothing ran here is
 * marked before it leaves. Any number of processes may do the same on one base. `open` is asked at every turn: the
 * application under the settings of now.
 */
export function startOuvrier(
  app: Atelier,
  nom: string,
  open: Open = () => Promise.resolve(app)
): Ouvrier {
  const { journal, ouvriers, reglages } = app.moteur;
  const arret = new AbortController();
  const onErreur = createOnErreur(app.moteur);
  const pouls = app.openPouls();
  const postes = app.createPostes(nom, pouls);
  const livraisons = postes.map((poste) =>
    createBoucle(() => deliverAll(app, open, poste, arret.signal), onErreur)
  );
  let veillee = false;
  const deliver = (): void => {
    if (veillee) livraisons.forEach(({ wake }) => wake());
  };
  const veille = createBoucle(async () => {
    await (await open()).watchOver();
    veillee = true;
    deliver();
  }, onErreur);
  const aCote = createBoucle(async () => (await open()).watchBeside(), onErreur);
  // A mailbox may take a minute to answer: it waits for nobody, and nobody waits for it.
  const retours = createBoucle(async () => (await open()).readRebonds(), onErreur);
  const boucles = [veille, aCote, ...livraisons];
  const wake = (): void => [...boucles, retours].forEach((boucle) => boucle.wake());
  const idle = (): Promise<unknown> => Promise.all(boucles.map((boucle) => boucle.idle()));

  const tick = setInterval(wake, Math.min(reglages.bailMs / TICKS_PAR_BAIL, TICK_MAX_MS));
  const battement = setInterval(() => {
    postes.forEach((poste) => void poste.battement.beat().catch(onErreur));
  }, reglages.bailMs / BATTEMENTS_PAR_BAIL);
  const close = app.listenEnvois(deliver);
  [veille, aCote, retours].forEach((boucle) => boucle.wake());

  return {
    async tick(): Promise<void> {
      wake();
      await idle();
    },

    async stop(): Promise<void> {
      arret.abort();
      clearInterval(tick);
      const fini = await isDoneWithin(Promise.all([close(), idle()]), ARRET_MS);
      clearInterval(battement);
      if (!fini) {
        journal.warn(
          'Arrêt sans réponse du serveur d’envoi : les envois en cours seront à vérifier.'
        );
      }
      const partants = fini ? postes : [];
      const departs = partants.map((poste) => ouvriers.leave(poste.battement.ouvrier));
      // What is being read of the mailbox is read again by the next one.
      const adieux = [...departs, pouls.close(), retours.idle()];
      await isDoneWithin(Promise.all(adieux).catch(onErreur), ADIEU_MS);
    },
  };
}
