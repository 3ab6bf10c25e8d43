import { isSansCritere, type EnvoiAutomatique } from '../../../../core/envoi-automatique';
import { raisonHorsModalite } from '../../../../core/modele';
import { covers, type Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';
import type { ModeleEnregistre, ModeleStore } from '../ports/modeles';
import type { PerimetreStore } from '../ports/perimetres';

/** A rule as it was read by who acts on it. */
export interface RegleLue {
  documentId: string;
  version: number;
}

export interface SaveEnvoiAutomatiqueDemande {
  /** Null: a new one. */
  lue: RegleLue | null;
  regle: EnvoiAutomatique;
  /** Decision E7: a rule without any criterion reaches the participants of every action. */
  sansCritereConfirme: boolean;
  /** Of who saves. */
  perimetre: Perimetre;
  /** Whom the rule may reach; null: all of it, and of a rule that is changed, what it has. */
  choisi: Perimetre | null;
  now: Date;
}

/** An active rule leans on an active modele of its type, meant for it. */
function checkModele(regle: EnvoiAutomatique, modele: ModeleEnregistre): void {
  const { nom } = modele;
  if (modele.typeContact !== regle.typeContact) {
    refuse('type-contact-different', { modele: nom });
  }
  if (regle.inactif) {
    return;
  }
  if (modele.inactif) {
    refuse('modele-inactif', { modele: nom });
  }
  if (!(modele.modalites ?? []).includes('envoi_automatique')) {
    refuse('modalite-impossible', {
      raison: raisonHorsModalite(nom, 'envoi_automatique'),
    });
  }
}

/** Decision G18: only who holds at least as much as a rule reaches may change it, or make it send. */
export function checkTenue(
  { perimetre, modeleNom }: Pick<RegleEnregistree, 'perimetre' | 'modeleNom'>,
  sien: Perimetre
): void {
  if (!covers(sien, perimetre)) {
    refuse('regle-hors-perimetre', { modele: modeleNom });
  }
}

/** Decision G9: what is decided holds for the version that was read. */
export async function readVersionLue(
  regles: RegleStore,
  { documentId, version }: RegleLue
): Promise<RegleEnregistree> {
  const enregistree = await regles.read(documentId);
  if (enregistree === null) {
    refuse('regle-introuvable');
  }
  if (enregistree.version !== version) {
    refuse('regle-modifiee-entretemps');
  }
  return enregistree;
}

export async function readRegleLue(
  regles: RegleStore,
  lue: RegleLue,
  perimetre: Perimetre
): Promise<RegleEnregistree> {
  const enregistree = await readVersionLue(regles, lue);
  checkTenue(enregistree, perimetre);
  return enregistree;
}

/** Decision G18: an author limits a rule within what they hold, to what is still there. */
export async function checkChoisi(
  perimetres: Pick<PerimetreStore, 'listChoix'>,
  choisi: Perimetre | null,
  sien: Perimetre
): Promise<void> {
  if (choisi === null) {
    return;
  }
  if (!covers(sien, choisi)) {
    refuse('perimetre-au-dela');
  }
  if (choisi.genre === 'parmi') {
    const { antennes, equipes, intervenants } = await perimetres.listChoix(choisi);
    const connus = antennes.length + equipes.length + intervenants.length;
    const { antenneIds, equipeIds, intervenantIds } = choisi;
    const nommes = [antenneIds, equipeIds, intervenantIds].map((ids) => new Set(ids).size);
    if (connus !== nommes.reduce((somme, nombre) => somme + nombre, 0)) {
      refuse('perimetre-disparu');
    }
  }
}

/** Guide §6.c: type de contact, modele and délai, and the criteria of the action. */
export async function saveEnvoiAutomatique(
  regles: RegleStore,
  modeles: ModeleStore,
  demande: SaveEnvoiAutomatiqueDemande
): Promise<string> {
  const { regle, lue, now } = demande;
  const modele = await modeles.read(regle.modeleDocumentId);
  if (modele === null) {
    refuse('modele-introuvable');
  }
  checkModele(regle, modele);
  if (isSansCritere(regle.criteres) && !demande.sansCritereConfirme) {
    refuse('regle-sans-critere');
  }
  const gardee = lue === null ? demande : await readRegleLue(regles, lue, demande.perimetre);
  const perimetre = demande.choisi ?? gardee.perimetre;
  const documentId = await regles.save({ lue, regle, modeleId: modele.id, perimetre, now });
  return documentId ?? refuse('regle-modifiee-entretemps');
}
