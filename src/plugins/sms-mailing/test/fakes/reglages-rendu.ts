import type { ReglagesRendu } from '../../core/reglages-rendu';
import { REGLAGES_SMS } from '../../core/sms';

/** What an association of the guide's would have in « Réglages des envois ». */
export const REGLAGES_RENDU: ReglagesRendu = {
  zone: 'Europe/Paris',
  expediteur: 'BGE Artois',
  adressePostale: '12 rue des Filatiers, 62000 Arras',
  adresseDesinscription: 'https://bge.example/d/',
  adresseReponse: 'https://bge.example/api/c/',
  sms: REGLAGES_SMS,
};
