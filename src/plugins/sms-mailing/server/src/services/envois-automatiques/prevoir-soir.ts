import type { Perimetre } from '../../../../core/perimetre';
import type { RegleEnregistree } from '../ports/envois-automatiques';
import type { ChaineDeps, PartLue } from '../programmer/demande';
import { limitCredits } from '../programmer/limit-credits';
import { createLirePart, type LirePart } from '../programmer/prepare-demande';
import { prevoirPart, type PrevisionPart } from '../programmer/prevoir';

/** Who looks at which evening, and when. */
export interface Vue {
  /** 'YYYY-MM-DD' */
  soir: string;
  perimetre: Perimetre;
  now: Date;
}

type CibleDeRegle = Extract<PartLue['part']['cible'], { genre: 'envoi_automatique' }>;

/** A stored rule, on an evening or on one participation. */
export function lireRegle(
  lire: LirePart,
  regle: RegleEnregistree,
  {
    perimetre,
    now,
    ...vue
  }: Vue & Partial<Pick<CibleDeRegle, 'essai' | 'participation' | 'avecEcartes'>>
): Promise<PartLue> {
  const { modeleId: id, modeleNom: nom, but } = regle;
  const { typeContact, modeleDocumentId: documentId } = regle.regle;
  const cible: CibleDeRegle = {
    ...{ genre: 'envoi_automatique', regle, essai: null, avecEcartes: false },
    ...vue,
  };
  return lire(
    { id, nom, but, typeContact, documentId },
    { cible, perimetre, depart: now, force: false, now }
  );
}

/** Read to say why, or what it costs; the counts of e-mails have no limit. */
const LIGNES_SMS = 10_000;

/**
 * What the rules would do on an evening, each as it would be planned and together as the SMS left would pay
 * them: the one figure of the list, the simulation, the first page and the packages. `lignes`: how many
 * persons of each are wanted.
 */
export async function prevoirSoir(
  deps: ChaineDeps,
  regles: readonly RegleEnregistree[],
  vue: Vue,
  lignes = 0
): Promise<Map<number, PrevisionPart>> {
  const lire = await createLirePart(deps);
  const previsions = new Map<number, PrevisionPart>();
  for (const regle of regles) {
    const lue = await lireRegle(lire, regle, vue);
    const voulues = regle.regle.typeContact === 'sms' ? LIGNES_SMS : lignes;
    previsions.set(regle.id, await prevoirPart(deps, lue, voulues));
  }
  const { autoriserDepassement } = await deps.parametres.read();
  if (!autoriserDepassement) {
    limitCredits([...previsions.values()], await deps.programmes.readReste());
  }
  return previsions;
}
