import {
  describeEtat,
  listChoix,
  type ChoixDesinscription,
  type EtatDesinscription,
} from '../../../../core/desinscription';
import { escapeHtml } from '../../../../core/entites-html';
import type { Identite, PagePublique } from './page';

interface Choix {
  titre: string;
  suite: string;
}

const CHOIX: Readonly<Record<ChoixDesinscription, Choix>> = {
  promotions: {
    titre: 'Plus aucune promotion',
    suite:
      'Ni newsletter ni annonce d’atelier ou d’événement par e-mail. Vos convocations et vos rappels de rendez-vous arrivent encore.',
  },
  promotions_et_sms: {
    titre: 'Plus aucune promotion, plus aucun SMS',
    suite:
      'Les rappels de rendez-vous par SMS s’arrêtent aussi. Vos convocations arrivent encore par e-mail.',
  },
  tout: {
    titre: 'Plus rien du tout',
    suite:
      'Ni e-mail ni SMS : plus de convocation ni de rappel, même pour un rendez-vous déjà pris.',
  },
};

/** The first visit has the least choice ticked; whoever has chosen already ticks what else she wants. */
function writeForm(etat: EtatDesinscription, legende: string): string {
  const premiere = etat.opposees.length === 0;
  const offerts = listChoix(etat);
  const radios = offerts
    .map((choix, rang) => {
      const { titre, suite } = CHOIX[choix];
      const coche = premiere && rang === 0 ? ' checked' : '';
      return `<label><input type="radio" name="choix" value="${choix}" required${coche}><span>${titre}<small>${suite}</small></span></label>`;
    })
    .join('');
  return offerts.length === 0
    ? ''
    : `<form method="post"><fieldset><legend>${legende}</legend>${radios}</fieldset><button${premiere ? ' class="principal"' : ''}>Enregistrer mon choix</button></form>`;
}

const liste = (titre: string, lignes: readonly string[]): string =>
  lignes.length === 0
    ? ''
    : `<h2>${titre}</h2><ul>${lignes.map((ligne) => `<li>${ligne}</li>`).join('')}</ul>`;

function writeEtat(etat: EtatDesinscription): string {
  const { arretes, restent } = describeEtat(etat);
  const rien = restent.length === 0 ? '<p>Vous ne recevrez plus rien de notre part.</p>' : '';
  return `${liste('Vous ne recevrez plus', arretes)}${liste('Vous recevrez encore', restent)}${rien}`;
}

function writeRetour({ courriel }: Identite): string {
  const adresse = escapeHtml(courriel);
  return `<h2>Pour revenir</h2><p>Vous changez d’avis ? Écrivez à <a href="mailto:${adresse}">${adresse}</a>, répondez à l’un de nos messages ou appelez-nous : nous noterons votre nouvel accord.</p>`;
}

/** What is asked; of who has opposed something already, what holds comes first. */
export function writeQuestion(etat: EtatDesinscription, identite: Identite): PagePublique {
  if (etat.opposees.length > 0) {
    const autre = writeForm(etat, 'Ne plus recevoir autre chose ?');
    return {
      titre: 'Ce que vous recevez',
      corps: `${writeEtat(etat)}${autre}${writeRetour(identite)}`,
    };
  }
  return {
    titre: 'Que ne souhaitez-vous plus recevoir ?',
    corps: `<p>Choisissez : rien ne change tant que vous n’avez pas enregistré.</p>${writeForm(etat, 'Mon choix')}<p class="note">Votre choix vaut pour vous, quelle que soit votre adresse.</p>`,
  };
}

/** Once it is written. */
export function writeFait(etat: EtatDesinscription, identite: Identite): PagePublique {
  return {
    titre: 'C’est fait',
    fait: true,
    corps: `<p>Votre choix est enregistré.</p>${writeEtat(etat)}${writeRetour(identite)}${writeForm(etat, 'Ne plus recevoir autre chose ?')}`,
  };
}

export const DESINSCRIPTION_INCONNUE: PagePublique = {
  titre: 'Lien inconnu',
  corps:
    '<p>Ce lien de désinscription n’est pas valable : ouvrez-le depuis le message, en entier. Sinon, répondez à ce message : nous le ferons pour vous.</p>',
};

export const CHOIX_ILLISIBLE: PagePublique = {
  titre: 'Votre choix n’est pas arrivé',
  corps:
    '<p>Rien n’a changé. Revenez à la page précédente, choisissez une des réponses et enregistrez.</p>',
};
