import { describe, expect, it } from 'vitest';
import { modeleSchema, type Modele } from './modele';
import { REGLAGES_SMS } from './sms';
import { countSmsSansSignet, isMessageVide, validateModele } from './validation-modele';

const modele = (saisie: Partial<Modele>): Modele => ({
  ...modeleSchema.parse({
    typeContact: 'email',
    nom: 'Rappel',
    objet: 'Rappel',
    message: '<p>Bonjour</p>',
    destinataires: ['entrepreneur'],
    but: 'suivi',
  }),
  ...saisie,
});

describe('Guide §5 : la vérification d’un modèle pendant l’écriture', () => {
  it('un modèle complet peut devenir actif', () => {
    expect(validateModele(modele({}))).toMatchObject({
      activable: true,
      manques: [],
      signets: [],
      malEcrits: [],
      sms: null,
    });
  });

  it('dit tout ce qui manque à la fois', () => {
    const vide = modele({ nom: ' ', objet: '', message: '<p>&nbsp;</p>', destinataires: [] });
    expect(validateModele(vide)).toMatchObject({
      activable: false,
      manques: ['nom', 'objet', 'message', 'destinataires', 'modalites'],
    });
  });

  it('un signet d’action exclut la campagne et la fiche Entrepreneur', () => {
    const rappel = modele({ message: '${action_date}', modalites: ['campagne', 'fiche_action'] });
    expect(validateModele(rappel)).toMatchObject({
      activable: false,
      modalitesPossibles: ['envoi_automatique', 'fiche_action'],
      modalitesRefusees: ['campagne'],
    });
  });

  it('montre l’accolade restée ouverte et propose de normaliser ce qui vient du guide', () => {
    const colle = modele({ objet: '${personne', message: '\\${tab.action_date}' });
    expect(validateModele(colle)).toMatchObject({
      malEcrits: [{ champ: 'objet', phrase: expect.stringContaining('n’est pas fermé') as string }],
      aNormaliser: true,
      activable: false,
    });
    expect(validateModele(modele({ message: '${action_date}' })).aNormaliser).toBe(false);
  });

  it('un SMS n’a pas d’objet ; il se compte avec les exemples du catalogue', () => {
    const sms = modele({
      typeContact: 'sms',
      objet: '',
      message: 'Bonjour ${personne/personne_nom}',
    });
    expect(validateModele(sms)).toMatchObject({ activable: true, sms: { credits: 1 } });
    expect(validateModele(sms, { ...REGLAGES_SMS, caracteresParSms: 10 }).sms?.credits).toBe(2);
  });

  it('plus de six SMS sans compter les signets : personne ne pourrait le recevoir', () => {
    const message = `${'a'.repeat(919)}\${personne/personne_nom}`;
    expect(countSmsSansSignet(message).sms).toBe(7);
    expect(validateModele(modele({ typeContact: 'sms', message })).activable).toBe(false);
  });

  it('une image seule est un message', () => {
    expect(isMessageVide('<p><img src="cid:1"></p>')).toBe(false);
    expect(isMessageVide('<p> <br>&nbsp;</p>')).toBe(true);
  });
});
