import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { describeGeste, findRefus, type LigneAccord } from '../../../../core/accord';
import { phraseDefaut, type RetourDit } from '../../../../core/api/adresses';
import type { EnJson } from '../../../../core/api/en-json';
import type { Destinations } from '../../../../core/api/fiches';
import type { OppositionDite } from '../../../../core/api/oppositions';
import type { OppositionsDites } from '../../../../core/api/repertoire';
import { formatNumero } from '../../../../core/affiche-numero';
import { phraseMotif, type MotifExclusion } from '../../../../core/motif';
import { LIBELLES_TYPE_CONTACT, type TypeContact } from '../../../../core/vocabulaire';
import { formatDate, formatInstant } from '../../components/texte';
import { phraseOpposee } from '../../oppositions/phrases';

interface Props {
  destinations: Destinations;
  /** In a table: only what cannot. */
  court?: boolean;
  /** Every tick of her boxes, when they are known: who refused, and when. */
  accords?: readonly EnJson<LigneAccord>[];
  /** Of an address that came back: which server said so, and when. */
  retour?: RetourDit | null;
  /** Of what an opposition stops: since when, and how it was said. */
  oppositions?: OppositionsDites;
}

const TYPES: readonly TypeContact[] = ['email', 'newsletter', 'sms'];
const TRANSPORTS: readonly TypeContact[] = ['email', 'sms'];

const mot = (type: TypeContact): string =>
  type === 'sms' ? 'SMS' : LIBELLES_TYPE_CONTACT[type].toLowerCase();

/** « Décoché par Julie Martin sur la fiche complète, le 03/03/2022. » */
function phraseRefus(motif: MotifExclusion, accords: readonly EnJson<LigneAccord>[]): string {
  const refus = findRefus(motif, accords);
  if (refus === null) {
    return '';
  }
  const geste = describeGeste(refus);
  return ` ${geste.charAt(0).toUpperCase()}${geste.slice(1)}, le ${formatInstant(refus.survenuLe)}.`;
}

/** « Refusée par mx.orange.fr le 03/03/2022 : boîte inexistante. » */
function phraseRetour(motif: MotifExclusion, retour: RetourDit | null): string {
  const dit = motif === 'adresse_refusee' && retour !== null;
  return dit ? ` ${phraseDefaut({ defaut: 'revenue', retour }, formatDate)}` : '';
}

/** « Elle s’est opposée le 12 mars 2026 par le lien de désinscription. » */
const phraseOpposition = (dite: OppositionDite | undefined): string =>
  dite === undefined ? '' : ` Elle ${phraseOpposee(dite)}.`;

/** « peut recevoir : e-mail oui, SMS non parce que… », for a message of suivi. */
export function PeutRecevoir({
  destinations,
  court = false,
  accords = [],
  retour = null,
  oppositions = {},
}: Props): JSX.Element | null {
  if (court) {
    const manques = TRANSPORTS.filter((type) => destinations[type].motif !== null).map(mot);
    return manques.length === 0 ? null : (
      <Typography tag="p" variant="pi" textColor="neutral600">
        sans {manques.join(' ni ')}
      </Typography>
    );
  }
  return (
    <ul>
      {TYPES.map((type) => {
        const { adresse, motif } = destinations[type];
        return (
          <li key={type}>
            <Typography>
              {LIBELLES_TYPE_CONTACT[type]} :{' '}
              {motif === null
                ? `oui, à ${formatNumero(adresse ?? '')}`
                : `non. ${phraseMotif(motif)}${phraseRefus(motif, accords)}${phraseRetour(motif, retour)}${phraseOpposition(oppositions[type])}`}
            </Typography>
          </li>
        );
      })}
    </ul>
  );
}
