import type { EnvoiAutomatique } from '../../core/envoi-automatique';
import { TOUT } from '../../core/perimetre';
import { expect } from 'vitest';
import type { Candidat } from '../../server/src/adapters/sql/cibles/read-candidats';
import { NOW, openBase, type Base } from './campagnes-base';
import { openChaine } from './chaine-base';

const JEUDI = '2022-03-03';
export const SAMEDI = '2022-03-05';

export type Ligne = Record<string, unknown>;

export interface BancRegle {
  base: Base;
  entrepreneur: number;
  /** documentIds of the types, ODS and étapes, by name. */
  fiche: Record<string, string>;
  /** One participation of the guide's own action, changed as a case asks; answers the action. */
  addParticipation(action?: Ligne, participation?: Ligne): Promise<number>;
  /** « part », the criterion that leaves the person aside, what holds the occurrence, or « autre jour ». */
  sort(regle: EnvoiAutomatique, soir?: string): Promise<string>;
}

export async function openBancRegle(): Promise<BancRegle> {
  const base = await openBase();
  const chaine = openChaine(base);
  const id: Record<string, number> = {};
  const fiche: Record<string, string> = {};
  const entrepreneur = await base.addEntrepreneur('PALMER');
  for (const [nom, table] of [
    ['atelier', 'types_action'],
    ['diagnostic', 'types_action'],
    ['activ', 'ods'],
    ['dpe', 'ods'],
    ['cartes', 'etapes'],
    ['diag', 'etapes'],
  ] as const) {
    id[nom] = await base.add(table, { nom });
    fiche[nom] = await base.documentId(table, id[nom]);
  }
  async function addParticipation(action: Ligne = {}, participation: Ligne = {}): Promise<number> {
    const { typeAction = 'atelier', ods = 'activ', etape = 'cartes', ...champs } = action;
    const actionId = await base.add('actions', {
      objet: 'Atelier',
      date: SAMEDI,
      statut: 'Planifiée',
      nature: 'Collective',
      mode_intervention: 'A distance',
      ...champs,
    });
    const liens = [
      ['actions_type_action_lnk', 'type_action_id', typeAction],
      ['actions_ods_lnk', 'ods_id', ods],
      ['actions_etape_lnk', 'etape_id', etape],
    ] as const;
    for (const [table, colonne, nom] of liens) {
      if (nom !== null) {
        await base.link(table, { action_id: actionId, [colonne]: id[nom as string] });
      }
    }
    const participationId = await base.add('participations', {
      statut: 'Inscrit',
      confirme: false,
      presence: 'Non saisie',
      ...participation,
    });
    await base.link('participations_action_lnk', {
      participation_id: participationId,
      action_id: actionId,
    });
    await base.link('participations_entrepreneur_lnk', {
      participation_id: participationId,
      entrepreneur_id: entrepreneur,
    });
    return actionId;
  }

  async function candidats(r: EnvoiAutomatique, soir: string, avecEcartes: boolean) {
    const trouves: Candidat[] = [];
    const enregistree = {
      ...{
        id: 7,
        version: 1,
        documentId: 'r',
        regle: r,
        modeleId: 3,
        modeleNom: 'Rappel',
        modeleInactif: false,
      },
      ...{ but: 'suivi' as const, perimetre: TOUT },
    };
    await chaine.programmes.read(
      {
        cible: { genre: 'envoi_automatique', regle: enregistree, soir, essai: null, avecEcartes },
        modele: { id: 3, typeContact: 'email', but: 'suivi' },
        ...{
          perimetre: TOUT,
          depart: NOW,
          force: false,
          promotionSansConsentement: false,
          now: NOW,
        },
      },
      { donnees: [] },
      (lot) => {
        trouves.push(...lot);
        return true;
      }
    );
    return trouves;
  }

  async function sort(r: EnvoiAutomatique, soir = JEUDI): Promise<string> {
    const [candidat] = await candidats(r, soir, true);
    const sort =
      candidat === undefined ? 'autre jour' : (candidat.tenu ?? candidat.ecart ?? 'part');
    // What is planned is what has no écart: the two readings never differ.
    const plans = await candidats(r, soir, false);
    expect(plans.filter(({ tenu }) => tenu === null)).toHaveLength(sort === 'part' ? 1 : 0);
    return sort;
  }

  return { base, entrepreneur, fiche, addParticipation, sort };
}
