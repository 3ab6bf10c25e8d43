import { IconButton, Typography } from '@strapi/design-system';
import { Duplicate, Eye, EyeStriked } from '@strapi/icons';
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
import { Corbeille } from '../../../components/Corbeille';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import { InactivationModele } from './InactivationModele';
import { Reveil } from './Reveil';

interface Props {
  modele: LigneModele;
  droits: Partial<Record<Permission, boolean>>;
}

type Question = 'supprimer' | 'inactiver' | 'activer' | null;

/** Guide §5.c: duplicate, make inactive, delete when nothing leans on the modèle; else say why not. */
export function ActionsModele({ modele, droits }: Props): JSX.Element {
  const [question, setQuestion] = useState<Question>(null);
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

  function setInactif(valeur: boolean, annulerProgrammes: boolean | null = null): Promise<unknown> {
    return run(inactivate({ documentId, inactif: valeur, annulerProgrammes }), ({ annules }) =>
      annules > 0
        ? `« ${nom} » est inactif, ${pluralize(annules, 'envoi programmé annulé', 'envois programmés annulés')}.`
        : `« ${nom} » est ${valeur ? 'inactif' : 'actif'}.`
    );
  }

  function askInactif(): void {
    if (!inactif && usage.programmes + usage.envoisAutomatiques > 0) {
      setQuestion('inactiver');
    } else if (inactif && usage.envoisAutomatiques > 0) {
      setQuestion('activer');
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
        <Corbeille
          libelle={`Supprimer « ${nom} »`}
          empeche={raison}
          onClick={() => {
            setQuestion('supprimer');
          }}
          onEmpeche={
            inactif
              ? null
              : () => {
                  setQuestion('inactiver');
                }
          }
        />
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
        ouverte={question === 'activer'}
        titre="Rendre ce modèle actif ?"
        confirmer="Rendre actif"
        annuler="Ne rien changer"
        onConfirmer={() => setInactif(false)}
        onFermer={() => {
          setQuestion(null);
        }}
      >
        <Reveil nombre={usage.envoisAutomatiques} />
      </Confirmation>
      <InactivationModele
        modele={modele}
        raison={raison}
        ouverte={question === 'inactiver'}
        onConfirmer={(annuler) => setInactif(true, annuler)}
        onFermer={() => {
          setQuestion(null);
        }}
      />
    </>
  );
}
