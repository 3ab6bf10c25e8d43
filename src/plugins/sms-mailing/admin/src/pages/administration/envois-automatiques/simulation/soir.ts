/** The day it is where the browser is: what the page opens on before the server has said anything. */
export function today(): string {
  const maintenant = new Date();
  const deux = (nombre: number): string => String(nombre).padStart(2, '0');
  return `${String(maintenant.getFullYear())}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`;
}
