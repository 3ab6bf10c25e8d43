import type { CopieAction, FicheAction } from '../../../../../core/api/fiches';
import type { References } from '../../../../../core/api/references';
import type { DonneesCrm } from '../../../api/crm';
import { relie } from '../../../api/relie';

/** What these pages write of an action; '' is nothing. */
export interface SaisieAction {
  objet: string;
  nature: string;
  date: string;
  heureDebut: string;
  heureFin: string;
  capacite: number | undefined;
  lienVisio: string;
  statut: string;
  modeIntervention: string;
  /** documentIds. */
  typeAction: string;
  ods: string;
  etape: string;
  site: string;
  animateur: string;
}

type Prestation = Pick<SaisieAction, 'typeAction' | 'modeIntervention' | 'ods' | 'etape'>;

export const NATURES = ['Collective', 'Individuelle'] as const;
export const STATUTS = ['Planifiée', 'Réalisée', 'Annulée'] as const;

export const ACTION_VIDE: SaisieAction = {
  ...{ objet: '', nature: 'Collective', date: '', heureDebut: '', heureFin: '' },
  ...{ capacite: undefined, lienVisio: '', statut: 'Planifiée', site: '', animateur: '' },
  ...{ typeAction: '', modeIntervention: '', ods: '', etape: '' },
};

function toPrestation({ typeAction, modeIntervention, ods, etape }: CopieAction): Prestation {
  return {
    ...{ typeAction: typeAction ?? '', modeIntervention: modeIntervention ?? '' },
    ...{ ods: ods ?? '', etape: etape ?? '' },
  };
}

/** An action as its fiche has it. */
export function toSaisieAction(action: FicheAction): SaisieAction {
  return {
    ...{ objet: action.objet, nature: action.nature, date: action.date, statut: action.statut },
    heureDebut: action.heureDebut ?? '',
    heureFin: action.heureFin ?? '',
    capacite: action.capacite ?? undefined,
    lienVisio: action.lienVisio ?? '',
    site: action.siteDocumentId ?? '',
    animateur: action.animateurDocumentId ?? '',
    ...toPrestation(action.copie),
  };
}

const ouNul = (texte: string): string | null => (texte === '' ? null : texte);

const heureEcrite = (heure: string): string | null => (heure === '' ? null : `${heure}:00.000`);

/** Only what differs is written: two persons who correct two things do not undo one another. */
export function diffAction(avant: SaisieAction, apres: SaisieAction): DonneesCrm {
  const [ecrits, lus] = [toDonneesAction(apres), toDonneesAction(avant)];
  return Object.fromEntries(
    Object.entries(ecrits).filter(
      ([cle, valeur]) => JSON.stringify(valeur) !== JSON.stringify(lus[cle])
    )
  );
}

export function toDonneesAction(saisie: SaisieAction): DonneesCrm {
  const { objet, nature, date, capacite, lienVisio, statut, site, animateur } = saisie;
  return {
    ...{ objet: objet.trim(), nature, date, statut, capacite: capacite ?? null },
    lienVisio: ouNul(lienVisio.trim()),
    heureDebut: heureEcrite(saisie.heureDebut),
    heureFin: heureEcrite(saisie.heureFin),
    modeIntervention: ouNul(saisie.modeIntervention),
    typeAction: relie(ouNul(saisie.typeAction)),
    ods: relie(ouNul(saisie.ods)),
    etape: relie(ouNul(saisie.etape)),
    site: relie(ouNul(site)),
    animateur: relie(ouNul(animateur)),
  };
}

/** « Dupliquer »: what the form does not show; the antenne is said anew for who may not say it. */
export function toDonneesCopie({ copie, surbooking }: FicheAction): DonneesCrm {
  const { etapeReferentiel, phaseMetier, modeIntervention, intervenants, ...liees } = copie;
  return {
    ...{ etapeReferentiel, phaseMetier, modeIntervention, surbooking },
    ...Object.fromEntries(
      Object.entries(liees).map(([relation, documentId]) => [relation, relie(documentId)])
    ),
    intervenants: { set: intervenants.map((documentId) => ({ documentId })) },
  };
}

/** Those of an ODS. */
export function etapesDe(ods: string, references: References | undefined): References['etapes'] {
  return references?.etapes.filter(({ odsDocumentId }) => odsDocumentId === ods) ?? [];
}

/** Another ODS has other étapes. */
export function chooseOds(
  saisie: SaisieAction,
  ods: string,
  references: References | undefined
): SaisieAction {
  const garde = etapesDe(ods, references).some(({ documentId }) => documentId === saisie.etape);
  return { ...saisie, ods, etape: garde ? saisie.etape : '' };
}

/** What keeps it from being saved, as a sentence; null: nothing. */
export function erreurAction({ objet, date, heureDebut, heureFin }: SaisieAction): string | null {
  if (objet.trim() === '') {
    return 'Donnez un objet à l’action.';
  }
  if (date === '') {
    return 'Donnez une date à l’action.';
  }
  return heureDebut !== '' && heureFin !== '' && heureFin <= heureDebut
    ? 'L’heure de fin est avant l’heure de début.'
    : null;
}

/** What a person who was told of the action would have to be told again. */
export type Changement = 'date' | 'heure' | 'lieu' | 'lien' | 'intervenant' | 'annulation';

const COMPARES: Readonly<Record<Exclude<Changement, 'annulation'>, keyof SaisieAction>> = {
  date: 'date',
  heure: 'heureDebut',
  lieu: 'site',
  lien: 'lienVisio',
  intervenant: 'animateur',
};

export function listChangements(avant: SaisieAction, apres: SaisieAction): Changement[] {
  const changes = (Object.keys(COMPARES) as (keyof typeof COMPARES)[]).filter(
    (quoi) => avant[COMPARES[quoi]] !== apres[COMPARES[quoi]]
  );
  return apres.statut === 'Annulée' && avant.statut !== 'Annulée'
    ? [...changes, 'annulation']
    : changes;
}

/** Who has been told what is no longer so: an old date, heure or lieu by what they received, the rest by having received. */
export function listAPrevenir(
  changements: readonly Changement[],
  { participants }: Pick<FicheAction, 'participants'>
): string[] {
  const horsRegistre = changements.some((quoi) => quoi === 'lien' || quoi === 'intervenant');
  return participants
    .filter(({ anciens, informe }) => anciens.length > 0 || (informe && horsRegistre))
    .map(({ documentId }) => documentId);
}
