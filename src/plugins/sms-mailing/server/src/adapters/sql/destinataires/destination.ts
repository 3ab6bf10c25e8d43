import { isPromotion, porteesQuiArretent } from '../../../../../core/destinataire';
import type { But, TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { SQL_PAYS_SMS } from '../parametres/pays-sms';
import { sqlRefusee } from '../rebonds/refusee';
import { PERSONNES, sqlFiches, TABLES_CONTACT } from './fiches';

export interface ChoixDestination {
  typeDestinataire: TypeDestinataire;
  typeContact: TypeContact;
  but: But;
  /** Setting of decision F14: a promotion may go to « RGPD non renseigné ». */
  promotionSansConsentement: boolean;
}

/**
 * How many fiches the query reads: `page` looks up the coordonnées of each (a claim of 500, a page of 10);
 * `cibles` names a materialised CTE with the columns of `sqlFiches`, whose coordonnées are sorted once
 * (counting or scheduling a whole base: 2 to 3 times faster at 200,000).
 */
export type Etendue = 'page' | { cibles: string };

/** Coordonnées of one kind: `rang` 0 can be used, the others cannot (see the motifs), the best one is kept. */
interface Coordonnees {
  table: string;
  champ: string;
  composant: string;
  adresse: string;
  saisie: string;
  rang: string;
  preferee: string;
}

/** Guide §2.d: the e-mail de référence when accepted, else the first accepted one, in the order typed; not one that came back. */
const EMAILS: Coordonnees = {
  table: 'components_coordonnees_emails',
  champ: 'emails',
  composant: 'coordonnees.email',
  adresse: 'c.adresse',
  saisie: 'c.adresse',
  rang: `CASE WHEN c.accepte IS NOT TRUE THEN 4 WHEN c.etat = 'valide' THEN CASE WHEN ${sqlRefusee('c.empreinte')} THEN 1 ELSE 0 END
              WHEN c.etat = 'fictive' THEN 2 ELSE 3 END`,
  preferee: 'c.reference',
};

/** Guide §2.d: both boxes ticked, and a number that can receive an SMS; the principal one first. */
const TELEPHONES: Coordonnees = {
  table: 'components_coordonnees_telephones',
  champ: 'telephones',
  composant: 'coordonnees.telephone',
  adresse: 'c.numero_e164',
  saisie: 'c.numero',
  rang: `CASE WHEN c.contact_possible IS NOT TRUE THEN 4 WHEN c.numero_e164 IS NULL THEN 3
              WHEN c.mobile IS NOT TRUE THEN 2 WHEN c.numero_e164 LIKE ANY (${SQL_PAYS_SMS}) THEN 0 ELSE 1 END`,
  preferee: 'c.principal',
};

const MOTIF_EMAIL = `
  CASE WHEN k.rang IS NULL THEN 'adresse_absente' WHEN k.rang = 4 THEN 'adresse_non_acceptee'
       WHEN k.rang = 1 THEN 'adresse_refusee' WHEN k.rang = 2 THEN 'adresse_fictive'
       WHEN k.rang = 3 THEN 'adresse_invalide' END`;

const MOTIF_NUMERO = `
  CASE WHEN k.rang IS NULL THEN 'telephone_absent' WHEN NOT d.accepte_sms THEN 'sms_non_accepte'
       WHEN k.rang = 4 THEN 'telephone_non_autorise' WHEN k.rang = 3 THEN 'numero_invalide'
       WHEN k.rang = 2 THEN 'telephone_non_mobile' WHEN k.rang = 1 THEN 'pays_non_autorise' END`;

/** Decision F11: a courriel pro is accepted unless refused. */
const EMAIL_PROFESSIONNEL = `
  CROSS JOIN LATERAL (
    SELECT d.courriel AS adresse, d.empreinte_courriel AS empreinte,
           CASE WHEN d.courriel IS NULL THEN NULL WHEN NOT d.accepte_courriel THEN 4
                WHEN d.etat_courriel = 'valide' THEN CASE WHEN ${sqlRefusee('d.empreinte_courriel')} THEN 1 ELSE 0 END
                WHEN d.etat_courriel = 'fictive' THEN 2 ELSE 3 END AS rang) k`;

/** Joins to each fiche `d` its best coordonnée `k` (rang, adresse, empreinte); no row where nothing is typed. */
function sqlMeilleure(type: TypeDestinataire, quoi: Coordonnees, etendue: Etendue): string {
  const unique = etendue === 'page' ? '' : 'DISTINCT ON (x.entity_id)';
  const candidates = `
    SELECT ${unique} x.entity_id, r.rang, ${quoi.adresse} AS adresse, c.empreinte
      FROM ${TABLES_CONTACT[type]}_cmps x
      JOIN ${quoi.table} c ON c.id = x.cmp_id
      CROSS JOIN LATERAL (SELECT ${quoi.rang} AS rang) r
     WHERE x.field = '${quoi.champ}' AND x.component_type = '${quoi.composant}'
       AND btrim(coalesce(${quoi.saisie}, '')) <> ''`;
  const ordre = `r.rang, coalesce(${quoi.preferee}, false) DESC, x."order", c.id`;
  return etendue === 'page'
    ? `LEFT JOIN LATERAL (${candidates} AND x.entity_id = d.contact_id ORDER BY ${ordre} LIMIT 1) k ON true`
    : `LEFT JOIN (${candidates} AND x.entity_id IN (SELECT z.contact_id FROM ${etendue.cibles} z)
         ORDER BY x.entity_id, ${ordre}) k ON k.entity_id = d.contact_id`;
}

function sqlCoordonnee(choix: ChoixDestination, etendue: Etendue): string {
  if (choix.typeContact === 'sms') {
    return sqlMeilleure(choix.typeDestinataire, TELEPHONES, etendue);
  }
  return choix.typeDestinataire === 'entrepreneur'
    ? sqlMeilleure('entrepreneur', EMAILS, etendue)
    : EMAIL_PROFESSIONNEL;
}

/** Guide §2.d and decision D3: reasons that hold whatever the address. */
function sqlMotifFiche(choix: ChoixDestination): string {
  const cas = [`WHEN d.inactif THEN 'fiche_inactive'`];
  if (choix.typeDestinataire === 'entreprise_partenaire') {
    cas.push(`WHEN d.contact_id IS NULL THEN 'referent_absent'`);
  }
  if (isPromotion(choix.typeContact, choix.but) && choix.typeDestinataire === 'entrepreneur') {
    cas.push(`WHEN d.consentement = 'Non' THEN 'rgpd_refuse'`);
    if (!choix.promotionSansConsentement) {
      cas.push(`WHEN coalesce(d.consentement, 'Non renseigné') <> 'Oui' THEN 'rgpd_non_renseigne'`);
    }
  }
  return `CASE ${cas.join(' ')} END`;
}

/**
 * Decision G1: the person said it, of whatever address, or it was said of this address, by whoever. An opposed
 * person is not written to at a second address. Two look-ups rather than an OR: each has its index; of a whole base,
 * IN: the oppositions are read once.
 */
function sqlOpposition(
  { typeDestinataire, typeContact, but }: ChoixDestination,
  etendue: Etendue
): string {
  const portees = porteesQuiArretent(typeContact, but).map((portee) => `'${portee}'`);
  const opposee = (sujet: string, colonne: string, condition: string): string => {
    const suite = `FROM sms_oppositions o WHERE ${condition} AND o.portee IN (${portees.join(', ')})`;
    return etendue === 'page'
      ? `EXISTS (SELECT 1 ${suite} AND ${colonne} = ${sujet})`
      : `${sujet} IN (SELECT ${colonne} ${suite} AND ${colonne} IS NOT NULL)`;
  };
  return `${opposee('k.empreinte', 'o.empreinte', 'true')}
    OR ${opposee('d.contact_id', 'o.personne_id', `o.personne_type = '${PERSONNES[typeDestinataire]}'`)}`;
}

/**
 * Guide §2.d, the one rule of « to whom, at which address »: every column of `sqlFiches`, plus `adresse` (null
 * when refused) and `motif` (null when accepted). The first reason met is given, in this order: the fiche, its
 * référent, RGPD, the boxes and addresses, then the oppositions. OFFSET 0: found once a person, not once a column
 * that reads it.
 */
export function sqlDestinataires(choix: ChoixDestination, etendue: Etendue = 'page'): string {
  return `
  SELECT d.*,
         CASE WHEN m.motif IS NULL THEN k.adresse END AS adresse, m.motif
    FROM (${etendue === 'page' ? sqlFiches(choix.typeDestinataire) : `SELECT * FROM ${etendue.cibles}`}) d
    ${sqlCoordonnee(choix, etendue)}
    CROSS JOIN LATERAL (
      SELECT coalesce(${sqlMotifFiche(choix)},
                      ${choix.typeContact === 'sms' ? MOTIF_NUMERO : MOTIF_EMAIL},
                      CASE WHEN ${sqlOpposition(choix, etendue)} THEN 'opposition' END) AS motif
      OFFSET 0) m`;
}
