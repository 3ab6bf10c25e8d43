import { Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { LigneModele } from '../../../../../core/modele';
import { Confirmation } from '../../../components/Confirmation';
import { pluralize } from '../../../components/texte';
import { nameSort, SortProgrammes, type Sort } from './SortProgrammes';

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
  const [sort, setSort] = useState<Sort>(null);
  const aTrier = usage.programmes > 0;
  return (
    <Confirmation
      ouverte={ouverte}
      titre="Rendre ce modèle inactif ?"
      confirmer={nameSort(sort, usage.programmes)}
      annuler="Ne rien changer"
      danger={sort === 'annuler'}
      prete={!aTrier || sort !== null}
      onConfirmer={() => onConfirmer(aTrier ? sort === 'annuler' : null)}
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
      {aTrier ? (
        <>
          <Typography>
            {pluralize(
              usage.programmes,
              'envoi programmé l’utilise. Que faire de ce qui est programmé ?',
              'envois programmés l’utilisent. Que faire de ce qui est programmé ?'
            )}
          </Typography>
          <SortProgrammes sort={sort} onSort={setSort} />
        </>
      ) : null}
    </Confirmation>
  );
}
