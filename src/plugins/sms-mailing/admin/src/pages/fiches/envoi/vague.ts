import type { BilanCampagne } from '../../../../../core/campagne';

/** How many envois a vague has, whatever became of them: one a person. */
export function countPersonnes(bilan: BilanCampagne): number {
  return Object.values(bilan).reduce((somme: number, nombre: number) => somme + nombre, 0);
}
