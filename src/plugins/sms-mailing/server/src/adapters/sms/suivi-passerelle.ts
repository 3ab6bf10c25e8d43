import type { Passerelle } from '../../../../core/passerelle-sms';
import type { AccueilSuivi, AnnonceSuivi, RequeteSuivi, SuiviSms } from '../../services/ports/sms';
import { normaliseTelephone } from '../../../../core/telephone';
import { isSecretSuivi } from './secret-suivi';

/** As the operator writes it: national, spaced, with its code and perhaps its +. Null when it is no number. */
function readNumero(numero: string): string | null {
  const lu = normaliseTelephone(numero) ?? normaliseTelephone(`+${numero}`);
  return lu?.e164 ?? null;
}

type Suivi = NonNullable<Passerelle['suivi']>;

function toSuivi(suivi: Suivi, recus: RequeteSuivi['corps']): SuiviSms | null {
  const lire = (nom: string): string => (nom === '' ? '' : (recus[nom] ?? ''));
  const recu = lire(suivi.statut);
  const statut = Object.hasOwn(suivi.statuts, recu) ? suivi.statuts[recu] : undefined;
  if (statut === undefined) return null;
  const cle = lire(suivi.cle);
  const opposition = statut === 'opposition';
  return {
    reference: lire(suivi.identifiant) || cle,
    cle: cle === '' ? null : cle,
    statut: opposition ? 'echec' : statut,
    code: statut === 'echec' || opposition ? recu : null,
    opposition,
    numero: readNumero(lire(suivi.numero)),
  };
}

export function admitSuiviPasserelle(
  secretsSuivi: readonly string[],
  { methode, secret }: AnnonceSuivi
): AccueilSuivi {
  if (methode !== 'GET' && methode !== 'POST') return 'inconnu';
  return isSecretSuivi(secretsSuivi, secret) ? 'admis' : 'refuse';
}

/** A report under the names that the settings give; nothing proves it but the secret of our address. */
export function parseSuiviPasserelle(
  suivi: Passerelle['suivi'],
  secretsSuivi: readonly string[],
  { secret, parametres, corps }: RequeteSuivi
): readonly SuiviSms[] | null {
  if (!isSecretSuivi(secretsSuivi, secret)) return null;
  const lu = suivi === null ? null : toSuivi(suivi, { ...parametres, ...corps });
  const utile = lu !== null && (lu.reference !== '' || (lu.opposition && lu.numero !== null));
  return utile ? [lu] : [];
}
