import { foldRecherche } from '../../../../../core/pliage';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { TABLES_CONTACT } from '../destinataires/fiches';
import type { Condition } from '../destinataires/perimetre';
import { toMotif } from './conditions';
import { sqlPlie, sqlTrouve } from './pliage';

/** More words than a name, an e-mail and a number have only cost time. */
const MOTS_MAX = 6;

/** What a name is made of (adapters/sql/noms); `recherche` holds e-mails and numbers too. */
const SOURCES: Readonly<Record<TypeDestinataire, readonly string[]>> = {
  entrepreneur: ['nom', 'prenom', 'nom'],
  contact_individuel: ['nom', 'prenom', 'nom', 'fonction', 'courriel_pro'],
  entreprise_partenaire: ['nom', 'prenom', 'nom', 'fonction', 'courriel_pro'],
};

/** « 06 12 34 56 78 », « +33 (0)6.12… »: one number, however it is spaced; six figures at least. */
const NUMERO = /\+?\d(?:[\s.()/-]*\d){5,}/;

/** Persons whose name, or whose company, contains the word. */
function sqlNoms(type: TypeDestinataire, param: string): string[] {
  const contact = `d.contact_id IN (SELECT c.id FROM ${TABLES_CONTACT[type]} c
        WHERE ${sqlTrouve('c', SOURCES[type], param)})`;
  const entreprise = `d.id IN (SELECT p.id FROM entreprises_partenaires p
        WHERE ${sqlTrouve('p', ['raison_sociale', 'siret'], param)})`;
  return type === 'entreprise_partenaire' ? [contact, entreprise] : [contact];
}

function sqlProprietaires(type: TypeDestinataire, champ: string, condition: string): string {
  return `d.contact_id IN (
       SELECT x.entity_id FROM ${TABLES_CONTACT[type]}_cmps x
         JOIN components_coordonnees_${champ} c ON c.id = x.cmp_id
        WHERE x.field = '${champ}' AND ${condition})`;
}

function sqlTelephone(type: TypeDestinataire, param: string): string {
  const saisi = `translate(c.numero, ' .-/()', '') LIKE :${param}`;
  return sqlProprietaires(type, 'telephones', `(c.numero_e164 LIKE :${param} OR ${saisi})`);
}

function sqlMot(type: TypeDestinataire, mot: string, param: string): Condition {
  const ou = sqlNoms(type, param);
  if (/^[+\d.]+$/.test(mot)) {
    ou.push(sqlTelephone(type, param));
  }
  if (type === 'entrepreneur') {
    ou.push(sqlProprietaires(type, 'emails', `lower(c.adresse) LIKE :${param}`));
  }
  return { sql: ou.join(' OR '), params: { [param]: toMotif(mot) } };
}

/** Without what changes from one way of writing a number to another: 0, +33, 0033. */
function sqlNumero(type: TypeDestinataire, numero: string, param: string): Condition {
  const chiffres = numero.replace(/\(0\)/g, '').replace(/\D/g, '');
  const significatifs = chiffres.replace(/^(?:00)?33(?=\d{9}$)|^0+/, '');
  return {
    sql: [...sqlNoms(type, `${param}Tel`), sqlTelephone(type, param)].join(' OR '),
    params: { [param]: `%${significatifs}%`, [`${param}Tel`]: `%${chiffres}%` },
  };
}

/** « Filtrer : texte recherché »: every word is found in the name, an e-mail or a number, folded alike. */
export function sqlRecherche(type: TypeDestinataire, nom: string, texte = ''): Condition[] {
  const [numero = null] = NUMERO.exec(texte) ?? [];
  const mots = foldRecherche(numero === null ? texte : texte.replace(numero, ' '))
    .split(' ')
    .filter((mot) => mot !== '');
  const conditions = mots
    .slice(0, MOTS_MAX)
    .map((mot, rang) => sqlMot(type, mot, `${nom}${String(rang)}`));
  return numero === null ? conditions : [...conditions, sqlNumero(type, numero, `${nom}Numero`)];
}

const isVide = (texte: string | undefined): texte is undefined | '' =>
  texte === undefined || texte === '';

/** The function of the person really written to. */
export function sqlFonction(table: string, fonction: string | undefined): Condition[] {
  return isVide(fonction)
    ? []
    : [
        {
          sql: `d.contact_id IN (SELECT c.id FROM ${table} c WHERE ${sqlPlie('c.fonction')} LIKE :fonction)`,
          params: { fonction: toMotif(fonction) },
        },
      ];
}

export function sqlRaisonSociale(raisonSociale: string | undefined): Condition[] {
  return isVide(raisonSociale)
    ? []
    : [
        {
          sql: `${sqlPlie('d.raison_sociale')} LIKE :raisonSociale`,
          params: { raisonSociale: toMotif(raisonSociale) },
        },
      ];
}

/** The city of one of the addresses of the fiche itself. */
export function sqlVille(table: string, ville: string | undefined): Condition[] {
  return isVide(ville)
    ? []
    : [
        {
          sql: `d.id IN (SELECT x.entity_id FROM ${table}_cmps x
                  JOIN components_coordonnees_adresses c ON c.id = x.cmp_id
                 WHERE x.field = 'adresses' AND ${sqlPlie('c.ville')} LIKE :ville)`,
          params: { ville: toMotif(ville) },
        },
      ];
}
