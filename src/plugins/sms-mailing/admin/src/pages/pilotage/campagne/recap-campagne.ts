import type { ComptesDestinataires, RecapCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import type { Selection } from '../../../../../core/campagne';
import type { MotifExclusion } from '../../../../../core/motif';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { formatNombre, pluralize } from '../../../components/texte';
import type { Coches } from '../../../components/useSelection';
import type { GroupeExclus, RecapEnvoi } from '../../../envoi/recap';

export interface ModeleChoisi {
  documentId: string;
  nom: string;
  typeContact: TypeContact;
}

type Cochees = Pick<ComptesDestinataires['nonFaits'], 'total' | 'joignables'>;

/** A campagne counts whom it leaves out; their names are in its list. */
export function groupExclus(
  motifs: Partial<Record<MotifExclusion, number>>,
  modele: ModeleChoisi
): GroupeExclus[] {
  return (Object.entries(motifs) as [MotifExclusion, number][])
    .sort(([, a], [, b]) => b - a)
    .map(([motif, nombre]) => ({ motif, nombre, personnes: [], modele }));
}

/** The lines ticked, as the server takes them. */
export function toSelection(coches: Coches<number>): Selection {
  return 'tous' in coches ? { tous: true, saufIds: [...coches.saufIds] } : { ids: [...coches.ids] };
}

/** « 1 082 personnes cochées : 503 recevront ce message, 579 non. » */
export function phraseCoches({ total, joignables }: Cochees): string {
  const cochees = pluralize(total, 'personne cochée', 'personnes cochées');
  const autres = total - joignables;
  if (joignables === 0) {
    return `${cochees} : ${total === 1 ? 'elle ne recevra pas' : 'aucune ne recevra'} ce message.`;
  }
  if (autres === 0) {
    return `${cochees} : ${total === 1 ? 'elle recevra' : 'toutes recevront'} ce message.`;
  }
  return `${cochees} : ${formatNombre(joignables)} ${joignables >= 2 ? 'recevront' : 'recevra'} ce message, ${formatNombre(autres)} non.`;
}

/** « 340 ce soir, 60 demain » */
export function phraseEtalement({ etalement }: Pick<EnJson<RecapCampagne>, 'etalement'>): string[] {
  if (etalement === null) {
    return [];
  }
  const { ceSoir, ensuite, parHeure } = etalement;
  return [
    `Le serveur n’accepte que ${formatNombre(parHeure)} e-mails par heure : environ ${formatNombre(ceSoir)} partiront le soir même, ${formatNombre(ensuite)} à partir du lendemain 8h.`,
  ];
}

function listAvertissements(recap: EnJson<RecapCampagne>): string[] {
  const { recents } = recap.comptes.nonFaits;
  return [
    ...phraseEtalement(recap),
    ...(recents === 0
      ? []
      : [
          `${pluralize(recents, 'personne a', 'personnes ont')} déjà reçu ce modèle il y a moins de 30 jours, et le ${recents > 1 ? 'recevront' : 'recevra'} de nouveau.`,
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
    modeles: [
      { ...modele, phraseDepart, retenu, piecesJointes, messages: joignables, recevront: [] },
    ],
    sms,
    exclus: groupExclus(motifs, modele),
    avertissements: listAvertissements(recap),
    piecesJointes: [],
  };
}
