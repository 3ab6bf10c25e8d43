import type { CompteSmsOuvert } from '../../../../core/compte-sms';
import { fournisseurSmsSchema } from '../../../../core/compte-sms';
import { parseAdresse } from '../../adapters/mail/adresse';
import type { ReglagesEnvironnement } from '../../services/ports/parametres';

/** config/plugins.ts, as read from the environment. */
export interface ReglagesModule {
  /** `essai`: a demonstration or a test, where nothing is held back (docs/adr/0013). Anything else is a real base. */
  base: string;
  zone: string;
  heure: string;
  scheduler: 'on' | 'off';
  role: 'web' | 'worker' | 'all';
  /** G: messages on the wire at once for this process. */
  fenetre: number;
  bailSecondes: number;
  publicUrl: string;
  /** ENCRYPTION_KEY_PRECEDENTE: keys of the installation before the present one. */
  clesPrecedentes: readonly string[];
  mail: {
    expediteur: string;
    /** nodemailer's own options. */
    transport: Record<string, unknown>;
    /** Absent: as ECHANGE_PAR_DEFAUT says. */
    echange?: { pipelining: boolean; attenteSecondes: number; attentePointSecondes: number };
  };
  sms: {
    fournisseur: string;
    expediteur: string;
    compte: string;
    login: string;
    motDePasse: string;
    urlBase: string;
    /** SMS_RESEAU_LOCAL: « hôte:port » that a gateway may be at although they are not public. */
    reseauLocal: readonly string[];
    /** Where the provider « journal » writes. */
    journal: string;
    twilio: { accountSid: string; authToken: string; messagingServiceSid: string };
  };
}

/** An unknown name stops the boot: better no start than SMS that go nowhere. */
function readCompte({ sms }: ReglagesModule): CompteSmsOuvert {
  const lu = fournisseurSmsSchema.safeParse(sms.fournisseur);
  if (!lu.success) {
    throw new Error(
      `Le fournisseur de SMS « ${sms.fournisseur} » est inconnu : choisissez ${fournisseurSmsSchema.options.join(', ')} (SMS_FOURNISSEUR).`
    );
  }
  const twilio = lu.data === 'twilio';
  return {
    fournisseur: lu.data,
    compte: twilio ? sms.twilio.accountSid : sms.compte,
    login: twilio ? '' : sms.login,
    expediteur: sms.expediteur,
    messagingServiceSid: sms.twilio.messagingServiceSid,
    passerelle: null,
    secrets: { motDePasse: twilio ? sms.twilio.authToken : sms.motDePasse, secretCle: '' },
  };
}

function describeServeurMail({ mail }: ReglagesModule): string {
  const { host, port, auth } = mail.transport as {
    host?: string;
    port?: number;
    auth?: { user?: string };
  };
  return `${auth?.user ?? ''}@${host ?? ''}:${String(port ?? '')}`;
}

function readDkim({ mail }: ReglagesModule): ReglagesEnvironnement['dkim'] {
  const { dkim } = mail.transport as { dkim?: { domainName: string; keySelector: string } };
  return dkim === undefined ? null : { domaine: dkim.domainName, selecteur: dkim.keySelector };
}

export function isBaseReelle({ base }: ReglagesModule): boolean {
  return base !== 'essai';
}

export function toEnvironnement(reglages: ReglagesModule): ReglagesEnvironnement {
  return {
    zone: reglages.zone,
    heure: reglages.heure,
    expediteur: parseAdresse(reglages.mail.expediteur),
    serveurMail: describeServeurMail(reglages),
    compteSms: readCompte(reglages),
    urlPublique: reglages.publicUrl,
    dkim: readDkim(reglages),
    baseReelle: isBaseReelle(reglages),
  };
}
