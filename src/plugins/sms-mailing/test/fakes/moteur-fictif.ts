import { listDonnees } from '../../core/catalogue-signets';
import type { Donnee } from '../../core/catalogue-signets';
import { HEURES_PROMOTION } from '../../core/horaire-promotion';
import { parametresSchema } from '../../core/parametres';
import { parseSignets } from '../../core/signet';
import { SANS_SUSPENSION } from '../../core/suspension';
import type { ReglagesRendu } from '../../core/reglages-rendu';
import type { But, TypeContact } from '../../core/vocabulaire';
import { compileMail } from '../../server/src/adapters/mail/composeur';
import { miseEnPage } from '../../server/src/adapters/mail/mise-en-page/mise-en-page';
import { createTransports } from '../../server/src/services/livrer/transports';
import type { Lot } from '../../server/src/services/ports/envois';
import type { SoireeStore } from '../../server/src/services/ports/envois-automatiques';
import type { VersionCourante } from '../../server/src/services/ports/modeles';
import type { Moteur } from '../../server/src/services/ports/moteur';
import type { ReglagesTransport } from '../../server/src/services/ports/transports';
import { REGLAGES_RENDU } from './reglages-rendu';
import { createChronoFictif, type ChronoFictif } from './chrono-fictif';
import { createLedgerMemoire, type LedgerMemoire } from './ledger-memoire';
import { createMailSenderMemoire, type MailSenderMemoire } from './mail-memoire';
import { createSmsSenderMemoire, type SmsSenderMemoire } from './sms-memoire';

export const SOIR = new Date('2022-03-03T18:00:00Z');

export const LOT: Lot = {
  modeleId: 1,
  typeContact: 'email',
  typeDestinataire: 'entrepreneur',
  modalite: 'campagne',
};

export interface MoteurFictif extends Moteur {
  ledger: LedgerMemoire;
  ouvriers: LedgerMemoire;
  mail: MailSenderMemoire;
  sms: SmsSenderMemoire;
  chrono: ChronoFictif;
  /** The date and hour, moved by the test. */
  now: Date;
  /** What the gestionnaire or the administrateur would read in the log. */
  lignes: string[];
  /** Versions of modeles by id; a function throws what reading it would. */
  modeles: Map<number, VersionCourante | (() => never)>;
  /** The settings kept with what left; an envoi names its own by its rank, from 1. */
  reglagesGardes: ReglagesRendu[];
}

export interface ReglagesFictifs {
  mail?: Partial<ReglagesTransport>;
  sms?: Partial<ReglagesTransport>;
  fenetre?: number;
  tailleLot?: number;
  soirees?: SoireeStore;
}

const SANS_LIMITE: ReglagesTransport = {
  ...{ parallele: 5, parSeconde: null, parHeure: null, partDuClic: 0 },
};

export const SANS_SOIREE: SoireeStore = {
  planSoiree: async () => ({ ouverte: false, envois: 0, ecartees: [] }),
  replanEcartees: async () => 0,
  planDigest: async () => 0,
  convoquer: async () => 0,
  purge: async () => undefined,
  lastSoiree: async () => null,
  postpone: async () => 0,
  markRetardes: async () => 0,
  premiereRegle: async () => null,
};

/** « Bonjour <nom> », as an e-mail or an SMS. */
export function createVersion(
  typeContact: TypeContact = 'email',
  but: But = 'suivi'
): VersionCourante {
  const texte = 'Bonjour ${personne/personne_nom}';
  const morceaux = parseSignets(texte);
  const donnees: Donnee[] = listDonnees(morceaux);
  const message =
    typeContact === 'sms'
      ? {
          moteur: 1,
          objet: [],
          html: [],
          texte: morceaux.map((morceau) =>
            typeof morceau === 'string' ? morceau : { signet: morceau, cible: 'texte' as const }
          ),
        }
      : miseEnPage.compileMessage(
          { objet: texte, html: `<p>${texte}</p>` },
          {
            typeContact,
            but,
            raison: null,
            images: {},
          }
        );
  return {
    versionId: 1,
    modeleId: 1,
    modeleNom: 'Rappel',
    numero: 1,
    typeContact,
    but,
    contenu: { message, donnees, piecesJointes: [] },
  };
}

