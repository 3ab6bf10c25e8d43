import { SANS_SUSPENSION } from '../../core/suspension';
import { randomUUID } from 'node:crypto';
import { HEURES_PROMOTION } from '../../core/horaire-promotion';
import { parametresSchema, type Parametres } from '../../core/parametres';
import { TOUT } from '../../core/perimetre';
import { createCampagnes } from '../../server/src/adapters/sql/campagnes/campagnes';
import { createRegles } from '../../server/src/adapters/sql/envois-automatiques/regles';
import { createFiches } from '../../server/src/adapters/sql/fiches/fiches';
import { createPiecesJointes } from '../../server/src/adapters/sql/modeles/pieces-jointes';
import { createVersions } from '../../server/src/adapters/sql/modeles/versions';
import { isPannePassagere } from '../../server/src/adapters/sql/panne';
import { createProgrammes } from '../../server/src/adapters/sql/programmer/programmes';
import type { Demande } from '../../server/src/services/programmer/demande';
import type { PlanDeps } from '../../server/src/services/soiree/plan-soiree';
import { REGLAGES_RENDU } from '../fakes/reglages-rendu';
import { NOW, type Base } from './campagnes-base';

const HORLOGE = { zone: 'Europe/Paris', heure: '19:00' };

export interface Chaine extends PlanDeps {
  /** The settings of the next request. */
  choisir(parametres: Partial<Parametres>): void;
}

/** The whole chain over a base of its own, under settings that a suite may change. */
export function openChaine({ knex }: Base): Chaine {
  let parametres = parametresSchema.parse({});
  return {
    ...HORLOGE,
    heuresPromotion: HEURES_PROMOTION,
    repentirMs: 0,
    programmes: createProgrammes(knex, HORLOGE),
    campagnes: createCampagnes(knex, () => Promise.resolve(false)),
    fiches: createFiches(knex, async () => false),
    regles: createRegles(knex, HORLOGE),
    piecesJointes: createPiecesJointes(knex),
    versions: createVersions(knex),
    parametres: { read: async () => parametres },
    suspensions: SANS_SUSPENSION,
    readReglagesRendu: async () => ({
      ...REGLAGES_RENDU,
      sms: { ...REGLAGES_RENDU.sms, remplacerAccents: parametres.remplacerAccents },
    }),
    drawNumero: randomUUID,
    isPannePassagere,
    choisir(suite) {
      parametres = parametresSchema.parse({ ...parametres, ...suite });
    },
  };
}

export function demandeOf(
  cible: Demande['cible'],
  modeles: readonly string[],
  suite: Partial<Demande> = {}
): Demande {
  return {
    ...{ cible, modeles, typeContact: null, perimetre: TOUT, auteurId: null, now: NOW },
    ...{ confirmation: null, force: false, annuleeConfirmee: false, promotionConfirmee: false },
    creditsLus: null,
    ...suite,
  };
}

/** A version of this text, the modèle's current one; answers the modèle's documentId. */
export async function addModeleEcrit(
  base: Base,
  champs: Parameters<Base['addModele']>[0],
  message: { texte: readonly unknown[]; donnees: readonly string[] } = {
    texte: ['Bonjour'],
    donnees: [],
  }
): Promise<{ id: number; documentId: string }> {
  const { id, documentId } = await base.addModele(champs);
  await base.add('sms_versions_modele', {
    modele_id: id,
    numero: 1,
    contenu: JSON.stringify({
      message: { moteur: 1, objet: [], html: [], texte: message.texte },
      donnees: message.donnees,
      piecesJointes: [],
    }),
  });
  const modalites = JSON.stringify(champs?.modalites ?? ['campagne']);
  await base.knex('sms_modeles').where({ id }).update({ version: 1, modalites });
  return { id, documentId };
}
