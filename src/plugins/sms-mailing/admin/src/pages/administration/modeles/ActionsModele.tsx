import { Checkbox, IconButton, Typography } from '@strapi/design-system';
import { Duplicate, Eye, EyeStriked, Trash } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import { raisonSuppressionImpossible, type LigneModele } from '../../../../../core/modele';
import type { Permission } from '../../../../../core/permissions';
import {
  useDeleteModeleMutation,
  useDuplicateModeleMutation,
  useInactivateModeleMutation,
} from '../../../api/modeles';
import { Confirmation } from '../../../components/Confirmation';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';

interface Props {
  modele: LigneModele;
  droits: Partial<Record<Permission, boolean>>;
}

type Question = 'supprimer' | 'inactiver' | null;

/** Guide §5.c: duplicate, make inactive, delete when nothing leans on the modèle; else say why not. */
export function ActionsModele({ modele, droits }: Props): JSX.Element {
  const [question, setQuestion] = useState<Question>(null);
  const [annuler, setAnnuler] = useState(true);
  const [duplicate] = useDuplicateModeleMutation();
  const [inactivate] = useInactivateModeleMutation();
  const [remove] = useDeleteModeleMutation();
  const run = useAction();
  const navigate = useNavigate();
  const { documentId, nom, inactif, usage } = modele;
  const raison = raisonSuppressionImpossible(usage);

  async function copy(): Promise<void> {
    const copie = await run(
      duplicate(documentId),
      `« ${nom} » est dupliqué, la copie est inactive.`
    );
    if (copie !== null) {
      navigate(copie.documentId);
    }
  }

  function setInactif(valeur: boolean): Promise<unknown> {
    const demande = { documentId, inactif: valeur, annulerProgrammes: valeur && annuler };
    return run(inactivate(demande), ({ annules }) =>
      annules > 0
        ? `« ${nom} » est inactif, ${pluralize(annules, 'envoi programmé', 'envois programmés')} annulés.`
        : `« ${nom} » est ${valeur ? 'inactif' : 'actif'}.`
    );
  }

  function askInactif(): void {
    if (!inactif && usage.programmes + usage.envoisAutomatiques > 0) {
      setQuestion('inactiver');
    } else {
      void setInactif(!inactif);
    }
  }

  return (
    <>
      {droits['modeles.creer-modele'] === true ? (
        <>
          <IconButton label={`Dupliquer « ${nom} »`} variant="ghost" onClick={() => void copy()}>
            <Duplicate />
          </IconButton>
          <IconButton
            label={inactif ? `Rendre « ${nom} » actif` : `Rendre « ${nom} » inactif`}
            variant="ghost"
            onClick={askInactif}
          >
            {inactif ? <Eye /> : <EyeStriked />}
          </IconButton>
        </>
      ) : null}
      {droits['modeles.supprimer-modele'] === true ? (
        <IconButton
          label={raison ?? `Supprimer « ${nom} »`}
          variant="ghost"
          aria-disabled={raison !== null}
          onClick={() => {
            setQuestion(raison === null ? 'supprimer' : inactif ? null : 'inactiver');
          }}
        >
          <Trash fill={raison === null ? 'danger600' : 'neutral300'} />
        </IconButton>
      ) : null}
      <Confirmation
        ouverte={question === 'supprimer'}
        titre="Supprimer ce modèle ?"
        confirmer="Supprimer le modèle"
        danger
        onConfirmer={() => run(remove(documentId), `« ${nom} » est supprimé.`)}
        onFermer={() => {
          setQuestion(null);
        }}
      >
        <Typography>« {nom} » n’a jamais servi : il sera supprimé définitivement.</Typography>
      </Confirmation>
      <Confirmation
        ouverte={question === 'inactiver'}
        titre="Rendre ce modèle inactif ?"
        confirmer="Rendre inactif"
        onConfirmer={() => setInactif(true)}
        onFermer={() => {
          setQuestion(null);
        }}
      >
        {raison === null ? null : <Typography>{raison}</Typography>}
        {usage.envoisAutomatiques > 0 ? (
          <Typography>
            {pluralize(usage.envoisAutomatiques, 'envoi automatique', 'envois automatiques')} ne
            partira plus tant que « {nom} » sera inactif.
          </Typography>
        ) : null}
        {usage.programmes > 0 ? (
          <Checkbox
            checked={annuler}
            onCheckedChange={(coche: boolean | 'indeterminate') => {
              setAnnuler(coche === true);
            }}
          >
            Annuler aussi {pluralize(usage.programmes, 'envoi programmé', 'envois programmés')} avec
            ce modèle
          </Checkbox>
        ) : null}
      </Confirmation>
    </>
  );
}
