import { Combobox, ComboboxOption, Field, Flex, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useRef, useState, type JSX } from 'react';
import type { RelationFiltre } from '../../../../../core/filtres-campagne';
import { useSearchFichesNommeesQuery } from '../../../api/campagnes';
import { useDiffere } from '../../../components/useDiffere';
import type { Noms } from './noms';

interface Props {
  libelle: string;
  relation: RelationFiltre;
  ids: readonly string[];
  /** Names of what is chosen, by documentId. */
  noms: Noms;
  onIds: (ids: string[], nommes: Noms) => void;
}

const DELAI_MS = 250;

/** Guide §7.b « choix multiple possible »: fiches found by their name, each removable. */
export function ChampRelation({ libelle, relation, ids, noms, onIds }: Props): JSX.Element {
  const [texte, setTexte] = useState('');
  // The list writes in its box the name of what is chosen, which already stands below.
  const choisi = useRef<string | null>(null);
  // Several may be chosen: the list stays open after each, where that of one value closes.
  const [ouverte, setOuverte] = useState(false);
  const vientDeChoisir = useRef(false);
  const recherche = useDiffere(texte.trim(), DELAI_MS);
  const { data, isFetching } = useSearchFichesNommeesQuery({ relation, recherche });
  const offertes = (data?.lignes ?? []).filter(({ documentId }) => !ids.includes(documentId));
  return (
    <Field.Root
      name={relation}
      hint={data?.reste === true ? 'Il y en a d’autres : tapez quelques lettres.' : undefined}
    >
      <Field.Label>{libelle}</Field.Label>
      <Combobox
        autocomplete="none"
        placeholder={ids.length === 0 ? 'Choix multiple possible' : 'Ajouter'}
        value=""
        open={ouverte}
        textValue={texte}
        loading={isFetching}
        loadingMessage="Recherche…"
        noOptionsMessage={() => 'Rien de ce nom.'}
        clearLabel={`Effacer ce qui est tapé : ${libelle}`}
        onOpenChange={(ouvrir) => {
          setOuverte(ouvrir || vientDeChoisir.current);
          vientDeChoisir.current = false;
        }}
        onTextValueChange={(tape) => {
          setTexte(tape === choisi.current ? '' : tape);
          choisi.current = null;
        }}
        onClear={() => {
          setTexte('');
        }}
        onChange={(documentId?: string) => {
          const choisie = offertes.find((ligne) => ligne.documentId === documentId);
          if (choisie !== undefined) {
            choisi.current = choisie.nom;
            vientDeChoisir.current = true;
            onIds([...ids, choisie.documentId], { [choisie.documentId]: choisie.nom });
          }
          setTexte('');
        }}
      >
        {offertes.map(({ documentId, nom, precision }) => (
          <ComboboxOption key={documentId} value={documentId} textValue={nom}>
            <Flex direction="column" alignItems="flex-start">
              <Typography>{nom}</Typography>
              {precision === null ? null : (
                <Typography variant="pi" textColor="neutral600">
                  {precision}
                </Typography>
              )}
            </Flex>
          </ComboboxOption>
        ))}
      </Combobox>
      {ids.length === 0 ? null : (
        <Flex gap={1} wrap="wrap" paddingTop={1}>
          {ids.map((documentId) => {
            const nom = noms[documentId] ?? '(supprimé)';
            return (
              <Tag
                key={documentId}
                icon={<Cross aria-hidden />}
                label={`Retirer ${nom} de ${libelle}`}
                onClick={() => {
                  onIds(
                    ids.filter((autre) => autre !== documentId),
                    {}
                  );
                }}
              >
                {nom}
              </Tag>
            );
          })}
        </Flex>
      )}
      <Field.Hint />
    </Field.Root>
  );
}
