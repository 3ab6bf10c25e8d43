import { refuse } from '../../../../core/regle';
import { checkCode, type Verification } from '../../../../core/verification';
import type { Transport } from '../../../../core/vocabulaire';
import type { ParametresDeps } from './parametres-deps';
import { empreinteOfCode } from './send-verification';

function countEssai(verification: Verification): Verification {
  const { code } = verification;
  return code === null
    ? verification
    : { ...verification, code: { ...code, essais: code.essais + 1 } };
}

/** The code that came by the message proves that messages of this sender and account arrive. */
export async function confirmVerification(
  deps: ParametresDeps,
  transport: Transport,
  { code, now }: { code: string; now: Date }
): Promise<void> {
  const { reglages, effectifs } = deps;
  const empreinte = empreinteOfCode(deps, transport, code);
  const issue = await reglages.changeVerification(transport, (precedente) => {
    const resultat = checkCode(precedente, empreinte, now);
    const prouvee = {
      ...precedente,
      empreinte: effectifs.empreintes[transport],
      verifieLe: now.toISOString(),
      code: null,
    };
    return { resultat, verification: resultat === 'juste' ? prouvee : countEssai(precedente) };
  });
  switch (issue) {
    case 'juste':
      return;
    case 'faux':
      return refuse('code-faux');
    case 'expire':
      return refuse('code-expire');
    case 'aucun':
      return refuse('code-absent');
  }
}
