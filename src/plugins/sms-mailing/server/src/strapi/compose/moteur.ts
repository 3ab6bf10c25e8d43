import { randomUUID } from 'node:crypto';
import { isUrlPublique } from '../../../../core/url-publique';
import { compileMail } from '../../adapters/mail/composeur';
import { miseEnPage } from '../../adapters/mail/mise-en-page/mise-en-page';
import { createDesinscription } from '../../adapters/jetons/desinscription';
import { createSigneRetour } from '../../adapters/jetons/rebond';
import { signJeton } from '../../adapters/jetons/reponse';
import { createAvis } from '../../adapters/sql/avis';
import { createConservation } from '../../adapters/sql/archives/conservation';
import { createBilans } from '../../adapters/sql/bilans/fold';
import { createCalculs } from '../../adapters/sql/calculs/calculs';
import { createLedger } from '../../adapters/sql/envois/ledger';
import { createOuvriers } from '../../adapters/sql/envois/ouvriers';
import { createReglagesRendu } from '../../adapters/sql/envois/reglages-rendu';
import { createSoirees } from '../../adapters/sql/envois-automatiques/soirees';
import { HORLOGE_DONNEE } from '../../adapters/sql/horloge';
import { createPiecesJointes } from '../../adapters/sql/modeles/pieces-jointes';
import { createVersions } from '../../adapters/sql/modeles/versions';
import { createPackages } from '../../adapters/sql/packages-sms/packages';
import { createRepondants } from '../../adapters/sql/reponses/repondants';
import { createSuivis } from '../../adapters/sql/suivis/suivis';
import { chrono } from '../../adapters/temps/chrono';
import type { Moteur } from '../../services/ports/moteur';
import { createVersionsAJour } from '../../services/rendre/versions-a-jour';
import { readSouvent, type Cadre } from './cadre';
import { empreinteurOf, listClesDe, type Hote } from './hote';
import { openMailSmtp } from './mail';
import type { Planification } from './planification';
import { createSms } from './sms';
import { openTransports, retuneTransports, shareFenetre } from './transports';

const TAILLE_LOT = 500;

/** Decision G4: on a real base, a link that would not open is none. */
function adresseReponse(publicUrl: string, { baseReelle }: { baseReelle: boolean }): string {
  return baseReelle && !isUrlPublique(publicUrl) ? '' : `${publicUrl}/api/c/`;
}

/** All that the engine works with, under the settings of now. */
export function createMoteur(
  hote: Hote,
  { effectifs, enregistres, parametres, optionsSms }: Cadre,
  planification: Planification
): Moteur {
  const { knex, reglages, clock, journal } = hote;
  const { zone, heure, heuresPromotion, expediteur, suspensions } = effectifs;
  const bailMs = reglages.bailSecondes * 1_000;
  const empreinteur = empreinteurOf(hote);
  return {
    ledger: createLedger(knex, {
      ...{ zone, bailMs, empreinteur, ...readSouvent(parametres) },
      signJeton: (brut) => signJeton(listClesDe(hote, 'reponse'), brut),
    }),
    ouvriers: createOuvriers(knex),
    soirees: { ...createSoirees(knex), ...planification },
    versions: createVersionsAJour(createVersions(knex), miseEnPage),
    piecesJointes: createPiecesJointes(knex),
    parametres,
    repondants: createRepondants(knex),
    reglagesRendu: createReglagesRendu(knex),
    calculs: createCalculs(knex, empreinteur),
    suivis: createSuivis(knex, empreinteur),
    retours: createSigneRetour(listClesDe(hote, 'rebond')),
    avis: createAvis(knex, { zone, heure }),
    bilans: createBilans(knex),
    conservation: createConservation(knex),
    packages: createPackages(knex),
    desinscription: createDesinscription(reglages.publicUrl, listClesDe(hote, 'desinscription')),
    reponse: { adresse: adresseReponse(reglages.publicUrl, effectifs.faits) },
    miseEnPage,
    compileMail,
    mail: hote.mail ?? openMailSmtp(reglages, journal),
    sms: createSms(effectifs.compteSms, optionsSms, effectifs.faits.champsManquants),
    transports: retuneTransports(
      hote.transports ?? openTransports(reglages),
      enregistres.parametres
    ),
    clock,
    horloge: hote.horloge ?? HORLOGE_DONNEE,
    chrono,
    journal,
    drawNumero: randomUUID,
    reglages: {
      zone,
      heure,
      heuresPromotion,
      expediteur,
      fenetre: shareFenetre(reglages),
      tailleLot: TAILLE_LOT,
      bailMs,
      repentirMs: enregistres.parametres.repentirSecondes * 1_000,
    },
    suspensions,
    suspendue: enregistres.suspendue,
  };
}
