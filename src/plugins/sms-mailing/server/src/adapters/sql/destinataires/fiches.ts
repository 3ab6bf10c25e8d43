import type { TypeDestinataire } from '../../../../../core/vocabulaire';

/**
 * One row per fiche, the same columns for the three kinds of destinataire (alias `d` everywhere):
 * id, document_id, civilite, nom, prenom, inactif, fiche_test, accepte_sms, consentement (null where the
 * guide has none), antenne_id, referent_id, equipe_id (of the référent), contact_id (the person really
 * written to, for a partner company: guide §2.d, its référent), raison_sociale.
 */
const ENTREPRENEURS = `
  SELECT e.id, e.document_id, e.civilite, e.nom, e.prenom,
         coalesce(e.inactif, false) AS inactif, coalesce(e.fiche_test, false) AS fiche_test,
         coalesce(e.accepte_sms, false) AS accepte_sms, e.consentement_rgpd AS consentement,
         la.antenne_id, lr.intervenant_id AS referent_id, le.equipe_id,
         e.id AS contact_id, NULL::varchar AS raison_sociale,
         NULL::varchar AS courriel, NULL::boolean AS accepte_courriel, NULL::varchar AS etat_courriel,
         NULL::varchar AS empreinte_courriel
    FROM entrepreneurs e
    LEFT JOIN entrepreneurs_antenne_lnk la ON la.entrepreneur_id = e.id
    LEFT JOIN entrepreneurs_referent_lnk lr ON lr.entrepreneur_id = e.id
    LEFT JOIN intervenants_equipe_lnk le ON le.intervenant_id = lr.intervenant_id`;

const CONTACTS_INDIVIDUELS = `
  SELECT i.id, i.document_id, i.civilite, i.nom, i.prenom,
         coalesce(i.inactif, false) AS inactif, false AS fiche_test,
         coalesce(i.accepte_sms, false) AS accepte_sms, NULL::varchar AS consentement,
         la.antenne_id, lr.intervenant_id AS referent_id, le.equipe_id,
         i.id AS contact_id, NULL::varchar AS raison_sociale,
         nullif(btrim(i.courriel_pro), '') AS courriel,
         coalesce(i.accepte_courriel, true) AS accepte_courriel, i.etat_courriel, i.empreinte_courriel
    FROM contacts_individuels i
    LEFT JOIN contacts_individuels_antenne_lnk la ON la.contact_individuel_id = i.id
    LEFT JOIN contacts_individuels_referent_lnk lr ON lr.contact_individuel_id = i.id
    LEFT JOIN intervenants_equipe_lnk le ON le.intervenant_id = lr.intervenant_id`;

const ENTREPRISES_PARTENAIRES = `
  SELECT p.id, p.document_id, r.civilite, coalesce(r.nom, p.raison_sociale) AS nom, r.prenom,
         coalesce(p.inactif, false) AS inactif, false AS fiche_test,
         coalesce(r.accepte_sms, false) AS accepte_sms, NULL::varchar AS consentement,
         la.antenne_id, lr.intervenant_id AS referent_id, le.equipe_id,
         r.id AS contact_id, p.raison_sociale,
         nullif(btrim(r.courriel_pro), '') AS courriel,
         coalesce(r.accepte_courriel, true) AS accepte_courriel, r.etat_courriel, r.empreinte_courriel
    FROM entreprises_partenaires p
    LEFT JOIN LATERAL (
           SELECT c.* FROM contacts_partenaires_entreprise_lnk lc
             JOIN contacts_partenaires c ON c.id = lc.contact_partenaire_id
            WHERE lc.entreprise_partenaire_id = p.id
              AND c.est_referent AND NOT coalesce(c.inactif, false)
            ORDER BY coalesce(c.est_principal, false) DESC, c.id
            LIMIT 1) r ON true
    LEFT JOIN entreprises_partenaires_antenne_lnk la ON la.entreprise_partenaire_id = p.id
    LEFT JOIN entreprises_partenaires_referent_lnk lr ON lr.entreprise_partenaire_id = p.id
    LEFT JOIN intervenants_equipe_lnk le ON le.intervenant_id = lr.intervenant_id`;

const FICHES: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: ENTREPRENEURS,
  contact_individuel: CONTACTS_INDIVIDUELS,
  entreprise_partenaire: ENTREPRISES_PARTENAIRES,
};

export function sqlFiches(type: TypeDestinataire): string {
  return FICHES[type];
}

/** A link of a fiche, its column, and those that are read through it. */
const LIENS = [
  {
    colonne: 'la.antenne_id',
    noms: ['antenne_id'],
    jointure: /LEFT JOIN \w+_antenne_lnk la ON .*/,
  },
  { colonne: 'le.equipe_id', noms: ['equipe_id'], jointure: /LEFT JOIN \w+_equipe_lnk le ON .*/ },
  {
    colonne: 'lr.intervenant_id AS referent_id',
    noms: ['referent_id', 'equipe_id'],
    jointure: /LEFT JOIN \w+_referent_lnk lr ON .*/,
  },
];

/**
 * The same fiches `d` for a statement that names some of their columns alone (`texte`): a link that it does not name is
 * null, and not joined. Of a whole base, the three of them cost more than all the rest of a search.
 */
export function sqlFichesLues(type: TypeDestinataire, texte: string): string {
  const inutiles = LIENS.filter(({ noms }) => !noms.some((nom) => texte.includes(`d.${nom}`)));
  return inutiles.reduce((sql, { colonne, noms: [nom = ''], jointure }) => {
    return sql.replace(colonne, `NULL::int AS ${nom}`).replace(jointure, '');
  }, sqlFiches(type));
}

/** The table that holds the phone components of the person written to. */
export const TABLES_CONTACT = {
  entrepreneur: 'entrepreneurs',
  contact_individuel: 'contacts_individuels',
  entreprise_partenaire: 'contacts_partenaires',
} as const satisfies Readonly<Record<TypeDestinataire, string>>;

/** How an opposition names that person (decision G1): never a company, but the contact of it who received. */
export const PERSONNES: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'entrepreneur',
  contact_individuel: 'contact_individuel',
  entreprise_partenaire: 'contact_partenaire',
};
