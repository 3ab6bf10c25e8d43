import type { DemandeModelesCampagne, SaisieFiltre } from '../../../../core/api/campagnes';
import type {
  DemandeAnnulation,
  DemandeComptes,
  DemandeHistorique,
  DemandeProgrammation,
  DemandeRecherche,
} from '../../../../core/campagne';
import type { Perimetre } from '../../../../core/perimetre';
import type { TypeDestinataire } from '../../../../core/vocabulaire';
import { countCaracteresStop } from '../modeles/render-texte';
import { reserveCredits } from '../packages-sms/reserve-credits';
import type { ModeleDeCampagneStore } from '../ports/campagnes';
import type { FiltreLu } from '../ports/filtres';
import type { Stores } from '../ports/stores';
import { cancelCampagne } from './cancel-campagne';
import { countDestinataires } from './count-destinataires';
import { createCout } from './estimate-sms';
import { deleteFiltre, listFiltres, saveFiltre } from './filtres-enregistres';
import { listCampagnes } from './list-campagnes';
import { listModelesCampagne } from './list-modeles-campagne';
import { openCampagne } from './open-campagne';
import type { Demandeur } from './prepare-critere';
import { scheduleCampagne } from './schedule-campagne';
import { searchDestinataires } from './search-destinataires';

function createModelesDeCampagne({ fiches, moteur }: Stores): ModeleDeCampagneStore {
  return {
    async read(documentId) {
      const [modele] = await fiches.readModeles([documentId]);
      if (modele === undefined) {
        return null;
      }
      const version = await moteur.versions.loadCourante(modele.id);
      return { ...modele, versionId: version?.versionId ?? null };
    },
  };
}

function createDeps(stores: Stores) {
  const { campagnes, credits, moteur } = stores;
  const { parametres, versions } = moteur;
  const { zone, heure, heuresPromotion } = moteur.reglages;
  const caracteresStop = countCaracteresStop(moteur.sms);
  const sms = { campagnes, credits, parametres, versions, zone, caracteresStop };
  return {
    campagnes,
    modeles: createModelesDeCampagne(stores),
    zone,
    heure,
    heuresPromotion,
    cout: createCout(sms),
    credits: {
      async estimateCredits(campagneId: number): Promise<number> {
        const { modeleId, ids } = await credits.listCampagne(campagneId);
        return reserveCredits(sms, modeleId, ids);
      },
    },
  };
}

/** Guide §7: the use cases of the campagnes. */
export function bindCampagnes(stores: Stores) {
  const { campagnes, moteur, filtres } = stores;
  const deps = createDeps(stores);
  const demandeur = async (perimetre: Perimetre): Promise<Demandeur> => ({
    perimetre,
    now: moteur.clock(),
    promotionSansConsentement: (await moteur.parametres.read()).promotionSansConsentement,
  });
  return {
    listModelesCampagne: (demande: DemandeModelesCampagne, perimetre: Perimetre) =>
      listModelesCampagne(stores, demande, perimetre),
    searchDestinataires: async (demande: DemandeRecherche, perimetre: Perimetre) =>
      searchDestinataires(deps, demande, await demandeur(perimetre)),
    /** « Filtrer »: the filters asked become « mes derniers filtres » of this user (decision C9). */
    async countDestinataires(demande: DemandeComptes, perimetre: Perimetre, utilisateurId: number) {
      const [recap] = await Promise.all([
        countDestinataires(deps, demande, await demandeur(perimetre)),
        filtres.saveDerniers(utilisateurId, demande.filtres, moteur.clock()),
      ]);
      return recap;
    },
    scheduleCampagne: async (
      demande: DemandeProgrammation,
      perimetre: Perimetre,
      auteurId: number | null
    ) => scheduleCampagne(deps, demande, { ...(await demandeur(perimetre)), auteurId }),
    cancelCampagne: (demande: DemandeAnnulation, perimetre: Perimetre) =>
      cancelCampagne(campagnes, demande, { perimetre, now: moteur.clock() }),
    listCampagnes: (demande: DemandeHistorique, perimetre: Perimetre) =>
      listCampagnes(campagnes, demande, { perimetre, now: moteur.clock() }),
    openCampagne: (campagneId: number, perimetre: Perimetre) =>
      openCampagne(campagnes, campagneId, perimetre),
    listFiltres: (utilisateurId: number, type: TypeDestinataire) =>
      listFiltres(stores, utilisateurId, type),
    saveFiltre: (lu: FiltreLu | null, saisie: SaisieFiltre, utilisateurId: number) =>
      saveFiltre(stores, lu, saisie, { utilisateurId, now: moteur.clock() }),
    deleteFiltre: (documentId: string, utilisateurId: number) =>
      deleteFiltre(stores, documentId, utilisateurId),
  };
}
