import type { RecapCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import type { MotifExclusion } from '../../../../../core/motif';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { pluralize } from '../../../components/texte';
import type { GroupeExclus, RecapEnvoi } from '../../../envoi/recap';

interface ModeleChoisi {
  documentId: string;
  nom: string;
  typeContact: TypeContact;
}

/** A campagne counts whom it leaves out; their names are in its list. */
export function groupExclus(
  motifs: Partial<Record<MotifExclusion, number>>,
  modele: ModeleChoisi
): GroupeExclus[] {
  return (Object.entries(motifs) as [MotifExclusion, number][])
    .sort(([, a], [, b]) => b - a)
    .map(([motif, nombre]) => ({ motif, nombre, personnes: [], modele }));
}

function listAvertissements({ comptes }: EnJson<RecapCampagne>): string[] {
  const { recents } = comptes.nonFaits;
  return [
    ...(recents === 0
      ? []
      : [
          `${pluralize(recents, 'personne a', 'personnes ont')} déjà reçu ce modèle depuis moins de 30 jours, et le ${recents > 1 ? 'recevront' : 'recevra'} de nouveau.`,
        ]),
  ];
}

/** What the window of confirmation shows before « Programmer l'envoi (fait de nuit) ». */
export function toRecapEnvoi(
  recap: EnJson<RecapCampagne>,
  modele: ModeleChoisi,
  typeDestinataire: TypeDestinataire
): RecapEnvoi {
  const { joignables, motifs } = recap.comptes.nonFaits;
  const { phraseDepart, retenu, piecesJointes, sms } = recap;
  return {
    typeDestinataire,
    phrase: pluralize(joignables, 'message'),
    messages: joignables,
    personnes: joignables,
    modeles: [{ ...modele, phraseDepart, retenu, piecesJointes, recevront: [] }],
    sms,
    exclus: groupExclus(motifs, modele),
    avertissements: listAvertissements(recap),
  };
}
