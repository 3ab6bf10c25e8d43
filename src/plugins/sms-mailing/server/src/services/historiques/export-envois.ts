import { toCsv } from '../../../../core/csv';
import { phraseMotif } from '../../../../core/motif';
import type { LigneHistorique } from '../../../../core/api/historique';
import { formatDate, localDate, localHeure } from '../../../../core/horaire';
import { libelleStatut } from '../../../../core/envoi';
import type { CampagneStore, PageEnvois } from '../ports/campagnes';

const COLONNES = ['Destinataire', 'Adresse', 'Statut', 'Motif', 'Prévu le', 'Envoyé le'] as const;
const PAR_LOT = 5_000;

function toLigne(ligne: LigneHistorique, zone: string): string[] {
  const formatInstant = (iso: string | null): string => {
    const instant = iso === null ? null : new Date(iso);
    return instant === null
      ? ''
      : `${formatDate(localDate(instant, zone))} ${localHeure(instant, zone).slice(0, 5)}`;
  };
  const { destinataire, adresse, statut, motif, detail, prevuLe, envoyeLe } = ligne;
  // What the server or the operator answered says more than that it refused.
  const refus = statut === 'echec' ? detail : null;
  const raison = refus ?? (motif === null ? '' : phraseMotif(motif));
  return [
    destinataire,
    adresse ?? '',
    libelleStatut(statut),
    raison,
    formatInstant(prevuLe),
    formatInstant(envoyeLe),
  ];
}

/** One onglet of a campagne, whole, as a sheet, and how many lines it has. */
export async function exportEnvois(
  campagnes: Pick<CampagneStore, 'listEnvois'>,
  demande: Omit<PageEnvois, 'page' | 'pageSize'>,
  zone: string
): Promise<{ csv: string; lignes: number }> {
  const lignes: string[][] = [];
  for (let page = 1; ; page += 1) {
    const lue = await campagnes.listEnvois({ ...demande, page, pageSize: PAR_LOT });
    lignes.push(...lue.lignes.map((ligne) => toLigne(ligne, zone)));
    if (lue.lignes.length < PAR_LOT) {
      return { csv: toCsv(COLONNES, lignes), lignes: lignes.length };
    }
  }
}
