/** Types of `versions.mjs`, for the TypeScript of the tests. */
export const NODES: Readonly<Record<string, string>>;
export const POSTGRES: Readonly<Record<string, string>>;
