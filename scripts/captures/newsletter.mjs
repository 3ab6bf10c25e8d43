import { PRENOM } from '../seed/module/textes.mjs';

const LIEN = 'https://www.bge-demo.test/ateliers';
const COLONNE = '<td width="50%" valign="top" style="padding:0 8px">';

/** All that a newsletter may hold, as the editor writes it. */
export const NEWSLETTER = {
  typeContact: 'newsletter',
  nom: 'Lettre de printemps',
  objet: `${PRENOM}, vos ateliers du printemps`,
  destinataires: ['entrepreneur', 'contact_individuel'],
  but: 'promotion',
  inactif: false,
  modalites: ['campagne'],
  piecesJointes: [],
  message: [
    '<table data-entete="" role="presentation" width="100%" cellpadding="0" cellspacing="0"><tbody><tr><td class="entete" bgcolor="#0b57a4" style="background-color:#0b57a4;color:#ffffff;padding:24px 24px 12px"><h2 style="text-align:center">Le printemps des créateurs</h2></td></tr></tbody></table>',
    `<p>Bonjour ${PRENOM},</p>`,
    '<p>Cinq ateliers gratuits pour avancer sur votre projet, en présentiel ou à distance.</p>',
    `<table data-colonnes="2" role="presentation" width="100%" cellpadding="0" cellspacing="0"><tbody><tr>${COLONNE}<h3>Étude de marché</h3><p>Qui sont vos clients, et combien paieront-ils ?</p></td>${COLONNE}<h3>Choisir son statut</h3><p>Micro-entreprise ou société : comparer avant de signer.</p></td></tr></tbody></table>`,
    `<table data-bouton="" role="presentation" cellpadding="0" cellspacing="0"><tbody><tr><td style="background-color:#0b57a4;border-radius:4px;padding:12px 24px" bgcolor="#0b57a4"><a href="${LIEN}" style="color:#ffffff;text-decoration:none;font-weight:bold">Voir les ateliers</a></td></tr></tbody></table>`,
  ].join(''),
};
