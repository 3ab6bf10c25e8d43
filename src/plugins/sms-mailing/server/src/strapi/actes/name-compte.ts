interface Compte {
  firstname?: string | null;
  lastname?: string | null;
  email?: string;
}

/** An account, as its colleagues know it; in SQL, sqlNomCompte of adapters/sql/noms/affiches.ts. */
export function nameCompte({ firstname, lastname, email = '' }: Compte): string {
  return [firstname, lastname].filter((mot) => (mot ?? '') !== '').join(' ') || email;
}
