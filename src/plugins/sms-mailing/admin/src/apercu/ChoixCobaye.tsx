import { Combobox, ComboboxOption, Field, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { LigneCobaye } from '../../../core/api/modeles';
import type { Declencheur, TypeDestinataire } from '../../../core/vocabulaire';
import { useSearchCobayesQuery } from '../api/apercu';
import { useDiffere } from '../components/useDiffere';
import { cleOf, describeCobaye, nameCobaye, nameCobayes } from './libelle-cobaye';

interface Props {
  declencheur: Declencheur;
  typeDestinataire: TypeDestinataire;
  choisi: LigneCobaye | null;
  /** Cancelled participations too: one does not write to them, one asks why not. */
  annulees?: boolean;
  /** What is being chosen; by default, on whom a message is shown. */
  textes?: { libelle: string; indice: string; exemple: string; effacer: string };
  onChoisir: (ligne: LigneCobaye | null) => void;
}

function textesApercu(declencheur: Declencheur): NonNullable<Props['textes']> {
  return {
    libelle: 'Montrer le message pour',
    indice:
      declencheur === 'action'
        ? 'Un participant d’une action réelle : ses informations remplacent les signets.'
        : 'Une personne réelle : ses informations remplacent les signets.',
    exemple: 'Jack PALMER, l’exemple du guide',
    effacer: 'Revenir à l’exemple',
  };
}

const DELAI_MS = 250;

/** Whom one has chosen, and for which action. */
function describeChoix(choisi: LigneCobaye | null, indice: string): string {
  return choisi === null ? indice : describeCobaye(choisi);
}

/** What was chosen stands first, found or not by what is typed since. */
function withChoisi(trouvees: LigneCobaye[], choisi: LigneCobaye | null): LigneCobaye[] {
  return choisi === null
    ? trouvees
    : [choisi, ...trouvees.filter((ligne) => cleOf(ligne) !== cleOf(choisi))];
}

/**
 * What is typed, for as long as one chooses among the same. Emptied, rather than made again with its list: that
 * of the design system takes the focus of the page when it goes.
 */
function useTexte(depart: string, question: string): [string, (texte: string) => void] {
  const [texte, setTexte] = useState(depart);
  const [posee, setPosee] = useState(question);
  if (posee !== question) {
    setPosee(question);
    setTexte(depart);
  }
  return [texte, setTexte];
}

/** A real person, or a real participation for a message that reads an action. */
export function ChoixCobaye(props: Props): JSX.Element {
  const { declencheur, typeDestinataire, choisi, annulees = false, onChoisir } = props;
  const textes = props.textes ?? textesApercu(declencheur);
  const retenu = choisi === null ? '' : nameCobaye(choisi);
  const [texte, setTexte] = useTexte(retenu, `${declencheur} ${typeDestinataire}`);
  const isRetenu = retenu !== '' && texte.startsWith(retenu);
  const recherche = useDiffere(isRetenu ? '' : texte.trim(), DELAI_MS);
  const { data = [], isFetching } = useSearchCobayesQuery({
    declencheur,
    typeDestinataire,
    recherche,
    ...(annulees ? { annulees: 'true' } : {}),
  });
  const lignes = nameCobayes(withChoisi(data, choisi));

  return (
    <Field.Root name="cobaye" hint={describeChoix(choisi, textes.indice)}>
      <Field.Label>{textes.libelle}</Field.Label>
      <Combobox
        autocomplete="none"
        placeholder={textes.exemple}
        value={choisi === null ? '' : cleOf(choisi)}
        textValue={texte}
        loading={isFetching}
        loadingMessage="Recherche…"
        noOptionsMessage={() => 'Personne de ce nom.'}
        clearLabel={textes.effacer}
        onTextValueChange={setTexte}
        onChange={(cle?: string) => {
          const choix = lignes.find(({ ligne }) => cleOf(ligne) === cle);
          onChoisir(choix?.ligne ?? null);
          setTexte(choix?.libelle ?? '');
        }}
        onClear={() => {
          onChoisir(null);
          setTexte('');
        }}
      >
        {lignes.map(({ ligne, libelle }) => (
          <ComboboxOption key={cleOf(ligne)} value={cleOf(ligne)} textValue={libelle}>
            <Flex direction="column" alignItems="flex-start">
              <Typography>{ligne.nom}</Typography>
              <Typography variant="pi" textColor="neutral600">
                {describeCobaye(ligne)}
              </Typography>
            </Flex>
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
    </Field.Root>
  );
}
