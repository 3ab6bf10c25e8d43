import type {
  Cobaye,
  DemandeApercu,
  DemandeCobayes,
  DemandeRepartition,
} from '../../../../core/api/modeles';
import type { Perimetre } from '../../../../core/perimetre';
import type { ReglagesSms } from '../../../../core/sms';
import type { Stores } from '../ports/stores';
import { readReglagesRendu } from '../rendre/reglages-rendu';
import { deleteModele } from './delete-modele';
import { depositPiecesJointes, type Depot } from './deposit-pieces-jointes';
import { duplicateModele } from './duplicate-modele';
import { inactivateModele, type Inactivation } from './inactivate-modele';
import { measureSms } from './measure-sms';
import { openModele } from './open-modele';
import { previewModele } from './preview-modele';
import { saveModele, type SaveModeleDemande } from './save-modele';
import { searchCobayes } from './search-cobayes';
import { showExemples } from './show-exemples';

/** Guide §5: the use cases of the modeles. */
export function bindModeles(stores: Stores) {
  const { modeles, moteur, fiches, piecesJointes, cobayes } = stores;
  const { zone } = moteur.reglages;
  const deps = { ...moteur, modeles };
  return {
    saveModele: (demande: SaveModeleDemande) => saveModele(deps, demande),
    openModele: (documentId: string) => openModele(modeles, piecesJointes, documentId),
    duplicateModele: (documentId: string, auteurId: number | null) =>
      duplicateModele(deps, documentId, auteurId, moteur.clock()),
    inactivateModele: (demande: Inactivation) => inactivateModele(deps, demande),
    deleteModele: (documentId: string) => deleteModele(modeles, documentId),
    depositPiecesJointes: (depot: Depot) => depositPiecesJointes(stores, depot),
    previewModele: (demande: DemandeApercu, perimetre: Perimetre) =>
      previewModele({ moteur, modeles, fiches }, demande, perimetre),
    showExemples: (cobaye: Cobaye, perimetre: Perimetre) =>
      showExemples({ fiches, zone, reponse: moteur.reponse }, cobaye, perimetre),
    searchCobayes: (demande: DemandeCobayes, perimetre: Perimetre) =>
      searchCobayes({ cobayes, zone }, demande, { perimetre, now: moteur.clock() }),
    measureSms: (demande: DemandeRepartition, perimetre: Perimetre) =>
      measureSms({ cobayes, moteur }, demande, perimetre),
    /** For the counter under the pen: the one that is billed. */
    readReglagesSms: async (): Promise<ReglagesSms> => (await readReglagesRendu(moteur)).sms,
  };
}
