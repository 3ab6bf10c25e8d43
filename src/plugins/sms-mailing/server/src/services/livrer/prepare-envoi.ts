import { isPromotion } from '../../../../core/destinataire';
import { domaineOf } from '../../../../core/domaine-expediteur';
import { TransportError } from '../../../../core/errors';
import { cidImage } from '../../../../core/image-message';
import type { MotifExclusion } from '../../../../core/motif';
import type { Parametres } from '../../../../core/parametres';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { EnvoiReserve, Lot } from '../ports/envois';
import type { AssembleMail, MessagePret, PieceJointe, RetourMail } from '../ports/mail';
import type { VersionCourante } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import type { SmsAEnvoyer } from '../ports/sms';
import { createRetour } from '../rebonds/create-retour';
import { compileRendre, type Rendu } from '../rendre/compile-rendre';
import { resolveExpediteur, toReglagesRendu } from '../rendre/reglages-rendu';

/** A claimed envoi, ready for the wire, or the reason why it stays. */
export type Preparation =
  | { genre: 'exclu'; envoi: EnvoiReserve; motif: MotifExclusion; detail: string | null }
  | { genre: 'mail'; envoi: EnvoiReserve; adresse: string; message: MessagePret; credits: 0 }
  | { genre: 'sms'; envoi: EnvoiReserve; adresse: string; sms: SmsAEnvoyer; credits: number };

export type PrepareEnvoi = (envoi: EnvoiReserve, now: Date) => Preparation;

/** What a lot becomes once, for all its envois. */
export interface Preparateur {
  /** Merged into each of its messages, to be kept with them. */
  reglages: ReglagesRendu;
  /** Its answers go to who follows each person. */
  repondAuReferent: boolean;
  prepare: PrepareEnvoi;
  /** The same with these files besides (guide §2.c), read anew only when they are others than the last. */
  join: (piecesJointes: readonly number[]) => Promise<PrepareEnvoi>;
}

/** The files that every message of this version carries: those joined to it, those its HTML shows. */
async function readPieces(moteur: Moteur, version: VersionCourante): Promise<PieceJointe[]> {
  const { piecesJointes, images = [] } = version.contenu;
  const jointes = await moteur.piecesJointes.read(piecesJointes.map(({ id }) => id));
  const montrees = await moteur.piecesJointes.read(images);
  return [
    ...jointes.map(({ nom, contenu }) => ({ nom, contenu, cid: null })),
    ...montrees.map(({ id, nom, contenu }) => ({ nom, contenu, cid: cidImage(id) })),
  ];
}

/** Compiles the messages of a lot that carry these files besides its own. */
async function createCompilation(
  moteur: Moteur,
  lot: Lot,
  version: VersionCourante,
  parametres: Parametres
): Promise<(piecesJointes: readonly PieceJointe[]) => AssembleMail> {
  const expediteur = resolveExpediteur(moteur, parametres);
  const domaine = domaineOf(expediteur.adresse);
  const siennes = await readPieces(moteur, version);
  return (piecesJointes) =>
    moteur.compileMail({
      cle: `m${String(version.modeleId)}v${String(version.numero)}`,
      expediteur,
      repondreA: parametres.repondreA === '' ? null : { nom: '', adresse: parametres.repondreA },
      domaine,
      automatique: lot.modalite === 'envoi_automatique',
      liste: isPromotion(version.typeContact, version.but)
        ? { id: `lettre.${domaine}`, nom: expediteur.nom }
        : null,
      piecesJointes: [...siennes, ...piecesJointes],
    });
}

interface ARemettre {
  envoi: EnvoiReserve;
  adresse: string;
  rendu: Rendu;
  lien: string | null;
  now: Date;
}

type Address = (aRemettre: ARemettre) => Preparation;

function addressMail(assemble: AssembleMail, retourOf: (envoiId: number) => RetourMail): Address {
  return ({ envoi, adresse, rendu, lien, now }) => {
    const message = assemble({
      cle: envoi.cle,
      destinataire: { nom: envoi.nom, adresse },
      repondreA: envoi.repondreA ?? null,
      objet: rendu.objet,
      html: rendu.html,
      texte: rendu.texte,
      date: now,
      lienDesinscription: lien,
      retour: retourOf(envoi.id),
    });
    return { genre: 'mail', envoi, adresse, message, credits: 0 };
  };
}

