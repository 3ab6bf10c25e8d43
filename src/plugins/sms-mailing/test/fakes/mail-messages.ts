import { compileMail } from '../../server/src/adapters/mail/composeur';
import type { EnvoiMail, MessagePret, VersionMail } from '../../server/src/services/ports/mail';

const VERSION: VersionMail = {
  cle: 'm1v1',
  expediteur: { nom: 'BGE Artois', adresse: 'contact@bge.example' },
  repondreA: { nom: 'Accueil', adresse: 'accueil@bge.example' },
  domaine: 'bge.example',
  automatique: false,
  liste: null,
  piecesJointes: [],
};

const ENVOI: EnvoiMail = {
  cle: 'c1:e1',
  destinataire: { nom: 'Léna Pâris', adresse: 'lena@parcours.example' },
  repondreA: null,
  objet: 'Rappel : réunion à Œuilly — 5 €',
  html: '<p>Bonjour Léna, à bientôt à Œuilly.</p>\n.\n<p>..</p>',
  texte: 'Bonjour Léna, à bientôt à Œuilly.\n.\n..',
  date: new Date('2022-03-03T18:00:00Z'),
  lienDesinscription: 'https://bge.example/d/abc',
};

/** A message ready to leave, as the engine would hand it over. */
export function createMessage(
  envoi: Partial<EnvoiMail> = {},
  version: Partial<VersionMail> = {}
): MessagePret {
  return compileMail({ ...VERSION, ...version })({ ...ENVOI, ...envoi });
}
