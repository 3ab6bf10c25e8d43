import type { Filtres, SaisieFiltre } from '../../../../core/api/filtres';
import type { FiltresCampagne } from '../../../../core/filtres-campagne';
import { checkFiltres, maskFiltres } from '../../../../core/filtres-sensibles';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { TypeDestinataire } from '../../../../core/vocabulaire';
import type { CampagneStore } from '../ports/campagnes';
import type { FiltreLu, FiltreStore } from '../ports/filtres';

export interface Lecteur {
  utilisateurId: number;
  perimetre: Perimetre;
  /** May see the criteria on TH and RSA. */
  thRsa: boolean;
}

export interface FiltresDeps {
  filtres: FiltreStore;
  campagnes: CampagneStore;
}

/** Decision C9: nothing is applied by itself; the last filters and the named ones are offered. */
export async function listFiltres(
  { filtres, campagnes }: FiltresDeps,
  type: TypeDestinataire,
  { utilisateurId, perimetre, thRsa }: Lecteur
): Promise<Filtres> {
  const [lus, gardes] = await Promise.all([
    filtres.readDerniers(utilisateurId, type),
    filtres.list(utilisateurId, type),
  ]);
  const mask = <F extends { filtres: FiltresCampagne }>(lu: F): F => ({
    ...lu,
    filtres: maskFiltres(lu.filtres, thRsa),
  });
  const derniers = lus && mask(lus);
  const enregistres = gardes.map(mask);
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
  { thRsa, ...auteur }: { utilisateurId: number; thRsa: boolean; now: Date }
): Promise<{ documentId: string }> {
  checkFiltres(saisie.filtres, thRsa);
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
