import { describe, expect, it } from 'vitest';
import { parseSignets } from './signet';
import type { UsageSignets } from './validation-signets';
import { computeModalites, validateSignets } from './validation-signets';

const ENTREPRENEURS: UsageSignets = {
  modalites: ['envoi_automatique', 'fiche_action'],
  destinataires: ['entrepreneur'],
};
const CAMPAGNE: UsageSignets = { modalites: ['campagne'], destinataires: ['entrepreneur'] };

function codes(source: string, usage: UsageSignets): string[] {
  return validateSignets(parseSignets(source), usage).map((probleme) => probleme.code);
}

describe('la vérification des signets', () => {
  it('ne trouve rien à redire aux modèles du guide', () => {
    expect(
      codes(
        'Bonjour ${tab.action_beneficiaire_personne/personne_civilite} ${tab.action_beneficiaire_personne/personne_nom}, ' +
          'le ${action_date# l j F Y à H:i} avec ${action_animateur_intervenant/personne_prenom}',
        ENTREPRENEURS
      )
    ).toEqual([]);
    expect(
      codes('Bonjour ${personne/personne_civilite}, ${personne/personne_nom}', CAMPAGNE)
    ).toEqual([]);
  });

  it('refuse un signet inconnu et propose le plus proche, prêt à coller', () => {
    const [probleme] = validateSignets(
      parseSignets('${tab.acton_date# j F Y|bientôt}'),
      ENTREPRENEURS
    );
    expect(probleme).toMatchObject({
      code: 'inconnu',
      bloquant: true,
      suggestion: '${tableN.action_date# j F Y|bientôt}',
      message:
        'Le signet « ${tableN.acton_date# j F Y|bientôt} » n’existe pas. Vouliez-vous écrire « ${tableN.action_date# j F Y|bientôt} » ?',
    });
  });

  it('renvoie aux signets disponibles quand rien ne ressemble', () => {
    const [probleme] = validateSignets(parseSignets('${facture/numero}'), CAMPAGNE);
    expect(probleme?.suggestion).toBeNull();
    expect(probleme?.message).toContain('« Signets disponibles »');
    expect(codes('${}', CAMPAGNE)).toEqual(['inconnu']);
  });

  it('refuse un signet d’action en campagne et en fiche Entrepreneur, repli ou non', () => {
    const [probleme] = validateSignets(parseSignets('${action_date|bientôt}'), {
      modalites: ['campagne', 'fiche_action', 'fiche_entrepreneur'],
      destinataires: ['entrepreneur'],
    });
    expect(probleme).toMatchObject({ code: 'modalite', bloquant: true });
    expect(probleme?.message).toContain('pour « Campagne » ni « Fiche entrepreneur »');
  });

  it('accepte un signet de personne dans toutes les modalités', () => {
    expect(
      codes('${personne/personne_nom} ${TAB.N. personne/personne_prenom}', {
        modalites: ['campagne', 'envoi_automatique', 'fiche_action', 'fiche_entrepreneur'],
        destinataires: ['entrepreneur'],
      })
    ).toEqual([]);
  });

  it('refuse un signet sans valeur pour un type de destinataire, sauf s’il a un repli', () => {
    const usage: UsageSignets = {
      modalites: ['campagne'],
      destinataires: ['entrepreneur', 'contact_individuel', 'entreprise_partenaire'],
    };
    const [probleme] = validateSignets(parseSignets('${projet/projet_nom}'), usage);
    expect(probleme).toMatchObject({ code: 'destinataire', bloquant: true });
    expect(probleme?.message).toContain('pour « Contact individuel BGE » ni « Contact tiers BGE »');
    expect(codes('${projet/projet_nom|votre projet}', usage)).toEqual([]);
    expect(codes('${entreprise/entreprise_siret}', CAMPAGNE)).toEqual(['destinataire']);
  });

  it('avertit d’un format de date sur ce qui n’est pas une date', () => {
    const [probleme] = validateSignets(parseSignets('${personne/personne_nom# j F Y}'), CAMPAGNE);
    expect(probleme).toMatchObject({ code: 'format_sans_date', bloquant: false });
    expect(probleme?.message).toContain('retirez le format « # j F Y »');
    expect(codes('${action_capacite# j}', ENTREPRENEURS)).toEqual(['format_sans_date']);
  });

  it('avertit d’un format qui n’affiche rien de la valeur', () => {
    expect(codes('${personne/personne_date_naissance# H:i}', CAMPAGNE)).toEqual([
      'format_sans_effet',
    ]);
    expect(codes('${action_heure_debut# j F}', ENTREPRENEURS)).toEqual(['format_sans_effet']);
    expect(codes('${action_date# \\a}', ENTREPRENEURS)).toEqual(['format_sans_effet']);
    expect(codes('${action_heure_debut# H\\hi} ${action_date# Y}', ENTREPRENEURS)).toEqual([]);
  });

  it('dit une seule fois le problème d’un signet répété', () => {
    expect(codes('${inconnu_total} ${INCONNU_TOTAL}', CAMPAGNE)).toEqual(['inconnu']);
  });
});

describe('les modalités d’un modèle', () => {
  it('sont toutes ouvertes à un texte sans signet pour les entrepreneurs', () => {
    expect(computeModalites(parseSignets('Bonjour'), ['entrepreneur'])).toEqual([
      'campagne',
      'envoi_automatique',
      'fiche_action',
      'fiche_entrepreneur',
    ]);
  });

  it('se limitent à l’action dès qu’un signet la lit', () => {
    expect(
      computeModalites(parseSignets('${personne/personne_nom} ${action_date}'), [
        'entrepreneur',
        'contact_individuel',
      ])
    ).toEqual(['envoi_automatique', 'fiche_action']);
    expect(computeModalites(parseSignets('${action_date|x}'), ['contact_individuel'])).toEqual([]);
  });

  it('se limitent à la campagne pour les contacts et les entreprises partenaires', () => {
    const morceaux = parseSignets('${personne/personne_nom}');
    expect(computeModalites(morceaux, ['contact_individuel', 'entreprise_partenaire'])).toEqual([
      'campagne',
    ]);
  });

  it('excluent celles dont aucun destinataire n’a de valeur pour les signets', () => {
    const morceaux = parseSignets('${entreprise/entreprise_siret}');
    expect(computeModalites(morceaux, ['entrepreneur'])).toEqual([]);
    expect(computeModalites(morceaux, ['entrepreneur', 'entreprise_partenaire'])).toEqual([
      'campagne',
    ]);
    expect(
      computeModalites(parseSignets('${entreprise/entreprise_siret|–}'), ['entrepreneur'])
    ).toHaveLength(4);
  });

  it('sont vides sans type de destinataire', () => {
    expect(computeModalites(parseSignets('Bonjour'), [])).toEqual([]);
  });
});
