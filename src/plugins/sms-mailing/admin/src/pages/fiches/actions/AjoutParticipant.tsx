import { Button, Combobox, ComboboxOption, Field, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { FicheAction } from '../../../../../core/api/fiches';
import type { LignePersonne } from '../../../../../core/api/repertoire';
import { useCreateCrmMutation } from '../../../api/crm';
import { relie } from '../../../api/relie';
import { useListPersonnesQuery } from '../../../api/repertoire';
import { useAction } from '../../../components/useAction';
import { useDiffere } from '../../../components/useDiffere';
import { useDroitCrm } from '../useDroitCrm';
import { statutDArrivee } from '../../../../../core/remplissage';

interface Props {
  action: FicheAction;
}

const PAUSE_MS = 250;
const LIGNES = 20;

/** What tells two namesakes apart. */
function nommer({ nom, email, telephone, antenne, inactif }: LignePersonne): string {
  return [nom, email ?? telephone ?? antenne, inactif ? 'fiche inactive' : null]
    .filter((mot) => mot !== null)
    .join(' · ');
}

/** Adds an entrepreneur found by name, e-mail or number. */
export function AjoutParticipant({ action }: Props): JSX.Element | null {
  const [texte, setTexte] = useState('');
  const [choisi, setChoisi] = useState('');
  const recherche = useDiffere(choisi === '' ? texte.trim() : '', PAUSE_MS);
  const { data } = useListPersonnesQuery({
    type: 'entrepreneur',
    recherche: { recherche, pageSize: LIGNES },
  });
  const [create, { isLoading }] = useCreateCrmMutation();
  const run = useAction();
  if (!useDroitCrm('create', 'participation')) {
    return null;
  }
  const inscrits = new Set(action.participants.map(({ documentId }) => documentId));
  const lignes = (data?.lignes ?? []).filter(({ documentId }) => !inscrits.has(documentId));
  const statut = statutDArrivee(action);

  async function add(): Promise<void> {
    const nom = lignes.find(({ documentId }) => documentId === choisi)?.nom ?? '';
    const creee = await run(
      create({
        type: 'participation',
        data: { action: relie(action.documentId), entrepreneur: relie(choisi), statut },
      }),
      statut === 'Inscrit' ? `${nom} est inscrit.` : `${nom} : ${statut.toLowerCase()}.`
    );
    if (creee !== null) {
      setChoisi('');
      setTexte('');
    }
  }

  return (
    <Flex gap={3} alignItems="flex-end" wrap="wrap">
      <Field.Root width="44rem">
        <Field.Label>Ajouter un participant</Field.Label>
        <Combobox
          placeholder="Nom, e-mail ou téléphone"
          autocomplete="none"
          value={choisi}
          textValue={texte}
          onTextValueChange={setTexte}
          clearLabel="Effacer"
          noOptionsMessage={() => 'Personne ne correspond : vérifiez l’orthographe.'}
          onChange={(valeur?: string) => {
            const choix = lignes.find(({ documentId }) => documentId === valeur);
            setChoisi(choix?.documentId ?? '');
            setTexte(choix === undefined ? '' : nommer(choix));
          }}
          onClear={() => {
            setChoisi('');
            setTexte('');
          }}
        >
          {lignes.map((ligne) => (
            <ComboboxOption
              key={ligne.documentId}
              value={ligne.documentId}
              textValue={nommer(ligne)}
            >
              {nommer(ligne)}
            </ComboboxOption>
          ))}
        </Combobox>
      </Field.Root>
      <Button
        startIcon={<Plus />}
        loading={isLoading}
        disabled={choisi === ''}
        onClick={() => void add()}
      >
        {statut === 'Inscrit' ? 'Ajouter' : `Ajouter en ${statut.toLowerCase()}`}
      </Button>
    </Flex>
  );
}
