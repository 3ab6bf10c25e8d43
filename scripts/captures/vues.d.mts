/** Types of `vues.mjs`, for the TypeScript of the tests. */
export const VUES: readonly { nom: string }[];
