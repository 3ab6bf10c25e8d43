export interface Attendu {
  transport: 'mail' | 'sms';
  adresse: string;
  objet: string;
  extraits: string[];
  automatique: boolean;
  promotion: boolean;
  pieces: string[];
}

export interface Recu {
  transport: 'mail' | 'sms';
  adresse: string;
  objet: string;
  textes: string[];
  messageId?: string;
  automatique?: boolean;
  desinscription?: boolean;
  pieces: string[];
}

export interface Bilan {
  manquants: string[];
  doubles: string[];
  inattendus: string[];
  fautes: string[];
}

export function compareMessages(attendus: Attendu[], recus: Recu[]): Bilan;
export function findTraces(recus: Recu[]): string[];
export function countMotifs(motifs: string[]): Record<string, number>;
