import type { DemandeModelesCampagne, LigneModeleCampagne } from '../../../../core/api/campagnes';
import { raisonHorsModalite, type LigneModele } from '../../../../core/modele';
import type { Perimetre } from '../../../../core/perimetre';
import { phraseRegle } from '../../../../core/regle';
import type { CampagneStore } from '../ports/campagnes';
import type { ModeleStore } from '../ports/modeles';

export interface ModelesCampagneDeps {
  modeles: ModeleStore;
  campagnes: CampagneStore;
}

function raisonOf(modele: LigneModele, demande: DemandeModelesCampagne): string | null {
  if (!modele.destinataires.includes(demande.typeDestinataire)) {
    return phraseRegle('destinataire-non-prevu', { modele: modele.nom });
  }
  return modele.modalites.includes('campagne')
    ? null
    : phraseRegle('modalite-impossible', { raison: raisonHorsModalite(modele.nom, 'campagne') });
}

/** Guide §7.b « Sélectionnez le modèle souhaité »: the active ones, with what they have served for. */
export async function listModelesCampagne(
  { modeles, campagnes }: ModelesCampagneDeps,
  demande: DemandeModelesCampagne,
  perimetre: Perimetre
): Promise<LigneModeleCampagne[]> {
  const { typeContact, typeDestinataire } = demande;
  const [actifs, comptes] = await Promise.all([
    modeles.list({ typeContact, inactif: 'false' }),
    campagnes.countByModele(typeContact, typeDestinataire, perimetre),
  ]);
  const parModele = new Map(comptes.map((compte) => [compte.modeleDocumentId, compte]));
  const lignes = actifs.map((modele): LigneModeleCampagne => {
    const compte = parModele.get(modele.documentId);
    return {
      documentId: modele.documentId,
      nom: modele.nom,
      objet: modele.objet,
      but: modele.but,
      piecesJointes: modele.piecesJointes,
      destinataires: modele.destinataires,
      campagnes: compte?.campagnes ?? 0,
      programmes: compte?.programmes ?? 0,
      effectues: compte?.effectues ?? 0,
      raison: raisonOf(modele, demande),
    };
  });
  return demande.tout === 'true' ? lignes : lignes.filter(({ raison }) => raison === null);
}
