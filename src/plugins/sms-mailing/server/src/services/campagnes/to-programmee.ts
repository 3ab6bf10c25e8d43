import type { CampagneProgrammee } from '../../../../core/api/campagnes';
import type { ProgrammationModele } from '../programmer/demande';

/** Guide §7.b: what was scheduled, and what not. */
export function toProgrammee({
  tenus,
  motifs,
  programmes,
  vus,
  depart,
  credits,
  campagneId,
}: ProgrammationModele): Omit<CampagneProgrammee, 'phraseDepart'> {
  const exclus = Object.values(motifs).reduce((somme, nombre) => somme + nombre, 0);
  const dejaEnvoyes = tenus.deja_envoye ?? 0;
  return {
    ...{ campagneId, programmes, dejaEnvoyes, motifs, depart, credits },
    // Whom another click wrote at the same instant are already programmed too.
    dejaProgrammes: vus - programmes - exclus - dejaEnvoyes,
  };
}
