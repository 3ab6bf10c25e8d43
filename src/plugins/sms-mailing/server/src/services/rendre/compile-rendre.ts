import { findEntree } from '../../../../core/catalogue-signets';
import type { MotifExclusion } from '../../../../core/motif';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import { emptySignets, type PlaceSignet, type Valeurs } from '../../../../core/rendu';
import { composeSms, isSansStop, type CompteSms } from '../../../../core/sms';
import type { MorceauCompile } from '../ports/mise-en-page';
import type { VersionCourante } from '../ports/modeles';
import { compileMorceaux } from './compile-morceaux';
import { toValeurs } from './to-valeurs';

/** A message as one destinataire reads it. Each part of an e-mail is written when it is read, and only then. */
export interface Rendu {
  /** Empty for an SMS, as is `html`. */
  readonly objet: string;
  /** Images are named by their `cid:`. */
  readonly html: string;
  readonly texte: string;
  /** How the text is billed; null unless it is an SMS. */
  readonly sms: CompteSms | null;
  /** SMS that this text costs; 0 for an e-mail. */
  readonly credits: number;
  /** What in the text itself keeps it back (decisions F2, F21). */
  readonly motif: Extract<
    MotifExclusion,
    'signet_vide' | 'lien_mort' | 'sms_trop_long' | 'sms_sans_stop'
  > | null;
  /** Which signets, or how many SMS. */
  readonly detail: string | null;
}

export interface Rendre {
  /**
   * `valeurs`: raw, in the order of the version's `donnees`, as the ledger keeps them. `lien`: where this
   * destinataire unsubscribes, for the messages that say it.
   */
  (valeurs: readonly (string | null)[], lien?: string): Rendu;
  /** The same for everyone, when the message reads no value: nobody has to be rendered to know it. */
  readonly constant: Pick<Rendu, 'credits' | 'motif'> | null;
}

/** What rendering reads of a version. */
export type VersionARendre = Pick<VersionCourante, 'typeContact' | 'but' | 'contenu'>;

type RenduValeurs = (valeurs: Valeurs, lien: string) => Rendu;

/** The signets of a version, where they stand. */
export function listPlacesOf({ contenu }: Pick<VersionARendre, 'contenu'>): PlaceSignet[] {
  const { objet, html, texte } = contenu.message;
  return [...objet, ...html, ...texte].filter(
    (morceau) => typeof morceau !== 'string' && 'signet' in morceau
  );
}

const LIEN_MORT = { motif: 'lien_mort', detail: null } as const;

/** The link of an answer would open nowhere: whoever reads it, the message is kept back (decision G4). */
function isLienMort(
  { contenu: { donnees } }: VersionARendre,
  { adresseReponse }: ReglagesRendu
): boolean {
  return adresseReponse === '' && donnees.includes('action.lien_confirmation');
}

type Defaut = Pick<Rendu, 'motif' | 'detail'>;

/** Decision F2: a hole where the date, the place or the link should be keeps the message back; says which. */
function createControle(
  version: VersionARendre,
  reglages: ReglagesRendu
): (valeurs: Valeurs) => Defaut | null {
  if (isLienMort(version, reglages)) {
    return () => LIEN_MORT;
  }
  const obligatoires = listPlacesOf(version).filter(
    ({ signet }) => findEntree(signet.chemin)?.obligatoire === true
  );
  return (valeurs) => {
    const vides = emptySignets(obligatoires, valeurs).map(({ chemin }) => `\${${chemin}}`);
    return vides.length === 0 ? null : { motif: 'signet_vide', detail: vides.join(', ') };
  };
}

/** Compiled the first time that it is asked for: who counts e-mails never pays for their HTML. */
function compileLater(
  morceaux: readonly MorceauCompile[],
  reglages: ReglagesRendu,
  dansHtml = false
) {
  let rendre: ReturnType<typeof compileMorceaux> | null = null;
  return (valeurs: Valeurs, lien: string): string =>
    (rendre ??= compileMorceaux(morceaux, { reglages, dansHtml }))(valeurs, lien);
}

function compileMail(version: VersionARendre, reglages: ReglagesRendu): RenduValeurs {
  const { message } = version.contenu;
  const findDefaut = createControle(version, reglages);
  const objet = compileLater(message.objet, reglages);
  const html = compileLater(message.html, reglages, true);
  const texte = compileLater(message.texte, reglages);
  return (valeurs, lien) => {
    const { motif, detail } = findDefaut(valeurs) ?? { motif: null, detail: null };
    return {
      // A line end in a value is a space in a subject: a header has one line.
      get objet() {
        return objet(valeurs, lien)
          .replace(/\p{Cc}+/gu, ' ')
          .trim();
      },
      get html() {
        return html(valeurs, lien);
      },
      get texte() {
        return texte(valeurs, lien);
      },
      sms: null,
      credits: 0,
      motif,
      detail,
    };
  };
}

function compileSms(version: VersionARendre, reglages: ReglagesRendu): RenduValeurs {
  const findDefaut = createControle(version, reglages);
  const rendre = compileMorceaux(version.contenu.message.texte, { reglages, dansHtml: false });
  return (valeurs, lien) => {
    const { texte, compte, tropLong } = composeSms(
      rendre(valeurs, lien),
      version.but,
      reglages.sms
    );
    const base = { objet: '', html: '', texte, sms: compte, credits: compte.credits };
    const defaut = findDefaut(valeurs);
    if (defaut !== null) {
      return { ...base, ...defaut };
    }
    if (isSansStop(texte, version.but, reglages.sms)) {
      return { ...base, motif: 'sms_sans_stop', detail: null };
    }
    return tropLong
      ? { ...base, motif: 'sms_trop_long', detail: `${String(compte.sms)} SMS` }
      : { ...base, motif: null, detail: null };
  };
}

/**
 * The one way from a version to a message, for the wire, a preview, an example, a count or the archive
 * (decision G2): once per version and settings, then one call per destinataire, which only escapes and
 * concatenates.
 */
export function compileRendre(version: VersionARendre, reglages: ReglagesRendu): Rendre {
  const { donnees } = version.contenu;
  const compile = version.typeContact === 'sms' ? compileSms : compileMail;
  const rendre = compile(version, reglages);
  const fige = donnees.length === 0 ? rendre({}, '') : null;
  const isFige = fige !== null && version.typeContact === 'sms';
  const constant = isLienMort(version, reglages) ? { credits: 0, motif: LIEN_MORT.motif } : fige;
  return Object.assign(
    (brutes: readonly (string | null)[], lien = ''): Rendu =>
      isFige ? fige : rendre(toValeurs(donnees, brutes, reglages), lien),
    { constant }
  );
}
