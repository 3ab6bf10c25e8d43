import { expect } from 'vitest';
import type { Apercu } from '../../src/plugins/sms-mailing/core/api/modeles';
import type { BaseDuGuide } from './base-du-guide';

export interface Message {
  objet: string;
  html: string;
  texte: string;
}

/** One modèle followed to PALMER: on the screen, by mail, in the archive. */
export interface Messages {
  apercevoir(modeleDocumentId: string): Promise<Apercu>;
  /** Sent to oneself, as it arrived. */
  recevoirExemplaire(modeleDocumentId: string): Promise<Message>;
  /** The last mail that arrived. */
  lireDernier(): Message;
  /** This evening; answers the envoi. */
  programmer(modeleDocumentId: string): Promise<string>;
  /** The evening comes, and whatever is due leaves; then it is the afternoon of the next day. */
  passerLeSoir(): Promise<void>;
  archive(envoi: string): Promise<Message>;
}

const LIEN = /https?:[^"\]]*\/d\/[\w.-]+/g;

const BANDEAU = /<p style="[^"]*">Exemplaire, arrivé à vous seul[^<]*<\/p>/;
const BANDEAU_TEXTE = /^Exemplaire, arrivé à vous seul.*\n\n/;

/** Each message has a link of its own, and an example says so: the rest can be compared byte for byte. */
export function sansLien({ objet, html, texte }: Message): Message {
  return {
    objet: objet.replace('[Exemplaire] ', ''),
    html: html.replace(BANDEAU, '').replaceAll(LIEN, 'lien'),
    texte: texte.replace(BANDEAU_TEXTE, '').replaceAll(LIEN, 'lien'),
  };
}

/** From the afternoon of Monday, the 7th of March 2022. */
export function openMessages(base: BaseDuGuide): Messages {
  let jour = 7;
  const a = (heureUtc: number): Date => new Date(Date.UTC(2022, 2, jour, heureUtc));
  const { documentId } = base.seed.entrepreneurs.palmer!;
  const cobaye = { typeDestinataire: 'entrepreneur', documentId };
  base.setHeure(a(14));

  function lireDernier(): Message {
    const mail = base.boite.mails.at(-1);
    return {
      objet: mail?.subject ?? '',
      html: String(mail?.html),
      texte: (mail?.text ?? '').trimEnd(),
    };
  }

  return {
    lireDernier,

    async apercevoir(modeleDocumentId) {
      return (await base.ask<Apercu>('post', '/modeles-apercu', { modeleDocumentId, cobaye })).data;
    },

    async recevoirExemplaire(modeleDocumentId) {
      const demande = { modeleDocumentId, cobaye };
      expect((await base.ask('post', '/modeles-exemplaire', demande)).status).toBe(200);
      return lireDernier();
    },

    async programmer(modeleDocumentId) {
      const corps = { modeleDocumentIds: [modeleDocumentId] };
      const reponse = await base.ask('post', `/entrepreneurs/${documentId}/programmer`, corps);
      expect(reponse).toMatchObject({ status: 200, data: [{ programmes: 1 }] });
      const [envoi] = await base.sql<{ document_id: string }>(
        'SELECT document_id FROM sms_envois ORDER BY id DESC LIMIT 1'
      );
      return envoi?.document_id ?? '';
    },

    async passerLeSoir() {
      await base.tick(a(18));
      jour += 1;
      base.setHeure(a(14));
    },

    async archive(envoi) {
      return (await base.ask<Message>('get', `/envois/${envoi}/message`)).data;
    },
  };
}
