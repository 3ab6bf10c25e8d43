import type { OppositionDite } from '../../../../core/api/oppositions';
import { porteesQuiArretent } from '../../../../core/destinataire';
import type { MotifExclusion } from '../../../../core/motif';
import type { But, TypeContact, TypeDestinataire } from '../../../../core/vocabulaire';
import type { PersonneStore } from '../ports/personnes';

interface Ecartee {
  documentId: string;
  motif: MotifExclusion | null;
}

/** What message, to whom. */
export interface GenreMessage {
  typeDestinataire: TypeDestinataire;
  typeContact: TypeContact;
  but: But;
}

/** Beside each person whom an opposition leaves out: since when, and how she said it. */
export async function dateOppositions<L extends Ecartee>(
  personnes: Pick<PersonneStore, 'listOpposees'>,
  { typeDestinataire, typeContact, but }: GenreMessage,
  lignes: readonly L[]
): Promise<(L & { opposition: OppositionDite | null })[]> {
  const opposees = lignes.filter(({ motif }) => motif === 'opposition');
  const trouvees = await personnes.listOpposees(
    typeDestinataire,
    opposees.map(({ documentId }) => documentId),
    porteesQuiArretent(typeContact, but)
  );
  const dites = new Map(trouvees.map(({ documentId, ...dite }) => [documentId, dite]));
  return lignes.map((ligne) => ({
    ...ligne,
    opposition: ligne.motif === 'opposition' ? (dites.get(ligne.documentId) ?? null) : null,
  }));
}
