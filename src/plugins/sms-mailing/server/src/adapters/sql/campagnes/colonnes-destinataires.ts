import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { TABLES_CONTACT } from '../destinataires/fiches';

const SITUATION = `
  (SELECT max(s.date) FROM situations_entrepreneur_lnk sl JOIN situations s ON s.id = sl.situation_id
    WHERE sl.entrepreneur_id = d.id)`;

/** The function of the person really written to; of an entrepreneur, none. */
export function sqlFonction(type: TypeDestinataire): string {
  return type === 'entrepreneur'
    ? 'NULL'
    : `(SELECT c.fonction FROM ${TABLES_CONTACT[type]} c WHERE c.id = d.contact_id)`;
}

/** That of the contact itself; else of an address, that of reference first. */
export function sqlVille(type: TypeDestinataire): string {
  const table = type === 'entrepreneur' ? 'entrepreneurs' : 'entreprises_partenaires';
  return type === 'contact_individuel'
    ? '(SELECT c.ville FROM contacts_individuels c WHERE c.id = d.id)'
    : `(SELECT c.ville FROM ${table}_cmps x JOIN components_coordonnees_adresses c ON c.id = x.cmp_id
         WHERE x.entity_id = d.id AND x.field = 'adresses'
         ORDER BY coalesce(c.reference, false) DESC, x."order", c.id LIMIT 1)`;
}

/** Of the page alone: how many fiches of that kind bear the e-mail that is used, this one included. */
export function sqlMemeAdresse(type: TypeDestinataire, typeContact: TypeContact): string {
  if (typeContact === 'sms') {
    return '0';
  }
  if (type === 'entrepreneur') {
    return `
      (SELECT count(DISTINCT x.entity_id)::int FROM components_coordonnees_emails c
         JOIN components_coordonnees_emails m ON m.empreinte = c.empreinte
         JOIN entrepreneurs_cmps x ON x.cmp_id = m.id AND x.field = 'emails'
        WHERE c.adresse = d.adresse)`;
  }
  return type === 'contact_individuel'
    ? `(SELECT count(*)::int FROM contacts_individuels c
         WHERE c.empreinte_courriel = d.empreinte_courriel AND NOT coalesce(c.inactif, false))`
    : `(SELECT count(DISTINCT l.entreprise_partenaire_id)::int FROM contacts_partenaires c
          JOIN contacts_partenaires_entreprise_lnk l ON l.contact_partenaire_id = c.id
         WHERE c.empreinte_courriel = d.empreinte_courriel AND c.est_referent AND NOT coalesce(c.inactif, false))`;
}

/** Of the latest situation. */
export function sqlDateSituation(type: TypeDestinataire): string {
  return type === 'entrepreneur' ? SITUATION : 'NULL::date';
}
