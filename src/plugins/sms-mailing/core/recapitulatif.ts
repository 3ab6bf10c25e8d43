import { escapeHtml } from './entites-html';
import { formatDate } from './horaire';
import { phraseMotif } from './motif';
import { LIBELLES_TYPE_CONTACT, type StatutEnvoi, type TypeContact } from './vocabulaire';

/** One envoi automatique of the evening, for one participant. Nothing else of the person is told. */
export interface LigneRecapitulatif {
  nom: string;
  typeContact: TypeContact;
  modele: string;
  statut: StatutEnvoi;
  motif: string | null;
}

export interface ActionRecapitulee {
  objet: string;
  /** 'YYYY-MM-DD' */
  date: string;
  /** The evening, 'YYYY-MM-DD'. */
  soir: string;
}

/** What the module writes to a member of the association. */
export interface Avis {
  objet: string;
  /** Paragraphs; a list is one paragraph with its lines. */
  paragraphes: { titre: string; lignes: string[] }[];
}

type Sort = 'recu' | 'non' | 'attente';

const SORTS: Readonly<Record<StatutEnvoi, Sort>> = {
  envoye: 'recu',
  remis: 'recu',
  exclu: 'non',
  echec: 'non',
  annule: 'non',
  incertain: 'non',
  programme: 'attente',
  reserve: 'attente',
  en_cours: 'attente',
};

/** Outcomes that are not a rule's: said here in the words of the historique. */
const RAISONS: Readonly<Record<string, string>> = {
  refuse: 'le message a été refusé : vérifiez l’adresse ou le numéro.',
  abandon: 'le message n’a pas pu partir malgré plusieurs essais.',
  non_remis: 'l’opérateur n’a pas pu remettre le SMS.',
};

function raisonOf({ statut, motif }: LigneRecapitulatif): string {
  if (statut === 'incertain') {
    return 'peut-être parti : à vérifier par un administrateur.';
  }
  if (statut === 'annule') {
    return 'l’envoi a été annulé.';
  }
  return motif === null ? 'le message n’est pas parti.' : (RAISONS[motif] ?? phraseMotif(motif));
}

function describe(ligne: LigneRecapitulatif, sort: Sort): string {
  const quoi = `${ligne.nom} (${LIBELLES_TYPE_CONTACT[ligne.typeContact]} « ${ligne.modele} »)`;
  return sort === 'non' ? `${quoi} : ${raisonOf(ligne)}` : quoi;
}

/** Decision F15: what left this evening for one action, who did not receive it and why. */
export function composeRecapitulatif(
  action: ActionRecapitulee,
  lignes: readonly LigneRecapitulatif[]
): Avis {
  const partie = (sort: Sort, titre: string): Avis['paragraphes'] => {
    const choisies = lignes.filter(({ statut }) => SORTS[statut] === sort);
    return choisies.length === 0
      ? []
      : [
          {
            titre: `${titre} (${String(choisies.length)})`,
            lignes: choisies.map((ligne) => describe(ligne, sort)),
          },
        ];
  };
  return {
    objet: `Récapitulatif du ${formatDate(action.soir)} : ${action.objet} du ${formatDate(action.date)}`,
    paragraphes: [
      {
        titre: `Messages automatiques du ${formatDate(action.soir)} pour « ${action.objet} » du ${formatDate(action.date)}`,
        lignes: [],
      },
      ...partie('recu', 'Envoyés'),
      ...partie('non', 'Non envoyés'),
      ...partie('attente', 'Pas encore partis'),
    ],
  };
}

/** Decision E2, guide §10 « renouveler un achat pack quand le stock est proche de 0 ». */
export function composeAlerteStock(reste: number, seuil: number): Avis {
  const titre =
    reste > 0
      ? `Il reste ${reste.toLocaleString('fr-FR')} SMS : moins de ${String(seuil)} % des packages en cours.`
      : 'Il ne reste plus de SMS dans les packages saisis.';
  return {
    objet: reste > 0 ? 'Le stock de SMS est bas' : 'Le stock de SMS est épuisé',
    paragraphes: [
      {
        titre,
        lignes: [
          'Achetez un package chez votre opérateur, puis saisissez-le dans Administration > Contacts e-mails/SMS > Package SMS.',
          'Sans crédit, les SMS programmés ne partent pas et leur ligne dit pourquoi.',
        ],
      },
    ],
  };
}

/** The two bodies of an avis; names come from the CRM, so all is escaped. */
export function renderAvis({ paragraphes }: Avis): { html: string; texte: string } {
  const html = paragraphes.map(({ titre, lignes }) => {
    const liste = lignes.map((ligne) => `<li>${escapeHtml(ligne)}</li>`).join('');
    return `<p><strong>${escapeHtml(titre)}</strong></p>${liste === '' ? '' : `<ul>${liste}</ul>`}`;
  });
  const texte = paragraphes.map(({ titre, lignes }) =>
    [titre, ...lignes.map((ligne) => `- ${ligne}`)].join('\n')
  );
  return { html: html.join(''), texte: texte.join('\n\n') };
}
