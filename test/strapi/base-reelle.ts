import { expect } from 'vitest';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import type { PretAEnvoyer } from '../../src/plugins/sms-mailing/core/pret-a-envoyer';
import type { Soiree } from '../../src/plugins/sms-mailing/core/soiree';
import { openBaseDuGuide, type BaseDuGuide, type Reponse } from './base-du-guide';

export interface LigneEnvoi {
  statut: string;
  detail: string | null;
  motif: string | null;
}

/** A real base whose e-mails are verified, and short ways to send from it. */
export interface BaseReelle {
  base: BaseDuGuide;
  writeParametres(changes: { sms?: object; [champ: string]: unknown }): Promise<void>;
  readSoiree(): Promise<Soiree>;
  /** The red points of « Prêt à envoyer ? ». */
  listAFaire(): Promise<string[]>;
  lignesDe(modele: string): Promise<LigneEnvoi[]>;
  /** A modèle whose name is its objet and its text. */
  createModele(typeContact: string, nom: string, suite?: object): Promise<string>;
  /** From a fiche Entrepreneur, for the evening. */
  programmer(modele: string, qui?: string): Promise<void>;
  /** From a fiche Action, at once; answers the envois. */
  envoyer(modele: string): Promise<string[]>;
  sendExemplaire(modele: string, suite?: object): Promise<Reponse<unknown>>;
}

async function verifyEmail({ ask, boite }: BaseDuGuide): Promise<void> {
  await ask('post', '/parametres/verification-email');
  const code = /\d{6}$/.exec(boite.mails.at(-1)?.subject ?? '')?.[0] ?? '';
  const reponse = await ask('post', '/parametres/verification', { transport: 'mail', code });
  expect(reponse.status).toBe(200);
}

function createEnvois(base: BaseDuGuide): Pick<BaseReelle, 'programmer' | 'envoyer'> {
  const { ask, seed } = base;
  return {
    async programmer(modele, qui = 'palmer') {
      const fiche = `/entrepreneurs/${seed.entrepreneurs[qui]!.documentId}`;
      const corps = { modeleDocumentIds: [modele] };
      expect(await ask('post', `${fiche}/programmer`, corps)).toMatchObject({
        status: 200,
        data: [{ programmes: 1 }],
      });
    },
    async envoyer(modele) {
      const { data } = await ask<{ envoiDocumentIds: string[] }[]>(
        'post',
        `/actions/${seed.actions.palmerDiagnostic!.documentId}/envoyer`,
        { modeleDocumentIds: [modele] }
      );
      expect(data).toMatchObject([{ programmes: 1 }]);
      return data[0]!.envoiDocumentIds;
    },
  };
}

export async function openBaseReelle(env: Readonly<Record<string, string>>): Promise<BaseReelle> {
  const base = await openBaseDuGuide('sms-administrateur', {
    // Whatever is not « essai » is a real base.
    SMS_MAILING_BASE: 'production',
    SMTP_EXPEDITEUR: 'BGE <contact@bge.test>',
    ...env,
  });
  await verifyEmail(base);
  const { ask, seed } = base;
  return {
    base,
    async writeParametres({ sms, ...changes }) {
      const { parametres } = (await ask<ParametresLus>('get', '/parametres')).data;
      const ecrits = { ...parametres, ...changes, sms: { ...parametres.sms, ...sms } };
      expect(await ask('put', '/parametres', ecrits)).toMatchObject({ status: 200 });
    },
    readSoiree: async () => (await ask<Soiree>('get', '/soiree')).data,
    async listAFaire() {
      const { points } = (await ask<PretAEnvoyer>('get', '/pret-a-envoyer')).data;
      return points.filter(({ etat }) => etat === 'a_faire').map(({ cle }) => cle);
    },
    lignesDe: (modele) =>
      base.sql<LigneEnvoi>(
        `SELECT e.statut, e.detail, e.motif FROM sms_envois e JOIN sms_modeles m ON m.id = e.modele_id
          WHERE m.nom = $1 ORDER BY e.id`,
        [modele]
      ),
    createModele: (typeContact, nom, suite = {}) =>
      base.createModele({
        typeContact,
        nom,
        objet: typeContact === 'sms' ? '' : nom,
        message: typeContact === 'sms' ? nom : `<p>${nom}</p>`,
        ...suite,
      }),
    ...createEnvois(base),
    sendExemplaire: (modele, suite = {}) =>
      ask('post', '/modeles-exemplaire', {
        modeleDocumentId: modele,
        cobaye: {
          typeDestinataire: 'entrepreneur',
          documentId: seed.entrepreneurs.palmer!.documentId,
        },
        ...suite,
      }),
  };
}
