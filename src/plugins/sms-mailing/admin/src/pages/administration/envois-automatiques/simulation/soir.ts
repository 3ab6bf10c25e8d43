import { jourSchema } from '../../../../../../core/jour';

/** The day it is where the browser is: what the page opens on before the server has said anything. */
function today(): string {
  const maintenant = new Date();
  const deux = (nombre: number): string => String(nombre).padStart(2, '0');
  return `${String(maintenant.getFullYear())}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`;
}

/** The evening that the address of the page asks for; anything that is no day asks for today's. */
export function readSoir(demande: string | null): string {
  const jour = jourSchema.safeParse(demande);
  return jour.success ? jour.data : demande === '' ? '' : today();
}
