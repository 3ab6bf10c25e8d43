import type { CompteSoir, DemandeCompte } from '../../../../core/api/envois-automatiques';
import { localDate, nextEnvoiDuSoir } from '../../../../core/horaire';
import { butOf } from '../../../../core/modele';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { ModeleStore } from '../ports/modeles';
import type { ListDeps } from './list-envois-automatiques';

/** No envoi belongs to a rule that was never saved. */
const JAMAIS_ENREGISTREE = 0;

/** Guide §6.c: whom a rule under the pen would reach on the next evening, before it is saved. */
export async function countEnvoiAutomatique(
  deps: ListDeps & { modeles: ModeleStore },
  { documentId, regle }: DemandeCompte,
  { perimetre, now }: { perimetre: Perimetre; now: Date }
): Promise<CompteSoir> {
  const { regles, zone, heure } = deps;
  const modele = await deps.modeles.read(regle.modeleDocumentId);
  if (modele === null) {
    refuse('modele-introuvable');
  }
  const enregistree = documentId === null ? null : await regles.read(documentId);
  const soir = localDate(nextEnvoiDuSoir(now, zone, heure), zone);
  const [compte] = await regles.count(
    [
      {
        id: enregistree?.id ?? JAMAIS_ENREGISTREE,
        documentId: documentId ?? '',
        regle,
        modeleId: modele.id,
        modeleNom: modele.nom,
        modeleInactif: modele.inactif,
        but: butOf(modele.typeContact, modele.but),
      },
    ],
    { soir, perimetre }
  );
  return compte ?? { recevront: 0, exclus: 0 };
}
