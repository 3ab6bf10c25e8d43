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
