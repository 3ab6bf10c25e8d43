import { Field, TextInput, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { foldRecherche } from '../../../../../core/pliage';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { useListModelesQuery } from '../../../api/modeles';
import type { Brouillon } from './brouillon';

interface Props {
  brouillon: Brouillon;
  /** As it is saved: a modèle is not its own namesake. */
  documentId: string | null;
  erreur: string | null;
  lectureSeule: boolean;
  onNom: (nom: string) => void;
}

const EXEMPLES: Readonly<Record<TypeContact, string>> = {
  email: 'Mail rappel rendez-vous',
  newsletter: 'Lettre de printemps',
  sms: 'SMS rappel rendez-vous',
};

/** Another modèle of this list bears this name, written otherwise or not. */
function useHomonyme({ typeContact, nom }: Brouillon, documentId: string | null): boolean {
  const { data = [] } = useListModelesQuery(typeContact);
  const plie = foldRecherche(nom);
  return (
    plie !== '' &&
    data.some((modele) => modele.documentId !== documentId && foldRecherche(modele.nom) === plie)
  );
}

/** Guide §5.c: the name under which it is chosen wherever one sends. */
export function NomModele(props: Props): JSX.Element {
  const { brouillon, documentId, erreur, lectureSeule, onNom } = props;
  const homonyme = useHomonyme(brouillon, documentId);
  return (
    <Field.Root name="nom" required {...(erreur === null ? {} : { error: erreur })}>
      <Field.Label>Nom du modèle</Field.Label>
      <TextInput
        value={brouillon.nom}
        maxLength={255}
        disabled={lectureSeule}
        placeholder={EXEMPLES[brouillon.typeContact]}
        onChange={(event) => {
          onNom(event.target.value);
        }}
      />
      {homonyme && !lectureSeule ? (
        <Typography variant="pi" textColor="warning700" role="status">
          Un autre modèle porte déjà ce nom : au moment de choisir, on ne saura pas lequel est
          lequel.
        </Typography>
      ) : null}
      <Field.Error />
    </Field.Root>
  );
}
