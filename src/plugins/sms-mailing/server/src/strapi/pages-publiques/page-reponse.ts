import { escapeHtml } from '../../../../core/entites-html';
import { formatJour, localDate, localHeure } from '../../../../core/horaire';
import type { PageReponse } from '../../services/reponses/bind-reponses';
import type { PagePublique } from './page';

/** « vendredi 4 mars 2022, de 10h00 à 11h00 » */
function formatQuand({ invitation: { action, heureFin } }: PageReponse): string {
  const jour = `${formatJour(action.date)} ${action.date.slice(0, 4)}`;
  const heures = [action.heureDebut, heureFin].map((heure) => heure?.replace(':', 'h') ?? null);
  const [debut, fin] = heures;
  if (debut === null || debut === undefined) {
    return jour;
  }
  return fin === null || fin === undefined
    ? `${jour}, à ${debut}`
    : `${jour}, de ${debut} à ${fin}`;
}

function writeAction(page: PageReponse): string {
  const { objet, lieu, aDistance } = page.invitation;
  const lignes: [string, string | null][] = [
    ['Rendez-vous', objet],
    ['Date', formatQuand(page)],
    ['Lieu', lieu ?? (aDistance ? 'À distance, par visioconférence' : null)],
  ];
  return `<dl>${lignes
    .filter(([, valeur]) => valeur !== null)
    .map(([nom, valeur]) => `<dt>${nom}</dt><dd>${escapeHtml(valeur ?? '')}</dd>`)
    .join('')}</dl>`;
}

const BOUTON = {
  oui: (texte: string) => `<button class="principal" name="reponse" value="oui">${texte}</button>`,
  non: (texte: string, classe = '') =>
    `<button${classe} name="reponse" value="non">${texte}</button>`,
};

const CHANGER =
  '<p class="note">Vous pouvez changer d’avis jusqu’au rendez-vous, avec ce même lien.</p>';

const form = (boutons: string): string => `<form method="post" class="deux">${boutons}</form>`;

function writeDesistee(page: PageReponse): PagePublique {
  return {
    titre: 'C’est noté : vous ne viendrez pas',
    fait: true,
    corps: `<p>Merci de nous avoir prévenus. Vous ne recevrez plus de rappel pour ce rendez-vous.</p>${writeAction(page)}<p>Finalement, vous pouvez venir ? Nous vous rendrons une place s’il en reste.</p>${form(BOUTON.oui('Je peux venir'))}`,
  };
}

function writeAttente(page: PageReponse): PagePublique {
  const { confirme } = page.invitation;
  return {
    titre: 'Vous êtes en liste d’attente',
    corps: `<p>Il n’y a pas encore de place pour vous. Nous vous écrirons s’il s’en libère une.</p>${writeAction(page)}${
      confirme === true ? '<p>Vous nous avez dit être toujours intéressé(e).</p>' : ''
    }${form(
      `${confirme === true ? '' : BOUTON.oui('Je reste intéressé(e)')}${BOUTON.non('Je ne pourrai pas venir')}`
    )}${CHANGER}`,
  };
}

const saluer = ({ invitation: { prenom } }: PageReponse): string =>
  prenom === '' ? 'Bonjour,' : `Bonjour ${escapeHtml(prenom)},`;

/** « vendredi 4 mars 2022 à 18h00 » */
function formatLimite(limite: Date, zone: string): string {
  const date = localDate(limite, zone);
  return `${formatJour(date)} ${date.slice(0, 4)} à ${localHeure(limite, zone).slice(0, 5).replace(':', 'h')}`;
}

/** Decision G15: a place kept for her, for a while. */
function writeProposition(page: PageReponse): PagePublique {
  const { placeJusquA } = page.invitation;
  const limite = placeJusquA === null ? '' : formatLimite(placeJusquA, page.zone);
  return {
    titre: 'Une place s’est libérée',
    corps: `<p>${saluer(page)} une place s’est libérée pour ce rendez-vous. Elle est gardée pour vous jusqu’au <strong>${limite}</strong>.</p>${writeAction(page)}${form(
      `${BOUTON.oui('Je prends la place')}${BOUTON.non('Je ne pourrai pas venir')}`
    )}<p class="note">Sans réponse d’ici là, vous restez en liste d’attente et la place pourra être proposée à quelqu’un d’autre. « Je ne pourrai pas venir » vous retire de la liste d’attente.</p>`,
  };
}

/** She pressed « Je prends la place », and somebody had just taken it. */
function writePlacePrise(page: PageReponse): PagePublique {
  return {
    titre: 'La place vient d’être prise',
    corps: `<p>Nous sommes désolés : il n’y a plus de place pour l’instant. Vous restez en liste d’attente.</p>${writeAction(page)}${form(BOUTON.non('Je ne pourrai pas venir'))}${CHANGER}`,
  };
}

function writeOuverte(page: PageReponse): PagePublique {
  const { statut, confirme } = page.invitation;
  if (page.desistee) {
    return writeDesistee(page);
  }
  if (page.placeProposee) {
    return page.invitation.placeLibre ? writeProposition(page) : writePlacePrise(page);
  }
  if (statut === "Liste d'attente") {
    return writeAttente(page);
  }
  if (confirme === true) {
    return {
      titre: 'C’est noté : nous vous attendons',
      fait: true,
      corps: `<p>Merci d’avoir confirmé votre venue.</p>${writeAction(page)}<p>Un empêchement ? Prévenez-nous : votre place servira à quelqu’un d’autre.</p>${form(BOUTON.non('Je ne pourrai pas venir'))}${CHANGER}`,
    };
  }
  return {
    titre: 'Viendrez-vous ?',
    corps: `<p>${saluer(page)} vous êtes inscrit(e) à ce rendez-vous.</p>${writeAction(page)}${form(
      `${BOUTON.oui('Je confirme')}${BOUTON.non('Je ne pourrai pas venir')}`
    )}${CHANGER}`,
  };
}

const CONTACT = '<p>Une question ? Répondez au message que vous avez reçu, ou appelez-nous.</p>';

export function writePageReponse(page: PageReponse): PagePublique {
  switch (page.porte) {
    case 'ouverte':
      return writeOuverte(page);
    case 'passee':
      return {
        titre: 'Ce rendez-vous est passé',
        corps: `<p>Il n’est plus possible d’y répondre.</p>${writeAction(page)}${CONTACT}`,
      };
    case 'action_annulee':
      return {
        titre: 'Ce rendez-vous est annulé',
        corps: `<p>Vous n’avez rien à faire.</p>${writeAction(page)}${CONTACT}`,
      };
    case 'participation_annulee':
      return {
        titre: 'Votre inscription est annulée',
        corps: `<p>Vous n’êtes plus inscrit(e) à ce rendez-vous.</p>${writeAction(page)}${CONTACT}`,
      };
  }
}

export const REPONSE_INCONNUE: PagePublique = {
  titre: 'Ce lien ne mène à aucun rendez-vous',
  corps: `<p>Il est peut-être coupé : ouvrez-le depuis le message, ou recopiez-le en entier. Le lien d’un exemple ou d’un aperçu ne s’ouvre pas.</p>${CONTACT}`,
};

export const REPONSE_ILLISIBLE: PagePublique = {
  titre: 'Votre réponse n’est pas arrivée',
  corps: `<p>Revenez à la page précédente et touchez l’un des deux boutons.</p>${CONTACT}`,
};
