import { findEntree, type Donnee } from '../../../../core/catalogue-signets';
import { cidImage } from '../../../../core/image-message';
import { compileRendu, emptySignets, type Valeurs } from '../../../../core/rendu';
import type { MotifExclusion } from '../../../../core/motif';
import { countSms, foldSms, MAX_SMS } from '../../../../core/sms';
import type { Parametres } from '../../../../core/parametres';
import type { Morceau } from '../../../../core/signet';
import type { EnvoiReserve, Lot } from '../ports/envois';
import type { MessagePret, PieceJointe } from '../ports/mail';
import type { MorceauCompile } from '../ports/mise-en-page';
import type { VersionCourante } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import type { SmsAEnvoyer } from '../ports/sms';

/** A claimed envoi, ready for the wire, or the reason why it stays. */
export type Preparation =
  | { genre: 'exclu'; envoi: EnvoiReserve; motif: MotifExclusion; detail: string | null }
  | { genre: 'mail'; envoi: EnvoiReserve; adresse: string; message: MessagePret; credits: 0 }
  | { genre: 'sms'; envoi: EnvoiReserve; adresse: string; sms: SmsAEnvoyer; credits: number };

export type PrepareEnvoi = (envoi: EnvoiReserve, now: Date) => Preparation;

export function toValeurs(donnees: readonly Donnee[], brutes: readonly (string | null)[]): Valeurs {
  const valeurs: Partial<Record<Donnee, string | null>> = {};
  for (let i = 0; i < donnees.length; i += 1) {
    const donnee = donnees[i];
    if (donnee !== undefined) {
      valeurs[donnee] = brutes[i] ?? null;
    }
  }
  return valeurs;
}

export function toMorceaux(morceaux: readonly MorceauCompile[]): Morceau[] {
  return morceaux.flatMap((morceau): Morceau[] => {
    if (typeof morceau === 'string') {
      return [morceau];
    }
    return 'signet' in morceau ? [morceau.signet] : [];
  });
}

/** Decision F2: a hole where the date, the place or the link should be keeps the message back. */
export function createControleVides(version: VersionCourante): (valeurs: Valeurs) => string | null {
  const { message } = version.contenu;
  const obligatoires = toMorceaux([...message.objet, ...message.html, ...message.texte]).filter(
    (morceau) => typeof morceau !== 'string' && findEntree(morceau.chemin)?.obligatoire === true
  );
  if (obligatoires.length === 0) {
    return () => null;
  }
  return (valeurs) => {
    const vides = emptySignets(obligatoires, valeurs).map(({ chemin }) => `\${${chemin}}`);
    return vides.length === 0 ? null : vides.join(', ');
  };
}

type Compose = (envoi: EnvoiReserve, adresse: string, valeurs: Valeurs, now: Date) => Preparation;

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

async function createComposeMail(
  moteur: Moteur,
  lot: Lot,
  version: VersionCourante,
  parametres: Parametres
): Promise<Compose> {
  const { reglages, desinscription } = moteur;
  const nom = parametres.expediteurNom === '' ? reglages.expediteur.nom : parametres.expediteurNom;
  const adresseExpediteur =
    parametres.expediteurAdresse === ''
      ? reglages.expediteur.adresse
      : parametres.expediteurAdresse;
  const domaine = adresseExpediteur.slice(adresseExpediteur.indexOf('@') + 1);
  const promotion = version.but === 'promotion' || version.typeContact === 'newsletter';
  const piecesJointes = await readPieces(moteur, version);
  const assemble = moteur.compileMail({
    cle: `m${String(version.modeleId)}v${String(version.numero)}`,
    expediteur: { nom, adresse: adresseExpediteur },
    repondreA: parametres.repondreA === '' ? null : { nom: '', adresse: parametres.repondreA },
    domaine,
    automatique: lot.modalite === 'envoi_automatique',
    liste: promotion ? { id: `lettre.${domaine}`, nom } : null,
    piecesJointes,
  });
  const rendre = moteur.miseEnPage.compileRendu(version.contenu.message, reglages.zone);

  return (envoi, adresse, valeurs, now) => {
    const lienDesinscription = promotion ? desinscription.lien(envoi.id) : null;
    const rendu = rendre(valeurs, { lienDesinscription });
    const message = assemble({
      cle: envoi.cle,
      destinataire: { nom: envoi.nom, adresse },
      repondreA: null,
      objet: rendu.objet,
      html: rendu.html,
      texte: rendu.texte,
      date: now,
      lienDesinscription,
    });
    return { genre: 'mail', envoi, adresse, message, credits: 0 };
  };
}

function createComposeSms(
  moteur: Moteur,
  version: VersionCourante,
  parametres: Parametres
): Compose {
  const rendre = compileRendu(
    toMorceaux(version.contenu.message.texte),
    'texte',
    moteur.reglages.zone
  );
  const { capacites } = moteur.sms;
  const stopChars =
    version.but === 'promotion' && capacites.stopAjoute ? capacites.caracteresStop : 0;
  return (envoi, adresse, valeurs) => {
    const texte = foldSms(rendre(valeurs), parametres.remplacerAccents);
    const compte = countSms(texte, { charsPerSms: parametres.caracteresParSms, stopChars });
    if (compte.sms > Math.min(MAX_SMS, capacites.partiesMax)) {
      return { genre: 'exclu', envoi, motif: 'sms_trop_long', detail: `${String(compte.sms)} SMS` };
    }
    const sms = {
      vers: adresse,
      texte,
      encodage: compte.encodage,
      but: version.but,
      cle: envoi.cle,
    };
    return { genre: 'sms', envoi, adresse, sms, credits: compte.credits };
  };
}

/** Once per lot: reads the attachments, compiles the message; then one call per envoi, without any I/O. */
export async function createPrepareEnvoi(
  moteur: Moteur,
  lot: Lot,
  version: VersionCourante
): Promise<PrepareEnvoi> {
  const parametres = await moteur.parametres.read();
  const compose =
    lot.typeContact === 'sms'
      ? createComposeSms(moteur, version, parametres)
      : await createComposeMail(moteur, lot, version, parametres);
  const findVides = createControleVides(version);
  const { donnees } = version.contenu;

  return (envoi, now) => {
    if (envoi.motif !== null || envoi.adresse === null) {
      return { genre: 'exclu', envoi, motif: envoi.motif ?? 'adresse_absente', detail: null };
    }
    const valeurs = toValeurs(donnees, envoi.valeurs);
    const vides = findVides(valeurs);
    if (vides !== null) {
      return { genre: 'exclu', envoi, motif: 'signet_vide', detail: vides };
    }
    return compose(envoi, envoi.adresse, valeurs, now);
  };
}
