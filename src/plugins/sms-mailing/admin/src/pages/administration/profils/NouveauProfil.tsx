import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCreateProfilMutation } from '../../../api/profils';
import { Carte } from '../../../components/Carte';
import { ChampTexte } from '../../../components/ChampTexte';
import { useAction } from '../../../components/useAction';
import { CHEMIN } from './LienProfils';

/** Guide §4 « Pour créer un nouveau profil, entrer son nom… + Créer ». */
export function NouveauProfil(): JSX.Element {
  const [nom, setNom] = useState('');
  const [create, { isLoading }] = useCreateProfilMutation();
  const navigate = useNavigate();
  const run = useAction();

  async function submit(): Promise<void> {
    const cree = await run(
      create({ nom: nom.trim(), modele: null }),
      'Le profil est créé, sans aucun droit : cochez ce qu’il permet.'
    );
    if (cree !== null) {
      navigate(`${CHEMIN}/${String(cree.id)}`);
    }
  }

  return (
    <Carte titre="Nouveau profil">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Flex gap={3} alignItems="flex-end">
          <Flex direction="column" alignItems="stretch" flex="1">
            <ChampTexte
              nom="nom"
              libelle="Nom du profil"
              valeur={nom}
              indice="Pour créer un nouveau profil, entrer son nom…"
              onValeur={setNom}
            />
          </Flex>
          <Button
            type="submit"
            size="L"
            startIcon={<Plus />}
            loading={isLoading}
            disabled={nom.trim() === ''}
          >
            Créer
          </Button>
        </Flex>
      </form>
    </Carte>
  );
}
