import { COMMUNES, COMPLEMENTS, RUES } from './noms.mjs';

/** `.test` is reserved (RFC 2606): no message of the demo can reach anyone. */
const DOMAINE = 'boite.test';
const ADRESSES_FICTIVES = ['nn@noemail.com', 'inconnu@noemail.com', 'x@pasdemail.fr'];
const NUMEROS_INVALIDES = ['06 39 98', '0000000000', '12345', '06399800001', 'voir conjoint'];
/** Arcep keeps these fixed ranges, and 06 39 98 for mobiles, for fiction: they ring nowhere. */
const FIXES_DE_FICTION = ['019900', '026191', '035301', '046571', '053649'];
const OUTRE_MER_PREFIXES = ['0692', '0690', '0696', '0694'];

export const OUI_NON_VIDE = [
  [true, 80],
  [false, 14],
  [null, 6],
];

/** ASCII letters of a name, for the local part of an address. */
function toLocal(texte) {
  return texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
}

function writeNumero(hasard, numero) {
  const paires = numero.match(/\d\d/g);
  return hasard.weighted([
    [numero, 70],
    [paires.join(' '), 18],
    [paires.join('.'), 6],
    [`+33 ${numero[1]} ${paires.slice(1).join(' ')}`, 6],
  ]);
}

function randomNumero(hasard) {
  const nature = hasard.weighted([
    ['mobile', 74],
    ['fixe', 18],
    ['outre-mer', 4],
    ['invalide', 4],
  ]);
  const suite = String(hasard.int(0, 9999)).padStart(4, '0');
  if (nature === 'invalide') return ['Autre', hasard.pick(NUMEROS_INVALIDES)];
  if (nature === 'outre-mer') {
    // No fiction range overseas: the very first hundred numbers of each prefix.
    return ['Mobile', `${hasard.pick(OUTRE_MER_PREFIXES)}0000${suite.slice(2)}`];
  }
  if (nature === 'mobile') return ['Mobile', writeNumero(hasard, `063998${suite}`)];
  const type = hasard.pick(['Bureau', 'Domicile']);
  return [type, writeNumero(hasard, `${hasard.pick(FIXES_DE_FICTION)}0${suite.slice(1)}`)];
}

/** E-mails, téléphones and adresses (guide §2.d), as they are typed: the module computes the rest. */
export function createCoordonnees() {
  const email = (adresse, { reference = true, accepte = true } = {}) => ({
    adresse,
    reference,
    accepte,
  });

  const telephone = (typeNumero, numero, { principal = true, contactPossible = true } = {}) => ({
    typeNumero,
    numero,
    principal,
    contactPossible,
  });

  const randomAdresse = (hasard, { prenom, nom }, cle) => {
    const local = `${toLocal(prenom)}.${toLocal(nom)}`;
    return hasard.weighted([
      [`${local}.${cle}@${DOMAINE}`, 93],
      [hasard.pick(ADRESSES_FICTIVES), 3],
      [
        hasard.pick([
          `${local}@${DOMAINE.replace('.', ',')}`,
          `${local}@`,
          `${local} arobase boite`,
        ]),
        4,
      ],
    ]);
  };

  const randomEmails = (hasard, personne, cle) => {
    const nombre = hasard.weighted([
      [0, 4],
      [1, 76],
      [2, 20],
    ]);
    const reference = hasard.chance(0.94) ? hasard.int(0, Math.max(0, nombre - 1)) : -1;
    return Array.from({ length: nombre }, (_, i) =>
      email(randomAdresse(hasard, personne, i === 0 ? cle : `${cle}bis`), {
        reference: i === reference,
        accepte: hasard.weighted(OUI_NON_VIDE),
      })
    );
  };

  const randomTelephones = (hasard) => {
    const nombre = hasard.weighted([
      [0, 6],
      [1, 72],
      [2, 22],
    ]);
    return Array.from({ length: nombre }, (_, i) =>
      telephone(...randomNumero(hasard), {
        principal: i === 0,
        contactPossible: hasard.weighted(OUI_NON_VIDE),
      })
    );
  };

  const randomLieu = (hasard, date) => {
    const [ville, codePostal, territoire, zoneRurale] = hasard.pick(COMMUNES);
    return {
      date,
      rue: `${hasard.int(1, 180)} ${hasard.pick(RUES)}`,
      complement: hasard.chance(0.15) ? hasard.pick(COMPLEMENTS) : null,
      codePostal,
      ville,
      territoire,
      zoneRurale,
      qpv: !zoneRurale && hasard.chance(0.15),
      reference: true,
      accepteCourrier: hasard.chance(0.7),
    };
  };

  return { email, telephone, randomAdresse, randomEmails, randomTelephones, randomLieu };
}
