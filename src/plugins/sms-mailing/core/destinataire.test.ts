import { expect, it } from 'vitest';
import { isPromotion } from './destinataire';

it('une newsletter est une promotion même si le modèle dit « suivi »', () => {
  expect(isPromotion('newsletter', 'suivi')).toBe(true);
  expect(isPromotion('email', 'suivi')).toBe(false);
  expect(isPromotion('sms', 'promotion')).toBe(true);
});
