import type { AccueilSuivi, AnnonceSuivi, RequeteSuivi, SuiviSms } from '../../services/ports/sms';
import { isSecretSuivi } from './secret-suivi';

/** OVH's « ptt »: still on its way (1 to 3), delivered, unknown for good. Every other one is a failure. */
const STATUTS: Readonly<Record<string, SuiviSms['statut'] | null>> = {
  1: 'envoye',
  2: 'envoye',
  3: 'envoye',
  4: 'remis',
  6: null,
};

export function admitSuiviOvh(
  secretsSuivi: readonly string[],
  { methode, secret }: AnnonceSuivi
): AccueilSuivi {
  if (methode !== 'GET') return 'inconnu';
  return isSecretSuivi(secretsSuivi, secret) ? 'admis' : 'refuse';
}

/** A delivery report, by GET with `id`, `ptt`, `date`, `description`; OVH signs nothing. */
export function parseSuiviOvh(
  secretsSuivi: readonly string[],
  { secret, parametres }: RequeteSuivi
): readonly SuiviSms[] | null {
  if (!isSecretSuivi(secretsSuivi, secret)) return null;
  const reference = parametres.id ?? '';
  const ptt = parametres.ptt ?? '';
  const statut = Object.hasOwn(STATUTS, ptt) ? STATUTS[ptt] : 'echec';
  if (reference === '' || !/^\d{1,3}$/.test(ptt) || statut === null || statut === undefined) {
    return [];
  }
  return [
    {
      reference,
      cle: null,
      statut,
      code: statut === 'echec' ? ptt : null,
      opposition: false,
      numero: null,
    },
  ];
}
