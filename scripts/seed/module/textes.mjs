/** The prefixes of guide §2.b and §2.c: a participant of an action, its animateur. */
const PARTICIPANT = 'tableN.action_beneficiaire_personne/personne_';
const ANIMATEUR = 'action_animateur_intervenant/personne_';

/** `${…}`, said once: these files quote signets, JavaScript must not read them. */
export function signet(chemin) {
  return `\${${chemin}}`;
}

export const CIVILITE = signet('personne/personne_civilite');
export const NOM = signet('personne/personne_nom');
export const PRENOM = signet('personne/personne_prenom');
export const PARTICIPANT_CIVILITE = signet(`${PARTICIPANT}civilite`);
export const PARTICIPANT_PRENOM = signet(`${PARTICIPANT}prenom`);
export const PARTICIPANT_NOM = signet(`${PARTICIPANT}nom`);
export const INTERVENANT = `${signet(`${ANIMATEUR}prenom`)} ${signet(`${ANIMATEUR}nom`)}`;

/** Paragraphs of a message; the signature of every e-mail of the guide. */
export function ecrire(...paragraphes) {
  return [...paragraphes, 'Cordialement,<br />Votre BGE']
    .map((texte) => `<p>${texte}</p>`)
    .join('\n');
}
