import { z } from 'zod';

/** What a template of a passerelle may read: `{vers}`, `{texte}`… */
export const JETONS_PASSERELLE = [
  'vers',
  'texte',
  'expediteur',
  'compte',
  'login',
  'motDePasse',
  'cle',
  'codage',
  'but',
  'urlSuivi',
] as const;
export type JetonPasserelle = (typeof JETONS_PASSERELLE)[number];

const JETON = /\{(\w+)\}/g;

/** One pass: a value that looks like a jeton is not expanded again. */
export function fillGabarit(
  gabarit: string,
  valeurs: Readonly<Record<JetonPasserelle, string>>
): string {
  return gabarit.replace(JETON, (ecrit, nom: string) =>
    Object.hasOwn(valeurs, nom) ? valeurs[nom as JetonPasserelle] : ecrit
  );
}

function unknownJeton(gabarit: string): string | null {
  const connus: readonly string[] = JETONS_PASSERELLE;
  return [...gabarit.matchAll(JETON)].find(([, nom = '']) => !connus.includes(nom))?.[0] ?? null;
}

const gabaritSchema = z
  .string()
  .max(1000)
  .refine((gabarit) => unknownJeton(gabarit) === null, {
    error: `Les repères possibles sont ${JETONS_PASSERELLE.map((nom) => `{${nom}}`).join(' ')}.`,
  });

const PRIVEE =
  /^(localhost|127(\.\d{1,3}){3}|10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}|\[::1\])$|\.(local|internal|lan)$/;

/** A password in clear may cross the association's own network (Kannel), never the Internet. */
function isAdresseSure(texte: string): boolean {
  const url = URL.canParse(texte) ? new URL(texte) : null;
  if (url === null || url.username !== '' || url.password !== '' || texte.includes('{')) {
    return false;
  }
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && (PRIVEE.test(url.hostname) || !url.hostname.includes('.')))
  );
}

const adresseSchema = z.string().trim().max(500).refine(isAdresseSure, {
  error:
    'Saisissez une adresse https:// complète, sans identifiant ni repère (http:// est admis sur le réseau local).',
});

const entetesSchema = z
  .record(z.string(), gabaritSchema)
  .refine((entetes) => Object.keys(entetes).every((nom) => /^[A-Za-z0-9-]{1,60}$/.test(nom)), {
    error: 'Un nom d’en-tête n’a que des lettres, des chiffres et des tirets.',
  });

const appelSchema = z.object({
  url: adresseSchema,
  methode: z.enum(['POST', 'GET', 'PUT']).default('POST'),
  entetes: entetesSchema.default({}),
  /** Query of a GET, else fields of the form or JSON paths such as `recipients.0.phone_number`. */
  champs: z.record(z.string().min(1).max(80), gabaritSchema).default({}),
});
export type AppelPasserelle = z.infer<typeof appelSchema>;

/** Addresses end in the logs of proxies and of the passerelle itself. */
function hidesSecret({ methode, champs }: AppelPasserelle): boolean {
  return (
    methode !== 'GET' || !Object.values(champs).some((gabarit) => gabarit.includes('{motDePasse}'))
  );
}

const SECRET_DANS_ADRESSE = {
  path: ['champs'],
  error:
    'Avec GET le mot de passe passerait dans l’adresse : mettez-le dans un en-tête, ou choisissez POST.',
};

const issueSchema = z.enum(['refuse', 'reessayer', 'configuration', 'incertain', 'opposition']);

const reponseSchema = z.object({
  /** `statut`: the HTTP status says it all. */
  format: z.enum(['json', 'texte', 'statut']).default('json'),
  /** JSON path of the value that tells success (empty: the HTTP status); its accepted values. */
  succes: z
    .object({ chemin: z.string().max(120).default(''), valeurs: z.array(z.string()).default([]) })
    .prefault({}),
  /** JSON paths; empty where the passerelle says nothing. */
  identifiant: z.string().max(120).default(''),
  credits: z.string().max(120).default(''),
  creditsRestants: z.string().max(120).default(''),
  code: z.string().max(120).default(''),
  /** What the passerelle's own codes mean. */
  issues: z.record(z.string(), issueSchema).default({}),
});

const suiviSchema = z.object({
  /** Names of what the passerelle sends to our address, by GET, form or JSON. */
  identifiant: z.string().max(80).default(''),
  cle: z.string().max(80).default('cle'),
  statut: z.string().min(1).max(80),
  numero: z.string().max(80).default(''),
  statuts: z.record(z.string(), z.enum(['envoye', 'remis', 'echec', 'opposition'])),
});

/** `to` cannot be both a value and an object. */
function hasClearPaths({ champs }: AppelPasserelle): boolean {
  const chemins = Object.keys(champs);
  return !chemins.some((chemin) => chemins.some((autre) => autre.startsWith(`${chemin}.`)));
}

/** How a gateway like Kannel, smsmode or Octopush is spoken to: everything is said here, nothing is code. */
export const passerelleSchema = appelSchema
  .extend({
    corps: z.enum(['formulaire', 'json', 'texte']).default('formulaire'),
    /** The body of `texte`. */
    gabarit: gabaritSchema.default('{texte}'),
    /** +33612345678, 33612345678 or 0033612345678. */
    numero: z.enum(['e164', 'sans-plus', 'zeros']).default('e164'),
    codage: z.object({ gsm7: z.string(), ucs2: z.string() }).prefault({ gsm7: '0', ucs2: '2' }),
    but: z.object({ suivi: z.string(), promotion: z.string() }).prefault({
      suivi: 'suivi',
      promotion: 'promotion',
    }),
    /** Letters that the passerelle adds to a promotion (« STOP au 36111 »); 0: it adds nothing. */
    caracteresStop: z.int().min(0).max(40).default(0),
    reponse: reponseSchema.prefault({}),
    /** Where the balance is read. */
    solde: appelSchema
      .extend({ chemin: z.string().max(120), unite: z.enum(['SMS', 'EUR']).default('SMS') })
      .refine(hidesSecret, SECRET_DANS_ADRESSE)
      .nullable()
      .default(null),
    suivi: suiviSchema.nullable().default(null),
  })
  .refine(hidesSecret, SECRET_DANS_ADRESSE)
  .refine(hasClearPaths, {
    path: ['champs'],
    error: 'Un champ ne peut pas être à la fois une valeur et un objet : vérifiez les points.',
  });
export type Passerelle = z.infer<typeof passerelleSchema>;

/** Those that make the request itself, those that speak to a proxy, those that open a hosting company's metadata. */
const ENTETES_RESERVES =
  /^(host|cookie|metadata|connection|keep-alive|transfer-encoding|content-length|te|trailer|upgrade|expect|via|forwarded)$|^(metadata|proxy|x-forwarded|x-aws-ec2|x-google-metadata)-/i;

export function isEnteteReserve(nom: string): boolean {
  return ENTETES_RESERVES.test(nom);
}

export function listEntetes(passerelle: Passerelle | null): string[] {
  return Object.keys({ ...passerelle?.entetes, ...passerelle?.solde?.entetes });
}
