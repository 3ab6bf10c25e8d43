import { describe, expect, it } from 'vitest';
import { MOTIFS_EXCLUSION } from '../../../core/motif';
import { lieuDuMotif, type SujetMotif } from './lieu-du-motif';

const SUJET: SujetMotif = {
  typeDestinataire: 'entrepreneur',
  personne: 'palmer',
  modele: { documentId: 'm1', typeContact: 'sms' },
  action: 'atelier',
};

/** What was asked for, or what nobody mends. */
const SANS = ['deja_envoye', 'envoi_annule', 'meme_adresse', 'hors_perimetre', 'fiche_absente'];

describe('Chaque raison mène là où elle se corrige', () => {
  it.each(MOTIFS_EXCLUSION)('%s', (motif) => {
    expect(lieuDuMotif(motif, SUJET) === null).toBe(SANS.includes(motif));
  });

  it('aux coordonnées de la personne, selon sa famille', () => {
    const chemins = (['entrepreneur', 'contact_individuel', 'entreprise_partenaire'] as const).map(
      (typeDestinataire) => lieuDuMotif('telephone_absent', { ...SUJET, typeDestinataire })?.chemin
    );
    expect(chemins).toEqual([
      '/entrepreneurs/palmer/coordonnees',
      '/contacts-et-partenaires/contacts/palmer/coordonnees',
      '/contacts-et-partenaires/partenaires/palmer/coordonnees',
    ]);
  });

  it('à la page des adresses, sur la personne quand on sait laquelle', () => {
    const chemins = [SUJET, { ...SUJET, personne: null }].map(
      (sujet) => lieuDuMotif('adresse_refusee', sujet)?.chemin
    );
    expect(chemins).toEqual([
      '/contacts-emails-sms/adresses-a-corriger?fiche=palmer',
      '/contacts-emails-sms/adresses-a-corriger',
    ]);
  });

  it('au modèle, dans la liste de son type', () => {
    expect(lieuDuMotif('sms_trop_long', SUJET)?.chemin).toBe('/contacts-emails-sms/modeles-sms/m1');
  });

  it('nulle part quand on ne sait pas de qui on parle, ni pour une raison d’une autre version', () => {
    expect(lieuDuMotif('telephone_absent', { ...SUJET, personne: null })).toBeNull();
    expect(lieuDuMotif('raison_ancienne', SUJET)).toBeNull();
  });
});
