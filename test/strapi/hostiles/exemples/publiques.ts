import type { Reperes } from '../reperes';
import { type ExempleModule } from './exemple';

/** `secret`: of the address that the operator of the base was given. */
type Publique = (r: Reperes & { secret: string }) => ExempleModule;
const RAPPORT = { id: '42', ptt: '4', date: '20220303190000', description: '1' };

/** By the whole address, as mounted. */
export const PUBLIQUES: Readonly<Record<string, Publique>> = {
  'GET /api/c/:jeton': () => ({ params: { jeton: '7f3exempleexempl' } }),
  'POST /api/c/:jeton': () => ({ params: { jeton: '7f3exempleexempl' }, body: { reponse: 'oui' } }),
  'GET /api/sms-mailing/d/:jeton': () => ({ params: { jeton: '1.abc' } }),
  'POST /api/sms-mailing/d/:jeton': () => ({
    params: { jeton: '1.abc' },
    body: { 'List-Unsubscribe': 'One-Click' },
  }),
  'GET /api/sms-mailing/suivi/:fournisseur': () => ({
    params: { fournisseur: 'ovh-http2sms' },
    query: RAPPORT,
  }),
  'POST /api/sms-mailing/suivi/:fournisseur': () => ({
    params: { fournisseur: 'ovh-http2sms' },
    body: RAPPORT,
  }),
  'GET /api/sms-mailing/suivi/:fournisseur/:secret': ({ secret }) => ({
    params: { fournisseur: 'ovh-http2sms', secret },
    query: RAPPORT,
  }),
  'POST /api/sms-mailing/suivi/:fournisseur/:secret': ({ secret }) => ({
    params: { fournisseur: 'ovh-http2sms', secret },
    body: RAPPORT,
  }),
};
