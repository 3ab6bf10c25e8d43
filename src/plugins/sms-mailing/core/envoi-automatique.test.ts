import { describe, expect, it } from 'vitest';
import {
  envoiAutomatiqueSchema,
  isSansCritere,
  matchParticipation,
  type Criteres,
  type EnvoiAutomatique,
  type FaitsParticipation,
} from './envoi-automatique';

const JEUDI = '2022-03-03';
const SAMEDI = '2022-03-05';

/** The guide's own rule (§6.d): J-2 of the collective ateliers « Cartes en main » of Activ'Créa lot 1. */
function regle(
  criteres: Partial<Criteres> = {},
  autres: Partial<Omit<EnvoiAutomatique, 'criteres'>> = {}
): EnvoiAutomatique {
  return envoiAutomatiqueSchema.parse({
    typeContact: 'email',
    modeleDocumentId: 'rappel',
    delai: -2,
    criteres,
    ...autres,
  });
}

type Faits = Partial<Omit<FaitsParticipation, 'action'>> & {
  action?: Partial<FaitsParticipation['action']>;
};

function faits({ action, ...autres }: Faits = {}): FaitsParticipation {
  return {
    action: {
      date: SAMEDI,
      statut: 'Planifiée',
      nature: 'Collective',
      typeAction: 'atelier',
      ods: 'activ-crea',
      etape: 'cartes',
      modeIntervention: 'A distance',
      ...action,
    },
    statut: 'Inscrit',
    confirme: false,
    presence: 'Non saisie',
    dejaPrevenu: 'non',
    ...autres,
  };
}

const match = (r: EnvoiAutomatique, f: FaitsParticipation, today = JEUDI): string => {
  const resultat = matchParticipation(r, f, today);
  return resultat.ok ? 'part' : resultat.critere;
};

describe('le paramétrage d’un envoi automatique (guide §6.c)', () => {
  it('type de contact, modèle et délai suffisent ; le reste a un défaut prudent', () => {
    expect(
      envoiAutomatiqueSchema.parse({ typeContact: 'sms', modeleDocumentId: 'm', delai: -2 })
    ).toEqual({
      typeContact: 'sms',
      modeleDocumentId: 'm',
      delai: -2,
      criteres: {
        natures: [],
        typesAction: [],
        ods: [],
        etapes: [],
        modesIntervention: [],
        presences: [],
        confirme: 'indifferent',
      },
      inactif: false,
      rattrapage: false,
      prevenirSiDateChange: true,
      inclureListeAttente: false,
      recapIntervenant: false,
    });
  });

  it.each(['typeContact', 'modeleDocumentId', 'delai'])('%s est obligatoire', (champ) => {
    const complet = { typeContact: 'email', modeleDocumentId: 'm', delai: 2 };
    expect(envoiAutomatiqueSchema.safeParse({ ...complet, [champ]: undefined }).success).toBe(
      false
    );
  });

  it.each([
    [-61, false],
    [-60, true],
    [0, true],
    [365, true],
    [366, false],
    [1.5, false],
    ['-2', false],
  ])('un délai de %s : %s', (delai, accepte) => {
    const lu = envoiAutomatiqueSchema.safeParse({
      typeContact: 'email',
      modeleDocumentId: 'm',
      delai,
    });
    expect(lu.success).toBe(accepte);
    if (!accepte) {
      expect(lu.error?.issues[0]?.message).toMatch(/^Le délai d’envoi /);
    }
  });

  it('une valeur hors liste est refusée', () => {
    expect(() => regle({ natures: ['Mixte' as 'Collective'] })).toThrow();
  });

  it('sans aucun critère, la règle vise toutes les actions et le dit', () => {
    expect(isSansCritere(regle().criteres)).toBe(true);
    expect(isSansCritere(regle({ confirme: 'oui' }).criteres)).toBe(false);
    expect(isSansCritere(regle({ etapes: ['x'] }).criteres)).toBe(false);
  });
});

