import { Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { LigneModele } from '../../../../../core/modele';
import { Confirmation } from '../../../components/Confirmation';
import { pluralize } from '../../../components/texte';
import { SortProgrammes } from './SortProgrammes';

interface Props {
  modele: LigneModele;
  /** Why it cannot be deleted, when that is what was asked for. */
  raison: string | null;
  ouverte: boolean;
  /** Null: none was programmed when the page was read. */
  onConfirmer: (annulerProgrammes: boolean | null) => Promise<unknown>;
  onFermer: () => void;
}

/** Guide §5.c « Inactiver un modèle »: says what leans on it, asks what becomes of it. */
export function InactivationModele(props: Props): JSX.Element {
  const { modele, raison, ouverte, onConfirmer, onFermer } = props;
  const { nom, usage } = modele;
  const [annuler, setAnnuler] = useState(true);
  return (
    <Confirmation
      ouverte={ouverte}
      titre="Rendre ce modèle inactif ?"
      confirmer="Rendre inactif"
      onConfirmer={() => onConfirmer(usage.programmes > 0 ? annuler : null)}
      onFermer={onFermer}
    >
      {raison === null ? null : <Typography>{raison}</Typography>}
      {usage.envoisAutomatiques > 0 ? (
        <Typography>
          {pluralize(
            usage.envoisAutomatiques,
            'envoi automatique ne partira plus',
            'envois automatiques ne partiront plus'
          )}{' '}
          tant que « {nom} » sera inactif.
        </Typography>
      ) : null}
      {usage.programmes > 0 ? (
        <>
          <Typography>
            {pluralize(
              usage.programmes,
              'envoi programmé l’utilise. Que faire de ce qui est programmé ?',
              'envois programmés l’utilisent. Que faire de ce qui est programmé ?'
            )}
          </Typography>
          <SortProgrammes annuler={annuler} onAnnuler={setAnnuler} />
        </>
      ) : null}
    </Confirmation>
  );
}
