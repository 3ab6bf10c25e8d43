import type {
  CampagneProgrammee,
  DemandeModelesCampagne,
  ListeDestinataires,
} from '../../../../core/api/campagnes';
import type { DemandeRelations, SaisieFiltre } from '../../../../core/api/filtres';
import type {
  DemandeAnnulation,
  DemandeHistorique,
  DemandeRecherche,
} from '../../../../core/campagne';
import type { FiltresCampagne } from '../../../../core/filtres-campagne';
import { phraseDepart } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import type { TypeDestinataire } from '../../../../core/vocabulaire';
import type { PageEnvois } from '../ports/campagnes';
import type { FiltreLu } from '../ports/filtres';
import type { Stores } from '../ports/stores';
import { sayExclusions } from '../personnes/say-exclusions';
import { createChaine } from '../programmer/chaine';
import type { Demande } from '../programmer/demande';
import { prepareDemande } from '../programmer/prepare-demande';
import { programmer } from '../programmer/programmer';
import type { DemandeRelance } from '../programmer/relancer';
import { cancelCampagne } from './cancel-campagne';
import { countDestinataires } from './count-destinataires';
import { deleteFiltre, listFiltres, saveFiltre, type Lecteur } from './filtres-enregistres';
import { exportEnvois } from '../historiques/export-envois';
import { listCampagnes } from '../historiques/list-campagnes';
import { listModelesCampagne } from './list-modeles-campagne';
import { openCampagne } from '../historiques/open-campagne';
import { relancerCampagne } from './relancer-campagne';
import { toProgrammee } from './to-programmee';

/** Guide §7.b « Programmer l'envoi (fait de nuit) »: this evening at 19h, once. */
function bindProgrammation(stores: Stores) {
  const { campagnes, moteur, filtres } = stores;
  const chaine = { ...createChaine(stores), campagnes };
  return {
    /** One page of an onglet, and how many it holds in all (decision C8: no limit of 1000). */
    async searchDestinataires(
      demande: Demande,
      {
        onglet,
        tri,
        compte,
        page,
        pageSize,
      }: Pick<DemandeRecherche, 'onglet' | 'tri' | 'compte' | 'page' | 'pageSize'>
    ): Promise<ListeDestinataires> {
      const [lue] = await prepareDemande(chaine, demande, false);
      if (lue === undefined || lue.part.cible.genre !== 'campagne') {
        throw new TypeError('A campagne is searched for one modèle.');
      }
      const part = { ...lue.part, cible: lue.part.cible };
      const { lignes, ...liste } = await campagnes.search(part, {
        ...{ onglet, tri, compte, page, pageSize },
      });
      const { typeContact, but } = part.modele;
      const { typeDestinataire } = part.cible.filtres;
      const genre = { typeDestinataire, typeContact, but };
      return { ...liste, lignes: await sayExclusions(stores.personnes, genre, lignes) };
    },
    /** « Filtrer »: the filters chosen become « mes derniers filtres » of this user (decision C9); null: they do not. */
    async countDestinataires(
      demande: Demande,
      choisis: FiltresCampagne | null,
      utilisateurId: number
    ) {
      const recap = await countDestinataires(chaine, demande);
      if (choisis !== null) {
        const { effectues, programmes, nonFaits } = recap.comptes;
        const nombre = effectues + programmes + nonFaits.total;
        await filtres.saveDerniers(utilisateurId, choisis, { nombre, now: moteur.clock() });
      }
      return recap;
    },
    async scheduleCampagne(demande: Demande): Promise<CampagneProgrammee> {
      const [ecrit] = (await programmer(chaine, demande)).modeles;
      if (ecrit === undefined) {
        throw new TypeError('A campagne is of one modèle.');
      }
      const phrase = phraseDepart(demande.now, chaine.zone, ecrit.depart);
      return { ...toProgrammee(ecrit), phraseDepart: phrase };
    },
  };
}

/** Guide §7: the use cases of the campagnes. */
export function bindCampagnes(stores: Stores) {
  const { campagnes, moteur } = stores;
  const { zone } = moteur.reglages;
  return {
    ...bindProgrammation(stores),
    listModelesCampagne: (demande: DemandeModelesCampagne, perimetre: Perimetre) =>
      listModelesCampagne(stores, demande, perimetre),
    cancelCampagne: (demande: DemandeAnnulation, perimetre: Perimetre) =>
      cancelCampagne(campagnes, demande, { perimetre, now: moteur.clock() }),
    listCampagnes: (demande: DemandeHistorique, perimetre: Perimetre) =>
      listCampagnes(campagnes, demande, { perimetre, now: moteur.clock(), zone }),
    listEnvoisCampagne: (page: PageEnvois) => campagnes.listEnvois(page),
    exportEnvoisCampagne: (demande: Omit<PageEnvois, 'page' | 'pageSize'>) =>
      exportEnvois(campagnes, demande, zone),
    relancerCampagne: (campagneId: number, demande: Omit<DemandeRelance, 'envois'>) =>
      relancerCampagne({ ...createChaine(stores), campagnes }, campagneId, demande),
    searchRelations: (demande: DemandeRelations, perimetre: Perimetre) =>
      campagnes.searchRelations(demande, perimetre),
    openCampagne: (campagneId: number, vue: { perimetre: Perimetre; thRsa: boolean }) =>
      openCampagne(campagnes, campagneId, vue),
    listFiltres: (type: TypeDestinataire, lecteur: Lecteur) => listFiltres(stores, type, lecteur),
    saveFiltre: (
      lu: FiltreLu | null,
      saisie: SaisieFiltre,
      auteur: { utilisateurId: number; thRsa: boolean }
    ) => saveFiltre(stores, lu, saisie, { ...auteur, now: moteur.clock() }),
    deleteFiltre: (documentId: string, utilisateurId: number) =>
      deleteFiltre(stores, documentId, utilisateurId),
  };
}
