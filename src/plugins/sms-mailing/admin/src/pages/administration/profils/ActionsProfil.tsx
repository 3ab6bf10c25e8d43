import { IconButton, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import type { LigneProfil } from '../../../../../core/api/profils';
import { useCreateProfilMutation, useDeleteProfilMutation } from '../../../api/profils';
import { Corbeille } from '../../../components/Corbeille';
import { ChampTexte } from '../../../components/ChampTexte';
import { Confirmation } from '../../../components/Confirmation';
import { useAction } from '../../../components/useAction';
import { CHEMIN } from './LienProfils';

/** Why a profil stays; null when it may go. */
function raisonGarde({ origine, utilisateurs, nom }: LigneProfil): string | null {
  if (origine) {
    return `« ${nom} » est l’un des trois profils du guide : il reste`;
  }
  return utilisateurs > 0
    ? `« ${nom} » est utilisé : donnez un autre profil à ses utilisateurs`
    : null;
}

/** A copy to change, under a name of its own; the deletion of what nobody has. */
export function ActionsProfil({ profil }: { profil: LigneProfil }): JSX.Element {
  const [ouvert, setOuvert] = useState<'copie' | 'suppression' | null>(null);
  const [nom, setNom] = useState(`Copie de ${profil.nom}`.slice(0, 60));
  const [create] = useCreateProfilMutation();
  const [remove] = useDeleteProfilMutation();
  const navigate = useNavigate();
  const run = useAction();
  const garde = raisonGarde(profil);
  const close = (): void => {
    setOuvert(null);
  };

  async function copy(): Promise<void> {
    const cree = await run(
      create({ nom: nom.trim(), modele: profil.id }),
      'Le profil est copié : changez ce qu’il permet.'
    );
    if (cree !== null) {
      navigate(`${CHEMIN}/${String(cree.id)}`);
    }
  }

  return (
    <>
      <IconButton
        label={`Dupliquer « ${profil.nom} »`}
        variant="ghost"
        onClick={() => {
          setOuvert('copie');
        }}
      >
        <Duplicate />
      </IconButton>
      <Corbeille
        libelle={`Supprimer « ${profil.nom} »`}
        empeche={garde}
        onClick={() => {
          setOuvert('suppression');
        }}
      />
      <Confirmation
        ouverte={ouvert === 'copie'}
        titre={`Dupliquer « ${profil.nom} »`}
        confirmer="Créer la copie"
        onConfirmer={copy}
        onFermer={close}
      >
        <ChampTexte
          nom="nom"
          libelle="Nom du nouveau profil"
          valeur={nom}
          requis
          onValeur={setNom}
        />
      </Confirmation>
      <Confirmation
        ouverte={ouvert === 'suppression'}
        titre="Supprimer ce profil ?"
        confirmer="Supprimer le profil"
        danger
        onConfirmer={() => run(remove(profil.id), 'Le profil est supprimé.')}
        onFermer={close}
      >
        <Typography>Aucun utilisateur n’a le profil « {profil.nom} ».</Typography>
      </Confirmation>
    </>
  );
}
