import { maskCourriel, maskNumero } from '../../../../core/masque';
import { isPaysPermis } from '../../../../core/pays-sms';
import { refuse } from '../../../../core/regle';
import { normaliseTelephone } from '../../../../core/telephone';
import { isVerifie, type Verification } from '../../../../core/verification';
import type { Transport } from '../../../../core/vocabulaire';
import type { ExemplaireStore } from '../ports/exemplaires';
import type { CreditStore } from '../ports/fiches';
import type { TesteurStore } from '../ports/modeles';
import type { Moteur } from '../ports/moteur';
import type { Empreintes, ReglagesEffectifs } from '../ports/parametres';

export interface PreuveDeps {
  moteur: Moteur;
  testeurs: TesteurStore;
  credits: CreditStore;
  exemplaires: ExemplaireStore;
  /** Keyed for the proofs of exemplaires alone. */
  empreintesPreuves: Empreintes;
  effectifs: ReglagesEffectifs;
}

export interface Proprietaire {
  id: number;
  email: string;
}

/** An address or number, and how it is known without being kept. */
export interface AdresseExemplaire {
  transport: Transport;
  adresse: string;
  /** Shown and kept. */
  vers: string;
  /** What an empreinte is made of: the same address of another user proves nothing. */
  sujet: string;
}

/** A number of a country where SMS may leave, mobile. */
async function readNumero({ moteur }: PreuveDeps, saisi: string): Promise<string> {
  const numero = normaliseTelephone(saisi);
  if (numero?.mobile !== true) {
    refuse('numero-exemplaire');
  }
  const { paysSms } = await moteur.parametres.read();
  if (!isPaysPermis(numero.e164, paysSms)) {
    refuse('pays-non-permis', { numero: numero.e164 });
  }
  return numero.e164;
}

/**
 * The user's own address, or for an SMS the number typed, else that of the intervenant linked to them. With
 * no operator nothing would arrive: on a real base one says so.
 */
export async function findAdresseExemplaire(
  deps: PreuveDeps,
  { id, email }: Proprietaire,
  { transport, numero }: { transport: Transport; numero: string | null }
): Promise<AdresseExemplaire> {
  const sujetOf = (adresse: string): string =>
    JSON.stringify([id, transport, adresse.toLowerCase()]);
  if (transport === 'mail') {
    return { transport, adresse: email, vers: maskCourriel(email), sujet: sujetOf(email) };
  }
  const { baseReelle, fournisseur } = deps.effectifs.faits;
  if (baseReelle && fournisseur === 'journal') {
    refuse('sms-sans-fournisseur');
  }
  const adresse = await readNumero(deps, numero ?? (await deps.testeurs.readNumero(id)) ?? '');
  return { transport, adresse, vers: maskNumero(adresse), sujet: sujetOf(adresse) };
}

/** Decision G12: proved once by a code that went there; another address, or another number, is to be proved. */
export function isAdresseProuvee(
  { empreintesPreuves, effectifs }: PreuveDeps,
  preuve: Verification,
  { transport, sujet }: AdresseExemplaire
): boolean {
  // The journal of a trial base reaches nobody.
  const nullePart = transport === 'sms' && effectifs.faits.fournisseur === 'journal';
  return (
    nullePart || empreintesPreuves.toutes(sujet).some((empreinte) => isVerifie(preuve, empreinte))
  );
}
