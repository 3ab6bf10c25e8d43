import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { phraseMotif } from '../../../core/motif';
import type { LigneSoiree, Soiree } from '../../../core/soiree';
import { LIBELLES_MODALITE } from '../../../core/vocabulaire';
import { formatNombre, pluralize } from '../components/texte';

/** The block of the home page is small: the largest first, the rest is counted. */
const VISIBLES = 4;

function Ligne({ ligne }: { ligne: LigneSoiree }): JSX.Element {
  const { modele, modalite, personnes, credits } = ligne;
  return (
    <Flex tag="li" justifyContent="space-between" gap={4}>
      <Typography ellipsis>
        {modele}{' '}
        <Typography variant="pi" textColor="neutral600">
          {LIBELLES_MODALITE[modalite]}
          {credits > 0 ? `, ${pluralize(credits, 'SMS', 'SMS')}` : ''}
        </Typography>
      </Typography>
      <Box shrink={0}>
        <Typography fontWeight="semiBold">{pluralize(personnes, 'personne')}</Typography>
      </Box>
    </Flex>
  );
}

function Exclus({ exclus }: Pick<Soiree, 'exclus'>): JSX.Element | null {
  const total = exclus.reduce((somme, { nombre }) => somme + nombre, 0);
  if (total === 0) {
    return null;
  }
  return (
    <details>
      <summary>
        <Typography textColor="neutral600">
          {pluralize(total, 'personne ne recevra rien', 'personnes ne recevront rien')} : pourquoi ?
        </Typography>
      </summary>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={2}>
        {exclus.map(({ motif, nombre }) => (
          <Typography key={motif} tag="li" variant="pi">
            {formatNombre(nombre)} : {phraseMotif(motif)}
          </Typography>
        ))}
      </Flex>
    </details>
  );
}

/** Tonight by modèle; who is left out, and why. */
export function DetailSoiree({ lignes, exclus }: Pick<Soiree, 'lignes' | 'exclus'>): JSX.Element {
  const autres = lignes.length - VISIBLES;
  return (
    <>
      {lignes.length === 0 ? null : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
          {lignes.slice(0, VISIBLES).map((ligne) => (
            <Ligne key={`${ligne.modeleDocumentId} ${ligne.modalite}`} ligne={ligne} />
          ))}
          {autres > 0 ? (
            <Typography tag="li" variant="pi" textColor="neutral600">
              et {pluralize(autres, 'autre modèle', 'autres modèles')}.
            </Typography>
          ) : null}
        </Flex>
      )}
      <Exclus exclus={exclus} />
    </>
  );
}
