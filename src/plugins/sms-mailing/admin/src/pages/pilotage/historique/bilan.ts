import type { BilanCampagne } from '../../../../../core/campagne';
import { countGroupe } from '../../../../../core/groupe-envois';
import { formatNombre, pluralize } from '../../../components/texte';

/** « Envoyé 578/603, 22 échecs, 3 exclus »: exclus and annulés are not awaited (decision G20). */
export function phraseBilan(bilan: BilanCampagne): string {
  const { programmes, enCours, envoyes, echecs, incertains, exclus, annules } = bilan;
  const attendus = programmes + enCours + envoyes + echecs + incertains;
  const suites: readonly (readonly [number, string, string])[] = [
    [programmes, 'programmé', 'programmés'],
    [enCours, 'en train de partir', 'en train de partir'],
    [echecs, 'échec', 'échecs'],
    [incertains, 'peut-être reçu', 'peut-être reçus'],
    [exclus, 'exclu', 'exclus'],
    [annules, 'annulé', 'annulés'],
  ];
  return [
    ...(attendus > 0 ? [`Envoyé ${formatNombre(envoyes)}/${formatNombre(attendus)}`] : []),
    ...suites
      .filter(([nombre]) => nombre > 0)
      .map(([nombre, singulier, pluriel]) => pluralize(nombre, singulier, pluriel)),
  ].join(', ');
}

/** « 1 envoi, 1 exclue »: of those whom a send was for, who receives it is told from who does not. */
export function phrasePersonnes(bilan: BilanCampagne): string {
  const { exclus, annules } = bilan;
  const envois = countGroupe(bilan, 'tous') - exclus - annules;
  return [
    ...(envois > 0 ? [pluralize(envois, 'envoi')] : []),
    ...(exclus > 0 ? [pluralize(exclus, 'exclue')] : []),
    ...(annules > 0 ? [pluralize(annules, 'annulé')] : []),
  ].join(', ');
}

/** From 0 to 1: what has an outcome, of what was to leave. */
export function partFaite(bilan: BilanCampagne): number {
  const total = countGroupe(bilan, 'tous');
  return total === 0 ? 0 : 1 - (bilan.programmes + bilan.enCours) / total;
}
