import type { CibleDe } from '../../../../core/cible';
import type { EnvoiAutomatique } from '../../../../core/envoi-automatique';
import { checkFiltres } from '../../../../core/filtres-sensibles';
import { addDays, instantOf, localDate } from '../../../../core/horaire';
import { departDuSoir, isSmsDePromotion, isWindowOpen } from '../../../../core/horaire-promotion';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse, refuseFiche } from '../../../../core/regle';
import type { Modalite, TypeDestinataire } from '../../../../core/vocabulaire';
import type { CibleLue } from '../../adapters/sql/cibles/part';
import type { RegleEnregistree } from '../ports/envois-automatiques';
import type { ModeleAEnvoyer } from '../ports/fiches';
import type { ChaineDeps, Demande } from './demande';

/** What a cible names, found; and when each modèle leaves for it. */
export interface CibleTrouvee {
  modalite: Modalite;
  typeDestinataire: TypeDestinataire;
  /** documentIds of the modèles: those of the demande, or the rule's own. */
  modeles: readonly string[];
  departOf: (modele: ModeleAEnvoyer) => Date;
  /** Refuses what this modèle is not for. */
  lireOf: (modele: ModeleAEnvoyer) => CibleLue;
}

type Lecture<C> = (deps: ChaineDeps, cible: C, demande: Demande) => Promise<CibleTrouvee>;

const departCeSoir =
  (deps: ChaineDeps, now: Date) =>
  (modele: ModeleAEnvoyer): Date =>
    departDuSoir(modele, now, deps);

const SOIR_MAX_JOURS = 366;

/** « Pour ce soir ou un autre soir »: from when the next evening is looked for. */
function debutOf({ zone }: ChaineDeps, soir: string | null, now: Date): Date {
  const today = localDate(now, zone);
  if (soir === null || soir === today) {
    return now;
  }
  if (soir < today) {
    refuse('soir-passe');
  }
  if (soir > addDays(today, SOIR_MAX_JOURS)) {
    refuse('soir-lointain');
  }
  return instantOf(soir, '00:00', zone);
}

/** Guide §7. A campagne opened again is one the person may see, of this modèle and kind of destinataires. */
const readCampagne: Lecture<CibleDe<'campagne'>> = async (deps, cible, demande) => {
  const { perimetre, auteurId, now, thRsa = false } = demande;
  const { campagneId, filtres, soir = null } = cible;
  checkFiltres(filtres, thRsa);
  const campagne = campagneId === null ? null : await deps.campagnes.read(campagneId, perimetre);
  const departOf = departCeSoir(deps, debutOf(deps, soir, now));
  return {
    modalite: 'campagne',
    typeDestinataire: filtres.typeDestinataire,
    modeles: demande.modeles,
    departOf,
    lireOf: (modele) => {
      const autre =
        campagne?.modeleId !== modele.id ||
        campagne.filtres.typeDestinataire !== filtres.typeDestinataire;
      if (campagneId !== null && autre) {
        refuse('campagne-introuvable');
      }
      if (campagne !== null && campagne.annuleeLe !== null) {
        refuse('campagne-annulee');
      }
      return { ...cible, dateEnvoi: localDate(departOf(modele), deps.zone), auteurId };
    },
  };
};

/** A promotional SMS outside its hours waits (decision B12). */
const departAuClic =
  (deps: ChaineDeps, now: Date) =>
  (modele: ModeleAEnvoyer): Date =>
    isSmsDePromotion(modele) && !isWindowOpen(now, deps.zone, deps.heuresPromotion)
      ? departDuSoir(modele, now, deps)
      : new Date(now.getTime() + deps.repentirMs);

/** Guide §8: « L'envoi est immédiat au clic ». */
const readFicheAction: Lecture<CibleDe<'fiche_action'>> = async (deps, cible, demande) => {
  const action = await deps.fiches.readAction(cible.action);
  if (action === null || !(await deps.fiches.canReachAction(cible.action, demande.perimetre))) {
    refuseFiche(demande.perimetre, 'action-introuvable');
  }
  return {
    modalite: 'fiche_action',
    typeDestinataire: 'entrepreneur',
    modeles: demande.modeles,
    departOf: departAuClic(deps, demande.now),
    lireOf: () => ({ ...cible, action }),
  };
};

/** Guide §9: this evening at 19h, or at the click. */
const readFicheEntrepreneur: Lecture<CibleDe<'fiche_entrepreneur'>> = async (
  deps,
  cible,
  demande
) => {
  if (!(await deps.fiches.canReach('entrepreneur', cible.entrepreneur, demande.perimetre))) {
    refuseFiche(demande.perimetre);
  }
  const departOf = (cible.maintenant === true ? departAuClic : departCeSoir)(deps, demande.now);
  return {
    modalite: 'fiche_entrepreneur',
    typeDestinataire: 'entrepreneur',
    modeles: demande.modeles,
    departOf,
    lireOf: (modele) => ({ ...cible, soir: localDate(departOf(modele), deps.zone) }),
  };
};

async function findRegle(
  deps: ChaineDeps,
  regle: string | EnvoiAutomatique,
  perimetre: Perimetre
): Promise<RegleEnregistree> {
  if (typeof regle === 'string') {
    return (await deps.regles.read(regle)) ?? refuse('regle-introuvable');
  }
  const [modele] = await deps.fiches.readModeles([regle.modeleDocumentId]);
  if (modele === undefined) {
    refuse('modele-introuvable');
  }
  const { id: modeleId, nom: modeleNom, inactif: modeleInactif, but } = modele;
  return {
    ...{ id: 0, documentId: '', version: 0, regle, perimetre },
    ...{ modeleId, modeleNom, modeleInactif, but },
  };
}

/** Guide §6: a stored rule, or the one being written; what it writes may leave at once. */
const readRegle: Lecture<CibleDe<'envoi_automatique'>> = async (deps, cible, demande) => {
  const regle = await findRegle(deps, cible.regle, demande.perimetre);
  return {
    modalite: 'envoi_automatique',
    typeDestinataire: 'entrepreneur',
    modeles: [regle.regle.modeleDocumentId],
    departOf: () => demande.now,
    lireOf: () => ({ ...cible, regle, avecEcartes: false }),
  };
};

/** « Renvoyer aux échecs »: as their modalité leaves, this evening or at once. */
const readRelance: Lecture<CibleDe<'relance'>> = (deps, cible, demande) => {
  const { modalite, typeDestinataire } = cible;
  const ceSoir = modalite === 'campagne' || modalite === 'fiche_entrepreneur';
  return Promise.resolve({
    modalite,
    typeDestinataire,
    modeles: demande.modeles,
    departOf: ceSoir ? departCeSoir(deps, demande.now) : departAuClic(deps, demande.now),
    lireOf: () => cible,
  });
};

/** What the cible names, whatever its genre. */
export function readCible(deps: ChaineDeps, demande: Demande): Promise<CibleTrouvee> {
  const { cible } = demande;
  switch (cible.genre) {
    case 'campagne':
      return readCampagne(deps, cible, demande);
    case 'fiche_action':
      return readFicheAction(deps, cible, demande);
    case 'fiche_entrepreneur':
      return readFicheEntrepreneur(deps, cible, demande);
    case 'envoi_automatique':
      return readRegle(deps, cible, demande);
    case 'relance':
      return readRelance(deps, cible, demande);
  }
}
