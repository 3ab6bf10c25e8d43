import { expect } from 'vitest';
import type {
  BilanSoiree,
  PagePersonnes,
  ResultatRetrait,
} from '../../src/plugins/sms-mailing/core/api/soiree';
import type { OriginePrevue, Soiree } from '../../src/plugins/sms-mailing/core/soiree';
import { openBaseDuGuide, type BaseDuGuide, type Reponse } from './base-du-guide';

const APRES_MIDI = new Date('2022-03-03T14:00:00Z');
export const DIX_NEUF_HEURES = new Date('2022-03-03T18:00:30Z');
export const PLUS_TARD = new Date('2022-03-03T18:10:00Z');
export const LENDEMAIN = new Date('2022-03-04T09:00:00Z');

/** A rule of J-2 (« Rappel ») and a modèle programmed from two fiches (« Suivi »). */
export interface BancCeSoir {
  base: BaseDuGuide;
  /** documentIds */
  rappel: string;
  regle: string;
  /** Nothing has left, it is 15:00; the two fiches have programmed « Suivi ». */
  remettre(): Promise<void>;
  /** The text of « Rappel », changed. */
  corriger(message: string): Promise<void>;
  readSoiree(suite?: string): Promise<Soiree>;
  readBilan(suite?: string): Promise<BilanSoiree>;
  origineDe(modele: string): Promise<OriginePrevue>;
  listPersonnes(origine: OriginePrevue, suite?: object): Promise<PagePersonnes>;
  retirer(corps: object): Promise<Reponse<ResultatRetrait>>;
}

async function corriger(base: BaseDuGuide, rappel: string, message: string): Promise<void> {
  const { data } = await base.ask<{ version: number }>('get', `/modeles/${rappel}`);
  const { status } = await base.ask('put', `/modeles/${rappel}`, {
    ...{ typeContact: 'email', nom: 'Rappel', objet: 'Rappel', but: 'suivi', message },
    ...{ destinataires: ['entrepreneur'], version: data.version },
  });
  expect(status).toBe(200);
}

async function remettre(base: BaseDuGuide, suivi: string): Promise<void> {
  await base.sql('TRUNCATE sms_envois, sms_file, sms_soirees, sms_retraits_du_soir');
  base.setHeure(APRES_MIDI);
  await base.ask('post', '/soiree/reprendre');
  base.boite.mails.length = 0;
  for (const qui of ['palmer', 'martin']) {
    const { documentId } = base.seed.entrepreneurs[qui]!;
    const corps = { modeleDocumentIds: [suivi] };
    await base.ask('post', `/entrepreneurs/${documentId}/programmer`, corps);
  }
}

export async function openBancCeSoir(): Promise<BancCeSoir> {
  const base = await openBaseDuGuide();
  const rappel = await base.createModele({
    ...{ nom: 'Rappel', objet: 'Rappel', message: '<p>Salle 12</p>' },
  });
  const suivi = await base.createModele({ nom: 'Suivi', objet: 'Suivi', message: '<p>Suivi</p>' });
  const regle = await base.createRegle({
    ...{ typeContact: 'email', modeleDocumentId: rappel, delai: -2 },
    criteres: { ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId] },
  });
  const readSoiree = async (suite = ''): Promise<Soiree> =>
    (await base.ask<Soiree>('get', `/soiree${suite}`)).data;
  return {
    ...{ base, rappel, regle, readSoiree },
    remettre: () => remettre(base, suivi),
    corriger: (message) => corriger(base, rappel, message),
    readBilan: async (suite = '') =>
      (await base.ask<BilanSoiree>('get', `/soiree/bilan${suite}`)).data,
    async origineDe(nom) {
      const { origines } = await readSoiree();
      return origines.find(({ modele }) => modele === nom)!;
    },
    async listPersonnes(origine, suite = {}) {
      const { modalite, typeDestinataire, modeleDocumentId, regle: de, campagneId } = origine;
      const corps = { soir: '2022-03-03', modalite, typeDestinataire, modeleDocumentId };
      const reponse = await base.ask<PagePersonnes>('post', '/soiree/personnes', {
        ...{ ...corps, campagneId, regle: de },
        ...suite,
      });
      expect(reponse.erreur).toBeNull();
      return reponse.data;
    },
    retirer: (corps) => base.ask<ResultatRetrait>('post', '/soiree/retirer', corps),
  };
}
