import { domaineOf } from '../../../../core/domaine-expediteur';
import type { AdresseMail, EnvoiMail, MessagePret } from '../ports/mail';
import type { Moteur } from '../ports/moteur';

type Contenu = Pick<
  EnvoiMail,
  'cle' | 'destinataire' | 'objet' | 'html' | 'texte' | 'date' | 'retour'
>;

/** An e-mail of the module itself, to those who use it: of no modèle, no list, nobody to answer. */
export function composeService(
  { compileMail }: Pick<Moteur, 'compileMail'>,
  expediteur: AdresseMail,
  contenu: Contenu
): MessagePret {
  const assemble = compileMail({
    cle: contenu.cle,
    expediteur,
    repondreA: null,
    domaine: domaineOf(expediteur.adresse),
    automatique: true,
    liste: null,
    piecesJointes: [],
  });
  return assemble({ ...contenu, repondreA: null, lienDesinscription: null });
}
