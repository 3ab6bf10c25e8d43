import { changementOf } from '../../../../core/acte';
import type { ModeleEnregistrement } from '../../../../core/api/modeles';
import { butOf, type Modele } from '../../../../core/modele';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { isSmsTropLong } from '../../../../core/sms';
import { countSmsSansSignet, validateModele } from '../../../../core/validation-modele';
import { LIBELLES_MODALITE } from '../../../../core/vocabulaire';
import type { ModeleEnregistre, ModeleStore } from '../ports/modeles';
import { compileModele, type CompileModeleDeps } from './compile-modele';

export interface SaveModeleDeps extends CompileModeleDeps {
  modeles: ModeleStore;
}

export interface SaveModeleDemande {
  documentId: string | null;
  /** The version that was read; null: a new modele. */
  version: number | null;
  modele: Modele;
  /** Decision B9, when the save makes it inactive; null asks. */
  annulerProgrammes: boolean | null;
  /** Of who saves: nobody cancels what others programmed outside it. */
  perimetre: Perimetre;
  auteurId: number | null;
  now: Date;
}

/** Decision F8: computed from the signets, then chosen among what they allow. */
function checkModalites(modele: Modele): void {
  const { modalitesRefusees } = validateModele(modele);
  if (modalitesRefusees.length > 0) {
    const noms = modalitesRefusees.map((modalite) => `« ${LIBELLES_MODALITE[modalite]} »`);
    refuse('modalite-impossible', {
      raison: `les signets du message ne conviennent pas à ${noms.join(', ')}`,
    });
  }
}

/** An inactive modele may be a draft; an active one is ready to leave (decision A9). */
function checkActif(modele: Modele): void {
  const { manques, malEcrits, signets } = validateModele(modele);
  if (manques.includes('message')) {
    refuse('modele-vide');
  }
  if (manques.includes('objet')) {
    refuse('objet-obligatoire');
  }
  const [malEcrit] = malEcrits;
  if (malEcrit !== undefined) {
    refuse('signet-mal-ecrit', { raison: malEcrit.phrase.replace(/\.$/, '') });
  }
  const probleme = signets.find(({ bloquant }) => bloquant);
  if (probleme !== undefined) {
    const { code, message, signet } = probleme;
    refuse(code === 'inconnu' ? 'signet-inconnu' : 'signet-mal-place', {
      signet: signet.brut,
      message,
    });
  }
}

function checkLongueurSms(modele: Modele): void {
  const compte = countSmsSansSignet(modele.message);
  if (isSmsTropLong(compte)) {
    refuse('sms-trop-long', { sms: compte.sms });
  }
}

async function readAncien(
  modeles: ModeleStore,
  demande: SaveModeleDemande
): Promise<ModeleEnregistre | null> {
  if (demande.documentId === null) {
    return null;
  }
  const ancien = await modeles.read(demande.documentId);
  if (ancien === null) {
    refuse('modele-introuvable');
  }
  if (ancien.typeContact !== demande.modele.typeContact) {
    refuse('type-contact-different', { modele: ancien.nom });
  }
  return ancien;
}

/** Decision B9: a modele that programmed envois use goes inactive only once their fate is said. */
export async function checkSortDesProgrammes(
  modeles: ModeleStore,
  documentId: string,
  { annulerProgrammes, perimetre }: Pick<SaveModeleDemande, 'annulerProgrammes' | 'perimetre'>
): Promise<void> {
  const { programmes } = await modeles.usage(documentId);
  if (programmes > 0 && annulerProgrammes === null) {
    refuse('modele-programme', { programmes });
  }
  if (annulerProgrammes === true && perimetre.genre !== 'tout') {
    const envois = await modeles.countProgrammesHors(documentId, perimetre);
    if (envois > 0) {
      refuse('programmes-hors-perimetre', { envois });
    }
  }
}

function checkModele(modele: Modele): void {
  checkModalites(modele);
  if (!modele.inactif) {
    checkActif(modele);
  }
  if (modele.typeContact === 'sms') {
    checkLongueurSms(modele);
  }
}

/**
 * Guide §5: creates or changes a modele; its new version is what leaves from now on, also for the envois
 * already programmed (decision B8): their number is answered so that the screen can say it.
 */
export async function saveModele(
  deps: SaveModeleDeps,
  demande: SaveModeleDemande
): Promise<ModeleEnregistrement> {
  const { modeles } = deps;
  const { annulerProgrammes } = demande;
  const modele = { ...demande.modele, but: butOf(demande.modele.typeContact, demande.modele.but) };
  checkModele(modele);
  const ancien = await readAncien(modeles, demande);
  const devientInactif = ancien !== null && !ancien.inactif && modele.inactif;
  if (devientInactif) {
    await checkSortDesProgrammes(modeles, ancien.documentId, demande);
  }
  const contenu = await compileModele(deps, modele);
  const modalites = modele.modalites ?? validateModele(modele).modalitesPossibles;
  const enregistre = await modeles.save({
    documentId: demande.documentId,
    version: demande.version,
    modele: { ...modele, modalites },
    contenu,
    acte: `modele-${changementOf(ancien, modele)}`,
    annuler: devientInactif && annulerProgrammes === true,
    ...{ auteurId: demande.auteurId, now: demande.now },
  });
  if (enregistre === null) {
    refuse('modele-modifie-entretemps', { modele: modele.nom });
  }
  const { documentId, version, annules } = enregistre;
  const { programmes, envoisAutomatiques } = await modeles.usage(documentId);
  return { documentId, version, programmes, annules, envoisAutomatiques };
}
