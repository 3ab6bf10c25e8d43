import { escapeHtml } from '../../../../core/entites-html';
import { formatJour } from '../../../../core/horaire';
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

function writeOuverte(page: PageReponse): PagePublique {
  const { statut, confirme, prenom } = page.invitation;
  if (page.desistee) {
    return writeDesistee(page);
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
  const bonjour = prenom === '' ? 'Bonjour,' : `Bonjour ${escapeHtml(prenom)},`;
  return {
    titre: 'Viendrez-vous ?',
    corps: `<p>${bonjour} vous êtes inscrit(e) à ce rendez-vous.</p>${writeAction(page)}${form(
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

export const TROP_DE_DEMANDES: PagePublique = {
  titre: 'Un instant',
  corps: '<p>Trop de demandes sont arrivées d’ici : réessayez dans quelques minutes.</p>',
};
