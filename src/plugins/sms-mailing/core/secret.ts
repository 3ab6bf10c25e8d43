import { z } from 'zod';
import { secretSmsSchema } from './compte-sms';

/** All that the settings keep encrypted: of the SMS account, and of the mailbox of what comes back. */
export const secretSchema = z.enum([...secretSmsSchema.options, 'motDePasseRebonds']);
export type Secret = z.infer<typeof secretSchema>;
