/** Types of `postgres.mjs`, for the TypeScript of the tests. */
export interface Postgres {
  url: string;
  port: number;
  stop: () => Promise<void>;
}

export function startPostgres(options: { name: string; persistent: boolean }): Promise<Postgres>;