/** An engine whose every port is in memory; the rules and the rendering are the real ones. */
export function createMoteurFictif(reglages: ReglagesFictifs = {}): MoteurFictif {
  const ledger = createLedgerMemoire();
  const chrono = createChronoFictif();
  const lignes: string[] = [];
  const dire = (ligne: string): void => void lignes.push(ligne);
  const { fenetre = 8, tailleLot = 500, soirees = SANS_SOIREE } = reglages;
  ledger.versions.set(1, 1);
  const moteur: MoteurFictif = {
    ledger,
    ouvriers: ledger,
    soirees,
    modeles: new Map([[1, createVersion()]]),
    versions: {
      async loadCourante(modeleId) {
        const version = moteur.modeles.get(modeleId);
        return typeof version === 'function' ? version() : (version ?? null);
      },
      load: async () => null,
    },
    piecesJointes: {
      read: async () => [],
      describe: async () => [],
      open: async () => null,
      add: async () => {
        throw new Error('Aucune pièce jointe ici.');
      },
      purge: async () => 0,
    },
    parametres: {
      read: async () => parametresSchema.parse({}),
    },
    calculs: { refresh: async () => ({ recalculees: 0, inconnues: 0 }) },
    suivis: {
      receive: async () => undefined,
      takeIncertains: async () => [],
      isPrise: async () => false,
      settleAttente: async () => 0,
    },
    avis: {
      planRecapitulatifs: async () => 0,
      planAlerteStock: async () => 0,
      isPlanned: async () => true,
      planDigest: async () => 0,
      take: async () => null,
      record: async () => undefined,
      sweep: async () => 0,
    },
    bilans: { fold: async () => 0 },
    conservation: {
      purgeActes: () => Promise.resolve(0),
      purgeRebonds: () => Promise.resolve(0),
      archive: async () => ({ deplaces: 0, derniere: null }),
      forget: async () => 0,
    },
    packages: { list: async () => [] },
    repondants: { read: () => Promise.resolve(new Map()) },
    reglagesRendu: {
      keep: async (reglages) => moteur.reglagesGardes.push(reglages),
    },
    reglagesGardes: [],
    retours: { sign: (envoiId) => `${envoiId.toString(16)}0123456789abc`, read: () => null },
    reponse: { adresse: REGLAGES_RENDU.adresseReponse },
    desinscription: {
      adresse: 'https://bge.example/d/',
      lien: (id, adresse) => `${adresse}${String(id)}`,
    },
    miseEnPage,
    compileMail,
    mail: createMailSenderMemoire(),
    sms: createSmsSenderMemoire(),
    transports: createTransports(
      { mail: { ...SANS_LIMITE, ...reglages.mail }, sms: { ...SANS_LIMITE, ...reglages.sms } },
      chrono
    ),
    now: SOIR,
    clock: () => moteur.now,
    horloge: { check: async () => true, alerte: null },
    chrono,
    drawNumero: () => '00000000-0000-4000-8000-000000000000',
    lignes,
    journal: { info: dire, warn: dire, error: dire },
    reglages: {
      zone: 'Europe/Paris',
      heure: '19:00',
      expediteur: { nom: 'BGE', adresse: 'contact@bge.example' },
      fenetre: { soir: fenetre, immediate: fenetre },
      tailleLot,
      bailMs: 30_000,
      repentirMs: 0,
      heuresPromotion: HEURES_PROMOTION,
    },
    suspensions: SANS_SUSPENSION,
    suspendue: null,
  };
  return moteur;
}
