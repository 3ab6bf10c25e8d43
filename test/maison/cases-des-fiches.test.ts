import { describe, expect, it } from 'vitest';
import { VUES } from '../../src/content-manager-views/configure-views';
import { PHRASES_MOTIF } from '../../src/plugins/sms-mailing/core/motif';
import { CASES } from '../../src/plugins/sms-mailing/core/vocabulaire';

/** « Accepte … », wherever a reason sends the reader to a box. */
const CITEES = Object.values(PHRASES_MOTIF).flatMap(
  (phrase) => phrase.match(/Accepte [^»]+(?= »)/g) ?? []
);

/** The labels of the Content Manager, which knows nothing of the module. */
const libelleDe = (uid: string, champ: string): string | undefined =>
  VUES.find((vue) => vue.uid === uid)?.champs[champ]?.[0];

describe('une case se nomme de même sur la fiche et dans le motif qui y renvoie', () => {
  it('les motifs ne citent que les cases du glossaire', () => {
    expect(new Set<string>(CITEES)).toEqual(new Set<string>(Object.values(CASES)));
  });

  it.each([
    ['coordonnees.email', 'accepte', CASES.email],
    ['coordonnees.telephone', 'contactPossible', CASES.numero],
    ['api::entrepreneur.entrepreneur', 'accepteSms', CASES.sms],
    ['api::contact-individuel.contact-individuel', 'accepteSms', CASES.sms],
    ['api::contact-individuel.contact-individuel', 'accepteCourriel', CASES.email],
    ['api::contact-partenaire.contact-partenaire', 'accepteCourriel', CASES.email],
  ])('%s, %s', (uid, champ, nom) => {
    expect(libelleDe(uid, champ)).toBe(nom);
  });
});
