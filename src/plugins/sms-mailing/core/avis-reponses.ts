import { formatDate } from './horaire';
import type { Avis } from './recapitulatif';
import type { ComptesReponses, Reponse } from './reponse';

/** One answer by the link of a message, as its intervenant reads it. */
export interface ReponseRecue {
  nom: string;
  reponse: Reponse;
  /** The statut that it left: who comes back may find the action full. */
  statut: string;
}

export interface ActionRepondue {
  objet: string;
  /** 'YYYY-MM-DD' */
  date: string;
  /** 'HH:mm' */
  heureDebut: string | null;
}

const plural = (nombre: number, un: string, plusieurs: string): string =>
  `${String(nombre)} ${nombre > 1 ? plusieurs : un}`;

function phraseOui({ nom, statut }: ReponseRecue): string {
  return statut === "Liste d'attente" ? `${nom} (en liste d’attente)` : nom;
}

function partie(titre: string, lignes: readonly string[]): Avis['paragraphes'] {
  return lignes.length === 0
    ? []
    : [{ titre: `${titre} (${String(lignes.length)})`, lignes: [...lignes] }];
}

function objetOf(recues: readonly ReponseRecue[], quoi: string): string {
  const [seule] = recues;
  if (recues.length === 1 && seule !== undefined) {
    const verbe = seule.reponse === 'oui' ? 'confirme' : 'ne viendra pas';
    return `${seule.nom} ${verbe} : ${quoi}`;
  }
  return `${String(recues.length)} réponses : ${quoi}`;
}

/** What participants answered by their link, told to who leads the action; of each person, what she said last. */
export function composeAvisReponses(
  { objet, date, heureDebut }: ActionRepondue,
  recues: readonly ReponseRecue[],
  comptes: ComptesReponses
): Avis {
  const quand = [formatDate(date), heureDebut === null ? '' : `à ${heureDebut}`]
    .filter((mot) => mot !== '')
    .join(' ');
  const non = recues.filter(({ reponse }) => reponse === 'non').map(({ nom }) => nom);
  const oui = recues.filter(({ reponse }) => reponse === 'oui').map(phraseOui);
  const bilan = [
    plural(comptes.oui, 'confirmé', 'confirmés'),
    `${String(comptes.sansReponse)} sans réponse`,
    ...(comptes.non === 0 ? [] : [plural(comptes.non, 'a dit non', 'ont dit non')]),
  ].join(', ');
  return {
    objet: objetOf(recues, `${objet} du ${quand}`),
    paragraphes: [
      { titre: `Réponses des participants à « ${objet} » du ${quand}`, lignes: [] },
      ...partie('Ne viendront pas', non),
      ...partie('Ont confirmé', oui),
      { titre: `Parmi ceux qui viennent : ${bilan}.`, lignes: [] },
    ],
  };
}
