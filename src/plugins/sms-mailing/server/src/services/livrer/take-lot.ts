import type { Donnee } from '../../../../core/catalogue-signets';
import { TransportError } from '../../../../core/errors';
import type { MotifExclusion } from '../../../../core/motif';
import { isPromotion } from '../../../../core/destinataire';
import { localDate } from '../../../../core/horaire';
import { reportPromotion } from '../../../../core/report-promotion';
import { suspensionOf } from '../../../../core/suspension';
import { transportOf, type Transport } from '../../../../core/vocabulaire';
import type { EnvoiReserve, LotDu, RechercheLots, Voie } from '../ports/envois';
import type { Moteur } from '../ports/moteur';
import type { Battement } from './battement';
import { cleOf, createLots, type LotEntame } from './lots';
import { countPermis, heureOf, shareDebits } from './permis';
import { createPrepareEnvoi, type Preparateur } from './prepare-envoi';
import type { Allure } from './taille-fenetre';
import { TRANSPORTS } from './transports';

/** What a lot becomes once, for all its envois. */
export type LotPret =
  | (Omit<Preparateur, 'reglages'> & {
      genre: 'pret';
      versionId: number;
      reglagesId: number;
      donnees: readonly Donnee[];
      /** Held back after all: its but has changed since the lot was found. */
      retenu: boolean;
      /** Until when this envoi must wait; null: not at all. */
      report: (adresse: string, now: Date) => Date | null;
    })
  | { genre: 'exclu'; motif: MotifExclusion; detail: string | null };

/** Envois claimed for this worker, and how to make their messages. */
export interface Prise {
  transport: Transport;
  pret: LotPret;
  envois: readonly EnvoiReserve[];
}

/** Answers null when nothing is due any more, or nothing may leave. */
export type TakeLot = () => Promise<Prise | null>;

/** A few lots may be due at the same instant and take turns; their attachments weigh up to 3 MB each. */
const LOTS_PRETS = 4;

/** Claimed only to be excluded. */
const SANS_MESSAGE = { versionId: 0, reglagesId: null, donnees: [] };

async function prepareLot(moteur: Moteur, lot: LotDu): Promise<LotPret> {
  const version = lot.version === null ? null : await moteur.versions.loadCourante(lot.modeleId);
  if (version === null) {
    return { genre: 'exclu', motif: 'modele_inactif', detail: null };
  }
  try {
    const { reglages, ...preparateur } = await createPrepareEnvoi(moteur, lot, version);
    const promotion = lot.typeContact === 'sms' && isPromotion(lot.typeContact, version.but);
    return {
      genre: 'pret',
      versionId: version.versionId,
      reglagesId: await moteur.reglagesRendu.keep(reglages),
      donnees: version.contenu.donnees,
      retenu: suspensionOf(moteur.suspensions, { ...lot, but: version.but }) !== null,
      ...preparateur,
      report: (adresse, now) => (promotion ? reportPromotion(adresse, now, moteur.reglages) : null),
    };
  } catch (erreur) {
    if (erreur instanceof TransportError && erreur.code === 'piece_jointe_invalide') {
      return { genre: 'exclu', motif: 'piece_jointe_invalide', detail: erreur.message };
    }
    throw erreur;
  }
}

/** Decision G17: the answers of a day go to who is there that day. */
async function nameRepondants(moteur: Moteur, prise: Prise): Promise<Prise> {
  const { pret, envois } = prise;
  if (pret.genre !== 'pret' || !pret.repondAuReferent) {
    return prise;
  }
  const jour = localDate(moteur.clock(), moteur.reglages.zone);
  const ids = envois.map(({ id }) => id);
  const lecteurs = await moteur.repondants.read(ids, jour);
  return {
    ...prise,
    envois: envois.map((envoi) => ({ ...envoi, repondreA: lecteurs.get(envoi.id) ?? null })),
  };
}

function createCache(moteur: Moteur): (lot: LotDu) => Promise<LotPret> {
  const prets = new Map<string, LotPret>();
  return async (lot) => {
    const cle = `${cleOf(lot)}|${String(lot.version)}`;
    const connu = prets.get(cle);
    if (connu !== undefined) {
      return connu;
    }
    const pret = await prepareLot(moteur, lot);
    const plusAncien = prets.keys().next();
    if (prets.size >= LOTS_PRETS && plusAncien.done !== true) {
      prets.delete(plusAncien.value);
    }
    prets.set(cle, pret);
    return pret;
  };
}

/** What the workers of one voie share for the time of a turn. */
export interface Tour {
  voie: Voie;
  battement: Battement;
  /** What the turn began under. */
  epoque: string;
  /** How fast it goes. */
  mesure: Allure;
  signal: AbortSignal;
}

/** True once the answers of the probes on their way are there: they decide for what waits. */
async function awaitSondes({ transports }: Moteur): Promise<boolean> {
  const sondes = TRANSPORTS.filter((transport) => transports[transport].sonde === 'en-route');
  await Promise.all(sondes.map((transport) => transports[transport].settled()));
  return sondes.length > 0;
}

/**
 * Finds what is due, oldest first, and claims some of it. A lot that cannot be prepared or claimed is left
 * aside until the next turn: it never blocks the others.
 */
export function createTakeLot(
  moteur: Moteur,
  { voie, battement, epoque, mesure, signal }: Tour
): TakeLot {
  const { ledger, clock, chrono, journal, reglages } = moteur;
  const promotions = moteur.suspensions.promotion === null;
  const suspendue = voie === 'soir' && (moteur.suspensions.soir ?? null) !== null;
  const recherche = (): RechercheLots => ({ now: clock(), voie, promotions });
  const lots = createLots({ ledger, chrono, recherche });
  const prepare = createCache(moteur);

  async function claim(lot: LotEntame, limite: number): Promise<Prise | null> {
    const pret = await prepare(lot);
    if (pret.genre === 'pret' && pret.retenu) {
      lots.setAside(lot);
      return null;
    }
    const { versionId, reglagesId, donnees } = pret.genre === 'pret' ? pret : SANS_MESSAGE;
    const envois = await ledger.claim(lot, {
      ...{ ouvrier: battement.ouvrier, voie, epoque },
      apres: lot.apres,
      limite,
      heure: heureOf(moteur, transportOf(lot.typeContact), voie),
      now: clock(),
      versionId,
      reglagesId,
      donnees,
    });
    lots.advance(lot, envois, limite);
    const transport = transportOf(lot.typeContact);
    return envois.length === 0 ? null : nameRepondants(moteur, { transport, pret, envois });
  }

  return async () => {
    while (!signal.aborted && !suspendue) {
      await battement.beat();
      await shareDebits(moteur);
      const permis = await countPermis(moteur, voie, mesure);
      const lot = await lots.next(({ typeContact }) => permis[transportOf(typeContact)] > 0);
      if (lot === null) {
        if (await awaitSondes(moteur)) {
          continue;
        }
        return null;
      }
      const limite = Math.min(reglages.tailleLot, permis[transportOf(lot.typeContact)]);
      const prise = await claim(lot, limite).catch((erreur: unknown) => {
        const texte = erreur instanceof Error ? erreur.message : String(erreur);
        journal.error(`Les envois du modèle n° ${String(lot.modeleId)} attendent : ${texte}`);
        lots.setAside(lot);
        return null;
      });
      if (prise !== null) {
        return prise;
      }
    }
    return null;
  };
}
