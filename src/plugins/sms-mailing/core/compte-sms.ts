import { z } from 'zod';
import { passerelleSchema } from './passerelle-sms';
import type { EtatSecret } from './verification';

export const fournisseurSmsSchema = z.enum(['journal', 'ovh-http2sms', 'twilio', 'http-generic']);
export type FournisseurSms = z.infer<typeof fournisseurSmsSchema>;

export const LIBELLES_FOURNISSEUR: Readonly<Record<FournisseurSms, string>> = {
  journal: 'Journal (rien ne part)',
  'ovh-http2sms': 'OVHcloud',
  twilio: 'Twilio',
  'http-generic': 'Autre passerelle',
};

/** Kept encrypted, never given back. */
export const secretSmsSchema = z.enum(['motDePasse', 'secretCle']);
export type SecretSms = z.infer<typeof secretSmsSchema>;

/** Operators take eleven letters or digits, one letter at least: no space, accent or punctuation. */
const EXPEDITEUR = /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/;

/** Guide §1: « nom du fournisseur, account SMS username, login, mot de passe, et nom de l'expéditeur ». */
export const compteSmsSchema = z.object({
  /** Null: the account of the environment. */
  fournisseur: fournisseurSmsSchema.nullable().default(null),
  compte: z.string().trim().max(120).default(''),
  login: z.string().trim().max(120).default(''),
  expediteur: z
    .string()
    .trim()
    .refine((nom) => nom === '' || EXPEDITEUR.test(nom), {
      error:
        'Le nom de l’expéditeur compte 11 lettres ou chiffres au plus, dont une lettre, sans espace ni accent.',
    })
    .default(''),
  /** Twilio: preferred to the sender when there is one. */
  messagingServiceSid: z
    .string()
    .trim()
    .regex(/^(MG[0-9a-fA-F]{32})?$/, {
      error: 'Un Messaging Service commence par MG et compte 34 caractères.',
    })
    .default(''),
  /** How « Autre passerelle » is spoken to. */
  passerelle: passerelleSchema.nullable().default(null),
});
export type CompteSms = z.infer<typeof compteSmsSchema>;

/** The account with its secrets, as an adapter opens it. Never logged, never sent to the panel. */
export interface CompteSmsOuvert extends Omit<CompteSms, 'fournisseur'> {
  fournisseur: FournisseurSms;
  secrets: Readonly<Record<SecretSms, string>>;
}

type ChampCompte = 'compte' | 'login' | 'expediteur' | SecretSms | 'messagingServiceSid';

export interface DescriptionChamp {
  champ: ChampCompte;
  libelle: string;
  aide: string;
  obligatoire: boolean;
}

const EXPEDITEUR_CHAMP: DescriptionChamp = {
  champ: 'expediteur',
  libelle: 'Nom de l’expéditeur',
  aide: '11 lettres ou chiffres au plus, sans espace ni accent, validé chez l’opérateur.',
  obligatoire: true,
};

/**
 * The fields that each fournisseur asks for, in the order of the screen.
 * @public
 */
export const CHAMPS_FOURNISSEUR: Readonly<Record<FournisseurSms, readonly DescriptionChamp[]>> = {
  journal: [],
  'ovh-http2sms': [
    {
      champ: 'compte',
      libelle: 'Compte SMS',
      aide: 'Dans l’espace client OVHcloud : sms-xx11111-1.',
      obligatoire: true,
    },
    {
      champ: 'login',
      libelle: 'Login',
      aide: 'L’utilisateur SMS (« utilisateur API ») créé sur ce compte.',
      obligatoire: true,
    },
    {
      champ: 'motDePasse',
      libelle: 'Mot de passe',
      aide: 'Celui de cet utilisateur SMS.',
      obligatoire: true,
    },
    EXPEDITEUR_CHAMP,
  ],
  twilio: [
    {
      champ: 'compte',
      libelle: 'Account SID',
      aide: 'Commence par AC, sur la page d’accueil de la console Twilio.',
      obligatoire: true,
    },
    {
      champ: 'motDePasse',
      libelle: 'Auth Token',
      aide: 'À côté de l’Account SID. Il vérifie aussi les accusés de réception.',
      obligatoire: true,
    },
    {
      champ: 'login',
      libelle: 'Clé d’API',
      aide: 'Facultatif : commence par SK, ouvre le compte à la place de l’Auth Token.',
      obligatoire: false,
    },
    {
      champ: 'secretCle',
      libelle: 'Secret de la clé d’API',
      aide: 'Seulement avec une clé d’API.',
      obligatoire: false,
    },
    { ...EXPEDITEUR_CHAMP, obligatoire: false },
    {
      champ: 'messagingServiceSid',
      libelle: 'Messaging Service',
      aide: 'Facultatif : commence par MG, remplace le nom de l’expéditeur.',
      obligatoire: false,
    },
  ],
  'http-generic': [
    { champ: 'compte', libelle: 'Compte', aide: 'Repris par {compte}.', obligatoire: false },
    { champ: 'login', libelle: 'Login', aide: 'Repris par {login}.', obligatoire: false },
    {
      champ: 'motDePasse',
      libelle: 'Mot de passe ou clé',
      aide: 'Repris par {motDePasse} dans un en-tête ou dans le corps, jamais dans une adresse.',
      obligatoire: false,
    },
    { ...EXPEDITEUR_CHAMP, obligatoire: false },
  ],
};

/** Secrets that this account had and has no more: nothing leaves with an empty one in their place. */
export function listSecretsPerdus(
  fournisseur: FournisseurSms,
  etats: Readonly<Record<SecretSms, EtatSecret>>
): string[] {
  const etatOf: Readonly<Partial<Record<ChampCompte, EtatSecret>>> = etats;
  return CHAMPS_FOURNISSEUR[fournisseur]
    .filter(({ champ }) => ['illisible', 'a_ressaisir'].includes(etatOf[champ] ?? ''))
    .map(({ libelle }) => libelle);
}

/** What is still missing before this account can send, in the words of the screen. */
export function missingChamps(compte: CompteSmsOuvert): string[] {
  const { fournisseur, secrets } = compte;
  const valeurs: Readonly<Record<ChampCompte, string>> = { ...compte, ...secrets };
  const manquants = CHAMPS_FOURNISSEUR[fournisseur]
    .filter(({ champ, obligatoire }) => obligatoire && valeurs[champ] === '')
    .map(({ libelle }) => libelle);
  if (fournisseur === 'twilio' && compte.expediteur === '' && compte.messagingServiceSid === '') {
    manquants.push('Nom de l’expéditeur ou Messaging Service');
  }
  if (fournisseur === 'twilio' && compte.login !== '' && secrets.secretCle === '') {
    manquants.push('Secret de la clé d’API');
  }
  if (fournisseur === 'http-generic' && compte.passerelle === null) {
    manquants.push('Réglages de la passerelle');
  }
  return manquants;
}
