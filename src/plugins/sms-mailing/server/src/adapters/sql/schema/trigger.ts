/**
 * The rows that an UPDATE changed, by these columns of theirs (the id among them), before and after. By sets, not by a
 * join of `avant` and `apres`: PostgreSQL keeps the plan of a trigger as long as the connection, and one that was made for
 * a single row would compare a hundred thousand of them pair by pair.
 */
export const sqlChangees = (colonnes: string): string => `
  ((SELECT ${colonnes} FROM avant EXCEPT SELECT ${colonnes} FROM apres)
    UNION ALL (SELECT ${colonnes} FROM apres EXCEPT SELECT ${colonnes} FROM avant))`;

/** Creates a trigger of this name on this table unless it is there: `suite` is what follows its name. */
export function sqlTrigger(
  {
    nom,
    table,
    genre = 'TRIGGER',
  }: { nom: string; table: string; genre?: 'TRIGGER' | 'CONSTRAINT TRIGGER' },
  { quand, suite }: { quand: string; suite: string }
): string {
  return `DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = '${nom}' AND tgrelid = '${table}'::regclass) THEN
      CREATE ${genre} ${nom} ${quand} ON ${table} ${suite};
    END IF;
  END $$`;
}
