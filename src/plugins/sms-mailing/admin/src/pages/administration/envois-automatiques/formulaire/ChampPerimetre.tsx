import { Field, Flex, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ChoixPerimetre } from '../../../../../../core/api/envois-automatiques';
import {
  covers,
  perimetreParmi,
  type Listes,
  type Perimetre,
} from '../../../../../../core/perimetre';
import { CaseGrille } from '../../../../components/CaseGrille';
import { ChoixMultiple } from '../../../../components/ChoixMultiple';
import { wholeOf } from './perimetre';

interface Props {
  perimetre: Perimetre;
  choix: ChoixPerimetre;
  erreur?: string | undefined;
  onPerimetre: (perimetre: Perimetre) => void;
}

const LISTES = [
  ['antenneIds', 'antennes', 'Antennes', 'Aucune'],
  ['equipeIds', 'equipes', 'Équipes', 'Aucune'],
  ['intervenantIds', 'intervenants', 'Référents', 'Aucun'],
] as const;

const AUCUNE: Listes = { antenneIds: [], equipeIds: [], intervenantIds: [] };

/** Decision G18: whose fiches the rule may reach, within what its author sees; each line chosen adds its own. */
export function ChampPerimetre({ perimetre, choix, erreur, onPerimetre }: Props): JSX.Element {
  const entier = wholeOf(choix);
  const partie = !covers(perimetre, entier);
  const listes = LISTES.filter(([, liste]) => choix[liste].length > 0);
  const lus: Listes = perimetre.genre === 'tout' ? AUCUNE : perimetre;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root
        width="100%"
        error={erreur ?? false}
        hint="Ce périmètre reste celui de l’envoi, même si le vôtre change ensuite."
      >
        <Field.Label>Périmètre</Field.Label>
        <SingleSelect
          value={partie ? 'partie' : 'entier'}
          onChange={(valeur: string | number) => {
            onPerimetre(valeur === 'entier' ? entier : perimetreParmi({}));
          }}
        >
          <SingleSelectOption value="entier">
            {choix.tout ? 'Toute l’association' : 'Toutes les fiches que je vois'}
          </SingleSelectOption>
          <SingleSelectOption value="partie">
            Seulement certaines antennes, équipes ou certains référents
          </SingleSelectOption>
        </SingleSelect>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      {partie ? (
        <Grid.Root gap={4}>
          {listes.map(([ids, liste, label, vide]) => (
            <CaseGrille key={ids} colonnes={4} tablette={6}>
              <ChoixMultiple
                label={label}
                vide={vide}
                choix={choix[liste].map(({ id, nom }) => ({ valeur: String(id), libelle: nom }))}
                valeurs={lus[ids].map(String)}
                onChange={(choisis) => {
                  onPerimetre(perimetreParmi({ ...lus, [ids]: choisis.map(Number) }));
                }}
              />
            </CaseGrille>
          ))}
        </Grid.Root>
      ) : null}
    </Flex>
  );
}
