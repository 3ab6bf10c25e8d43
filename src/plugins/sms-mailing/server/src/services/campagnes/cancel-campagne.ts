import type { DemandeAnnulation } from '../../../../core/campagne';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { CampagneStore } from '../ports/campagnes';

/** Decision B11: one envoi, several or all, until a worker takes them; says how many were too late. */
export async function cancelCampagne(
  campagnes: Pick<CampagneStore, 'read' | 'cancel'>,
  { campagneId, cible }: DemandeAnnulation,
  { perimetre, now }: { perimetre: Perimetre; now: Date }
): Promise<{ annules: number; dejaPris: number }> {
  if ((await campagnes.read(campagneId, perimetre)) === null) {
    refuse('campagne-introuvable');
  }
  const envoiIds = 'envoiIds' in cible ? cible.envoiIds : null;
  const envoiDocumentIds = 'envoiDocumentIds' in cible ? cible.envoiDocumentIds : null;
  const vises = { campagneId, envoiIds, envoiDocumentIds };
  const resultat = await campagnes.cancel({ ...vises, perimetre, now });
  if (!('tous' in cible) && resultat.annules === 0) {
    refuse(resultat.dejaPris > 0 ? 'envoi-deja-parti' : 'envoi-introuvable');
  }
  return resultat;
}
