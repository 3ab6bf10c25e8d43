import { describe, expect, it } from 'vitest';
import {
  envoiAutomatiqueSchema,
  type Criteres,
  type EnvoiAutomatique,
  type CritereEcarte,
  type FaitsParticipation,
} from './envoi-automatique';
import {
  listAvertissements,
  phraseEcart,
  phraseEnvoiAutomatique,
} from './phrases-envoi-automatique';

const LIBELLES = {
  modele: 'Rappel',
  heure: '19:00',
  noms: { ac: 'Activ’Créa', dpe: 'DPE', at: 'Atelier', diag: 'Diagnostic', rdv1: 'Diag RDV 1' },
};

function regle(
  delai: number,
  criteres: Partial<Criteres> = {},
  autres: Partial<Omit<EnvoiAutomatique, 'criteres' | 'delai'>> = {}
): EnvoiAutomatique {
  return envoiAutomatiqueSchema.parse({
    typeContact: 'email',
    modeleDocumentId: 'm',
    delai,
    criteres,
    ...autres,
  });
}

const phrase = (r: EnvoiAutomatique): string => phraseEnvoiAutomatique(r, LIBELLES);
const cles = (r: EnvoiAutomatique): string[] => listAvertissements(r).map((a) => a.cle);

describe('la règle en une phrase', () => {
  it('l’exemple de la maison', () => {
    expect(phrase(regle(-2, { natures: ['Collective'], ods: ['ac'], confirme: 'oui' }))).toBe(
      'Chaque soir à 19h, l’e-mail « Rappel » part aux participants confirmés des actions collectives Activ’Créa ayant lieu dans 2 jours'
    );
  });

  it.each([
    [-1, 'ayant lieu le lendemain'],
    [0, 'ayant lieu le jour même'],
    [1, 'ayant eu lieu la veille'],
    [7, 'ayant eu lieu il y a 7 jours'],
  ])('un délai de %i se dit « %s »', (delai, attendu) => {
    expect(phrase(regle(delai))).toBe(
      `Chaque soir à 19h, l’e-mail « Rappel » part aux participants de toutes les actions ${attendu}`
    );
  });

  it('tous les critères, et plusieurs valeurs', () => {
    const complete = regle(
      3,
      {
        natures: ['Individuelle', 'Collective'],
        ods: ['ac', 'dpe'],
        typesAction: ['at', 'diag'],
        etapes: ['rdv1'],
        modesIntervention: ['A distance'],
        presences: ['Présent', 'Absent', 'Absent excusé'],
      },
      { typeContact: 'sms', inclureListeAttente: true }
    );
    expect(phraseEnvoiAutomatique(complete, { ...LIBELLES, heure: '18:30' })).toBe(
      'Chaque soir à 18h30, le SMS « Rappel » part aux participants présents, absents ou absents excusés (liste d’attente comprise) ' +
        'des actions individuelles ou collectives Activ’Créa ou DPE de type Atelier ou Diagnostic à l’étape Diag RDV 1 en mode A distance ayant eu lieu il y a 3 jours'
    );
  });

  it('une présence non saisie se dit en toutes lettres', () => {
    expect(phrase(regle(2, { presences: ['Non saisie'] }))).toContain(
      'aux participants dont la présence n’est pas saisie de toutes les actions'
    );
  });

  it('un ODS supprimé se voit', () => {
    expect(phrase(regle(-2, { ods: ['parti'] }))).toContain('des actions (supprimé) ayant lieu');
  });
});

