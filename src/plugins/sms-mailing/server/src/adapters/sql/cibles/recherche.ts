import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { TABLES_CONTACT } from '../destinataires/fiches';
import type { Condition } from '../destinataires/perimetre';
import { sqlSansAccents, toMotif } from './conditions';

/** More words than a name, an e-mail and a number have only cost time. */
const MOTS_MAX = 6;

const NOM_COMPLET = sqlSansAccents(`concat_ws(' ', d.nom, d.prenom, d.raison_sociale, d.courriel)`);

/** Persons one of whose coordonnées contains the word; only figures are looked for in numbers. */
function sqlCoordonnees(type: TypeDestinataire, mot: string, param: string): string[] {
  const proprietaires = (champ: string, table: string, condition: string): string =>
    `d.contact_id IN (
       SELECT x.entity_id FROM ${TABLES_CONTACT[type]}_cmps x JOIN ${table} c ON c.id = x.cmp_id
        WHERE x.field = '${champ}' AND ${condition})`;
  const trouves: string[] = [];
  if (/^[+\d.-]+$/.test(mot)) {
    const numero = `translate(c.numero, ' .-', '') LIKE translate(:${param}, ' .-', '')`;
    trouves.push(proprietaires('telephones', 'components_coordonnees_telephones', numero));
  }
  if (type === 'entrepreneur') {
    const email = `lower(c.adresse) LIKE :${param}`;
    trouves.push(proprietaires('emails', 'components_coordonnees_emails', email));
  }
  return trouves;
}

/** « Filtrer : texte recherché »: every word is found in the name, an e-mail or a number, accents aside. */
export function sqlRecherche(
  type: TypeDestinataire,
  nom: string,
  texte: string | undefined
): Condition[] {
  const mots = (texte ?? '').split(/\s+/).filter((mot) => mot !== '');
  return mots.slice(0, MOTS_MAX).map((mot, rang) => {
    const param = `${nom}${String(rang)}`;
    const ou = [`${NOM_COMPLET} LIKE :${param}`, ...sqlCoordonnees(type, mot, param)];
    return { sql: ou.join(' OR '), params: { [param]: toMotif(mot) } };
  });
}

const isVide = (texte: string | undefined): texte is undefined | '' =>
  texte === undefined || texte === '';

/** The function of the person really written to. */
export function sqlFonction(table: string, fonction: string | undefined): Condition[] {
  return isVide(fonction)
    ? []
    : [
        {
          sql: `d.contact_id IN (SELECT c.id FROM ${table} c WHERE ${sqlSansAccents('c.fonction')} LIKE :fonction)`,
          params: { fonction: toMotif(fonction) },
        },
      ];
}

export function sqlRaisonSociale(raisonSociale: string | undefined): Condition[] {
  return isVide(raisonSociale)
    ? []
    : [
        {
          sql: `${sqlSansAccents('d.raison_sociale')} LIKE :raisonSociale`,
          params: { raisonSociale: toMotif(raisonSociale) },
        },
      ];
}
