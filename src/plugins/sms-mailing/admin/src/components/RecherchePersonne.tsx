import { Box, Combobox, ComboboxOption, Field, Flex, VisuallyHidden } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import type { LignePersonne } from '../../../core/api/repertoire';
import type { TypeDestinataire } from '../../../core/vocabulaire';
import { useListPersonnesQuery } from '../api/repertoire';
import { useDroits } from '../droits';
import { cheminPersonne } from '../envoi/lieu-du-motif';
import { useDiffere } from './useDiffere';

const PAUSE_MS = 250;
/** Of each family. */
const LIGNES = 6;
const LETTRES = 2;

const FAMILLES: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'entrepreneur',
  contact_individuel: 'contact',
  entreprise_partenaire: 'partenaire',
};

interface Trouvee {
  chemin: string;
  libelle: string;
}

function toTrouvee(type: TypeDestinataire, ligne: LignePersonne): Trouvee {
  const { documentId, nom, raisonSociale, email, telephone } = ligne;
  return {
    chemin: cheminPersonne(type, documentId),
    libelle: [raisonSociale, nom, FAMILLES[type], email ?? telephone]
      .filter((mot) => mot !== null && mot !== '')
      .join(' · '),
  };
}

function useTrouvees(recherche: string): { trouvees: Trouvee[]; cherche: boolean } {
  const demande = { recherche: { recherche, pageSize: LIGNES } };
  const options = { skip: recherche.length < LETTRES };
  const entrepreneurs = useListPersonnesQuery({ ...demande, type: 'entrepreneur' }, options);
  const contacts = useListPersonnesQuery({ ...demande, type: 'contact_individuel' }, options);
  const partenaires = useListPersonnesQuery({ ...demande, type: 'entreprise_partenaire' }, options);
  const listOf = (type: TypeDestinataire, lues: typeof contacts): Trouvee[] =>
    options.skip ? [] : (lues.currentData?.lignes ?? []).map((ligne) => toTrouvee(type, ligne));
  return {
    trouvees: [
      ...listOf('entrepreneur', entrepreneurs),
      ...listOf('contact_individuel', contacts),
      ...listOf('entreprise_partenaire', partenaires),
    ],
    cherche: [entrepreneurs, contacts, partenaires].some(({ isFetching }) => isFetching),
  };
}

function Champ(): JSX.Element {
  const [texte, setTexte] = useState('');
  const navigate = useNavigate();
  const { trouvees, cherche } = useTrouvees(useDiffere(texte.trim(), PAUSE_MS));
  return (
    <Field.Root width="36rem">
      <VisuallyHidden>
        <Field.Label>Rechercher une personne</Field.Label>
      </VisuallyHidden>
      <Combobox
        placeholder="Rechercher une personne"
        autocomplete="none"
        size="S"
        value=""
        textValue={texte}
        loading={cherche}
        loadingMessage="Recherche…"
        clearLabel="Effacer la recherche"
        noOptionsMessage={() =>
          texte.trim().length < LETTRES
            ? 'Tapez un nom, un e-mail ou un numéro.'
            : 'Personne ne correspond : vérifiez l’orthographe.'
        }
        onTextValueChange={setTexte}
        onChange={(chemin?: string) => {
          setTexte('');
          if (chemin !== undefined && chemin !== '') {
            navigate(chemin);
          }
        }}
        onClear={() => {
          setTexte('');
        }}
      >
        {trouvees.map(({ chemin, libelle }) => (
          <ComboboxOption key={chemin} value={chemin} textValue={libelle}>
            {libelle}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
}

/** Guide §9.a « via la barre de recherche en haut du site »: from any page to the fiche of a person. */
export function RecherchePersonne(): JSX.Element | null {
  const droits = useDroits('fiches.consulter-historique');
  return droits['fiches.consulter-historique'] ? (
    <Box paddingLeft={10} paddingRight={10} paddingTop={3} style={{ marginBottom: '-1.2rem' }}>
      <Flex justifyContent="flex-end">
        <Champ />
      </Flex>
    </Box>
  ) : null;
}
