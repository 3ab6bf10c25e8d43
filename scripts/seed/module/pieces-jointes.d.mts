export const PIECES_JOINTES: Record<string, { nom: string; typeMime: string; contenu: Buffer }>;
