import { assertCode, checkCode, countEssai } from '../../../../core/verification';
import type { Transport } from '../../../../core/vocabulaire';
import type { ParametresDeps } from './parametres-deps';
import { empreinteOfCode } from './send-verification';

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
  assertCode(issue);
}
