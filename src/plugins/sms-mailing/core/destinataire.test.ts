import { describe, expect, it } from 'vitest';
import { CAS_DESTINATAIRES } from '../test/cas-destinataires';
import { coordonneesOf } from '../test/fiche-saisie';
import { chooseDestination, chooseReferent, isPromotion } from './destinataire';
import type { MotifExclusion } from './motif';

describe('à qui et où part un message (guide §2.d)', () => {
  it.each(CAS_DESTINATAIRES.map((cas) => [cas.typeContact, cas.but, cas.titre, cas] as const))(
    '%s de %s : %s',
    (_typeContact, _but, _titre, cas) => {
      const coordonnees = cas.fiche === null ? null : coordonneesOf(cas.fiche, cas.oppositions);
      const reglages = { promotionSansConsentement: cas.promotionSansConsentement ?? false };
      expect(chooseDestination(coordonnees, cas.typeContact, cas.but, reglages)).toEqual(
        cas.attendu
      );
    }
  );

  it('le tableau de cas porte chaque motif que le choix peut donner, et des titres différents', () => {
    const motifs: readonly MotifExclusion[] = [
      'adresse_absente',
      'adresse_invalide',
      'adresse_fictive',
      'adresse_non_acceptee',
      'telephone_absent',
      'telephone_non_mobile',
      'telephone_non_autorise',
      'pays_non_autorise',
      'numero_invalide',
      'sms_non_accepte',
      'rgpd_refuse',
      'rgpd_non_renseigne',
      'opposition',
      'referent_absent',
      'fiche_inactive',
      'fiche_absente',
    ];
    const portes = new Set(
      CAS_DESTINATAIRES.map(({ attendu }) => ('motif' in attendu ? attendu.motif : null))
    );
    expect([...portes].filter((motif) => motif !== null).sort()).toEqual([...motifs].sort());
    const titres = CAS_DESTINATAIRES.map((cas) => `${cas.typeContact} ${cas.but} ${cas.titre}`);
    expect(new Set(titres).size).toBe(titres.length);
  });

  it('sans réglage donné, une promotion ne part pas sans accord', () => {
    const fiche = coordonneesOf({
      typeDestinataire: 'entrepreneur',
      emails: [{ adresse: 'a@courriel.test', accepte: true }],
    });
    expect(chooseDestination(fiche, 'email', 'promotion')).toEqual({ motif: 'rgpd_non_renseigne' });
  });

  it('une newsletter est une promotion même si le modèle dit « suivi »', () => {
    expect(isPromotion('newsletter', 'suivi')).toBe(true);
    expect(isPromotion('email', 'suivi')).toBe(false);
  });

  it('le référent d’une entreprise est rendu tel quel, pour l’afficher', () => {
    const marie = { nom: 'Marie', estReferent: true, estPrincipal: null, inactif: null };
    const jean = { nom: 'Jean', estReferent: true, estPrincipal: true, inactif: false };
    expect(chooseReferent([marie, jean])?.nom).toBe('Jean');
    expect(chooseReferent([{ ...jean, inactif: true }, marie])?.nom).toBe('Marie');
  });
});
