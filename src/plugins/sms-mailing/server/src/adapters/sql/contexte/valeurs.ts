import type { Donnee } from '../../../../../core/catalogue-signets';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { SANS_SIGNATURE } from '../../jetons/reponse';
import { sqlSource, type Source } from './sources';

interface Colonne {
  source: Source | null;
  sql: string;
}

const de = (source: Source | null, sql: string): Colonne => ({ source, sql });

/** Raw values as `core/rendu.ts` wants them: text, 'YYYY-MM-DD', 'YYYY-MM-DDTHH:mm', 'HH:mm', wall clock. */
const COLONNES: Readonly<Record<Donnee, Colonne>> = {
  'personne.civilite': de(null, 'd.civilite'),
  'personne.nom': de(null, 'd.nom'),
  'personne.prenom': de(null, 'd.prenom'),
  'personne.date_naissance': de('fiche', `to_char(pe.date_naissance, 'YYYY-MM-DD')`),
  'personne.date_creation_profil': de('fiche', `to_char(pe.date_creation_profil, 'YYYY-MM-DD')`),
  'personne.statut': de('fiche', 'pe.statut_personne'),
  'personne.csp': de('fiche', 'pe.csp'),
  'personne.niveau_formation': de('fiche', 'pe.niveau_formation'),
  'personne.fonction': de('fiche', 'pe.fonction'),
  'personne.canal_prescription': de('fiche', 'pe.canal_prescription'),
  'personne.moyen_contact': de('fiche', 'pe.moyen_contact'),
  'personne.email': de('email', 'ce.adresse'),
  'personne.telephone': de('telephone', 'te.numero'),
  'personne.adresse_rue': de('adresse', 'ad.rue'),
  'personne.adresse_complement': de('adresse', 'ad.complement'),
  'personne.adresse_code_postal': de('adresse', 'ad.code_postal'),
  'personne.adresse_ville': de('adresse', 'ad.ville'),
  'personne.territoire': de('adresse', 'ad.territoire'),
  'situation.date': de('situation', `to_char(st.date, 'YYYY-MM-DD')`),
  'situation.statut_emploi': de('situation', 'st.statut_emploi'),
  'projet.nom': de('projet', 'pr.nom'),
  'projet.etat': de('projet', 'pr.etat'),
  'projet.secteur': de('projet', 'pr.secteur_activite'),
  'parcours.ods': de('parcours', 'pc.ods'),
  'parcours.etape': de('parcours', 'pc.etape'),
  'parcours.ressource': de('parcours', 'pc.ressource'),
  'parcours.date_debut': de('parcours', `to_char(pc.date_debut, 'YYYY-MM-DD')`),
  'parcours.date_fin': de('parcours', `to_char(pc.date_fin, 'YYYY-MM-DD')`),
  'referent.civilite': de('referent', 'rf.civilite'),
  'referent.nom': de('referent', 'rf.nom'),
  'referent.prenom': de('referent', 'rf.prenom'),
  'referent.email': de('referent', 'rf.email'),
  'referent.telephone': de('referent', 'rf.telephone'),
  'antenne.nom': de('antenne', 'an.nom'),
  'equipe.nom': de('equipe', 'eq.nom'),
  'action.objet': de('action', 'ac.objet'),
  'action.nature': de('action', 'ac.nature'),
  'action.type': de('action_refs', 'ar.type'),
  'action.date': de(
    'action',
    `CASE WHEN ac.heure_debut IS NULL THEN to_char(ac.date, 'YYYY-MM-DD')
          ELSE to_char(ac.date + ac.heure_debut, 'YYYY-MM-DD"T"HH24:MI') END`
  ),
  'action.heure_debut': de('action', `to_char(ac.heure_debut, 'HH24:MI')`),
  'action.heure_fin': de('action', `to_char(ac.heure_fin, 'HH24:MI')`),
  'action.ods': de('action_refs', 'ar.ods'),
  'action.etape': de('action_refs', 'ar.etape'),
  'action.etape_referentiel': de('action', 'ac.etape_referentiel'),
  'action.ressource': de('action_refs', 'ar.ressource'),
  'action.phase_metier': de('action', 'ac.phase_metier'),
  'action.mode_intervention': de('action', 'ac.mode_intervention'),
  'action.lien_visio': de('action', 'ac.lien_visio'),
  // Whoever sends to the person herself signs it (adapters/jetons/reponse.ts); a preview shows it as it is.
  'action.lien_confirmation': de('participation', `to_hex(pp.id) || '${SANS_SIGNATURE}'`),
  'action.capacite': de('action', 'ac.capacite::text'),
  'action.antenne': de('action_refs', 'ar.antenne'),
  'site.nom': de('site', 'si.nom'),
  'site.adresse': de('site', 'si.adresse'),
  'site.complement': de('site', 'si.complement'),
  'site.code_postal': de('site', 'si.code_postal'),
  'site.ville': de('site', 'si.ville'),
  'animateur.civilite': de('animateur', 'am.civilite'),
  'animateur.nom': de('animateur', 'am.nom'),
  'animateur.prenom': de('animateur', 'am.prenom'),
  'animateur.email': de('animateur', 'am.email'),
  'animateur.telephone': de('animateur', 'am.telephone'),
  'participation.statut': de('participation', 'pp.statut'),
  'participation.presence': de('participation', 'pp.presence'),
  'participation.confirme': de(
    'participation',
    `CASE WHEN pp.id IS NULL THEN NULL WHEN pp.confirme IS NULL THEN 'Sans réponse' WHEN pp.confirme THEN 'Oui' ELSE 'Non' END`
  ),
  'participation.place_limite': de('place', 'pl.limite'),
  'entreprise.raison_sociale': de('entreprise', 'en.raison_sociale'),
  'entreprise.siret': de('entreprise', 'en.siret'),
  'entreprise.adresse_rue': de('adresse', 'CASE WHEN d.raison_sociale IS NOT NULL THEN ad.rue END'),
  'entreprise.adresse_code_postal': de(
    'adresse',
    'CASE WHEN d.raison_sociale IS NOT NULL THEN ad.code_postal END'
  ),
  'entreprise.adresse_ville': de(
    'adresse',
    'CASE WHEN d.raison_sociale IS NOT NULL THEN ad.ville END'
  ),
};

export interface Contexte {
  /** LEFT JOINs to put after the joins of `u` and `d`. */
  jointures: string;
  /** A text[] with one element per key, in the order given. */
  valeurs: string;
}

/** The values that the signets of a modele read, and only them. */
export function sqlContexte(donnees: readonly Donnee[], type: TypeDestinataire): Contexte {
  const colonnes = donnees.map((donnee) => COLONNES[donnee]);
  const sources = new Set(colonnes.flatMap(({ source }) => (source === null ? [] : [source])));
  return {
    jointures: [...sources].map((source) => sqlSource(source, type)).join('\n'),
    valeurs: `ARRAY[${colonnes.map(({ sql }) => `(${sql})::text`).join(', ')}]::text[]`,
  };
}
