import { isPromotion } from '../../../../core/destinataire';
import type { Parametres } from '../../../../core/parametres';
import { refuse } from '../../../../core/regle';
import type { Atelier } from '../../adapters/sql/programmer/programmes';
import { checkPieces } from './check-pieces';
import { checkPlafond } from './check-plafond';
import type { ChaineDeps, Demande, PartLue, ProgrammationModele } from './demande';
import { fillCredits, holdCredits } from './hold-credits';
import { inscrire } from './inscrire';
import { noteEnvois } from './note-envois';
import { prepareDemande } from './prepare-demande';

/** What a click wrote, modèle by modèle. */
export interface Programmation {
  modeles: ProgrammationModele[];
  /** SMS that what is left could not pay (rules only); their lines say so. */
  sansCredit: number;
}

/** Where a number comes from when the caller has none: drawn by the machine. */
export type DrawNumero = () => string;

export interface ProgrammerDeps extends ChaineDeps {
  drawNumero: DrawNumero;
}

/** Decision F14: until the setting is chosen, a promotion says how many it leaves out, and asks. */
async function checkPromotion(
  deps: ChaineDeps,
  { part, modele }: PartLue,
  demande: Demande,
  { promotionSansConsentement }: Parametres
): Promise<void> {
  if (
    part.cible.genre !== 'campagne' ||
    demande.promotionConfirmee ||
    promotionSansConsentement !== null ||
    !isPromotion(modele.typeContact, modele.but)
  ) {
    return;
  }
  const exclus = (await deps.programmes.count(part))
    .filter(({ tenu, raison }) => tenu === null && raison === 'rgpd_non_renseigne')
    .reduce((somme, { nombre }) => somme + nombre, 0);
  if (exclus > 0) {
    refuse('promotion-a-confirmer', { exclus });
  }
}

function checkAction({ part }: PartLue, { annuleeConfirmee }: Demande): void {
  if (part.cible.genre === 'fiche_action' && part.cible.action.annulee && !annuleeConfirmee) {
    refuse('action-annulee');
  }
}

/** Guide §6.d: an inactive rule is only ever tried on fiches test. */
function checkRegle({ part: { cible } }: PartLue): void {
  if (cible.genre === 'envoi_automatique' && cible.essai === null && cible.regle.regle.inactif) {
    refuse('regle-inactive');
  }
}

/** Decision G8, without a number: the same person forced twice within ten seconds is one press too many. */
async function checkRepetition(atelier: Atelier, parts: readonly PartLue[]): Promise<void> {
  for (const { part } of parts) {
    if (part.force && (await atelier.isRepetition(part))) {
      refuse('envoi-repete');
    }
  }
}

/** What the transaction needs to know: read before it holds its connection. */
interface Lecture {
  parts: readonly PartLue[];
  reglages: Parametres;
}

/** One transaction's work. */
async function ecrire(
  deps: Pick<ProgrammerDeps, 'drawNumero' | 'zone'>,
  atelier: Atelier,
  { parts, reglages }: Lecture,
  demande: Demande
): Promise<Programmation> {
  const { auteurId, annuleeConfirmee, now, cible, piecesJointes = [] } = demande;
  const confirmation = demande.confirmation ?? deps.drawNumero();
  const commun = { auteurId, confirmation, annuleeConfirmee, piecesJointes, retarde: false };
  const modeles: ProgrammationModele[] = [];
  for (const lue of parts) {
    modeles.push(await inscrire(atelier, lue, { ...commun, statut: 'programme' }));
  }
  if (cible.genre === 'campagne' && modeles.every(isSansPersonne)) {
    refuse('aucun-destinataire');
  }
  checkPersonnes(modeles, demande);
  const { autoriserDepassement } = reglages;
  await checkPlafond(atelier, reglages, { ...demande, confirmation });
  const enOrdre = cible.genre === 'envoi_automatique';
  const sansCredit = enOrdre
    ? await fillCredits(atelier, modeles, { confirmation, autoriserDepassement, now })
    : 0;
  if (!enOrdre) {
    await holdCredits(atelier, modeles, { ...demande, autoriserDepassement });
  }
  const departs = modeles.filter(({ programmes }) => programmes > 0);
  for (const { depart } of departs) {
    await atelier.wake(depart, now);
  }
  await noteEnvois(atelier, parts, { modeles, sansCredit }, deps.zone);
  return { modeles, sansCredit };
}

/** What is confirmed is what leaves: someone came into the filters, or left them, since the window was read. */
function checkPersonnes(modeles: readonly ProgrammationModele[], { personnesLues }: Demande): void {
  const trouvees = modeles.reduce((somme, { programmes }) => somme + programmes, 0);
  if (typeof personnesLues === 'number' && personnesLues !== trouvees) {
    refuse('liste-changee', { trouvees, lues: personnesLues });
  }
}

function isSansPersonne({ programmes, tenus }: ProgrammationModele): boolean {
  return programmes === 0 && Object.keys(tenus).length === 0;
}

function revive(texte: string): Programmation {
  const lue = JSON.parse(texte) as Programmation;
  return {
    ...lue,
    modeles: lue.modeles.map((modele) => ({ ...modele, depart: new Date(modele.depart) })),
  };
}

/**
 * The four modalités (guide §2.a): the lines of a demande and the SMS they hold, or a RegleError and nothing.
 * The number of a confirmation used again answers what it answered first (decision G8).
 */
export async function programmer(deps: ProgrammerDeps, demande: Demande): Promise<Programmation> {
  if (demande.cible.genre === 'envoi_automatique' && (deps.suspensions.soir ?? null) !== null) {
    refuse('soiree-suspendue');
  }
  const parts = await prepareDemande(deps, demande);
  await checkPieces(deps, demande, parts);
  const reglages = await deps.parametres.read();
  for (const lue of parts) {
    checkAction(lue, demande);
    checkRegle(lue);
    await checkPromotion(deps, lue, demande, reglages);
  }
  return deps.programmes.transaction(async (atelier) => {
    const { confirmation: numero, auteurId, now } = demande;
    if (numero === null) {
      await checkRepetition(atelier, parts);
      return ecrire(deps, atelier, { parts, reglages }, demande);
    }
    const prise = await atelier.takeConfirmation({ numero, auteurId, now });
    if (prise === null) {
      refuse('confirmation-inconnue');
    }
    if (!prise.neuve) {
      return revive(prise.resultat);
    }
    const programmation = await ecrire(deps, atelier, { parts, reglages }, demande);
    await atelier.keepResultat(numero, programmation);
    return programmation;
  });
}
