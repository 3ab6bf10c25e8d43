import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Donnee } from '../../../../core/catalogue-signets';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import { REGLAGES_SMS } from '../../../../core/sms';
import { REGLAGES_RENDU } from '../../../../test/fakes/reglages-rendu';
import { createVersion } from '../../../../test/fakes/moteur-fictif';
import ancienne from '../../../../test/version-moteur-2.json';
import { compileMessageSms } from '../modeles/compile-modele';
import type { MessageCompile, MorceauCompile } from '../ports/mise-en-page';
import { compileRendre, type VersionARendre } from './compile-rendre';

const OVH: ReglagesRendu = { ...REGLAGES_RENDU, sms: { ...REGLAGES_SMS, caracteresStop: 11 } };

function sms(message: string, donnees: Donnee[] = []): VersionARendre {
  const contenu = { message: compileMessageSms(message), donnees, piecesJointes: [] };
  return { typeContact: 'sms', but: 'promotion', contenu };
}

describe('un SMS', () => {
  it('se rend plié, compté avec ce que l’opérateur ajoute à une promotion', () => {
    const rendu = compileRendre(
      sms('Prêt ? ${personne/personne_prenom}', ['personne.prenom']),
      OVH
    );
    expect(rendu(['Léa'])).toMatchObject({
      texte: 'Pret ? Léa',
      sms: { encodage: 'gsm7', unites: 10 + 11 },
      credits: 1,
      motif: null,
      detail: null,
    });
  });

  it('ne part pas quand un signet obligatoire est vide, et dit lequel', () => {
    const rendre = compileRendre(sms('Le ${action_date}', ['action.date']), REGLAGES_RENDU);
    expect(rendre([null])).toMatchObject({ motif: 'signet_vide', detail: '${action_date}' });
    expect(rendre(['2022-03-05'])).toMatchObject({ motif: null });
  });

  it('ne part pas quand le lien de réponse ne mènerait nulle part, et nul n’est rendu pour le savoir', () => {
    const rappel = sms('Viendrez-vous ? ${action_lien_confirmation}', ['action.lien_confirmation']);
    const mort = compileRendre(rappel, { ...REGLAGES_RENDU, adresseReponse: '' });
    expect(mort(['7f3exempleexempl'])).toMatchObject({ motif: 'lien_mort' });
    expect(mort.constant).toEqual({ credits: 0, motif: 'lien_mort' });
    const vivant = compileRendre(rappel, REGLAGES_RENDU);
    expect(vivant(['7f3exempleexempl'])).toMatchObject({ motif: null });
    expect(vivant.constant).toBeNull();
  });

  it('une promotion que l’opérateur ne complète pas dit comment ne plus en recevoir, ou ne part pas', () => {
    const exige = { ...REGLAGES_RENDU, sms: { ...REGLAGES_SMS, stopAExiger: true } };
    const promotion = (texte: string, reglages = exige) => compileRendre(sms(texte), reglages);
    expect(promotion('Venez nombreux')([])).toMatchObject({ motif: 'sms_sans_stop' });
    expect(promotion('Venez nombreux').constant).toMatchObject({ motif: 'sms_sans_stop' });
    expect(promotion('Venez. STOP au 36180')([])).toMatchObject({ motif: null });
    expect(promotion('Les stopeurs viennent')([])).toMatchObject({ motif: 'sms_sans_stop' });
    expect(promotion('Venez', OVH)([])).toMatchObject({ motif: null });
    const suivi = { ...sms('Rendez-vous demain'), but: 'suivi' } as const;
    expect(compileRendre(suivi, exige)([])).toMatchObject({ motif: null });
  });

  it('ne part pas au-delà de ce que l’opérateur accepte, six parties au plus', () => {
    const rendre = (partiesMax: number, lettres: number) =>
      compileRendre(sms('a'.repeat(lettres)), {
        ...REGLAGES_RENDU,
        sms: { ...REGLAGES_SMS, partiesMax },
      })([]);
    expect(rendre(8, 918)).toMatchObject({ motif: null, credits: 6 });
    expect(rendre(8, 919)).toMatchObject({ motif: 'sms_trop_long', detail: '7 SMS' });
    expect(rendre(3, 500)).toMatchObject({ motif: 'sms_trop_long', detail: '4 SMS' });
  });
});

describe('un modèle sans signet', () => {
  it('dit son coût et son motif pour tous, sans lire personne', () => {
    expect(compileRendre(sms('a'.repeat(150)), OVH).constant).toMatchObject({
      credits: 2,
      motif: null,
    });
    expect(compileRendre(sms('a'.repeat(919)), REGLAGES_RENDU).constant?.motif).toBe(
      'sms_trop_long'
    );
  });

  it('n’est composé qu’une fois, même rendu pour mille personnes', () => {
    const rendre = compileRendre(sms('Bonjour'), REGLAGES_RENDU);
    expect(rendre([])).toBe(rendre([]));
  });

  it('un modèle qui lit une donnée n’a rien de constant', () => {
    expect(compileRendre(createVersion(), REGLAGES_RENDU).constant).toBeNull();
  });
});

describe('un e-mail', () => {
  it('compté, n’est pas mis en page : son HTML ne s’écrit que si on le lit', () => {
    const version = createVersion();
    const illisible: MorceauCompile = {
      special: 'identite',
      get cible(): never {
        throw new Error('Le HTML est mis en page.');
      },
    };
    const message = { ...version.contenu.message, html: [illisible] };
    const rendre = compileRendre(
      { ...version, contenu: { ...version.contenu, message } },
      REGLAGES_RENDU
    );
    const rendu = rendre(['PALMER']);
    expect([rendu.credits, rendu.motif, rendu.objet]).toEqual([0, null, 'Bonjour PALMER']);
    expect(() => rendu.html).toThrow('Le HTML est mis en page.');
  });

  it('d’une version compilée par une ancienne mise en page rend ce qu’elle rendait, quels que soient les réglages', () => {
    const donnees = Object.keys(ancienne.valeurs) as Donnee[];
    const version: VersionARendre = {
      typeContact: 'newsletter',
      but: 'promotion',
      contenu: { message: ancienne.message as MessageCompile, donnees, piecesJointes: [] },
    };
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (expediteur, adressePostale, oui) => {
        const sms = { ...REGLAGES_SMS, remplacerAccents: oui };
        const rendre = compileRendre(version, {
          ...REGLAGES_RENDU,
          expediteur,
          adressePostale,
          sms,
        });
        const { objet, html, texte } = rendre(
          Object.values(ancienne.valeurs),
          'https://bge.example/d/1'
        );
        expect({ objet, html, texte }).toEqual(ancienne.rendu);
      }),
      { numRuns: 20 }
    );
  });
});
