import type { LigneAccord } from '../../../../core/accord';
import { readAdresseSaisie } from '../../../../core/adresse-saisie';
import type {
  CibleEffacement,
  GesteOpposition,
  CoordonneeOpposee,
  PersonneVisee,
  ResultatEffacement,
  ResultatLevee,
  ResultatOpposition,
} from '../../../../core/api/oppositions';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse, refuseFiche } from '../../../../core/regle';
import type { FicheStore } from '../ports/fiches';
import type { Moteur } from '../ports/moteur';
import type { Geste, PersonneStore, SujetOpposition } from '../ports/personnes';

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

async function checkFiche(
  { fiches }: PersonnesDeps,
  { typeDestinataire, documentId }: PersonneVisee,
  perimetre: Perimetre
): Promise<void> {
  if (!(await fiches.canReach(typeDestinataire, documentId, perimetre))) {
    refuseFiche(perimetre);
  }
}

/** What belongs to no fiche belongs to nobody's périmètre: only who sees everyone may act on it. */
function checkTout({ genre }: Perimetre): void {
  if (genre !== 'tout') {
    refuse('hors-perimetre');
  }
}

async function readSujet(
  deps: PersonnesDeps,
  cible: GesteOpposition['cible'],
  perimetre: Perimetre
): Promise<SujetOpposition> {
  if ('adresse' in cible) {
    checkTout(perimetre);
    return { adresse: readAdresseSaisie(cible.adresse) ?? refuse('adresse-illisible') };
  }
  await checkFiche(deps, cible, perimetre);
  return { personne: cible };
}

async function checkCible(
  deps: PersonnesDeps,
  cible: CibleEffacement,
  perimetre: Perimetre
): Promise<void> {
  if ('envoiId' in cible || cible.typeDestinataire === 'contact_partenaire') {
    checkTout(perimetre);
  } else {
    await checkFiche(deps, cible, perimetre);
  }
}

async function erasePersonne(
  deps: PersonnesDeps,
  cible: CibleEffacement,
  { perimetre, auteurId }: Demandeur
): Promise<ResultatEffacement> {
  const { personnes, moteur } = deps;
  await checkCible(deps, cible, perimetre);
  const resultat = await personnes.erase(cible, auteurId, moteur.clock());
  if (resultat === 'inconnue') {
    refuse('personne-inconnue');
  }
  if (resultat === 'en_cours') {
    refuse('envoi-en-cours');
  }
  moteur.journal.info(
    `Effacement : ${String(resultat.envois)} envois rendus anonymes, ${String(resultat.empreintes)} empreintes gardées.`
  );
  return resultat;
}

/** Oppositions said to a person rather than clicked, and RGPD art. 17. */
export function bindPersonnes(deps: PersonnesDeps) {
  const { personnes, moteur } = deps;

  async function prepare(
    { cible, portee, raison, preuve = '' }: GesteOpposition & { preuve?: string },
    demandeur: Demandeur
  ) {
    const sujet = await readSujet(deps, cible, demandeur.perimetre);
    const geste: Geste = {
      ...{ portee, raison, preuve: preuve === '' ? null : preuve },
      ...{ auteurId: demandeur.auteurId, now: moteur.clock() },
    };
    return { sujet, geste };
  }

  return {
    async listOppositions(
      personne: PersonneVisee,
      perimetre: Perimetre
    ): Promise<CoordonneeOpposee[]> {
      await checkFiche(deps, personne, perimetre);
      return (await personnes.readOppositions(personne)) ?? refuse('referent-absent');
    },

    async listAccords(personne: PersonneVisee, perimetre: Perimetre): Promise<LigneAccord[]> {
      await checkFiche(deps, personne, perimetre);
      return personnes.listAccords(personne);
    },

    async oppose(demande: GesteOpposition, demandeur: Demandeur): Promise<ResultatOpposition> {
      const { sujet, geste } = await prepare(demande, demandeur);
      return (await personnes.oppose(sujet, geste)) ?? refuse('referent-absent');
    },

    /** An operator's own STOP list is not touched: it goes on refusing. */
    async liftOpposition(
      demande: GesteOpposition & { preuve?: string },
      demandeur: Demandeur
    ): Promise<ResultatLevee> {
      const { sujet, geste } = await prepare(demande, demandeur);
      return (await personnes.lift(sujet, geste)) ?? refuse('referent-absent');
    },

    erasePersonne: (cible: CibleEffacement, demandeur: Demandeur) =>
      erasePersonne(deps, cible, demandeur),
  };
}
