import { Flex } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Apercu } from '../../../core/api/modeles';
import { findEntree } from '../../../core/catalogue-signets';
import { POIDS_AFFICHE_MAX } from '../../../core/modele';
import { phraseMotif } from '../../../core/motif';
import { Bandeau } from '../components/Bandeau';
import { formatTaille, pluralize } from '../components/texte';
import { describeSignet } from '../redaction/describe-signet';

interface Props {
  apercu: Apercu;
}

/** Why this person would receive nothing, and what would be left blank (decisions A6, F2). */
export function Avertissements({ apercu }: Props): JSX.Element {
  // A signet vide is told with its name, and what to do.
  const motif = apercu.motif === 'signet_vide' ? null : apercu.motif;
  // One that does not exist is said under the text.
  const vides = apercu.vides.map(describeSignet).filter(({ entree }) => entree !== null);
  const obligatoire = vides.some(({ signet }) => findEntree(signet.chemin)?.obligatoire === true);
  const noms = vides.map(({ libelle }) => `«\u00a0${libelle}\u00a0»`).join(', ');
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="status">
      {motif === null ? null : (
        <Bandeau danger>
          <strong>{apercu.destinataire} ne recevrait pas ce message.</strong> {phraseMotif(motif)}
        </Bandeau>
      )}
      {apercu.poids <= POIDS_AFFICHE_MAX ? null : (
        <Bandeau danger={false}>
          <strong>Ce message pèse {formatTaille(apercu.poids)} sans ses fichiers.</strong> Au-delà
          de 102 ko, Gmail en cache la fin, le lien de désinscription d’abord : raccourcissez-le.
        </Bandeau>
      )}
      {vides.length === 0 ? null : (
        <Bandeau danger={obligatoire}>
          <strong>{pluralize(vides.length, 'signet vide', 'signets vides')}</strong> pour{' '}
          {apercu.destinataire} : {noms}.{' '}
          {obligatoire
            ? 'Un signet obligatoire est vide, ou n’ouvre rien là où il sert de lien : cette personne ne recevrait rien. Complétez sa fiche, ou donnez un texte de repli au signet.'
            : 'Rien ne s’écrit à cet endroit. Un texte de repli peut le remplacer : cliquez sur le signet.'}
        </Bandeau>
      )}
    </Flex>
  );
}
