import type { But, TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { sqlFiches, TABLES_CONTACT } from './fiches';

export interface ChoixDestination {
  typeDestinataire: TypeDestinataire;
  typeContact: TypeContact;
  but: But;
  /** Setting of decision F14: a promotion may go to « RGPD non renseigné ». */
  promotionSansConsentement: boolean;
}

/** Guide §2.d: the e-mail de référence when accepted, else the first accepted one, in the order typed. */
const EMAIL_ENTREPRENEUR = `
  SELECT (array_agg(c.adresse ORDER BY coalesce(c.reference, false) DESC, x."order", c.id)
            FILTER (WHERE c.accepte AND c.etat = 'valide'))[1] AS adresse,
         CASE WHEN count(*) FILTER (WHERE btrim(coalesce(c.adresse, '')) <> '') = 0 THEN 'adresse_absente'
              WHEN NOT coalesce(bool_or(c.accepte), false) THEN 'adresse_non_acceptee'
              WHEN bool_or(c.accepte AND c.etat = 'fictive') THEN 'adresse_fictive'
              ELSE 'adresse_invalide' END AS motif
    FROM entrepreneurs_cmps x
    JOIN components_coordonnees_emails c ON c.id = x.cmp_id
   WHERE x.entity_id = d.id AND x.field = 'emails' AND x.component_type = 'coordonnees.email'
     AND btrim(coalesce(c.adresse, '')) <> ''`;

/** Decision F11: a courriel pro is accepted unless refused. */
const EMAIL_PROFESSIONNEL = `
  SELECT CASE WHEN d.accepte_courriel AND d.etat_courriel = 'valide' THEN d.courriel END AS adresse,
         CASE WHEN d.courriel IS NULL THEN 'adresse_absente'
              WHEN NOT d.accepte_courriel THEN 'adresse_non_acceptee'
              WHEN d.etat_courriel = 'fictive' THEN 'adresse_fictive'
              ELSE 'adresse_invalide' END AS motif`;

/** Guide §2.d: both boxes ticked, and a number that can receive an SMS; the principal one first. */
function sqlNumero(type: TypeDestinataire): string {
  return `
  SELECT CASE WHEN d.accepte_sms THEN (array_agg(t.numero_e164 ORDER BY coalesce(t.principal, false) DESC, x."order", t.id)
            FILTER (WHERE t.contact_possible AND t.mobile AND t.numero_e164 IS NOT NULL))[1] END AS adresse,
         CASE WHEN count(*) = 0 THEN 'telephone_absent'
              WHEN NOT d.accepte_sms THEN 'sms_non_accepte'
              WHEN NOT coalesce(bool_or(t.contact_possible), false) THEN 'telephone_non_autorise'
              WHEN bool_or(t.contact_possible AND t.numero_e164 IS NOT NULL) THEN 'telephone_non_mobile'
              ELSE 'numero_invalide' END AS motif
    FROM ${TABLES_CONTACT[type]}_cmps x
    JOIN components_coordonnees_telephones t ON t.id = x.cmp_id
   WHERE x.entity_id = d.contact_id AND x.field = 'telephones' AND x.component_type = 'coordonnees.telephone'
     AND btrim(coalesce(t.numero, '')) <> ''`;
}

function sqlCoordonnee(choix: ChoixDestination): string {
  if (choix.typeContact === 'sms') {
    return sqlNumero(choix.typeDestinataire);
  }
  return choix.typeDestinataire === 'entrepreneur' ? EMAIL_ENTREPRENEUR : EMAIL_PROFESSIONNEL;
}

/** Guide §2.d and decision D3: reasons that hold whatever the address, in the order of `core/destinataire.ts`. */
function sqlMotifFiche(choix: ChoixDestination): string {
  const cas = [`WHEN d.inactif THEN 'fiche_inactive'`];
  if (choix.typeDestinataire === 'entreprise_partenaire') {
    cas.push(`WHEN d.contact_id IS NULL THEN 'referent_absent'`);
  }
  if (choix.but === 'promotion' && choix.typeDestinataire === 'entrepreneur') {
    cas.push(`WHEN d.consentement = 'Non' THEN 'rgpd_refuse'`);
    if (!choix.promotionSansConsentement) {
      cas.push(`WHEN coalesce(d.consentement, 'Non renseigné') <> 'Oui' THEN 'rgpd_non_renseigne'`);
    }
  }
  return `CASE ${cas.join(' ')} END`;
}

/** Keyed fingerprint under which an opposition is kept (delivery of a STOP or of a désinscription). */
export const SQL_EMPREINTE = (expression: string): string =>
  `encode(sha256(convert_to('sms-mailing:' || lower(${expression}), 'UTF8')), 'hex')`;

function sqlOpposition(choix: ChoixDestination): string {
  const portees = ['tout'];
  if (choix.typeContact === 'sms') {
    portees.push('sms');
  } else if (choix.but === 'promotion') {
    portees.push('newsletter');
  }
  return `
    SELECT 1 FROM sms_oppositions o
     WHERE o.empreinte = ${SQL_EMPREINTE('k.adresse')} AND o.portee IN (${portees.map((p) => `'${p}'`).join(', ')})`;
}

/**
 * Whom a message would really reach: every column of `sqlFiches`, plus `adresse` (null when refused) and
 * `motif` (null when accepted). The same rule as `chooseDestination` in core: one table of cases holds both.
 */
export function sqlDestinataires(choix: ChoixDestination): string {
  return `
  SELECT d.*,
         CASE WHEN m.motif IS NULL THEN k.adresse END AS adresse, m.motif
    FROM (${sqlFiches(choix.typeDestinataire)}) d
    CROSS JOIN LATERAL (${sqlCoordonnee(choix)}) k
    CROSS JOIN LATERAL (
      SELECT coalesce(${sqlMotifFiche(choix)},
                      CASE WHEN k.adresse IS NULL THEN k.motif
                           WHEN EXISTS (${sqlOpposition(choix)}) THEN 'opposition' END) AS motif) m`;
}
