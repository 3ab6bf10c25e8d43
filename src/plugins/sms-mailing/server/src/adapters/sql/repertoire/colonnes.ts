import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { TABLES_CONTACT } from '../destinataires/fiches';
import { sqlNomIntervenant } from '../noms/affiches';

/** The intervenants linked to `:utilisateurId` (decision G17). */
export const SQL_MOI = `
  SELECT iu.intervenant_id FROM intervenants_utilisateur_lnk iu WHERE iu.user_id = :utilisateurId::int`;

/** « Prénom NOM » of the intervenant of that id. */
export const sqlIntervenant = (id: string): string => `
  (SELECT ${sqlNomIntervenant('i')} FROM intervenants i WHERE i.id = ${id})`;

/** What a list of fiches `d` is sorted by, from a table joined once for all that is found rather than looked up for each. */
export interface Tri {
  colonne: string;
  jointure?: string;
}

export const TRI_REFERENT: Tri = {
  colonne: `CASE WHEN i.id IS NOT NULL THEN ${sqlNomIntervenant('i')} END`,
  jointure: 'LEFT JOIN intervenants i ON i.id = d.referent_id',
};

export const TRI_ANTENNE: Tri = {
  colonne: 'an.nom',
  jointure: 'LEFT JOIN antennes an ON an.id = d.antenne_id',
};

/** Of a fiche `d`. */
export const SQL_REFERENT = sqlIntervenant('d.referent_id');

export const SQL_ANTENNE = `(SELECT an.nom FROM antennes an WHERE an.id = d.antenne_id)`;

/** Of a fiche `d`, for the eye: the principal number, whether an SMS would choose it or not. */
export function sqlTelephonePrincipal(type: TypeDestinataire): string {
  return `
  (SELECT c.numero FROM ${TABLES_CONTACT[type]}_cmps x JOIN components_coordonnees_telephones c ON c.id = x.cmp_id
    WHERE x.entity_id = d.contact_id AND x.field = 'telephones' AND x.component_type = 'coordonnees.telephone'
    ORDER BY coalesce(c.principal, false) DESC, x."order", c.id LIMIT 1)`;
}

/** Of a fiche `d`, for the eye: « E-mail de référence », or the courriel pro. */
export function sqlEmailReference(type: TypeDestinataire): string {
  return type === 'entrepreneur'
    ? `
  (SELECT c.adresse FROM entrepreneurs_cmps x JOIN components_coordonnees_emails c ON c.id = x.cmp_id
    WHERE x.entity_id = d.contact_id AND x.field = 'emails' AND x.component_type = 'coordonnees.email'
    ORDER BY coalesce(c.reference, false) DESC, x."order", c.id LIMIT 1)`
    : 'd.courriel';
}
