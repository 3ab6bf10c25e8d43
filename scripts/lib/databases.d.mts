/** Types of `databases.mjs`, for the TypeScript of the tests. */
export function withDatabase(url: string, name: string): string;
export function createDatabase(adminUrl: string, name: string, template?: string): Promise<string>;
export function dropDatabase(adminUrl: string, name: string): Promise<void>;
export function renameDatabase(adminUrl: string, from: string, to: string): Promise<void>;
export function listDatabases(adminUrl: string, prefix: string): Promise<string[]>;
