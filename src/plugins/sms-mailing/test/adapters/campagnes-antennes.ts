import type { Selection } from '../../core/campagne';
import { perimetreParmi, type Perimetre } from '../../core/perimetre';
import { critereOf, openBase, type Base } from './campagnes-base';
import type {
  CritereDestinataires,
  ModelePourCampagne,
  ResultatProgrammation,
} from './campagnes-chaine';

export const TOUS: Selection = { tous: true, saufIds: [] };

export interface Antennes {
  base: Base;
  id: Record<string, number>;
  auteurId: number;
  arras: number;
  antenneArras: Perimetre;
  /** Schedules for every entrepreneur, as the author. */
  schedule(
    modele: ModelePourCampagne,
    selection: Selection,
    autres?: Partial<CritereDestinataires>
  ): Promise<ResultatProgrammation>;
  nomsProgrammes(): Promise<string[]>;
}

/** Eight persons in two antennes: five can be reached, one has no e-mail, one is inactive, one is a fiche test. */
export async function openAntennes(): Promise<Antennes> {
  const base = await openBase();
  const id: Record<string, number> = {};
  const auteurId = await base.add('admin_users', { email: 'joanna@exemple.fr' });
  const arras = await base.add('antennes', { nom: 'Arras' });
  const lens = await base.add('antennes', { nom: 'Lens' });
  for (const nom of ['ABEL', 'BERTHE', 'CELINE']) {
    id[nom] = await base.addEntrepreneur(nom, {}, { antenne: arras });
  }
  for (const nom of ['DENIS', 'EVA']) {
    id[nom] = await base.addEntrepreneur(nom, {}, { antenne: lens });
  }
  id.MUET = await base.addEntrepreneur('MUET', {}, { antenne: lens, email: null });
  id.PARTI = await base.addEntrepreneur('PARTI', { inactif: true }, { antenne: lens });
  id.ESSAI = await base.addEntrepreneur('ESSAI', { fiche_test: true }, { antenne: arras });
  return {
    base,
    id,
    auteurId,
    arras,
    antenneArras: perimetreParmi({ antenneIds: [arras] }),
    schedule: (modele, selection, autres) =>
      base.campagnes.schedule(critereOf(modele, undefined, autres), {
        selection,
        modele,
        auteurId,
      }),
    nomsProgrammes: () => base.knex('sms_envois').orderBy('nom').pluck<string[]>('nom'),
  };
}

/** No envoi, no campagne, and a new modele. */
export async function resetCampagnes(base: Base): Promise<ModelePourCampagne> {
  await base.knex.raw('TRUNCATE sms_envois, sms_file');
  await base.knex('sms_campagnes').delete();
  return base.addModele();
}
