import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { calculeLigne, listSources, TABLES_CALCULEES } from './colonnes-calculees';

const OUTILS = { empreinte: (adresse: string) => `#${adresse}` };
const tableDe = (uid: string) => TABLES_CALCULEES.find((table) => table.uid === uid)!;

describe('les colonnes calculées', () => {
  it('d’un e-mail : propre, son état, son empreinte', () => {
    const ligne = { adresse: 'Élise <Elise@Courriel.test>\u200b', accepte: true };
    expect(calculeLigne(tableDe('coordonnees.email'), ligne, OUTILS)).toEqual({
      adresse: 'Elise@Courriel.test',
      etat: 'valide',
      empreinte: '#elise@courriel.test',
    });
  });

  it('d’un téléphone : propre, son numéro international, s’il est mobile, son empreinte', () => {
    const table = tableDe('coordonnees.telephone');
    expect(calculeLigne(table, { numero: '06\u00a012 34 56 78' }, OUTILS)).toEqual({
      numero: '06 12 34 56 78',
      numeroE164: '+33612345678',
      mobile: true,
      empreinte: '#+33612345678',
    });
    expect(calculeLigne(table, { numero: 'voir conjoint' }, OUTILS)).toMatchObject({
      numeroE164: null,
      mobile: false,
      empreinte: null,
    });
  });

  it('d’un contact sans courriel : rien', () => {
    const table = tableDe('api::contact-individuel.contact-individuel');
    const rien = {
      courrielPro: null,
      etatCourriel: null,
      empreinteCourriel: null,
    };
    expect(calculeLigne(table, { courrielPro: null }, OUTILS)).toEqual(rien);
    expect(calculeLigne(table, { courrielPro: ' ' }, OUTILS)).toEqual({ ...rien, courrielPro: '' });
  });

  it('propres, se calculent comme saisies', () => {
    for (const table of TABLES_CALCULEES) {
      for (const saisie of SAISIES) {
        const ligne = Object.fromEntries(listSources(table).map((source) => [source, saisie]));
        const gardee = calculeLigne(table, ligne, OUTILS);
        expect(calculeLigne(table, { ...ligne, ...gardee }, OUTILS)).toEqual(gardee);
      }
    }
  });
});

/** What people type, one of each kind that a rule treats apart. */
const SAISIES = [
  'palmer@courriel.test',
  '\ufeffPalmer@Courriel.test\u00a0',
  'Élise Dupont <elise@courriel.test>',
  'mailto:elise@courriel.test',
  'contact@épicerie-noémie.fr',
  'nn@noemail.com',
  'palmer@',
  '0612345678',
  '\u202a06\u201112 34 56 78\u202c',
  '612345678',
  '+33 (0)6 12 34 56 78',
  '0692123456',
  '0639123456',
  '0712345678',
  '01 02 03 04 05',
  '0800123456',
  '+32 470 12 34 56',
  'voir conjoint',
  '',
];

/** What the rules of each version make of them. A better rule raises its `version`, then this line. */
const RESULTATS: Readonly<Record<string, string>> = {
  'coordonnees.email': 'v1 bc3996c19f73',
  'coordonnees.telephone': 'v1 e0f5bc0a8ed9',
  'api::contact-individuel.contact-individuel': 'v3 f8f63a976cf2',
  'api::contact-partenaire.contact-partenaire': 'v3 f8f63a976cf2',
};

it.each(TABLES_CALCULEES.map((table) => [table.uid, table] as const))(
  'une règle qui change fait monter la version de %s, sans quoi rien ne serait recalculé',
  (uid, table) => {
    const gardees = SAISIES.map((saisie) =>
      calculeLigne(
        table,
        Object.fromEntries(listSources(table).map((source) => [source, saisie])),
        OUTILS
      )
    );
    const resume = createHash('sha256').update(JSON.stringify(gardees)).digest('hex').slice(0, 12);
    expect(`v${String(table.version)} ${resume}`).toBe(RESULTATS[uid]);
  }
);
