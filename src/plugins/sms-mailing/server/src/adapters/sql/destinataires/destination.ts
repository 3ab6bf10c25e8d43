import { isPromotion, porteesQuiArretent } from '../../../../../core/destinataire';
import type { But, TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { SQL_PAYS_SMS } from '../parametres/pays-sms';
import { sqlParmiRefusees, sqlRefusee } from '../rebonds/refusee';
import { PERSONNES, sqlFiches, TABLES_CONTACT } from './fiches';

export interface ChoixDestination {
  typeDestinataire: TypeDestinataire;
  typeContact: TypeContact;
  but: But;
  /** Setting of decision F14: a promotion may go to « RGPD non renseigné ». */
  promotionSansConsentement: boolean;
}

/** Of a fiche, all that this file reads. */
export const COLONNES_JUGEES = [
  ...['id', 'contact_id', 'inactif', 'accepte_sms', 'consentement'],
  ...['courriel', 'accepte_courriel', 'etat_courriel', 'empreinte_courriel'],
] as const;

/**
 * How many fiches the query reads: `page` looks up the coordonnées of each (one person, a page of 10);
 * `cibles` names a CTE with COLONNES_JUGEES at least, whose coordonnées are sorted once (2 to 3 times faster at
 * 200,000). `toutes`: they are all the fiches of their kind. `nombreuses`: oppositions and refused addresses are read
 * once, instead of looked up for each.
 */
export type Etendue = 'page' | { cibles: string; toutes?: boolean; nombreuses?: boolean };

const isNombreuse = (etendue: Etendue): boolean =>
  etendue !== 'page' && etendue.nombreuses === true;

/** Coordonnées of one kind: `rang` 0 can be used, the others cannot (see the motifs), the best one is kept. */
interface Coordonnees {
  table: string;
  champ: string;
  composant: string;
  adresse: string;
  saisie: string;
  rang: (etendue: Etendue) => string;
  preferee: string;
}

/** Of an accepted address, in its columns `etat` and `empreinte`. */
function sqlRangEmail(etat: string, empreinte: string, etendue: Etendue): string {
  const refusee = (isNombreuse(etendue) ? sqlParmiRefusees : sqlRefusee)(empreinte);
  return `WHEN ${etat} = 'valide' THEN CASE WHEN ${refusee} THEN 1 ELSE 0 END
              WHEN ${etat} = 'fictive' THEN 2 ELSE 3`;
}

/** Guide §2.d: the e-mail de référence when accepted, else the first accepted one, in the order typed; not one that came back. */
const EMAILS: Coordonnees = {
  table: 'components_coordonnees_emails',
  champ: 'emails',
  composant: 'coordonnees.email',
  adresse: 'c.adresse',
  saisie: 'c.adresse',
  rang: (etendue) =>
    `CASE WHEN c.accepte IS NOT TRUE THEN 4 ${sqlRangEmail('c.etat', 'c.empreinte', etendue)} END`,
  preferee: 'c.reference',
};

/** Guide §2.d: both boxes ticked, and a number that can receive an SMS; the principal one first. */
const TELEPHONES: Coordonnees = {
  table: 'components_coordonnees_telephones',
  champ: 'telephones',
  composant: 'coordonnees.telephone',
  adresse: 'c.numero_e164',
  saisie: 'c.numero',
  rang: () => `CASE WHEN c.contact_possible IS NOT TRUE THEN 4 WHEN c.numero_e164 IS NULL THEN 3
              WHEN c.mobile IS NOT TRUE THEN 2 WHEN c.numero_e164 LIKE ANY (${SQL_PAYS_SMS}) THEN 0 ELSE 1 END`,
  preferee: 'c.principal',
};

const MOTIF_EMAIL = `
  CASE coalesce(k.rang, -1) WHEN -1 THEN 'adresse_absente' WHEN 4 THEN 'adresse_non_acceptee'
       WHEN 1 THEN 'adresse_refusee' WHEN 2 THEN 'adresse_fictive' WHEN 3 THEN 'adresse_invalide' END`;

const MOTIF_NUMERO = `
  CASE WHEN k.rang IS NULL THEN 'telephone_absent' WHEN NOT d.accepte_sms THEN 'sms_non_accepte'
       WHEN k.rang = 4 THEN 'telephone_non_autorise' WHEN k.rang = 3 THEN 'numero_invalide'
       WHEN k.rang = 2 THEN 'telephone_non_mobile' WHEN k.rang = 1 THEN 'pays_non_autorise' END`;

/** Decision F11: a courriel pro is accepted unless refused. */
const sqlEmailProfessionnel = (etendue: Etendue): string => `
  CROSS JOIN LATERAL (
    SELECT d.courriel AS adresse, d.empreinte_courriel AS empreinte,
           CASE WHEN d.courriel IS NULL THEN NULL WHEN NOT d.accepte_courriel THEN 4
                ${sqlRangEmail('d.etat_courriel', 'd.empreinte_courriel', etendue)} END AS rang) k`;

/** Joins to each fiche `d` its best coordonnée `k` (rang, adresse, empreinte); no row where nothing is typed. */
function sqlMeilleure(type: TypeDestinataire, quoi: Coordonnees, etendue: Etendue): string {
  const unique = etendue === 'page' ? '' : 'DISTINCT ON (x.entity_id)';
  const candidates = `
    SELECT ${unique} x.entity_id, r.rang, ${quoi.adresse} AS adresse, c.empreinte
      FROM ${TABLES_CONTACT[type]}_cmps x
      JOIN ${quoi.table} c ON c.id = x.cmp_id
      CROSS JOIN LATERAL (SELECT ${quoi.rang(etendue)} AS rang) r
     WHERE x.field = '${quoi.champ}' AND x.component_type = '${quoi.composant}'
       AND btrim(${quoi.saisie}) <> ''`;
  const ordre = `r.rang, coalesce(${quoi.preferee}, false) DESC, x."order", c.id`;
  if (etendue === 'page') {
    return `LEFT JOIN LATERAL (${candidates} AND x.entity_id = d.contact_id ORDER BY ${ordre} LIMIT 1) k ON true`;
  }
  const leurs =
    etendue.toutes === true
      ? ''
      : `AND x.entity_id IN (SELECT z.contact_id FROM ${etendue.cibles} z)`;
  return `LEFT JOIN (${candidates} ${leurs} ORDER BY x.entity_id, ${ordre}) k ON k.entity_id = d.contact_id`;
}

function sqlCoordonnee(choix: ChoixDestination, etendue: Etendue): string {
  if (choix.typeContact === 'sms') {
    return sqlMeilleure(choix.typeDestinataire, TELEPHONES, etendue);
  }
  return choix.typeDestinataire === 'entrepreneur'
    ? sqlMeilleure('entrepreneur', EMAILS, etendue)
    : sqlEmailProfessionnel(etendue);
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
function sqlOpposition(choix: ChoixDestination, etendue: Etendue): string {
  const { typeDestinataire, typeContact, but } = choix;
  const portees = porteesQuiArretent(typeContact, but).map((portee) => `'${portee}'`);
  const dite = `o.portee IN (${portees.join(', ')})`;
  const deLaPersonne = `o.personne_type = '${PERSONNES[typeDestinataire]}'`;
  const existe = (condition: string): string =>
    `EXISTS (SELECT 1 FROM sms_oppositions o WHERE ${condition} AND ${dite})`;
  const parmi = (qui: string, colonne: string, condition: string): string =>
    `${qui} IN (SELECT o.${colonne} FROM sms_oppositions o WHERE o.${colonne} IS NOT NULL AND ${condition} AND ${dite})`;
  return isNombreuse(etendue)
    ? `${parmi('k.empreinte', 'empreinte', 'true')} OR ${parmi('d.contact_id', 'personne_id', deLaPersonne)}`
    : `${existe('o.empreinte = k.empreinte')} OR ${existe(`${deLaPersonne} AND o.personne_id = d.contact_id`)}`;
}

/**
 * Guide §2.d, the one rule of « to whom, at which address »: every column of the fiches, plus `adresse` (null
 * when refused) and `motif` (null when accepted). The first reason met is given, in this order: the fiche, its
 * référent, RGPD, the boxes and addresses, then the oppositions. OFFSET 0: found once a person, not once a column
 * that reads it; around all of `cibles`, so that the planner knows for how many it is.
 */
export function sqlDestinataires(choix: ChoixDestination, etendue: Etendue = 'page'): string {
  const motif = `coalesce(${sqlMotifFiche(choix)},
                      ${choix.typeContact === 'sms' ? MOTIF_NUMERO : MOTIF_EMAIL},
                      CASE WHEN ${sqlOpposition(choix, etendue)} THEN 'opposition' END) AS motif`;
  return etendue === 'page'
    ? `
  SELECT d.*, CASE WHEN m.motif IS NULL THEN k.adresse END AS adresse, m.motif
    FROM (${sqlFiches(choix.typeDestinataire)}) d
    ${sqlCoordonnee(choix, etendue)}
    CROSS JOIN LATERAL (SELECT ${motif} OFFSET 0) m`
    : `
  SELECT m.*, CASE WHEN m.motif IS NULL THEN m.trouvee END AS adresse
    FROM (SELECT d.*, k.adresse AS trouvee, ${motif}
            FROM ${etendue.cibles} d ${sqlCoordonnee(choix, etendue)} OFFSET 0) m`;
}
