import type { ResteHeure } from '../../../../core/transport/phrase';
import { TYPES_PAR_TRANSPORT, type Transport } from '../../../../core/vocabulaire';
import { VOIES, type PlafondHeure, type Voie } from '../ports/envois';
import type { Moteur } from '../ports/moteur';
import type { EtatTransport } from '../ports/transports';
import type { Allure } from './taille-fenetre';
import { TRANSPORTS } from './transports';

const HEURE_MS = 3_600_000;
const MINUTE_S = 60;
/** A claim is one statement, and a lot that ends is read anew: not for a handful. */
const PRISE_MIN = 50;

/** The settings speak of all instances together; each has one worker a voie. */
export async function shareDebits({ ouvriers, reglages, transports }: Moteur): Promise<void> {
  const limites = TRANSPORTS.map((transport) => transports[transport].debit).filter(
    ({ parSeconde }) => parSeconde !== null
  );
  if (limites.length > 0) {
    const processus = Math.ceil((await ouvriers.count(reglages.bailMs)) / VOIES.length);
    limites.forEach((debit) => debit.share(processus));
  }
}

/**
 * Envois that one claim takes: about a minute of the rate, so that what is cancelled, opposed or corrected
 * meanwhile is still in the queue. One where a probe is due.
 */
function sizePrise(
  { debit, sonde }: Pick<EtatTransport, 'debit' | 'sonde'>,
  { parSeconde }: Allure,
  tailleLot: number
): number {
  if (sonde !== 'non') {
    return sonde === 'attendue' ? 1 : 0;
  }
  if (debit.parSeconde !== null) {
    return Math.min(tailleLot, Math.max(1, Math.ceil(debit.parSeconde * MINUTE_S)));
  }
  return parSeconde === 0
    ? tailleLot
    : Math.min(tailleLot, Math.max(PRISE_MIN, Math.ceil(parSeconde * MINUTE_S)));
}

/** The hour that one voie may fill by a transport; null: no limit. */
export function heureOf(
  { transports, clock }: Pick<Moteur, 'transports' | 'clock'>,
  transport: Transport,
  voie: Voie
): PlafondHeure | null {
  const plafond = transports[transport].plafond(voie);
  const depuis = new Date(clock().getTime() - HEURE_MS);
  return plafond === null ? null : { plafond, types: TYPES_PAR_TRANSPORT[transport], depuis };
}

/** How many more may be claimed for each transport: zero when it waits, or its hour is full. */
export async function countPermis(
  moteur: Moteur,
  voie: Voie,
  allure: Allure
): Promise<Record<Transport, number>> {
  const permis = { mail: 0, sms: 0 };
  for (const transport of TRANSPORTS) {
    const etat = moteur.transports[transport];
    if (etat.isOuvert() && moteur.suspensions[transport] === null) {
      const prise = sizePrise(etat, allure, moteur.reglages.tailleLot);
      permis[transport] = Math.min(prise, await countReste(moteur, transport, voie));
    }
    if (etat.parMinute !== null) {
      etat.noteRestants(await moteur.ledger.countDus(transport, moteur.clock()));
    }
  }
  return permis;
}

/** What is left of the hour, as of now; null: no limit. */
export async function readReste(
  moteur: Pick<Moteur, 'ledger' | 'transports' | 'clock'>,
  transport: Transport,
  voie: Voie
): Promise<ResteHeure | null> {
  const heure = heureOf(moteur, transport, voie);
  if (heure === null) {
    return null;
  }
  const { nombre, premier } = await moteur.ledger.countPartis(heure.types, heure.depuis);
  return {
    parHeure: heure.plafond,
    reste: Math.max(0, heure.plafond - nombre),
    // None has left: those about to will have, in a moment.
    libreLe: new Date((premier ?? moteur.clock()).getTime() + HEURE_MS),
  };
}

/** What is left of the hour to one more click, once those that already wait have left; null: no limit. */
export async function readResteDuClic(
  moteur: Pick<Moteur, 'ledger' | 'transports' | 'clock' | 'reglages'>,
  transport: Transport
): Promise<ResteHeure | null> {
  const { ledger, clock, reglages } = moteur;
  const heure = heureOf(moteur, transport, 'immediate');
  if (heure === null) {
    return null;
  }
  const { plafond, types, depuis } = heure;
  const now = clock().getTime();
  const { nombre } = await ledger.countPartis(types, depuis);
  const devant = await ledger.countClics(types, new Date(now + reglages.repentirMs));
  const libres = plafond - nombre - devant;
  // Each place is free an hour after who took it left; those about to leave take theirs now.
  const rang = Math.max(0, -libres);
  const parti = await ledger.readParti(types, depuis, rang % plafond);
  const heures = Math.floor(rang / plafond) + 1;
  return {
    parHeure: plafond,
    reste: Math.max(0, libres),
    libreLe: new Date((parti?.getTime() ?? now) + heures * HEURE_MS),
  };
}

/** Before the claim counts it for good. */
async function countReste(moteur: Moteur, transport: Transport, voie: Voie): Promise<number> {
  const heure = await readReste(moteur, transport, voie);
  if (heure === null) {
    return Number.POSITIVE_INFINITY;
  }
  if (voie === 'immediate') {
    moteur.transports[transport].noteHeure(heure.reste === 0 ? heure.libreLe : null);
  }
  return heure.reste;
}
