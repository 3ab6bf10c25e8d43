import {
  readRecherche,
  splitMots,
  toChiffres,
  toSignificatifs,
} from '../../../../../core/recherche';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { TABLES_CONTACT } from '../destinataires/fiches';
import type { Condition } from '../destinataires/perimetre';
import { toMotif } from './conditions';
import { sqlPlie, sqlTrouve } from './pliage';

/** Persons whose name, or whose company, contains the word. */
function sqlNoms(type: TypeDestinataire, param: string): string[] {
  const contact = `d.contact_id IN (SELECT c.id FROM ${TABLES_CONTACT[type]} c
        WHERE ${sqlTrouve('c', TABLES_CONTACT[type], param)})`;
  const entreprise = `d.id IN (SELECT p.id FROM entreprises_partenaires p
        WHERE ${sqlTrouve('p', 'entreprises_partenaires', param)})`;
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

/** A number, which may also be part of a name: a SIRET, « Studio 1234567 ». */
function sqlNumeroOuNom(type: TypeDestinataire, chiffres: string, param: string): Condition {
  return {
    sql: [...sqlNoms(type, `${param}Tel`), sqlTelephone(type, param)].join(' OR '),
    params: { [param]: `%${toSignificatifs(chiffres)}%`, [`${param}Tel`]: `%${chiffres}%` },
  };
}

/** « Filtrer : texte recherché »: every word is found in the name, an e-mail or a number, folded alike. */
export function sqlRecherche(type: TypeDestinataire, nom: string, texte = ''): Condition[] {
  const { mots, chiffres } = readRecherche(texte);
  const conditions = mots.map((mot, rang) => sqlMot(type, mot, `${nom}${String(rang)}`));
  return chiffres === null
    ? conditions
    : [...conditions, sqlNumeroOuNom(type, chiffres, `${nom}Numero`)];
}

/** Guide §3 « Nom »: every word is found in the name, or in that of the company. */
export function sqlNom(type: TypeDestinataire, nom: string, texte: string): Condition[] {
  return splitMots(texte).map((mot, rang) => {
    const param = `${nom}${String(rang)}`;
    return { sql: sqlNoms(type, param).join(' OR '), params: { [param]: toMotif(mot) } };
  });
}

/** Guide §3 « Un n° de téléphone », however it is spaced, or a part of one. */
export function sqlNumero(type: TypeDestinataire, nom: string, saisie: string): Condition[] {
  const chiffres = toSignificatifs(toChiffres(saisie));
  return saisie === ''
    ? []
    : chiffres === ''
      ? [{ sql: 'false', params: {} }]
      : [{ sql: sqlTelephone(type, nom), params: { [nom]: `%${chiffres}%` } }];
}

/** An e-mail, or a part of one: any of the entrepreneur's, the courriel pro of a contact. */
export function sqlEmail(type: TypeDestinataire, nom: string, saisie: string): Condition[] {
  return splitMots(saisie).map((mot, rang) => {
    const param = `${nom}${String(rang)}`;
    const sql =
      type === 'entrepreneur'
        ? sqlProprietaires(type, 'emails', `lower(c.adresse) LIKE :${param}`)
        : `lower(d.courriel) LIKE :${param}`;
    return { sql, params: { [param]: toMotif(mot) } };
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

/** A contact individuel has a city, and no address. */
export function sqlVilleDuContact(ville: string | undefined): Condition[] {
  return isVide(ville)
    ? []
    : [
        {
          sql: `d.id IN (SELECT c.id FROM contacts_individuels c WHERE ${sqlPlie('c.ville')} LIKE :ville)`,
          params: { ville: toMotif(ville) },
        },
      ];
}
