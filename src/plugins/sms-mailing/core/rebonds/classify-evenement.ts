import type { RetourLu } from './classify-courrier';
import { raisonDuFournisseur, readStatut, type ClasseRetour } from './diagnostics';
import { RETOURS_FOURNISSEUR, type FournisseurRetours } from './fournisseur-retours';
import { readJeton } from './list-jetons';
import { headerOf, readEvenementSes } from './ses';

/** What a provider posted, texts by the path of their field: `event`, `0.event`, `Metadata.envoi`. */
export type Corps = Readonly<Record<string, string>>;

/** One event that says that an envoi did not arrive, or was not wanted. */
export interface EvenementLu extends RetourLu {
  /** Of the envoi, not believed before its signature is read. */
  jeton: string;
}

type Genre = ClasseRetour | 'plainte';

interface Lecture {
  /** Null: still on its way, arrived, opened: nothing comes back. */
  genre: Genre | null;
  adresse: string | undefined;
  /** What the server of the recipient said. */
  texte: string;
  /** Where our token may stand, the surest first. */
  jetons: readonly (string | undefined)[];
}

/** https://developers.brevo.com/docs/transactional-webhooks */
const BREVO: Readonly<Record<string, Genre>> = {
  hard_bounce: 'definitive',
  invalid_email: 'definitive',
  soft_bounce: 'passagere',
  blocked: 'arretee',
  error: 'arretee',
  spam: 'plainte',
  complaint: 'plainte',
};

/** https://postmarkapp.com/developer/webhooks/bounce-webhook; what is left out was delivered, or is tried again. */
const POSTMARK: Readonly<Record<string, Genre>> = {
  HardBounce: 'definitive',
  BadEmailAddress: 'definitive',
  SoftBounce: 'passagere',
  DnsError: 'passagere',
  Blocked: 'arretee',
  SpamNotification: 'arretee',
  VirusNotification: 'arretee',
  DMARCPolicy: 'arretee',
  ManuallyDeactivated: 'arretee',
  SMTPApiError: 'arretee',
  SpamComplaint: 'plainte',
};

const genreDe = (genres: Readonly<Record<string, Genre>>, nom = ''): Genre | null =>
  Object.hasOwn(genres, nom) ? (genres[nom] ?? null) : null;

/** https://dev.mailjet.com/email/guides/webhooks/: a greylisted message is tried again. */
function genreMailjet({ event, hard_bounce: dur, error }: Corps): Genre | null {
  switch (event ?? '') {
    case 'bounce':
      if (dur === 'true' || dur === '1') return 'definitive';
      return error === 'greylisted' ? null : 'passagere';
    case 'blocked':
      return 'arretee';
    case 'spam':
      return 'plainte';
    default:
      return null;
  }
}

/** Of what bounced for now, what stopped there without a word against the address. */
const ARRETES_SES = ['ContentRejected', 'AttachmentRejected'];

function genreRebondSes(type: string, sousType: string): Genre {
  if (type === 'Permanent') return 'definitive';
  return ARRETES_SES.includes(sousType) ? 'arretee' : 'passagere';
}

/** « MailboxFull » says it as a server does: « Mailbox Full ». */
const splitMots = (nom: string): string => nom.replace(/([a-z])([A-Z])/g, '$1 $2');

function lireSes(dit: Corps): Lecture {
  const lu = readEvenementSes(dit);
  if (lu === null) {
    return { genre: null, adresse: undefined, texte: '', jetons: [] };
  }
  const jetons = [headerOf(lu, RETOURS_FOURNISSEUR.ses.entete), headerOf(lu, 'Message-ID')];
  const { bounce, complaint } = lu;
  const type = lu.notificationType ?? lu.eventType;
  if (type === 'Bounce' && bounce !== undefined) {
    const [{ emailAddress: adresse, diagnosticCode }] = bounce.bouncedRecipients;
    const texte = `${diagnosticCode} ${splitMots(bounce.bounceSubType)}`;
    return {
      genre: genreRebondSes(bounce.bounceType, bounce.bounceSubType),
      adresse,
      texte,
      jetons,
    };
  }
  const plainte = type === 'Complaint' && complaint?.complaintFeedbackType !== 'not-spam';
  const adresse = complaint?.complainedRecipients[0].emailAddress;
  return { genre: plainte ? 'plainte' : null, adresse, texte: '', jetons };
}

const LECTURES: Readonly<Record<FournisseurRetours, (dit: Corps) => Lecture>> = {
  brevo: (dit) => ({
    genre: genreDe(BREVO, dit.event),
    adresse: dit.email,
    texte: dit.reason ?? '',
    jetons: [dit['X-Mailin-custom'], dit['message-id']],
  }),
  mailjet: (dit) => ({
    genre: genreMailjet(dit),
    adresse: dit.email,
    texte: [dit.error, dit.comment].filter((mot) => mot !== undefined).join(' '),
    jetons: [dit.CustomID],
  }),
  postmark: (dit) => ({
    genre: genreDe(POSTMARK, dit.RecordType === 'SpamComplaint' ? dit.RecordType : dit.Type),
    adresse: dit.Email,
    texte: dit.Details ?? '',
    jetons: [dit['Metadata.envoi']],
  }),
  ses: lireSes,
};

/** Mailjet posts one event, or a list of them: their fields then begin by their rank. */
function splitRangs(corps: Corps): Corps[] {
  const parRang = new Map<string, Record<string, string>>();
  for (const [chemin, texte] of Object.entries(corps)) {
    const [, rang = '', champ = chemin] = /^(\d{1,4})\.(.+)$/.exec(chemin) ?? [];
    const dit = parRang.get(rang) ?? {};
    dit[champ] = texte;
    parRang.set(rang, dit);
  }
  return [...parRang.values()];
}

/** What this provider says did not arrive, of the envois that left from here. */
export function listEvenements(fournisseur: FournisseurRetours, corps: Corps): EvenementLu[] {
  return splitRangs(corps).flatMap((dit) => {
    const { genre, adresse, texte, jetons } = LECTURES[fournisseur](dit);
    const [jeton] = jetons.flatMap((lu) => readJeton(lu ?? '') ?? []);
    if (genre === null || jeton === undefined || adresse === undefined) {
      return [];
    }
    const raison = genre === 'plainte' ? 'signale_indesirable' : raisonDuFournisseur(genre, texte);
    const par = RETOURS_FOURNISSEUR[fournisseur].libelle;
    const destinataires = [adresse.trim().toLowerCase()];
    return [{ jeton, raison, par, code: readStatut(texte), destinataires }];
  });
}
