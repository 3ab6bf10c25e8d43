import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyCourrier } from '../../../../core/rebonds/classify-courrier';
import { listJetons } from '../../../../core/rebonds/list-jetons';
import { natureOf } from '../../../../core/rebonds/rebond';
import { parseCourrier } from './parse-courrier';

const DOSSIER = join(__dirname, '../../../../test/corpus/rebonds');
const JETON = '1f0123456789abc';
const ADRESSE = 'julie.palmer@fournisseur.test';

function readCorpus(nom: string): Buffer {
  const gabarit = readFileSync(join(DOSSIER, nom), 'utf8');
  return Buffer.from(gabarit.replaceAll('{JETON}', JETON).replaceAll('{ADRESSE}', ADRESSE));
}

/** File, reason (null: nothing is said of an envoi), server, status. */
const ATTENDUS: readonly (readonly [string, string | null, string?, (string | null)?])[] = [
  ['boite-inexistante-postfix', 'boite_inexistante', 'mx.fournisseur.test', '5.1.1'],
  ['boite-inexistante-microsoft', 'boite_inexistante', 'mail.protection.outlook.test', '5.4.1'],
  ['boite-inexistante-gmail', 'boite_inexistante', 'mx.gmail.test', '5.1.1'],
  ['boite-inexistante-orange', 'boite_inexistante', 'smtp-in.orange.test', '5.1.1'],
  ['boite-pleine-orange', 'boite_pleine', 'smtp-in.orange.test', '5.2.0'],
  ['boite-pleine', 'boite_pleine', 'mx.fournisseur.test', '5.2.2'],
  ['boite-fermee-free', 'boite_fermee', 'mx1.free.test', '5.2.1'],
  ['domaine-inexistant', 'domaine_inexistant', 'mx.asso.test', '5.4.4'],
  ['domaine-sans-courrier', 'domaine_inexistant', 'mx.asso.test', '5.1.10'],
  ['serveur-injoignable', 'serveur_injoignable', 'mx.asso.test', '4.4.1'],
  ['filtre-spamhaus', 'refus_du_serveur', 'mx.fournisseur.test', '5.7.1'],
  ['filtre-dmarc', 'refus_du_serveur', 'mx.gmail.test', '5.7.26'],
  ['message-trop-lourd', 'message_trop_lourd', 'mx.fournisseur.test', '5.3.4'],
  ['code-muet', 'non_precisee', 'mx.fournisseur.test', '5.0.0'],
  ['transfere', 'boite_inexistante', 'mx.ailleurs.test', '5.1.1'],
  ['tronque', 'boite_inexistante', 'mx.asso.test', '5.1.1'],
  ['retard', null],
  ['remise-confirmee', null],
  ['libre-exim', 'boite_inexistante', 'mx.vieux.test', null],
  ['libre-qmail', 'boite_inexistante', 'mx.vieux.test', '5.1.1'],
  ['libre-francais', 'boite_pleine', 'mx.petit.test', null],
  ['libre-retard', null],
  ['absence-francais', null],
  ['absence-anglais', null],
  ['absence-d-un-postmaster', null],
  ['reponse-humaine', null],
  ['indesirable-publicite', null],
  ['plainte', 'signale_indesirable', 'mx.fournisseur.test', null],
  ['plainte-sans-adresse', 'signale_indesirable', 'mx.fournisseur.test', null],
  ['plainte-levee', null],
];

describe('Ce qu’un message revenu dit d’un envoi', () => {
  it('chaque message du corpus est attendu', () => {
    const noms = readdirSync(DOSSIER).map((nom) => nom.replace(/\.eml$/, ''));
    expect(noms.sort()).toEqual(ATTENDUS.map(([nom]) => nom).sort());
  });

  it.each(ATTENDUS)('%s : %s', async (nom, raison, par, code = null) => {
    const lu = classifyCourrier(await parseCourrier(readCorpus(`${nom}.eml`)));
    expect(lu === null ? null : { raison: lu.raison, par: lu.par, code: lu.code }).toEqual(
      raison === null ? null : { raison, par, code }
    );
  });

  it.each(ATTENDUS.filter(([nom, raison]) => raison !== null && nom !== 'tronque'))(
    '%s se rattache à son envoi',
    async (nom) => {
      const courrier = await parseCourrier(readCorpus(`${nom}.eml`));
      expect(listJetons(courrier).map(({ jeton }) => jeton)).toContain(JETON);
      const { destinataires } = classifyCourrier(courrier) ?? {};
      if (nom !== 'plainte-sans-adresse') {
        expect(destinataires).toContain(ADRESSE);
      }
    }
  );

  it('le filtre d’un serveur ne dit rien de l’adresse, une boîte pleine le dit à la longue', () => {
    expect(natureOf('refus_du_serveur')).toBe('refus');
    expect(natureOf('message_trop_lourd')).toBe('refus');
    expect(natureOf('boite_pleine')).toBe('passager');
    expect(natureOf('boite_inexistante')).toBe('definitif');
  });
});

describe('Un message quelconque se lit sans faute', () => {
  const OCTETS = fc.uint8Array({ maxLength: 2_000 });

  it('des octets au hasard ne disent rien et n’arrêtent rien', async () => {
    await fc.assert(
      fc.asyncProperty(OCTETS, async (octets) => {
        expect(classifyCourrier(await parseCourrier(Buffer.from(octets)))).toBeNull();
      }),
      { numRuns: 200 }
    );
  });

  it('un message du corpus abîmé en un endroit se lit encore', async () => {
    const fichiers = readdirSync(DOSSIER);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fichiers),
        fc.nat(),
        OCTETS,
        async (nom, place, octets) => {
          const brut = readCorpus(nom);
          const ou = place % brut.length;
          const abime = Buffer.concat([brut.subarray(0, ou), octets, brut.subarray(ou)]);
          const courrier = await parseCourrier(abime);
          classifyCourrier(courrier);
          expect(listJetons(courrier).length).toBeLessThanOrEqual(10);
        }
      ),
      { numRuns: 300 }
    );
  });
});
