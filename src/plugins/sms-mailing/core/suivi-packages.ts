/** SMS that the movements of one month of the association's zone took, less what they gave back. */
export interface MoisConsomme {
  /** 'YYYY-MM' */
  mois: string;
  sms: number;
}

/** With `anterieurs`, the months make the « consommés » of all the packages. */
export interface Consommation {
  mois: MoisConsomme[];
  /** Used before these months, or already when a package was entered. */
  anterieurs: number;
}

/** Guide §10 « suivre la consommation et renouveler »: what was used, what is about to be. */
export interface SuiviPackages {
  /** The twelve months that end with this one, oldest first; a month without SMS counts 0. */
  consommation: MoisConsomme[];
  /** Consumed before them, or already when a package was entered: with them, « consommés » of all the packages. */
  anterieurs: number;
  /** Credits held back by envois that leave at the next evening, and later. */
  ceSoir: number;
  plusTard: number;
  /** What the envois automatiques of the next evening will take besides: nothing is reserved for them. */
  automatiques: number;
  /** Why SMS wait, and so take nothing (`core/suspension`); null: they leave. */
  suspension: string | null;
}

/** A line of the journal of one package: what a day took from it or gave back, or what a person corrected. */
export type LigneJournalPackage =
  | {
      /** 'YYYY-MM-DD' */
      jour: string;
      nature: 'debit' | 'remboursement';
      credits: number;
    }
  | {
      jour: string;
      nature: 'correction';
      /** Added to « consommés », or with a minus given back. */
      credits: number;
      /** Who corrected; empty when their account is gone. */
      auteur: string;
      raison: string;
    };

/** 'YYYY-MM' of the `nombre` months that end with the month of `aujourdhui` ('YYYY-MM-DD'), oldest first. */
export function listMois(aujourdhui: string, nombre: number): string[] {
  const annee = Number(aujourdhui.slice(0, 4));
  const mois = Number(aujourdhui.slice(5, 7));
  return Array.from({ length: nombre }, (_, i) => {
    const rang = annee * 12 + mois - nombre + i;
    const numero = String((rang % 12) + 1).padStart(2, '0');
    return `${String(Math.floor(rang / 12))}-${numero}`;
  });
}
