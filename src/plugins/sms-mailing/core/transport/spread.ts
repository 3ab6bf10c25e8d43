/**
 * `ms` or up to half as much again, by the chance that lies in `graine`: those put off together do not come back
 * at one instant.
 */
export function spread(ms: number, graine: string): number {
  let melange = 2_166_136_261;
  for (let i = 0; i < graine.length; i += 1) {
    melange = Math.imul(melange ^ graine.charCodeAt(i), 16_777_619);
  }
  // One step tells neighbours badly apart.
  melange = Math.imul(melange ^ (melange >>> 15), 2_246_822_507);
  melange = Math.imul(melange ^ (melange >>> 13), 3_266_489_909);
  return Math.round(ms * (1 + ((melange ^ (melange >>> 16)) >>> 0) / 2 ** 33));
}