describe('qui reçoit l’envoi automatique ce soir (guide §6.b)', () => {
  it('l’exemple du guide : J-2, jeudi pour l’atelier du samedi', () => {
    const cartes = regle({
      natures: ['Collective'],
      typesAction: ['atelier'],
      ods: ['activ-crea'],
      etapes: ['cartes'],
      modesIntervention: ['A distance'],
    });
    expect(match(cartes, faits())).toBe('part');
  });

  it('sans critère, tout participant inscrit à une action à la bonne date', () => {
    expect(
      match(regle(), faits({ action: { nature: null, ods: null, statut: null }, statut: null }))
    ).toBe('part');
  });

  it.each([
    ['nature', { natures: ['Individuelle'] }],
    ['type_action', { typesAction: ['diagnostic'] }],
    ['ods', { ods: ['dpe'] }],
    ['etape', { etapes: ['diag'] }],
    ['mode_intervention', { modesIntervention: ['Téléphone'] }],
    ['confirme', { confirme: 'oui' }],
    ['presence', { presences: ['Présent'] }],
  ] satisfies [string, Partial<Criteres>][])(
    'un critère %s qui ne convient pas écarte',
    (critere, criteres) => {
      expect(match(regle(criteres), faits())).toBe(critere);
    }
  );

  it.each([
    ['nature', { natures: ['Collective'] }, { nature: null }],
    ['ods', { ods: ['dpe'] }, { ods: null }],
    ['mode_intervention', { modesIntervention: ['Téléphone'] }, { modeIntervention: null }],
  ] satisfies [string, Partial<Criteres>, Partial<FaitsParticipation['action']>][])(
    'une action dont %s n’est pas renseigné ne répond pas au critère',
    (critere, criteres, action) => {
      expect(match(regle(criteres), faits({ action }))).toBe(critere);
    }
  );

  it('plusieurs valeurs d’un critère : une suffit ; plusieurs critères : tous', () => {
    expect(match(regle({ ods: ['dpe', 'activ-crea'] }), faits())).toBe('part');
    expect(match(regle({ ods: ['dpe', 'activ-crea'], natures: ['Individuelle'] }), faits())).toBe(
      'nature'
    );
  });

  it('confirmé : oui ne prend que les confirmés, non que les autres', () => {
    expect(match(regle({ confirme: 'oui' }), faits({ confirme: true }))).toBe('part');
    expect(match(regle({ confirme: 'oui' }), faits({ confirme: null }))).toBe('confirme');
    expect(match(regle({ confirme: 'non' }), faits({ confirme: null }))).toBe('part');
    expect(match(regle({ confirme: 'non' }), faits({ confirme: true }))).toBe('confirme');
  });

  it('une présence jamais remplie est « Non saisie »', () => {
    expect(match(regle({ presences: ['Non saisie'] }), faits({ presence: null }))).toBe('part');
  });

  it.each([
    [-2, '2022-03-05'],
    [-3, '2022-03-06'],
    [0, '2022-03-03'],
    [2, '2022-03-01'],
  ])('J%i vise les actions du %s', (delai, date) => {
    expect(match(regle({}, { delai }), faits({ action: { date } }))).toBe('part');
    expect(match(regle({}, { delai }), faits({ action: { date: '2022-04-01' } }))).toBe('delai');
  });

  it('sans rattrapage, un inscrit après J-2 ne reçoit rien', () => {
    expect(match(regle(), faits(), '2022-03-04')).toBe('delai');
  });

  it('le rattrapage vaut jusqu’à la veille, jamais avant J-n ni le jour même', () => {
    const rattrape = regle({}, { rattrapage: true });
    expect(match(rattrape, faits(), '2022-03-02')).toBe('delai');
    expect(match(rattrape, faits(), '2022-03-03')).toBe('part');
    expect(match(rattrape, faits(), '2022-03-04')).toBe('part');
    expect(match(rattrape, faits(), '2022-03-05')).toBe('delai');
  });

  it('le rattrapage ne change rien à un J+n', () => {
    const suivi = regle({}, { rattrapage: true, delai: 2 });
    expect(match(suivi, faits(), '2022-03-07')).toBe('part');
    expect(match(suivi, faits(), '2022-03-08')).toBe('delai');
  });

  it('une règle inactive, une action ou une participation annulée ne déclenchent rien', () => {
    expect(match(regle({}, { inactif: true }), faits())).toBe('regle_inactive');
    expect(match(regle(), faits({ action: { statut: 'Annulée' } }))).toBe('action_annulee');
    expect(match(regle(), faits({ statut: 'Annulé' }))).toBe('participation_annulee');
  });

  it('la liste d’attente n’est prise que si la règle l’inclut', () => {
    const enAttente = faits({ statut: "Liste d'attente" });
    expect(match(regle(), enAttente)).toBe('liste_attente');
    expect(match(regle({}, { inclureListeAttente: true }), enAttente)).toBe('part');
  });

  it('prévenu pour cette date : pas deux fois', () => {
    expect(match(regle(), faits({ dejaPrevenu: 'cette_date' }))).toBe('deja_prevenu');
  });

  it('l’action a changé de date : prévenu à nouveau, sauf si la règle dit non', () => {
    expect(match(regle(), faits({ dejaPrevenu: 'autre_date' }))).toBe('part');
    expect(
      match(regle({}, { prevenirSiDateChange: false }), faits({ dejaPrevenu: 'autre_date' }))
    ).toBe('date_changee');
  });
});
