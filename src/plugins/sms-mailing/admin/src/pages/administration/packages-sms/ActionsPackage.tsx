import { IconButton, Typography } from '@strapi/design-system';
import { BulletList, Pencil, SlidersHorizontal } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { canDeletePackage, type LignePackage } from '../../../../../core/package-sms';
import { useDeletePackageMutation } from '../../../api/packages-sms';
import { Corbeille } from '../../../components/Corbeille';
import { Confirmation } from '../../../components/Confirmation';
import { formatJour } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { JournalPackage } from './JournalPackage';

interface Props {
  lot: LignePackage;
  peutGerer: boolean;
  onModifier: () => void;
  onCorriger: () => void;
}

/** The journal of a package; its changes, and its deletion as long as it has not served. */
export function ActionsPackage(props: Props): JSX.Element {
  const { lot, peutGerer, onModifier, onCorriger } = props;
  const [ouvert, setOuvert] = useState<'journal' | 'suppression' | null>(null);
  const [remove] = useDeletePackageMutation();
  const run = useAction();
  const nom = `le package du ${formatJour(lot.dateAchat)}`;
  const supprimable = canDeletePackage(lot);
  const close = (): void => {
    setOuvert(null);
  };

  return (
    <>
      <IconButton
        label={`Voir ce qu’a débité ${nom}`}
        variant="ghost"
        onClick={() => {
          setOuvert('journal');
        }}
      >
        <BulletList />
      </IconButton>
      {peutGerer ? (
        <>
          <IconButton label={`Modifier ${nom}`} variant="ghost" onClick={onModifier}>
            <Pencil />
          </IconButton>
          <IconButton label={`Corriger le décompte : ${nom}`} variant="ghost" onClick={onCorriger}>
            <SlidersHorizontal />
          </IconButton>
          <Corbeille
            libelle={`Supprimer ${nom}`}
            empeche={supprimable ? null : 'Ce package a déjà servi : il reste dans le décompte'}
            onClick={() => {
              setOuvert('suppression');
            }}
          />
        </>
      ) : null}
      {ouvert === 'journal' ? <JournalPackage lot={lot} onFermer={close} /> : null}
      <Confirmation
        ouverte={ouvert === 'suppression'}
        titre="Supprimer ce package ?"
        confirmer="Supprimer le package"
        danger
        onConfirmer={() => run(remove(lot.documentId), 'Le package est supprimé.')}
        onFermer={close}
      >
        <Typography>Aucun SMS n’a encore été décompté sur {nom}.</Typography>
      </Confirmation>
    </>
  );
}
