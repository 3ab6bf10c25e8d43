import { z } from 'zod';
import { saisieParametresSchema } from '../../../../core/parametres';
import { demandePreuvesSchema, toCsvPreuves } from '../../../../core/preuves';
import { codeSaisiSchema } from '../../../../core/verification';
import { transportSchema } from '../../../../core/vocabulaire';
import { createController, csv, parse, type Requete } from './handle';

const transportSeulSchema = z.object({ transport: transportSchema });

const numeroSchema = z.object({ numero: z.string().trim().min(1).max(40) });

const codeSchema = transportSeulSchema.extend({ code: codeSaisiSchema });

function toDemande({ utilisateur, now }: Requete): { utilisateurId: number; now: Date } {
  return { utilisateurId: utilisateur.id, now };
}

/** Guide §1. What changes the settings answers them as they are now. */
export const parametres = createController({
  read: ({ app }) => Promise.resolve(app.readParametres()),

  write: async ({ app, body, reopen }) => {
    await app.saveParametres(parse(saisieParametresSchema, body));
    return (await reopen()).readParametres();
  },

  exportPreuves: async ({ app, query, perimetre }) => {
    const { mois } = parse(demandePreuvesSchema, query);
    const preuves = await app.preuves.ofMois(mois, perimetre);
    await app.noteExport('export-preuves', { mois, lignes: preuves.length });
    return csv(`preuves-${mois}`, toCsvPreuves(preuves, app.moteur.reglages.zone));
  },

  testConnexion: ({ app, body }) => app.testConnexion(parse(transportSeulSchema, body).transport),

  readBoite: ({ app }) => app.readEtatRebonds(),

  testBoite: ({ app }) => app.testBoite(),

  sendEmail: (requete) =>
    requete.app.sendVerificationEmail(requete.utilisateur.email, toDemande(requete)),

  sendSms: (requete) =>
    requete.app.sendVerificationSms(parse(numeroSchema, requete.body).numero, toDemande(requete)),

  confirm: async ({ app, body, now, reopen }) => {
    const { transport, code } = parse(codeSchema, body);
    await app.confirmVerification(transport, code, now);
    return (await reopen()).readParametres().verifications;
  },

  examinePret: ({ app }) => app.examinePret(),

  examineDomaine: ({ app }) => app.examineDomaine(),
});
