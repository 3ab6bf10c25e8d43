import {
  Button,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { Comptes, LigneCompte } from '../../../../../core/api/profils';
import { useSaveRattachementMutation } from '../../../api/profils';
import { Fenetre } from '../../../components/Fenetre';
import { useAction } from '../../../components/useAction';

interface ChoixProps {
  libelle: string;
  connus: Comptes['antennes'];
  ids: readonly number[];
  onIds: (ids: number[]) => void;
}

function Choix({ libelle, connus, ids, onIds }: ChoixProps): JSX.Element {
  const noms = new Map(connus.map(({ id, nom }) => [String(id), nom]));
  return (
    <Field.Root width="100%">
      <Field.Label>{libelle}</Field.Label>
      <MultiSelect
        placeholder="Aucune"
        value={ids.map(String)}
        clearLabel={`Vider ${libelle}`}
        customizeContent={(choisies = []) =>
          choisies.map((id) => noms.get(id) ?? '(supprimée)').join(', ')
        }
        onChange={(choisies: string[]) => {
          onIds(choisies.map(Number));
        }}
        onClear={() => {
          onIds([]);
        }}
      >
        {connus.map(({ id, nom }) => (
          <MultiSelectOption key={id} value={String(id)}>
            {nom}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
}

interface Props {
  compte: LigneCompte;
  lieux: Comptes;
  onFermer: () => void;
}

/** The antennes and équipes of who is no intervenant, or works for others than theirs as well. */
export function Rattachement({ compte, lieux, onFermer }: Props): JSX.Element {
  const [antenneIds, setAntennes] = useState(compte.antenneIds);
  const [equipeIds, setEquipes] = useState(compte.equipeIds);
  const [save, { isLoading }] = useSaveRattachementMutation();
  const run = useAction();

  async function submit(): Promise<void> {
    const saisie = { antenneIds, equipeIds };
    const fait = run(
      save({ id: compte.id, saisie }),
      `${compte.nom} : le rattachement est enregistré.`
    );
    await fait;
    onFermer();
  }

  return (
    <Fenetre
      titre={`Rattacher ${compte.nom}`}
      fermer="Annuler"
      onFermer={onFermer}
      action={
        <Button loading={isLoading} onClick={() => void submit()}>
          Enregistrer
        </Button>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">
          {compte.intervenant === null
            ? 'Aucune fiche Intervenant ne porte ce compte : il ne voit que ce que vous choisissez ici.'
            : `S’ajoutent à sa fiche Intervenant : ${compte.intervenant}.`}
        </Typography>
        <Choix libelle="Antennes" connus={lieux.antennes} ids={antenneIds} onIds={setAntennes} />
        <Choix libelle="Équipes" connus={lieux.equipes} ids={equipeIds} onIds={setEquipes} />
      </Flex>
    </Fenetre>
  );
}
