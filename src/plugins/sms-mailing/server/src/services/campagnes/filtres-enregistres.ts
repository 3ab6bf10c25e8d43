import type { Filtres, SaisieFiltre } from '../../../../core/api/campagnes';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { TypeDestinataire } from '../../../../core/vocabulaire';
import type { CampagneStore } from '../ports/campagnes';
import type { FiltreLu, FiltreStore } from '../ports/filtres';

export interface FiltresDeps {
  filtres: FiltreStore;
  campagnes: CampagneStore;
}

/** Decision C9: nothing is applied by itself; the last filters and the named ones are offered. */
export async function listFiltres(
  { filtres, campagnes }: FiltresDeps,
  type: TypeDestinataire,
  { utilisateurId, perimetre }: { utilisateurId: number; perimetre: Perimetre }
): Promise<Filtres> {
  const [derniers, enregistres] = await Promise.all([
    filtres.readDerniers(utilisateurId, type),
    filtres.list(utilisateurId, type),
  ]);
  const tous = enregistres.map((enregistre) => enregistre.filtres);
  const noms = await campagnes.loadLabels(
    derniers === null ? tous : [derniers.filtres, ...tous],
    perimetre
  );
  return derniers === null
    ? { derniers, enregistres, noms }
    : { derniers: derniers.filtres, derniersVus: derniers.vus, enregistres, noms };
}

/** Decision F15: private unless its author shares it, and only they change it. */
export async function saveFiltre(
  { filtres }: Pick<FiltresDeps, 'filtres'>,
  lu: FiltreLu | null,
  saisie: SaisieFiltre,
  auteur: { utilisateurId: number; now: Date }
): Promise<{ documentId: string }> {
  const documentId = await filtres.save(lu, saisie, auteur);
  if (documentId !== null) {
    return { documentId };
  }
  const version = lu && (await filtres.readVersion(lu.documentId, auteur.utilisateurId));
  const entretemps = version !== null && version !== lu?.version;
  return refuse(entretemps ? 'filtre-modifie-entretemps' : 'filtre-refuse', { nom: saisie.nom });
}

export async function deleteFiltre(
  { filtres }: Pick<FiltresDeps, 'filtres'>,
  documentId: string,
  utilisateurId: number
): Promise<void> {
  if (!(await filtres.delete(documentId, utilisateurId))) {
    refuse('filtre-introuvable');
  }
}
