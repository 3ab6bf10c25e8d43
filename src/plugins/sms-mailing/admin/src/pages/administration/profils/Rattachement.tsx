import {
  Button,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { Comptes, LigneCompte } from '../../../../../core/api/profils';
import { useSaveRattachementMutation } from '../../../api/profils';
import { Periode } from '../../../components/Periode';
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

interface SaisieRemplacement {
  par: number | null;
  du: string;
  au: string;
}

/** Decision G17: « Remplacée par … du … au … ». */
function ChampsRemplacement(props: {
  saisie: SaisieRemplacement;
  comptes: readonly LigneCompte[];
  onSaisie: (saisie: SaisieRemplacement) => void;
}): JSX.Element {
  const { saisie, comptes, onSaisie } = props;
  return (
    <>
      <Field.Root
        width="100%"
        hint="Du premier au dernier jour, le compte choisi voit aussi ces fiches et reçoit les avis à sa place."
      >
        <Field.Label>Remplacé(e) par</Field.Label>
        <SingleSelect
          placeholder="Personne"
          value={saisie.par === null ? '' : String(saisie.par)}
          clearLabel="Ne plus remplacer"
          onClear={() => {
            onSaisie({ ...saisie, par: null });
          }}
          onChange={(id: string | number) => {
            onSaisie({ ...saisie, par: Number(id) });
          }}
        >
          {comptes.map(({ id, nom, email }) => (
            <SingleSelectOption key={id} value={String(id)}>
              {`${nom} (${email})`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      {saisie.par === null ? null : (
        <Flex gap={4} alignItems="flex-start">
          <Periode
            du={saisie.du}
            au={saisie.au}
            requis
            onPeriode={(changement) => {
              onSaisie({ ...saisie, ...changement });
            }}
          />
        </Flex>
      )}
    </>
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
  const avant = compte.remplacement ?? { par: null, du: '', au: '' };
  const [remplacement, setRemplacement] = useState<SaisieRemplacement>(avant);
  const [save, { isLoading }] = useSaveRattachementMutation();
  const run = useAction();

  async function submit(): Promise<void> {
    const { par, du, au } = remplacement;
    const saisie = {
      ...{ antenneIds, equipeIds },
      remplacement: par === null ? null : { par, du, au },
    };
    const fait = await run(
      save({ id: compte.id, saisie }),
      `${compte.nom} : le rattachement est enregistré.`
    );
    if (fait !== null) {
      onFermer();
    }
  }

  return (
    <Fenetre
      titre={`Rattachement et remplacement de ${compte.nom}`}
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
        <ChampsRemplacement
          saisie={remplacement}
          comptes={lieux.comptes.filter(({ id, actif }) => actif && id !== compte.id)}
          onSaisie={setRemplacement}
        />
      </Flex>
    </Fenetre>
  );
}
