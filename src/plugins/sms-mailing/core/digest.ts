import { formatJour } from './horaire';
import { phraseMotif } from './motif';
import { phraseOddite, type Oddite } from './oddite';
import type { Avis } from './recapitulatif';
import type { Soiree } from './soiree';
import { LIBELLES_MODALITE, LIBELLES_TYPE_CONTACT } from './vocabulaire';

type Annonce = Pick<
  Soiree,
  'soir' | 'phrase' | 'programmes' | 'automatiquesCeSoir' | 'creditsCeSoir' | 'origines' | 'exclus'
>;

const count = (nombre: number, singulier: string, pluriel = `${singulier}s`): string =>
  `${nombre.toLocaleString('fr-FR')} ${nombre >= 2 ? pluriel : singulier}`;

const paragraphe = (titre: string, lignes: string[]): Avis['paragraphes'] =>
  lignes.length === 0 ? [] : [{ titre, lignes }];

/** In the morning, what the evening will send: the figures of « Ce soir », no person named. */
export function composeDigest(soiree: Annonce, oddites: readonly Oddite[]): Avis {
  const { programmes, automatiquesCeSoir, creditsCeSoir, origines, exclus } = soiree;
  const total = programmes + automatiquesCeSoir;
  const sms = creditsCeSoir === 0 ? '' : `, ${count(creditsCeSoir, 'SMS', 'SMS')}`;
  return {
    objet: `Ce soir, ${formatJour(soiree.soir)} : ${count(total, 'message')}${sms}`,
    paragraphes: [
      { titre: `${soiree.phrase} : ${count(total, 'message')}${sms}.`, lignes: [] },
      ...paragraphe('À vérifier avant le départ', oddites.map(phraseOddite)),
      ...paragraphe(
        'Ce qui part',
        origines
          .filter(({ personnes }) => personnes > 0)
          .map(
            ({ modele, modalite, typeContact, personnes }) =>
              `${modele} (${LIBELLES_TYPE_CONTACT[typeContact]}, ${LIBELLES_MODALITE[modalite]}) : ${count(personnes, 'personne')}`
          )
      ),
      ...paragraphe(
        'Ne recevront rien',
        exclus.map(({ motif, nombre }) => `${count(nombre, 'personne')} : ${phraseMotif(motif)}`)
      ),
      {
        titre: 'Pour regarder, retirer ou suspendre : le menu « Ce soir ».',
        lignes: [],
      },
    ],
  };
}
