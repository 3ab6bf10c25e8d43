/** Two machines that keep time are never so far apart. */
const ECART_MAX_MS = 30_000;

/** `ecartMs`: by how much this machine is ahead of the database. Null: close enough. */
export function sayEcart(ecartMs: number): string | null {
  const secondes = Math.round(Math.abs(ecartMs) / 1_000);
  if (secondes * 1_000 <= ECART_MAX_MS) {
    return null;
  }
  const duree =
    secondes < 120 ? `${String(secondes)} s` : `${String(Math.round(secondes / 60))} min`;
  const sens = ecartMs > 0 ? 'd’avance' : 'de retard';
  return `L’horloge de ce serveur a ${duree} ${sens} sur celle de la base de données : rien n’est programmé ni envoyé d’ici tant qu’elles ne sont pas à la même heure. Prévenez la personne qui héberge l’application.`;
}
