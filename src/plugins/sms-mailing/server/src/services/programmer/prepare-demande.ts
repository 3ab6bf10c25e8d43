import { raisonHorsModalite } from '../../../../core/modele';
import { debutOf, limiteOf, sayLimite } from '../../../../core/proposition';
import { refuse } from '../../../../core/regle';
import type { Valeurs } from '../../../../core/rendu';
import type { ActionVisee, Part } from '../../adapters/sql/cibles/part';
import type { ModeleAEnvoyer } from '../ports/fiches';
import type { ChaineDeps, Demande, PartLue } from './demande';
import { readCible, type CibleTrouvee } from './read-cible';
import { createRenduPart } from './rendu-part';

/** Guide §8.b: « Vous ne pourrez pas planifier deux modes en même temps ». */
function checkType(modele: ModeleAEnvoyer, { typeContact }: Demande, premier: ModeleAEnvoyer) {
  if (modele.typeContact !== (typeContact ?? premier.typeContact)) {
    refuse('type-contact-different', { modele: modele.nom });
  }
}

/** What is written must be ready to leave, and meant for that modalité (decisions A8, F8). */
function checkProgrammable(modele: ModeleAEnvoyer, { modalite }: CibleTrouvee): void {
  const { nom } = modele;
  if (modele.inactif) {
    refuse('modele-inactif', { modele: nom });
  }
  if (modele.version === 0) {
    refuse('modele-vide', { modele: nom });
  }
  // A rule was checked when it was saved.
  if (modalite !== 'envoi_automatique' && !modele.modalites.includes(modalite)) {
    refuse('modalite-impossible', { modele: nom, raison: raisonHorsModalite(nom, modalite) });
  }
}

async function readModeles(
  deps: ChaineDeps,
  documentIds: readonly string[]
): Promise<ModeleAEnvoyer[]> {
  const uniques = [...new Set(documentIds)];
  if (uniques.length === 0) {
    refuse('aucun-modele');
  }
  const modeles = await deps.fiches.readModeles(uniques);
  if (modeles.length < uniques.length) {
    refuse('modele-introuvable');
  }
  return modeles;
}

/** A modèle and a cible, read together: the version that leaves now, and what it asks of the renderer. */
export type LirePart = (
  modele: PartLue['modele'] & { id: number },
  vise: Pick<Part, 'cible' | 'perimetre' | 'depart' | 'force' | 'now'>
) => Promise<PartLue>;

/** The settings are read once for all the parts of a request. */
export async function createLirePart(
  deps: Pick<ChaineDeps, 'versions' | 'parametres' | 'readReglagesRendu'>,
  prevues: Valeurs = {}
): Promise<LirePart> {
  const parametres = await deps.parametres.read();
  const reglages = await deps.readReglagesRendu();
  const promotionSansConsentement = parametres.promotionSansConsentement === true;
  return async (modele, vise) => {
    const version = await deps.versions.loadCourante(modele.id);
    const { id, typeContact, but } = modele;
    return {
      modele,
      version,
      rendu: createRenduPart(version, reglages, prevues),
      part: { ...vise, modele: { id, typeContact, but }, promotionSansConsentement },
    };
  };
}

/** Until when a place would be kept, were it proposed now; null: none is about to be. */
export function foreseeLimite(
  { zone }: Pick<ChaineDeps, 'zone'>,
  { placeHeures = null, now }: Demande,
  action: ActionVisee | undefined
): Date | null {
  return placeHeures === null || action === undefined
    ? null
    : limiteOf(now, placeHeures, debutOf(action, zone));
}

function listPrevues(deps: ChaineDeps, demande: Demande, action: ActionVisee | undefined): Valeurs {
  const limite = foreseeLimite(deps, demande, action);
  return limite === null ? {} : { 'participation.place_limite': sayLimite(limite, deps.zone) };
}

/**
 * Guide §7 to §9: one part per modèle, each active, meant for these destinataires and for this modalité. With
 * `programmable` false it may only be looked at: a campagne is counted before its modèle is ready.
 */
export async function prepareDemande(
  deps: ChaineDeps,
  demande: Demande,
  programmable = true
): Promise<PartLue[]> {
  const trouvee = await readCible(deps, demande);
  const modeles = await readModeles(deps, trouvee.modeles);
  const lirePart = await createLirePart(deps, listPrevues(deps, demande, trouvee.action));
  const { perimetre, force, now } = demande;
  return Promise.all(
    modeles.map((modele) => {
      checkType(modele, demande, modeles[0] ?? modele);
      if (!modele.destinataires.includes(trouvee.typeDestinataire)) {
        refuse('destinataire-non-prevu', { modele: modele.nom });
      }
      if (programmable) {
        checkProgrammable(modele, trouvee);
      }
      const cible = trouvee.lireOf(modele);
      return lirePart(modele, { cible, perimetre, depart: trouvee.departOf(modele), force, now });
    })
  );
}
