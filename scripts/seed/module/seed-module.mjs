import { EMAILS_ACTION } from './emails-action.mjs';
import { EMAILS_PERSONNE } from './emails-personne.mjs';
import { ENVOIS_AUTOMATIQUES } from './envois-automatiques.mjs';
import { NEWSLETTERS } from './newsletters.mjs';
import { PIECES_JOINTES } from './pieces-jointes.mjs';
import { SMS } from './sms.mjs';

/** Guide §10: the package of the screen. */
const PACKAGE = { dateAchat: '2018-01-02', achetes: 500 };

/** Guide §2.b: what a modèle written for PERSONNE is for; for an ACTION, its signets say it. */
const PERSONNE = ['campagne', 'fiche_entrepreneur'];

/** The modèles by the key under which the seed knows them, as the module's routes take them. */
export const MODELES = {
  ...complete(EMAILS_PERSONNE, { typeContact: 'email', modalites: PERSONNE }),
  ...complete(EMAILS_ACTION, { typeContact: 'email' }),
  ...complete(NEWSLETTERS, { typeContact: 'newsletter', but: 'promotion' }),
  ...complete(SMS, { typeContact: 'sms' }),
};

function complete(modeles, commun) {
  const defauts = { destinataires: ['entrepreneur'], but: 'suivi', fichiers: [], ...commun };
  return Object.fromEntries(
    Object.entries(modeles).map(([cle, modele]) => [cle, { ...defauts, ...modele }])
  );
}

/** The lists of a rule, from the names of the CRM to its documentIds. */
function resolveCriteres({ typesAction = [], ods = [], etapes = [], ...reste }, resume) {
  const resolve = (noms, fiches) => noms.map((nom) => fiches[nom].documentId);
  return {
    ...reste,
    typesAction: resolve(typesAction, resume.typesAction),
    ods: resolve(ods, resume.ods),
    etapes: resolve(etapes, resume.etapes),
  };
}

/**
 * The modèles, envois automatiques and package of the guide, through the module's own routes: what is
 * kept was checked and compiled by the application. `administrateur` and `gestionnaire` are sessions
 * (`post(path, body)`), `addPieceJointe` keeps a file; `resume` is what `seedCrm` answered. Resolves to the
 * documentIds of the modèles by key.
 */
export async function seedModule({ administrateur, gestionnaire, addPieceJointe, resume }) {
  const modeles = {};
  for (const [cle, { fichiers, ...modele }] of Object.entries(MODELES)) {
    const piecesJointes = [];
    for (const fichier of fichiers) {
      piecesJointes.push(await addPieceJointe(PIECES_JOINTES[fichier]));
    }
    const { documentId } = await gestionnaire.post('/modeles', { ...modele, piecesJointes });
    modeles[cle] = documentId;
  }
  for (const { modele, criteres, ...regle } of ENVOIS_AUTOMATIQUES) {
    await gestionnaire.post('/envois-automatiques', {
      regle: {
        ...regle,
        typeContact: MODELES[modele].typeContact,
        modeleDocumentId: modeles[modele],
        criteres: resolveCriteres(criteres, resume),
      },
    });
  }
  await administrateur.post('/packages-sms', PACKAGE);
  return modeles;
}
