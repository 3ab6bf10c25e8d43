import { isJourFerie, type Lieu } from './jours-feries';
import { localDate, localHeure } from './horaire';

const DIMANCHE = 0;

function plural(nombre: number, singulier: string, pluriel: string): string {
  return `${String(nombre)} ${nombre > 1 ? pluriel : singulier}`;
}

/** Decision C11: ticking several modeles sends as many messages to each person; said before the click. */
export function phraseMessages(parModele: readonly number[]): string {
  const messages = parModele.reduce((somme, nombre) => somme + nombre, 0);
  const total = plural(messages, 'message', 'messages');
  const [premier = 0, ...autres] = parModele;
  if (autres.length === 0) {
    return total;
  }
  const modeles = plural(parModele.length, 'modèle', 'modèles');
  return autres.every((nombre) => nombre === premier)
    ? `${modeles} × ${plural(premier, 'personne', 'personnes')} = ${total}`
    : `${modeles} : ${parModele.map(String).join(' + ')} = ${total}`;
}

/** Decision B12: an SMS of suivi leaves at any hour, but its author is told that people may sleep. */
export function avertissementHeureSms(now: Date, lieu: Lieu): string | null {
  const { zone } = lieu;
  const date = localDate(now, zone);
  const heure = localHeure(now, zone);
  if (heure >= '22:00' || heure < '08:00') {
    return `Il est ${heure.slice(0, 5).replace(':', 'h')} : ces SMS arriveront en pleine nuit. Envoyez-les plutôt après 8h.`;
  }
  if (isJourFerie(date, lieu)) {
    return 'C’est un jour férié : ces SMS arriveront quand même aujourd’hui.';
  }
  return new Date(`${date}T00:00:00Z`).getUTCDay() === DIMANCHE
    ? 'C’est dimanche : ces SMS arriveront quand même aujourd’hui.'
    : null;
}
