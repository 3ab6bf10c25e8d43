import type { MotifExclusion } from '../../../../core/motif';
import { isTenue, type LignePrevue } from '../../../../core/prevision';
import type { CompteMotif, LigneSoiree, OriginePrevue } from '../../../../core/soiree';
import { suspensionOf, type Suspensions } from '../../../../core/suspension';

/** By reason, the most frequent first; what the ledger holds already is no exclusion. */
export function listExclus(lignes: readonly LignePrevue[]): CompteMotif[] {
  const parMotif = new Map<MotifExclusion, number>();
  for (const ligne of lignes) {
    if (ligne.motif !== null && !isTenue(ligne)) {
      parMotif.set(ligne.motif, (parMotif.get(ligne.motif) ?? 0) + ligne.personnes);
    }
  }
  return [...parMotif]
    .map(([motif, nombre]) => ({ motif, nombre }))
    .sort((a, b) => b.nombre - a.nombre || a.motif.localeCompare(b.motif));
}

const bySize = (
  a: { personnes: number; modele: string },
  b: { personnes: number; modele: string }
): number => b.personnes - a.personnes || a.modele.localeCompare(b.modele, 'fr');

function toOrigine(lignes: readonly LignePrevue[], suspensions: Suspensions): OriginePrevue[] {
  const [premiere] = lignes;
  if (premiere === undefined) {
    return [];
  }
  const { modalite, regle, campagneId, modeleDocumentId, modele } = premiere;
  const { typeContact, but, typeDestinataire } = premiere;
  const compte = { personnes: 0, credits: 0, annules: 0 };
  for (const { motif, personnes, credits } of lignes) {
    compte.personnes += motif === null ? personnes : 0;
    compte.credits += motif === null ? credits : 0;
    compte.annules += motif === 'envoi_annule' ? personnes : 0;
  }
  return [
    {
      ...{ modalite, regle, campagneId, modeleDocumentId, modele },
      ...{ typeContact, but, typeDestinataire },
      ...compte,
      exclus: listExclus(lignes),
      retenue: suspensionOf(suspensions, premiere),
    },
  ];
}

/** One per campagne, rule or modèle sent from the fiches; the largest first. */
export function listOrigines(
  lignes: readonly LignePrevue[],
  suspensions: Suspensions
): OriginePrevue[] {
  const parCle = new Map<string, LignePrevue[]>();
  for (const ligne of lignes) {
    const { modalite, regle, campagneId, modeleDocumentId, typeDestinataire, but } = ligne;
    const cle = [modalite, regle, campagneId, modeleDocumentId, typeDestinataire, but].join('|');
    const groupe = parCle.get(cle) ?? [];
    groupe.push(ligne);
    parCle.set(cle, groupe);
  }
  return [...parCle.values()]
    .flatMap((groupe) => toOrigine(groupe, suspensions))
    .filter(({ personnes, exclus, annules }) => personnes + exclus.length + annules > 0)
    .sort(bySize);
}

/** What leaves, by modèle and modalité: two rules of one modèle are one line. */
export function listLignes(partantes: readonly OriginePrevue[]): LigneSoiree[] {
  const parCle = new Map<string, LigneSoiree>();
  for (const origine of partantes) {
    const { modeleDocumentId, modele, typeContact, but, modalite } = origine;
    const cle = `${modeleDocumentId}|${modalite}`;
    const connue = parCle.get(cle);
    parCle.set(cle, {
      ...{ modeleDocumentId, modele, typeContact, but, modalite },
      personnes: (connue?.personnes ?? 0) + origine.personnes,
      credits: (connue?.credits ?? 0) + origine.credits,
    });
  }
  return [...parCle.values()].filter(({ personnes }) => personnes > 0).sort(bySize);
}
