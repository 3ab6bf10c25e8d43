import { Combobox, ComboboxOption, Field, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { LigneCobaye } from '../../../core/api/modeles';
import { formatDatePhp } from '../../../core/date-php';
import type { Declencheur, TypeDestinataire } from '../../../core/vocabulaire';
import { useSearchCobayesQuery } from '../api/apercu';
import { useDiffere } from '../components/useDiffere';

interface Props {
  declencheur: Declencheur;
  typeDestinataire: TypeDestinataire;
  choisi: LigneCobaye | null;
  onChoisir: (ligne: LigneCobaye | null) => void;
}

const DELAI_MS = 250;

function cleOf({ cobaye }: LigneCobaye): string {
  return `${cobaye.documentId ?? ''} ${cobaye.actionDocumentId ?? ''}`;
}

/** « Atelier coaching, le 5 mars 2022 à 09:30 », or the antenne. */
function describe({ action, precision, ficheTest }: LigneCobaye): string {
  if (ficheTest) {
    return 'fiche test';
  }
  if (action === null) {
    return precision;
  }
  const quand = action.heureDebut === null ? action.date : `${action.date}T${action.heureDebut}`;
  return `${action.objet}, le ${formatDatePhp('j F Y à H:i', quand, 'Europe/Paris')}`;
}

/** A real person, or a real participation for a message that reads an action. */
export function ChoixCobaye(props: Props): JSX.Element {
  const { declencheur, typeDestinataire, choisi, onChoisir } = props;
  const [texte, setTexte] = useState(choisi?.nom ?? '');
  const recherche = useDiffere(texte === choisi?.nom ? '' : texte.trim(), DELAI_MS);
  const { data = [], isFetching } = useSearchCobayesQuery({
    declencheur,
    typeDestinataire,
    recherche,
  });
  const lignes =
    choisi === null || data.some((ligne) => cleOf(ligne) === cleOf(choisi))
      ? data
      : [choisi, ...data];

  return (
    <Field.Root
      name="cobaye"
      hint={
        declencheur === 'action'
          ? 'Un participant d’une action réelle : ses informations remplacent les signets.'
          : 'Une personne réelle : ses informations remplacent les signets.'
      }
    >
      <Field.Label>Montrer le message pour</Field.Label>
      <Combobox
        autocomplete="none"
        placeholder="Jack PALMER, l’exemple du guide"
        value={choisi === null ? '' : cleOf(choisi)}
        textValue={texte}
        loading={isFetching}
        loadingMessage="Recherche…"
        noOptionsMessage={() => 'Personne de ce nom.'}
        clearLabel="Revenir à l’exemple"
        onTextValueChange={setTexte}
        onChange={(cle?: string) => {
          const ligne = lignes.find((candidate) => cleOf(candidate) === cle) ?? null;
          onChoisir(ligne);
          setTexte(ligne?.nom ?? '');
        }}
        onClear={() => {
          onChoisir(null);
          setTexte('');
        }}
      >
        {lignes.map((ligne) => (
          <ComboboxOption key={cleOf(ligne)} value={cleOf(ligne)} textValue={ligne.nom}>
            <Flex direction="column" alignItems="flex-start">
              <Typography>{ligne.nom}</Typography>
              <Typography variant="pi" textColor="neutral600">
                {describe(ligne)}
              </Typography>
            </Flex>
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
    </Field.Root>
  );
}
