import type { PersonneVisee } from '../../../../core/api/oppositions';
import type { LigneHistorique } from '../../../../core/api/historique';
import type { Dossier, EnvoiDuDossier } from '../../../../core/dossier';
import { RegleError } from '../../../../core/errors';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse, refuseFiche } from '../../../../core/regle';
import type { Repertoire } from '../../adapters/sql/repertoire/repertoire';
import { showMessage, type ShowMessageDeps } from '../historiques/show-message';
import type { HistoriqueStore } from '../ports/fiches';
import type { PersonneStore } from '../ports/personnes';

export interface ExportPersonneDeps extends ShowMessageDeps {
  repertoire: Pick<Repertoire, 'readPersonne'>;
  historique: HistoriqueStore;
  personnes: Pick<PersonneStore, 'readRubriques' | 'readOppositions' | 'listAccords'>;
}

const PAR_PAGE = 500;

async function listEnvois(
  { historique }: ExportPersonneDeps,
  { typeDestinataire, documentId }: PersonneVisee,
  perimetre: Perimetre
): Promise<LigneHistorique[]> {
  const lus: LigneHistorique[] = [];
  for (let page = 1; ; page += 1) {
    const demande = { perimetre, recherche: '', page, pageSize: PAR_PAGE };
    const { lignes } = await historique.ofPersonne(typeDestinataire, documentId, demande);
    lus.push(...lignes);
    if (lignes.length < PAR_PAGE) {
      return lus;
    }
  }
}

/** Null: it did not leave, or its text has been kept long enough. */
async function readMessage(
  deps: ExportPersonneDeps,
  { documentId }: LigneHistorique,
  perimetre: Perimetre
): Promise<EnvoiDuDossier['message']> {
  try {
    const { objet, texte } = await showMessage(deps, documentId, perimetre);
    return { objet, texte };
  } catch (erreur) {
    if (erreur instanceof RegleError) {
      return null;
    }
    throw erreur;
  }
}

/** RGPD, art. 15 and 20: what is kept of a person, for her to read and to take elsewhere. */
export async function exportPersonne(
  deps: ExportPersonneDeps,
  personne: PersonneVisee,
  perimetre: Perimetre
): Promise<Dossier> {
  const { typeDestinataire, documentId } = personne;
  const fiche = await deps.repertoire.readPersonne(typeDestinataire, documentId, perimetre);
  if (fiche === null) {
    refuseFiche(perimetre);
  }
  const envois: EnvoiDuDossier[] = [];
  for (const ligne of await listEnvois(deps, personne, perimetre)) {
    envois.push({ ...ligne, message: await readMessage(deps, ligne, perimetre) });
  }
  return {
    nom: fiche.nom,
    exporteLe: deps.moteur.clock().toISOString(),
    rubriques: (await deps.personnes.readRubriques(personne)) ?? refuse('referent-absent'),
    envois,
    accords: await deps.personnes.listAccords(personne),
    oppositions: (await deps.personnes.readOppositions(personne)) ?? [],
  };
}
