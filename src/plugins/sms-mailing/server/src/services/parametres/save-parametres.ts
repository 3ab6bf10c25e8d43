import type { SaisieParametres } from '../../../../core/parametres';
import { refuse } from '../../../../core/regle';
import type { ParametresDeps } from './parametres-deps';

type CompteSaisi = SaisieParametres['sms'];

function listAdresses({ fournisseur, passerelle }: CompteSaisi): string[] {
  return fournisseur !== 'http-generic' || passerelle === null
    ? []
    : [passerelle.url, ...(passerelle.solde === null ? [] : [passerelle.solde.url])];
}

/**
 * What can be seen to be a local address is refused at once; a name that resolves to one is refused when it is
 * called. An address already saved does not stand in the way of the other settings.
 */
function checkAdresses({ reseau, enregistres }: ParametresDeps, saisi: CompteSaisi): void {
  const connues = listAdresses(enregistres.parametres.sms);
  const refusee = listAdresses(saisi).find(
    (adresse) => !connues.includes(adresse) && !reseau.isPermise(adresse)
  );
  if (refusee !== undefined) {
    const { hostname, port, protocol } = new URL(refusee);
    const hote = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
    refuse('adresse-locale', { adresse: refusee, hote });
  }
}

export async function saveParametres(
  deps: ParametresDeps,
  saisie: SaisieParametres
): Promise<void> {
  checkAdresses(deps, saisie.sms);
  if (!(await deps.reglages.save(saisie))) {
    refuse('parametres-modifies-entretemps');
  }
}
