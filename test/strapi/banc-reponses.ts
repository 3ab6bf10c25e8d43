import { expect } from 'vitest';
import type { Response } from 'supertest';
import type { FicheAction } from '../../src/plugins/sms-mailing/core/api/fiches';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { anonymous } from './harness';

export const PUBLIC = 'https://rdv.bge.test';
export const LIEN = /https:\/\/rdv\.bge\.test\/api\/c\/([0-9a-z]+)/;
export const RAPPEL = {
  nom: 'Rappel',
  objet: 'Votre rendez-vous',
  message:
    '<p>Rendez-vous le ${action_date# j F Y}.</p><p><a href="${action_lien_confirmation}">Je confirme ou je ne pourrai pas venir</a></p>',
};

/** What a participation says. */
interface Dite {
  statut: string;
  confirme: boolean | null;
  source: string | null;
  le: Date | null;
}

/** PALMER's atelier, whose four participants have received their links. */
export interface BancReponses {
  base: BaseDuGuide;
  /** documentId of the atelier. */
  action: string;
  /** By surname. */
  jetons: Record<string, string>;
  heure: () => Date;
  de: (qui: string) => Promise<Dite>;
  ouvrir: (jeton: string) => Promise<Response>;
  repondre: (jeton: string, reponse: string) => Promise<Response>;
  fiche: () => Promise<FicheAction>;
  /** What the intervenant received. */
  avis: () => BaseDuGuide['boite']['mails'];
  avance: (minutes: number) => Promise<void>;
}

const DITE = `
  SELECT p.statut, p.confirme, p.confirme_source AS source, p.confirme_le AS le
    FROM participations p JOIN participations_action_lnk a ON a.participation_id = p.id
    JOIN participations_entrepreneur_lnk e ON e.participation_id = p.id
    JOIN actions c ON c.id = a.action_id JOIN entrepreneurs n ON n.id = e.entrepreneur_id
   WHERE c.document_id = $1 AND n.document_id = $2`;

function readJetons({ mails }: BaseDuGuide['boite']): Record<string, string> {
  const recus = mails.filter(({ subject }) => subject === RAPPEL.objet);
  return Object.fromEntries(
    recus.map(({ to, text }) => [
      /"name":"([^\s"]+)/.exec(JSON.stringify(to))?.[1]?.toLowerCase() ?? '',
      LIEN.exec(text ?? '')?.[1] ?? '',
    ])
  );
}

export async function openBancReponses(): Promise<BancReponses> {
  const base = await openBaseDuGuide(
    'sms-administrateur',
    { PUBLIC_URL: PUBLIC },
    { listen: true }
  );
  const action = base.seed.actions.palmerAtelier!.documentId;
  let heure = new Date('2022-03-03T14:00:00Z');
  const avance = async (minutes: number): Promise<void> => {
    heure = new Date(heure.getTime() + minutes * 60_000);
    await base.tick(heure);
  };
  await base.sql(`UPDATE intervenants SET email = 'mene@boite.test'`);
  await base.sql('UPDATE participations SET confirme = NULL');
  const modele = await base.createModele(RAPPEL);
  const envoi = await base.ask('post', `/actions/${action}/envoyer`, {
    modeleDocumentIds: [modele],
  });
  expect(envoi.erreur).toBeNull();
  await avance(1);
  return {
    ...{ base, action, avance, jetons: readJetons(base.boite) },
    heure: () => heure,
    async de(qui) {
      const { documentId } = base.seed.entrepreneurs[qui]!;
      const [dite] = await base.sql<Dite>(DITE, [action, documentId]);
      return dite!;
    },
    ouvrir: async (jeton) => anonymous(base.app).get(`/api/c/${jeton}`),
    repondre: async (jeton, reponse) =>
      anonymous(base.app).post(`/api/c/${jeton}`).type('form').send({ reponse }),
    fiche: async () => (await base.ask<FicheAction>('get', `/actions/${action}/fiche`)).data,
    avis: () => base.boite.mails.filter(({ to }) => JSON.stringify(to).includes('mene@boite.test')),
  };
}
