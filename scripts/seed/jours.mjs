const UN_JOUR = 86_400_000;

/** 'YYYY-MM-DD', `jours` later (earlier when negative). */
export function addJours(date, jours) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + jours * UN_JOUR).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekday(date) {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The earlier of two 'YYYY-MM-DD'. */
export function earliest(a, b) {
  return a < b ? a : b;
}
