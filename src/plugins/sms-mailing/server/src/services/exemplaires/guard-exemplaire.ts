import type { DemandeApercu, ExemplaireEnvoye } from '../../../../core/api/modeles';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { readModeleApercu } from '../modeles/preview-modele';
import { sendExemplaire, type ExemplaireDeps } from './send-exemplaire';
import type { LigneExemplaire } from '../ports/exemplaires';
import {
  findAdresseExemplaire,
  isAdresseProuvee,
  type PreuveDeps,
  type Proprietaire,
} from './adresse-exemplaire';
import { recordExemplaire } from './journal-exemplaires';

export type GardeDeps = PreuveDeps & ExemplaireDeps;

export interface DemandeExemplaire {
  demande: DemandeApercu;
  /** For an SMS; null: the mobile of the intervenant linked to the user. */
  numero: string | null;
  perimetre: Perimetre;
  utilisateur: Proprietaire;
  now: Date;
}

function describePersonne({ cobaye }: DemandeApercu): LigneExemplaire['personne'] {
  const { typeDestinataire, documentId, actionDocumentId } = cobaye;
  return documentId === null ? null : { typeDestinataire, documentId, actionDocumentId };
}

/**
 * Decisions E8 and G12: an exemplaire goes to an address that its owner has proved, within a quota, and leaves
 * a line. All of it is judged before anything is rendered.
 */
export async function guardExemplaire(
  deps: GardeDeps,
  { demande, numero, perimetre, utilisateur, now }: DemandeExemplaire
): Promise<ExemplaireEnvoye> {
  const modele = await readModeleApercu(deps.modeles, demande);
  const transport = modele.typeContact === 'sms' ? 'sms' : 'mail';
  const vers = await findAdresseExemplaire(deps, utilisateur, { transport, numero });
  const preuve = await deps.exemplaires.readPreuve(utilisateur.id, transport);
  if (!isAdresseProuvee(deps, preuve, vers)) {
    refuse('adresse-a-prouver', { transport, vers: vers.adresse });
  }
  const ligne: LigneExemplaire = {
    utilisateurId: utilisateur.id,
    genre: 'exemplaire',
    transport,
    vers: vers.vers,
    empreinte: deps.empreintesPreuves.of(vers.sujet),
    modele: {
      documentId: 'modeleDocumentId' in demande ? demande.modeleDocumentId : null,
      nom: modele.nom,
    },
    personne: describePersonne(demande),
  };
  return recordExemplaire(deps.exemplaires, ligne, {
    now,
    send: () =>
      sendExemplaire(deps, { demande, perimetre, utilisateur, adresse: vers.adresse, now }),
  });
}
