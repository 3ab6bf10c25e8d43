import { butOf, modalitesRefusees, type Modele } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import { countSms, foldSms, MAX_SMS } from '../../../../core/sms';
import { computeModalites, validateSignets } from '../../../../core/validation-signets';
import { LIBELLES_MODALITE, type Modalite } from '../../../../core/vocabulaire';
import type { ModeleStore } from '../ports/modeles';
import { compileModele, listMorceaux, type CompileModeleDeps } from './compile-modele';

export interface SaveModeleDeps extends CompileModeleDeps {
  modeles: ModeleStore;
}

export interface SaveModeleDemande {
  documentId: string | null;
  modele: Modele;
  auteurId: number | null;
  now: Date;
}

/** Decision F8: computed from the signets, then chosen among what they allow. */
function resolveModalites(modele: Modele): Modalite[] {
  const possibles = computeModalites(listMorceaux(modele), modele.destinataires);
  const refusees = modalitesRefusees(modele.modalites, possibles);
  if (refusees.length > 0) {
    const noms = refusees.map((modalite) => `« ${LIBELLES_MODALITE[modalite]} »`).join(', ');
    refuse('modalite-impossible', {
      raison: `les signets du message ne conviennent pas à ${noms}`,
    });
  }
  return modele.modalites ?? possibles;
}

/** An inactive modele may be a draft; an active one is ready to leave (decision A9). */
function checkActif(modele: Modele, modalites: readonly Modalite[]): void {
  if (modele.message.replace(/<[^>]*>|&nbsp;|\s/g, '') === '' && !/<img/i.test(modele.message)) {
    refuse('modele-vide');
  }
  if (modele.typeContact !== 'sms' && modele.objet === '') {
    refuse('objet-obligatoire');
  }
  const { destinataires } = modele;
  const probleme = validateSignets(listMorceaux(modele), { modalites, destinataires }).find(
    ({ bloquant }) => bloquant
  );
  if (probleme !== undefined) {
    const { code, message, signet } = probleme;
    refuse(code === 'inconnu' ? 'signet-inconnu' : 'signet-mal-place', {
      signet: signet.brut,
      message,
    });
  }
}

/** The text alone, signets counted for nothing: what no destinataire can make shorter. */
function checkLongueurSms(modele: Modele): void {
  const texte = listMorceaux(modele)
    .map((morceau) => (typeof morceau === 'string' ? morceau : ''))
    .join('');
  const { sms } = countSms(foldSms(texte), { charsPerSms: 155, stopChars: 0 });
  if (sms > MAX_SMS) {
    refuse('sms-trop-long', { sms });
  }
}

/**
 * Guide §5: creates or changes a modele; its new version is what leaves from now on, also for the envois
 * already programmed (decision B8): their number is answered so that the screen can say it.
 */
export async function saveModele(
  deps: SaveModeleDeps,
  demande: SaveModeleDemande
): Promise<{ documentId: string; programmes: number }> {
  const saisi = demande.modele;
  const modele = { ...saisi, but: butOf(saisi.typeContact, saisi.but) };
  const modalites = resolveModalites(modele);
  if (demande.documentId !== null) {
    const ancien = await deps.modeles.read(demande.documentId);
    if (ancien === null) {
      refuse('modele-introuvable');
    }
    if (ancien.typeContact !== modele.typeContact) {
      refuse('type-contact-different', { modele: ancien.nom });
    }
  }
  if (!modele.inactif) {
    checkActif(modele, modalites);
  }
  if (modele.typeContact === 'sms') {
    checkLongueurSms(modele);
  }
  const contenu = await compileModele(deps, modele);
  const documentId = await deps.modeles.save({
    documentId: demande.documentId,
    modele: { ...modele, modalites },
    contenu,
    auteurId: demande.auteurId,
    now: demande.now,
  });
  const { programmes } = await deps.modeles.usage(documentId);
  return { documentId, programmes };
}
