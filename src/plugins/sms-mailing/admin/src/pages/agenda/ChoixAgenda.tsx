import { Box, Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { Agenda } from '../../../../core/api/agenda';
import { foldRecherche } from '../../../../core/pliage';
import { listMots } from '../../../../core/recherche';

interface Props {
  qui: string;
  agenda: Agenda | undefined;
  onQui: (qui: string) => void;
}

interface Choix {
  qui: string;
  libelle: string;
}

const TOUS: Choix = { qui: 'tous', libelle: 'Toute l’association' };

/** Oneself first, then everybody, équipes and intervenants. */
function listChoix(agenda: Agenda | undefined): Choix[] {
  const { moi = null, equipes = [], intervenants = [] } = agenda ?? {};
  return [
    ...(moi === null ? [] : [{ qui: 'moi', libelle: 'Mon agenda' }]),
    TOUS,
    ...equipes.map(({ documentId, nom }) => ({
      qui: `equipe:${documentId}`,
      libelle: `Équipe ${nom}`,
    })),
    ...intervenants.map(({ documentId, nom }) => ({
      qui: `intervenant:${documentId}`,
      libelle: nom,
    })),
  ];
}

/** What is typed narrows the list; what is chosen does not. */
function filterChoix(choix: readonly Choix[], texte: string | null): readonly Choix[] {
  const mots = listMots(texte ?? '');
  return choix.filter(({ libelle }) => mots.every((mot) => foldRecherche(libelle).includes(mot)));
}

/** Whose agenda: any intervenant, any équipe. */
export function ChoixAgenda({ qui, agenda, onQui }: Props): JSX.Element {
  const [texte, setTexte] = useState<string | null>(null);
  const choix = listChoix(agenda);
  // Whom no intervenant bears has no agenda of their own: everybody's.
  const choisi = choix.find((un) => un.qui === qui) ?? TOUS;
  return (
    <Box minWidth="32rem">
      <Field.Root name="qui">
        <Field.Label>Agenda de</Field.Label>
        <Combobox
          autocomplete="none"
          value={choisi.qui}
          textValue={texte ?? choisi.libelle}
          noOptionsMessage={() => 'Aucun intervenant ni équipe de ce nom.'}
          clearLabel="Voir toute l’association"
          onTextValueChange={(saisi: string) => {
            setTexte(saisi === choisi.libelle ? null : saisi);
          }}
          onChange={(valeur?: string) => {
            setTexte(null);
            onQui(valeur ?? TOUS.qui);
          }}
          onClear={() => {
            setTexte(null);
            onQui(TOUS.qui);
          }}
        >
          {filterChoix(choix, texte).map(({ qui: valeur, libelle }) => (
            <ComboboxOption key={valeur} value={valeur} textValue={libelle}>
              {libelle}
            </ComboboxOption>
          ))}
        </Combobox>
      </Field.Root>
    </Box>
  );
}
