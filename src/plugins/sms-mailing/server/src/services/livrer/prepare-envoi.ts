import { isPromotion } from '../../../../core/destinataire';
import { domaineOf } from '../../../../core/domaine-expediteur';
import { cidImage } from '../../../../core/image-message';
import type { MotifExclusion } from '../../../../core/motif';
import type { Parametres } from '../../../../core/parametres';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { EnvoiReserve, Lot } from '../ports/envois';
import type { AssembleMail, MessagePret, PieceJointe } from '../ports/mail';
import type { VersionCourante } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import type { SmsAEnvoyer } from '../ports/sms';
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
  prepare: PrepareEnvoi;
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

async function compileMail(
  moteur: Moteur,
  lot: Lot,
  version: VersionCourante,
  parametres: Parametres
): Promise<AssembleMail> {
  const expediteur = resolveExpediteur(moteur, parametres);
  const domaine = domaineOf(expediteur.adresse);
  return moteur.compileMail({
    cle: `m${String(version.modeleId)}v${String(version.numero)}`,
    expediteur,
    repondreA: parametres.repondreA === '' ? null : { nom: '', adresse: parametres.repondreA },
    domaine,
    automatique: lot.modalite === 'envoi_automatique',
    liste: isPromotion(version.typeContact, version.but)
      ? { id: `lettre.${domaine}`, nom: expediteur.nom }
      : null,
    piecesJointes: await readPieces(moteur, version),
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

function addressMail(assemble: AssembleMail): Address {
  return ({ envoi, adresse, rendu, lien, now }) => {
    const message = assemble({
      cle: envoi.cle,
      destinataire: { nom: envoi.nom, adresse },
      repondreA: null,
      objet: rendu.objet,
      html: rendu.html,
      texte: rendu.texte,
      date: now,
      lienDesinscription: lien,
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

/** Once per lot: reads the attachments, compiles the message; then one call per envoi, without any I/O. */
export async function createPrepareEnvoi(
  moteur: Moteur,
  lot: Lot,
  version: VersionCourante
): Promise<Preparateur> {
  const parametres = await moteur.parametres.read();
  const reglages = toReglagesRendu(moteur, parametres);
  const rendre = compileRendre(version, reglages);
  const address =
    lot.typeContact === 'sms'
      ? addressSms(version)
      : addressMail(await compileMail(moteur, lot, version, parametres));
  const desinscrit = lot.typeContact !== 'sms' && isPromotion(version.typeContact, version.but);

  function prepare(envoi: EnvoiReserve, now: Date): Preparation {
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
  }

  return { reglages, prepare };
}