describe('les avertissements', () => {
  it('J-2 avec un critère n’en a pas', () => {
    expect(cles(regle(-2, { ods: ['ac'] }))).toEqual([]);
  });

  it('J-1 est déconseillé et J0 tombe après la plupart des actions', () => {
    expect(cles(regle(-1, { ods: ['ac'] }))).toEqual(['veille']);
    expect(cles(regle(0, { ods: ['ac'] }))).toEqual(['jour_j']);
  });

  it('la présence avant l’action n’a pas de sens', () => {
    expect(cles(regle(-2, { presences: ['Présent'] }))).toEqual(['presence_avant_action']);
    expect(cles(regle(0, { presences: ['Présent'] }))).toEqual(['jour_j']);
  });

  it('J+n sans présence atteint les absents', () => {
    expect(cles(regle(2, { ods: ['ac'] }))).toEqual(['absents_compris']);
    expect(cles(regle(2, { presences: ['Présent'] }))).toEqual([]);
  });

  it('le rattrapage n’a d’effet qu’avant J-1', () => {
    expect(cles(regle(-2, { ods: ['ac'] }, { rattrapage: true }))).toEqual([]);
    expect(cles(regle(-1, { ods: ['ac'] }, { rattrapage: true }))).toEqual([
      'veille',
      'rattrapage_sans_effet',
    ]);
  });

  it('chacun est une phrase qui conseille', () => {
    const tous = [regle(-1, {}, { rattrapage: true }), regle(0), regle(2)]
      .concat(regle(-2, { presences: ['Présent'] }))
      .flatMap(listAvertissements);
    expect(new Set(tous.map((a) => a.cle)).size).toBe(6);
    for (const { phrase: conseil } of tous) {
      expect(conseil).toMatch(/^[A-ZÀ].{30,}\.$/);
    }
  });

  it('une règle sans critère est la seule à confirmer', () => {
    const avertissements = listAvertissements(regle(-1));
    expect(avertissements.map((a) => [a.cle, a.aConfirmer])).toEqual([
      ['veille', false],
      ['sans_critere', true],
    ]);
  });
});

describe('« Pourquoi cette personne ne l’a pas reçu ? »', () => {
  const faits: FaitsParticipation = {
    nature: 'Individuelle',
    typeAction: null,
    ods: 'DPE',
    etape: 'Diag RDV 1',
    modeIntervention: 'Téléphone',
    presence: null,
    inscriteLe: '2022-02-01T09:00:00.000Z',
  };
  const explique = (critere: CritereEcarte, r: EnvoiAutomatique): string =>
    phraseEcart(critere, { regle: r, faits, noms: LIBELLES.noms });

  it.each([
    [
      'nature',
      regle(-2, { natures: ['Collective'] }),
      'Nature de l’action : « Individuelle » ; l’envoi automatique demande « Collective ».',
    ],
    [
      'type_action',
      regle(-2, { typesAction: ['at'] }),
      'Type d’action : non renseigné ; l’envoi automatique demande « Atelier ».',
    ],
    [
      'ods',
      regle(-2, { ods: ['ac', 'zz'] }),
      'ODS : « DPE » ; l’envoi automatique demande « Activ’Créa » ou « (supprimé) ».',
    ],
    [
      'etape',
      regle(-2, { etapes: ['at'] }),
      'Étape : « Diag RDV 1 » ; l’envoi automatique demande « Atelier ».',
    ],
    [
      'mode_intervention',
      regle(-2, { modesIntervention: ['A distance'] }),
      'Mode d’intervention : « Téléphone » ; l’envoi automatique demande « A distance ».',
    ],
    [
      'presence',
      regle(-2, { presences: ['Présent'] }),
      'Présence : « Non saisie » ; l’envoi automatique demande « Présent ».',
    ],
    [
      'confirme',
      regle(-2, { confirme: 'non' }),
      'La participation est confirmée ; l’envoi automatique ne va qu’aux participants non confirmés.',
    ],
  ] satisfies [CritereEcarte, EnvoiAutomatique, string][])(
    '%s : ce qui est lu et ce qui est demandé',
    (critere, r, attendu) => {
      expect(explique(critere, r)).toBe(attendu);
    }
  );

  it.each([
    ['confirme', regle(-2, { confirme: 'oui' }), /n’est pas confirmée/],
    ['action_annulee', regle(-2), /annulée/],
    ['participation_annulee', regle(-2), /participation est annulée/],
    ['liste_attente', regle(-2), /liste d’attente/],
    ['date_changee', regle(-2), /changé de date/],
  ] satisfies [CritereEcarte, EnvoiAutomatique, RegExp][])(
    '%s dit quoi faire',
    (critere, r, attendu) => {
      expect(explique(critere, r)).toMatch(attendu);
    }
  );
});
