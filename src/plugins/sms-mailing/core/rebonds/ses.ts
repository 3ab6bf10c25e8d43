import { z } from 'zod';
import { parseJson } from '../json';

/** What SNS posts, texts by the name of their field: an event of SES is the JSON of `Message`. */
export type EnveloppeSns = Readonly<Record<string, string>>;

const destinataireSchema = z.object({
  emailAddress: z.string(),
  diagnosticCode: z.string().default(''),
});

/** https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html; a configuration set writes `eventType`. */
const evenementSchema = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().default(''),
      bouncedRecipients: z.tuple([destinataireSchema], destinataireSchema),
    })
    .optional(),
  complaint: z
    .object({
      complaintFeedbackType: z.string().nullish(),
      complainedRecipients: z.tuple([destinataireSchema], destinataireSchema),
    })
    .optional(),
  mail: z.object({
    /** Of the message that left; absent when the notification is set without them. */
    headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  }),
});
type Evenement = z.infer<typeof evenementSchema>;

/** Null: what SNS posts is no event of SES. */
export function readEvenementSes({ Type, Message = '' }: EnveloppeSns): Evenement | null {
  return Type === 'Notification'
    ? (evenementSchema.safeParse(parseJson(Message)).data ?? null)
    : null;
}

/** A header of the message that left, whatever the case of its name. */
export function headerOf({ mail }: Evenement, nom: string): string | undefined {
  return mail.headers.find(({ name }) => name.toLowerCase() === nom.toLowerCase())?.value;
}

const HOTE_SNS = /^sns\.[a-z0-9-]{1,40}\.amazonaws\.com(?:\.cn)?$/;

/**
 * SNS tells nothing to an address before it has agreed, by opening a link. Only one of Amazon's own is ever opened; null:
 * nothing is asked, or by somebody else.
 */
export function readAbonnement({ Type, SubscribeURL = '' }: EnveloppeSns): string | null {
  if (Type !== 'SubscriptionConfirmation' || !URL.canParse(SubscribeURL)) {
    return null;
  }
  const { protocol, hostname, port, username, href } = new URL(SubscribeURL);
  const isSns = protocol === 'https:' && port === '' && username === '' && HOTE_SNS.test(hostname);
  return isSns ? href : null;
}
