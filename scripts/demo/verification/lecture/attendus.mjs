import { addJours } from '../../../seed/jours.mjs';
import { ENVOIS_AUTOMATIQUES } from '../../../seed/module/envois-automatiques.mjs';
import { PIECES_JOINTES } from '../../../seed/module/pieces-jointes.mjs';
import { MODELES } from '../../../seed/module/seed-module.mjs';
import { CAMPAGNES, FICHES_ACTION, FICHES_ENTREPRENEUR } from '../actes.mjs';
import { findReferent, reachContact, reachEntrepreneur, reachEntreprise } from './conditions.mjs';
import { LECTURES } from './textes.mjs';

/** One message as it should arrive at `adresse`. */
function describeMessage(cle, adresse, sujet, automatique) {
  const modele = MODELES[cle];
  const { objet, extraits } = LECTURES[cle];
  const mail = modele.typeContact !== 'sms';
  return {
    transport: mail ? 'mail' : 'sms',
    adresse,
    objet: mail ? (objet?.(sujet) ?? modele.objet) : '',
    extraits: extraits(sujet),
    automatique,
    promotion: modele.but === 'promotion',
    pieces: modele.fichiers.map((fichier) => PIECES_JOINTES[fichier].nom),
  };
}

/** `{ attendus, motifs }` of one modèle for a list of people, each `{ atteinte, sujet }`. */
function readEnvois(cle, destinataires, automatique = false) {
  const attendus = [];
  const motifs = [];
  for (const { atteinte, sujet } of destinataires) {
    if (atteinte.motif) {
      motifs.push(atteinte.motif);
    } else {
      attendus.push(describeMessage(cle, atteinte.adresse, sujet, automatique));
    }
  }
  return { attendus, motifs };
}

function gather(envois) {
  return {
    attendus: envois.flatMap(({ attendus }) => attendus),
    motifs: envois.flatMap(({ motifs }) => motifs),
  };
}

/** « Tout cocher » leaves the fiches test aside (decision F13). */
function reachCochee(entrepreneur, modele) {
  const atteinte = reachEntrepreneur(entrepreneur, modele);
  return entrepreneur.fiche_test && atteinte.adresse ? { motif: 'fiche_test' } : atteinte;
}

const FAMILLES = {
  entrepreneur: ({ entrepreneurs }, modele) =>
    entrepreneurs.map((fiche) => ({
      fiche,
      atteinte: reachCochee(fiche, modele),
      sujet: { fiche, personne: fiche },
    })),
  contact_individuel: ({ contacts }, modele) =>
    contacts.map((fiche) => ({
      fiche,
      atteinte: reachContact(fiche, modele),
      sujet: { fiche, personne: fiche },
    })),
  entreprise_partenaire: ({ entreprises }, modele) =>
    entreprises.map((fiche) => ({
      fiche,
      atteinte: reachEntreprise(fiche, modele),
      sujet: { fiche, personne: findReferent(fiche) },
    })),
};

/** §7: everyone the filters describe, minus who was unticked. */
function readCampagne(crm, resume, { modele: cle, typeDestinataire, lecture, sauf }) {
  const decochee = sauf ? resume.entrepreneurs[sauf].id : null;
  const destinataires = FAMILLES[typeDestinataire](crm, MODELES[cle]).filter(
    ({ fiche }) => fiche.id !== decochee && lecture(fiche, crm)
  );
  return readEnvois(cle, destinataires);
}

/** §9: one message per modèle ticked. */
function readFicheEntrepreneur(crm, resume, { qui, modeles }) {
  const personne = crm.entrepreneurs.find(({ id }) => id === resume.entrepreneurs[qui].id);
  return gather(
    modeles.map((cle) =>
      readEnvois(cle, [
        {
          atteinte: reachEntrepreneur(personne, MODELES[cle]),
          sujet: { fiche: personne, personne },
        },
      ])
    )
  );
}

/** Decisions D10, G15: who comes, not the liste d'attente. */
function listParticipants(action, cle, keep = () => true) {
  return action.participations
    .filter(
      (participation) =>
        ['Inscrit', 'Surbooking'].includes(participation.statut) && keep(participation)
    )
    .map(({ entrepreneur: personne }) => ({
      atteinte: reachEntrepreneur(personne, MODELES[cle]),
      sujet: { personne, action },
    }));
}

function readFicheAction(crm, resume, { action: nom, modeles }) {
  const action = crm.actions.find(({ id }) => id === resume.actions[nom].id);
  return gather(modeles.map((cle) => readEnvois(cle, listParticipants(action, cle))));
}

function isOneOf(valeurs, valeur) {
  return valeurs === undefined || valeurs.includes(valeur);
}

/** §6.b: « une action avec les mêmes caractéristiques » J days away; a cancelled one is no action (F12). */
function matches(action, { criteres, delai }, reference) {
  return (
    action.statut !== 'Annulée' &&
    action.date === addJours(reference, -delai) &&
    isOneOf(criteres.natures, action.nature) &&
    isOneOf(criteres.typesAction, action.type) &&
    isOneOf(criteres.ods, action.ods) &&
    isOneOf(criteres.etapes, action.etape) &&
    isOneOf(criteres.modesIntervention, action.mode_intervention)
  );
}

function readEnvoiAutomatique(crm, regle) {
  const { modele: cle, criteres } = regle;
  const keep = ({ presence, confirme }) =>
    isOneOf(criteres.presences, presence) && (criteres.confirme !== 'oui' || confirme === true);
  const actions = crm.actions.filter((action) => matches(action, regle, crm.reference));
  return gather(
    actions.map((action) => readEnvois(cle, listParticipants(action, cle, keep), true))
  );
}

/**
 * What the guide says should happen, from the fiches alone: `clic` at once, `soir` at 19h; in each the
 * messages `attendus` and the `motifs` of those who receive nothing. `campagnes` leaves out those that
 * reach nobody, which the screen does not let program.
 */
export function readAttendus(crm, resume) {
  const lu = { ...crm, reference: resume.reference };
  const campagnes = CAMPAGNES.map((campagne) => ({
    campagne,
    envois: readCampagne(lu, resume, campagne),
  })).filter(({ envois }) => envois.attendus.length > 0);
  return {
    campagnes: campagnes.map(({ campagne }) => campagne),
    clic: gather(FICHES_ACTION.map((envoi) => readFicheAction(lu, resume, envoi))),
    soir: gather([
      ...campagnes.map(({ envois }) => envois),
      ...FICHES_ENTREPRENEUR.map((envoi) => readFicheEntrepreneur(lu, resume, envoi)),
      ...ENVOIS_AUTOMATIQUES.filter(({ inactif }) => !inactif).map((regle) =>
        readEnvoiAutomatique(lu, regle)
      ),
    ]),
  };
}
