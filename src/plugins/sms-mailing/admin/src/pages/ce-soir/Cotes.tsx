import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { phraseMotif } from '../../../../core/motif';
import type { Soiree } from '../../../../core/soiree';
import { Carte } from '../../components/Carte';
import { LienTexte } from '../../components/LienTexte';
import { formatNombre, pluralize } from '../../components/texte';
import { cheminPersonne, lieuDuMotif } from '../../envoi/lieu-du-motif';
import { phraseReste } from './phrases';

/** As many names as fit beside the rest of the page. */
const NOMS = 10;

/** Where it is mended for all of them at once; else each person has their own place. */
function LienMotif({ motif }: { motif: string }): JSX.Element | null {
  const lieu = lieuDuMotif(motif, {
    ...{ typeDestinataire: 'entrepreneur', personne: null, modele: null, action: null },
  });
  return lieu === null ? null : <LienTexte to={lieu.chemin}>{lieu.libelle}</LienTexte>;
}

/** Who will not receive, by reason; the lines of « Ce qui part » open to the persons and to what mends it. */
export function ExclusDuSoir({ exclus }: Pick<Soiree, 'exclus'>): JSX.Element | null {
  const total = exclus.reduce((somme, { nombre }) => somme + nombre, 0);
  if (total === 0) {
    return null;
  }
  return (
    <Carte
      titre={pluralize(total, 'personne ne recevra rien', 'personnes ne recevront rien')}
      aide="« Voir les personnes » dit qui, et mène à ce qui est à corriger."
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {exclus.map(({ motif, nombre }) => (
          <Typography key={motif} tag="li">
            <strong>{formatNombre(nombre)}</strong> : {phraseMotif(motif)}{' '}
            <LienMotif motif={motif} />
          </Typography>
        ))}
      </Flex>
    </Carte>
  );
}

/** What the SMS of the evening cost, and what is left. */
export function CoutSms({ soiree }: { soiree: Soiree }): JSX.Element | null {
  const { creditsCeSoir } = soiree;
  if (creditsCeSoir === 0) {
    return null;
  }
  return (
    <Carte titre={pluralize(creditsCeSoir, 'SMS décompté', 'SMS décomptés')}>
      <Typography>
        {phraseReste(soiree)}{' '}
        <LienTexte to="/contacts-emails-sms/packages-sms">Ouvrir Package SMS</LienTexte>
      </Typography>
    </Carte>
  );
}

/** Who would receive several messages the same evening. */
export function Sollicitees({ sollicitees }: Pick<Soiree, 'sollicitees'>): JSX.Element | null {
  if (sollicitees.length === 0) {
    return null;
  }
  const autres = sollicitees.length - NOMS;
  return (
    <Carte
      titre={pluralize(
        sollicitees.length,
        'personne reçoit plusieurs messages',
        'personnes reçoivent plusieurs messages'
      )}
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {sollicitees.slice(0, NOMS).map(({ typeDestinataire, documentId, nom, messages }) => (
          <Typography key={`${typeDestinataire} ${documentId}`} tag="li">
            <LienTexte to={cheminPersonne(typeDestinataire, documentId)}>{nom}</LienTexte> :{' '}
            {pluralize(messages, 'message')}
          </Typography>
        ))}
        {autres > 0 ? <Typography tag="li">et {pluralize(autres, 'autre')}.</Typography> : null}
      </Flex>
    </Carte>
  );
}
