import type {
  CoordonneeOpposee,
  GesteOpposition,
  PersonneVisee,
  ResultatEffacement,
} from '../../../../core/api/oppositions';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { normaliseTelephone } from '../../../../core/telephone';
import type { FicheStore } from '../ports/fiches';
import type { Moteur } from '../ports/moteur';
import type { PersonneStore } from '../ports/personnes';

export interface PersonnesDeps {
  personnes: PersonneStore;
  fiches: Pick<FicheStore, 'canReach'>;
  moteur: Pick<Moteur, 'clock' | 'journal'>;
}

/** Who asks, and on whose fiches they may act. */
export interface Demandeur {
  perimetre: Perimetre;
  auteurId: number;
}

async function readCoordonnees(
  { personnes, fiches }: PersonnesDeps,
  personne: PersonneVisee,
  perimetre: Perimetre
): Promise<string[]> {
  if (!(await fiches.canReach(personne.typeDestinataire, personne.documentId, perimetre))) {
    refuse('hors-perimetre');
  }
  return personnes.listCoordonnees(personne);
}

/** An address alone belongs to nobody's périmètre: only who sees everyone may act on it. */
function normaliseAdresse(saisie: string, perimetre: Perimetre): string {
  if (perimetre.genre !== 'tout') {
    refuse('hors-perimetre');
  }
  if (saisie.includes('@')) {
    return saisie.toLowerCase();
  }
  return normaliseTelephone(saisie)?.e164 ?? refuse('adresse-illisible');
}

async function readCible(
  deps: PersonnesDeps,
  cible: GesteOpposition['cible'],
  perimetre: Perimetre
): Promise<string[]> {
  const adresses =
    'adresse' in cible
      ? [normaliseAdresse(cible.adresse, perimetre)]
      : await readCoordonnees(deps, cible, perimetre);
  return adresses.length === 0 ? refuse('coordonnees-absentes') : adresses;
}

/** Oppositions said to a person rather than clicked, and RGPD art. 17. */
export function bindPersonnes(deps: PersonnesDeps) {
  const { personnes, moteur } = deps;
  return {
    async listOppositions(
      personne: PersonneVisee,
      perimetre: Perimetre
    ): Promise<CoordonneeOpposee[]> {
      return personnes.readOppositions(await readCoordonnees(deps, personne, perimetre));
    },

    async oppose({ cible, portee, raison }: GesteOpposition, demandeur: Demandeur) {
      const adresses = await readCible(deps, cible, demandeur.perimetre);
      const { auteurId } = demandeur;
      const now = moteur.clock();
      return { ajoutees: await personnes.oppose(adresses, { portee, raison, auteurId, now }) };
    },

    /** An operator's own STOP list is not touched: it goes on refusing. */
    async liftOpposition({ cible, portee, raison }: GesteOpposition, demandeur: Demandeur) {
      const adresses = await readCible(deps, cible, demandeur.perimetre);
      const { auteurId } = demandeur;
      const now = moteur.clock();
      return { levees: await personnes.lift(adresses, { portee, raison, auteurId, now }) };
    },

    async erasePersonne(
      personne: PersonneVisee,
      demandeur: Demandeur
    ): Promise<ResultatEffacement> {
      const adresses = await readCoordonnees(deps, personne, demandeur.perimetre);
      const now = moteur.clock();
      const resultat = await personnes.erase(personne, adresses, demandeur.auteurId, now);
      if (resultat === null) {
        refuse('envoi-en-cours');
      }
      moteur.journal.info(
        `Effacement : ${String(resultat.envois)} envois rendus anonymes, ${String(resultat.empreintes)} empreintes gardées.`
      );
      return resultat;
    },
  };
}
