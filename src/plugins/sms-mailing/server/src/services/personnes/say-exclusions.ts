import { casesOf, findRefus, type RefusDit } from '../../../../core/accord';
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

/** What she said that leaves her out. */
interface Preuves {
  opposition: OppositionDite | null;
  refus: RefusDit | null;
}

type Lues = Pick<PersonneStore, 'listOpposees' | 'listDernieresCases'>;

async function readOpposition(
  personnes: Lues,
  { typeDestinataire, typeContact, but }: GenreMessage,
  documentIds: readonly string[]
): Promise<[string, Preuves][]> {
  const portees = porteesQuiArretent(typeContact, but);
  const lues = await personnes.listOpposees(typeDestinataire, documentIds, portees);
  return lues.map(({ documentId, ...opposition }) => [documentId, { opposition, refus: null }]);
}

async function readRefus(
  personnes: Lues,
  typeDestinataire: TypeDestinataire,
  motif: MotifExclusion,
  documentIds: readonly string[]
): Promise<[string, Preuves][]> {
  const cases = casesOf(motif);
  if (cases.length === 0) {
    return [];
  }
  const lues = await personnes.listDernieresCases(typeDestinataire, documentIds, cases);
  return lues.flatMap(({ documentId, ...derniere }): [string, Preuves][] => {
    const refus = findRefus(motif, [derniere]);
    return refus === null ? [] : [[documentId, { opposition: null, refus }]];
  });
}

/** Beside each person left out by her own word: since when, and how she said it; an opposition, or a box. */
export async function sayExclusions<L extends Ecartee>(
  personnes: Lues,
  genre: GenreMessage,
  lignes: readonly L[]
): Promise<(L & Preuves)[]> {
  const parMotif = new Map<MotifExclusion, string[]>();
  for (const { motif, documentId } of lignes) {
    if (motif !== null) {
      const siens = parMotif.get(motif) ?? [];
      siens.push(documentId);
      parMotif.set(motif, siens);
    }
  }
  const lues = await Promise.all(
    [...parMotif].map(([motif, documentIds]) =>
      motif === 'opposition'
        ? readOpposition(personnes, genre, documentIds)
        : readRefus(personnes, genre.typeDestinataire, motif, documentIds)
    )
  );
  const dites = new Map(lues.flat());
  return lignes.map((ligne) => ({
    ...ligne,
    ...((ligne.motif === null ? null : dites.get(ligne.documentId)) ?? {
      opposition: null,
      refus: null,
    }),
  }));
}
