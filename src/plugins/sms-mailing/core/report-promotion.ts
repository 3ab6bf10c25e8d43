import { isWindowOpen, nextSoirPromotion, zoneOfNumero, type Horaires } from './horaire-promotion';

/**
 * Decision B13: until when a promotional SMS to this number waits, null when it may leave now. It leaves at an
 * evening of the association whenever the person's own clock allows, else as soon as their window opens: 19h
 * in Paris is never an hour for Nouméa.
 */
export function reportPromotion(
  e164: string,
  now: Date,
  { zone, heure, heuresPromotion }: Horaires
): Date | null {
  const zoneNumero = zoneOfNumero(e164, zone);
  if (isWindowOpen(now, zoneNumero, heuresPromotion)) {
    return null;
  }
  const soir = nextSoirPromotion(now, zone, heure, heuresPromotion);
  return isWindowOpen(soir, zoneNumero, heuresPromotion)
    ? soir
    : nextSoirPromotion(now, zoneNumero, heuresPromotion.debut, heuresPromotion);
}
