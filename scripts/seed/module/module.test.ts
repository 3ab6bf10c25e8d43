import { describe, expect, it } from 'vitest';
import { envoiAutomatiqueSchema } from '../../../src/plugins/sms-mailing/core/envoi-automatique';
import {
  modeleSchema,
  TAILLE_MAX_PIECES_JOINTES,
} from '../../../src/plugins/sms-mailing/core/modele';
import { parseSignets } from '../../../src/plugins/sms-mailing/core/signet';
import { countSms, foldSms } from '../../../src/plugins/sms-mailing/core/sms';
import {
  computeModalites,
  validateSignets,
} from '../../../src/plugins/sms-mailing/core/validation-signets';
import { ENVOIS_AUTOMATIQUES } from './envois-automatiques.mjs';
import { PIECES_JOINTES } from './pieces-jointes.mjs';
import { MODELES } from './seed-module.mjs';

const modeles = Object.entries(MODELES).map(
  ([cle, { fichiers, ...saisie }]) => ({ cle, fichiers, ...modeleSchema.parse(saisie) }) as const
);

function morceauxOf({ objet, message }: { objet: string; message: string }) {
  return [...parseSignets(objet), ...parseSignets(message)];
}

function modalitesOf(cle: string) {
  const modele = modeles.find((candidat) => candidat.cle === cle)!;
  return modele.modalites ?? computeModalites(morceauxOf(modele), modele.destinataires);
}

describe('les modèles du jeu de démonstration', () => {
  it.each([
    'Mail rappel rendez-vous',
    'Test envoi automatique J-1',
    'Test envoi automatique J-2',
    'Test envoi automatique J-3',
    'Test envoi automatique J+1',
    'Test envoi automatique J-1/ signets OK',
    'Test envoi automatique J-2/ Signets OK',
    'Test envoi post atelier',
    'Test envoi protection données',
    'Test prochaine action',
    'Test mail envoi automatique et signets classiques_J-1',
    'Test envoi mail plateforme prod',
    'Test de la PJ',
    'Test de la PJ - image',
    'Test de la PJ - Word',
    'offre promotionnelle',
    'SUP - offre promotionnelle',
    'Test envoi NL',
    'Super offre',
  ])('« %s » est celui que nomme le guide', (nom) => {
    expect(modeles.map((modele) => modele.nom)).toContain(nom);
  });

  it('ont un nom chacun', () => {
    expect(new Set(modeles.map(({ nom }) => nom)).size).toBe(modeles.length);
  });

  it.each(modeles)('$nom : chaque signet existe et convient aux destinataires', (modele) => {
    const morceaux = morceauxOf(modele);
    const possibles = computeModalites(morceaux, modele.destinataires);
    const modalites = modele.modalites ?? possibles;
    expect(modalites).not.toEqual([]);
    expect(possibles).toEqual(expect.arrayContaining(modalites));
    const { destinataires } = modele;
    expect(validateSignets(morceaux, { modalites, destinataires })).toEqual([]);
  });

  it.each(modeles)(
    '$nom : les signets s’écrivent ${…}, sans barre oblique',
    ({ objet, message }) => {
      expect(objet + message).not.toMatch(/\\\$|\$\\|\$\$/);
    }
  );

  it('couvrent les deux déclencheurs, les trois types de contact, un inactif, des pièces jointes', () => {
    expect(new Set(modeles.map(({ typeContact }) => typeContact)).size).toBe(3);
    expect(modeles.filter(({ inactif }) => inactif).map(({ nom }) => nom)).toEqual([
      'SUP - offre promotionnelle',
    ]);
    expect(modalitesOf('droits')).toEqual(['campagne', 'fiche_entrepreneur']);
    expect(modalitesOf('convocation')).toEqual(['envoi_automatique', 'fiche_action']);
    expect(modalitesOf('plateforme')).toHaveLength(4);
  });

  it('gardent leurs pièces jointes sous deux méga, chacune de son vrai type', () => {
    const fichiers = new Set(modeles.flatMap((modele) => modele.fichiers));
    expect([...fichiers].sort()).toEqual(Object.keys(PIECES_JOINTES).sort());
    const debuts = { pdf: '%PDF-', png: '\x89PNG', docx: 'PK\x03\x04' } as Record<string, string>;
    for (const { nom, contenu } of Object.values(PIECES_JOINTES)) {
      const debut = debuts[nom.split('.').pop() ?? '']!;
      expect(contenu.subarray(0, debut.length).toString('latin1')).toBe(debut);
      expect(contenu.length).toBeLessThan(TAILLE_MAX_PIECES_JOINTES);
    }
  });

  it.each(modeles.filter(({ typeContact }) => typeContact === 'sms'))(
    '$nom tient en un SMS, même pour un long prénom',
    ({ message }) => {
      const valeurs: Record<string, string> = { date: '28/12 à 09:30' };
      const texte = parseSignets(message)
        .map((morceau) =>
          typeof morceau === 'string'
            ? morceau
            : morceau.chemin === 'action_date'
              ? valeurs.date
              : 'Marie-Bernadette'
        )
        .join('');
      expect(countSms(foldSms(texte), { charsPerSms: 155, stopChars: 0 })).toMatchObject({
        encodage: 'gsm7',
        credits: 1,
      });
    }
  );
});

/** Fiches that the seed names, and finds by their name when it writes the rules. */
const NOMMEES = new Set(['typesAction', 'ods', 'etapes']);

describe('les envois automatiques du jeu de démonstration', () => {
  it.each(ENVOIS_AUTOMATIQUES)('$modele à $delai jours lit une action', (envoiAutomatique) => {
    const { modele, ...regle } = envoiAutomatique;
    expect(modalitesOf(modele)).toContain('envoi_automatique');
    const { typeContact, inactif } = MODELES[modele]!;
    expect(inactif).not.toBe(true);
    const criteres = Object.fromEntries(
      Object.entries(regle.criteres).map(([cle, valeurs]) => [
        cle,
        NOMMEES.has(cle) ? (valeurs as string[]).map((_, i) => `fiche-${String(i)}`) : valeurs,
      ])
    );
    envoiAutomatiqueSchema.parse({ ...regle, criteres, typeContact, modeleDocumentId: modele });
  });

  it('sont d’abord ceux du guide, dans son ordre (§6.a, §6.c, §6.d)', () => {
    const [table1, table2, exemple, ...protocole] = ENVOIS_AUTOMATIQUES;
    const resume = [table1, table2, exemple].map((regle) => [regle?.modele, regle?.delai]);
    expect(resume).toEqual([
      ['donnees', -3],
      ['rappelJ1', -1],
      ['avantTroisJours', -3],
    ]);
    expect(protocole.slice(0, 4).map(({ delai }) => delai)).toEqual([2, -2, 1, -1]);
    expect(protocole[0]?.inactif).toBe(true);
  });

  it('couvrent les trois types de contact, la présence et le rendez-vous confirmé', () => {
    const types = ENVOIS_AUTOMATIQUES.map(({ modele }) => MODELES[modele]!.typeContact);
    expect(new Set(types).size).toBe(3);
    const criteres = ENVOIS_AUTOMATIQUES.flatMap(({ criteres: c }) => Object.keys(c));
    expect(criteres).toEqual(
      expect.arrayContaining(['presences', 'confirme', 'modesIntervention'])
    );
  });
});