function addressSms({ but }: VersionCourante): Address {
  return ({ envoi, adresse, rendu }) => {
    const { texte, sms: compte, credits } = rendu;
    const encodage = compte?.encodage ?? 'gsm7';
    const sms = { vers: adresse, texte, encodage, but, cle: envoi.cle };
    return { genre: 'sms', envoi, adresse, sms, credits };
  };
}

/** Addressed to nobody in particular yet: what a lot's messages have in common, these files besides. */
type Joindre = (piecesJointes: readonly number[]) => Promise<Address>;

async function createJoindre(
  moteur: Moteur,
  lot: Lot,
  version: VersionCourante,
  parametres: Parametres
): Promise<Joindre> {
  if (lot.typeContact === 'sms') {
    return () => Promise.resolve(addressSms(version));
  }
  const compile = await createCompilation(moteur, lot, version, parametres);
  const retourOf = (envoiId: number): RetourMail =>
    createRetour(moteur.retours, parametres.rebonds, envoiId);
  return async (piecesJointes) => {
    const jointes = await moteur.piecesJointes.read(piecesJointes);
    const pieces = jointes.map(({ nom, contenu }) => ({ nom, contenu, cid: null }));
    return addressMail(compile(pieces), retourOf);
  };
}

/** Those of one click follow one another: their files are read and encoded once. */
function keepLast(join: Preparateur['join']): Preparateur['join'] {
  let derniere: { cle: string; prepare: Promise<PrepareEnvoi> } | null = null;
  return (piecesJointes) => {
    const cle = piecesJointes.join();
    if (derniere?.cle !== cle) {
      derniere = { cle, prepare: join(piecesJointes) };
    }
    return derniere.prepare;
  };
}

/** Files that can no longer travel keep their envoi back, with the reason; a fault of the base is thrown. */
function excludeIllisibles(join: Preparateur['join']): Preparateur['join'] {
  return (piecesJointes) =>
    join(piecesJointes).catch((erreur: unknown) => {
      if (erreur instanceof TransportError && erreur.code === 'piece_jointe_invalide') {
        const { code: motif, message: detail } = erreur;
        return (envoi) => ({ genre: 'exclu', envoi, motif, detail });
      }
      throw erreur;
    });
}

/** Once per lot: reads the attachments, compiles the message; then one call per envoi, without any I/O. */
export async function createPrepareEnvoi(
  moteur: Moteur,
  lot: Lot,
  version: VersionCourante
): Promise<Preparateur> {
  const parametres = await moteur.parametres.read();
  const reglages = toReglagesRendu(moteur, parametres);
  const rendre = compileRendre(version, reglages);
  const joindre = await createJoindre(moteur, lot, version, parametres);
  const promotion = isPromotion(version.typeContact, version.but);
  const desinscrit = lot.typeContact !== 'sms' && promotion;
  const repondAuReferent = lot.typeContact !== 'sms' && !promotion && parametres.repondreAuReferent;

  const prepareBy =
    (address: Address): PrepareEnvoi =>
    (envoi, now) => {
      const { motif, adresse } = envoi;
      if (motif !== null || adresse === null) {
        return { genre: 'exclu', envoi, motif: motif ?? 'adresse_absente', detail: null };
      }
      const lien = desinscrit
        ? moteur.desinscription.lien(envoi.id, reglages.adresseDesinscription)
        : null;
      const rendu = rendre(envoi.valeurs, lien ?? undefined);
      return rendu.motif === null
        ? address({ envoi, adresse, rendu, lien, now })
        : { genre: 'exclu', envoi, motif: rendu.motif, detail: rendu.detail };
    };

  const join = async (pieces: readonly number[]) => prepareBy(await joindre(pieces));
  return {
    ...{ reglages, repondAuReferent },
    ...{ prepare: await join([]), join: keepLast(excludeIllisibles(join)) },
  };
}
