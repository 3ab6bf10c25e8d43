import type { EnvoiAutomatique } from './envoi-automatique';

interface Ligne {
  documentId: string;
  regle: EnvoiAutomatique;
  /** Of its ODS, étapes and types d'action, by documentId. */
  noms: Readonly<Record<string, string>>;
  /** null: everybody. */
  perimetre: string | null;
}

type Trait = readonly [titre: string, lire: (ligne: Ligne) => string];

function list(valeurs: readonly string[], vide: string): string {
  return valeurs.length === 0 ? vide : valeurs.join(', ');
}

const nommer = (ids: readonly string[], { noms }: Ligne): string[] =>
  ids.map((id) => noms[id] ?? '(supprimé)').sort((a, b) => a.localeCompare(b, 'fr'));

const ouiNon = (coche: boolean): string => (coche ? 'oui' : 'non');

/** All that a rule may have of its own, in the order of the table (guide §6.a), then its options. */
const TRAITS: readonly Trait[] = [
  ['ODS', (ligne) => list(nommer(ligne.regle.criteres.ods, ligne), 'toutes')],
  ['Étape', (ligne) => list(nommer(ligne.regle.criteres.etapes, ligne), 'toutes')],
  ['Type d’action', (ligne) => list(nommer(ligne.regle.criteres.typesAction, ligne), 'tous')],
  ['Nature', ({ regle }) => list(regle.criteres.natures, 'toutes')],
  ['Mode d’intervention', ({ regle }) => list(regle.criteres.modesIntervention, 'tous')],
  ['Présence', ({ regle }) => list(regle.criteres.presences, 'toutes')],
  ['Confirmé', ({ regle: { criteres } }) => criteres.confirme.replace('indifferent', 'oui ou non')],
  ['Périmètre', ({ perimetre }) => perimetre ?? 'tout'],
  ['Rattrapage', ({ regle }) => ouiNon(regle.rattrapage)],
  ['Prévenir si la date change', ({ regle }) => ouiNon(regle.prevenirSiDateChange)],
  ['Liste d’attente', ({ regle }) => ouiNon(regle.inclureListeAttente)],
  ['Récapitulatif', ({ regle }) => ouiNon(regle.recapIntervenant)],
];

const IDENTIQUE = 'identique à un autre envoi';

function describe(ligne: Ligne, jumelles: readonly Ligne[]): string {
  const propres = TRAITS.filter(([, lire]) =>
    jumelles.some((autre) => lire(autre) !== lire(ligne))
  );
  const seule = jumelles.every((autre) => TRAITS.some(([, lire]) => lire(autre) !== lire(ligne)));
  const dits = propres.map(([titre, lire]) => `${titre} : ${lire(ligne)}`);
  return (seule ? dits : [...dits, IDENTIQUE]).join(' ; ');
}

/** What tells apart the rules of one modèle and one délai, which a list would show alike; by documentId. */
export function distinguishEnvois(lignes: readonly Ligne[]): ReadonlyMap<string, string> {
  const cle = ({ regle }: Ligne): string => `${regle.modeleDocumentId} ${String(regle.delai)}`;
  return new Map(
    lignes.flatMap((ligne) => {
      const jumelles = lignes.filter((autre) => autre !== ligne && cle(autre) === cle(ligne));
      return jumelles.length === 0 ? [] : [[ligne.documentId, describe(ligne, jumelles)]];
    })
  );
}
