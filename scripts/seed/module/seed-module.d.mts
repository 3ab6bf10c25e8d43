export interface ModeleSeme {
  typeContact: 'email' | 'newsletter' | 'sms';
  nom: string;
  objet?: string;
  message: string;
  destinataires: string[];
  but: 'suivi' | 'promotion';
  inactif?: boolean;
  modalites?: string[] | null;
  fichiers: string[];
}

export const MODELES: Record<string, ModeleSeme>;
