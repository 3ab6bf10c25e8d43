import { perimetreParmi, type Perimetre } from '../../core/perimetre';
import { critereOf, openBase, type Base } from './campagnes-base';
import type { ModelePourCampagne } from './campagnes-chaine';

/** Three entrepreneurs, the first of the antenne of Arras. */
export async function openTroisFiches(): Promise<{
  base: Base;
  antenneArras: Perimetre;
  id: Record<string, number>;
}> {
  const base = await openBase();
  const arras = await base.add('antennes', { nom: 'Arras' });
  const id = {
    ABEL: await base.addEntrepreneur('ABEL', {}, { antenne: arras }),
    BERTHE: await base.addEntrepreneur('BERTHE'),
    CELINE: await base.addEntrepreneur('CELINE'),
  };
  return { base, antenneArras: perimetreParmi({ antenneIds: [arras] }), id };
}

/** Nothing else in the ledger: one campagne of one modèle, programmed to all of them. */
export async function programmeSuperOffre(
  base: Base
): Promise<{ modele: ModelePourCampagne; campagneId: number }> {
  await base.knex.raw('TRUNCATE sms_envois, sms_file');
  await base.knex('sms_campagnes').delete();
  await base.knex('sms_modeles').delete();
  const modele = await base.addModele({ nom: 'Super offre' });
  const fait = await base.campagnes.schedule(critereOf(modele), {
    selection: { tous: true, saufIds: [] },
    modele,
    auteurId: null,
  });
  return { modele, campagneId: fait.campagneId! };
}
