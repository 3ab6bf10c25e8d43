import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, visit, type Visite } from './navigateur';

export interface ActionDuGuide {
  base: BaseDuGuide;
  visite: Visite;
  /** « Entretien émergence », the 4th of March at 10:00; and the modèle that convokes to it. */
  action: string;
  convocation: string;
  close: () => Promise<void>;
}

/** An action of the guide's base, before the eyes of a Conseiller. */
export async function openActionDuGuide(): Promise<ActionDuGuide> {
  const base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  const convocation = await base.createModele({
    ...{ nom: 'Convocation', objet: 'Convocation' },
    message: '<p>Rendez-vous le ${action_date# j F Y à H:i}.</p>',
  });
  return {
    ...{ base, convocation, action: base.seed.actions.entretienEmergence!.documentId },
    visite: await visit(base.app, 'sms-conseiller', { width: 1366, height: 768 }),
    close: async () => {
      await closeNavigateur();
      await base.close();
    },
  };
}
