import { Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';
import {
  LIBELLES_TYPE_CONTACT,
  typeContactSchema,
  type TypeContact,
} from '../../../../../../core/vocabulaire';
import { useListModelesQuery } from '../../../../api/modeles';
import { ChampDelai } from './ChampDelai';
import type { Erreurs, Saisie } from './saisie';
import { CaseGrille } from '../../../../components/CaseGrille';

interface Props {
  saisie: Saisie;
  erreurs: Erreurs;
  prochainSoir: string;
  heure: string;
  onChange: (partie: Partial<Saisie>) => void;
}

interface ChoixModele {
  documentId: string;
  nom: string;
}

/** Actifs, of that type, whose modalités allow it; and the one already chosen, whatever became of it. */
function useModeles(typeContact: TypeContact | null, choisi: string | null): ChoixModele[] | null {
  const { data } = useListModelesQuery(typeContact ?? 'email', { skip: typeContact === null });
  if (typeContact === null || data === undefined) {
    return null;
  }
  return data
    .filter(
      ({ documentId, inactif, modalites }) =>
        documentId === choisi || (!inactif && modalites.includes('envoi_automatique'))
    )
    .map(({ documentId, nom, inactif }) => ({
      documentId,
      nom: inactif ? `${nom} (inactif)` : nom,
    }))
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
}

function placeholderModele(typeContact: TypeContact | null, modeles: ChoixModele[] | null): string {
  if (typeContact === null) {
    return 'Choisissez d’abord le type de contact';
  }
  if (modeles === null) {
    return 'Chargement…';
  }
  return modeles.length === 0 ? 'Aucun modèle actif de ce type' : 'Choisissez le modèle';
}

/** Guide §6.c (2/2) « paramétrer le type d'envoi ». */
export function ChampsMessage(props: Props): JSX.Element {
  const { saisie, erreurs, prochainSoir, heure, onChange } = props;
  const { typeContact, modeleDocumentId } = saisie;
  const modeles = useModeles(typeContact, modeleDocumentId);
  return (
    <Grid.Root gap={4}>
      <CaseGrille colonnes={4} tablette={6}>
        <Field.Root width="100%" required error={erreurs.typeContact ?? false}>
          <Field.Label>Type de contact</Field.Label>
          <SingleSelect
            placeholder="E-mail, newsletter ou SMS"
            value={typeContact}
            onChange={(valeur: string | number) => {
              onChange({ typeContact: valeur as TypeContact, modeleDocumentId: null });
            }}
          >
            {typeContactSchema.options.map((type) => (
              <SingleSelectOption key={type} value={type}>
                {LIBELLES_TYPE_CONTACT[type]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Error />
        </Field.Root>
      </CaseGrille>
      <CaseGrille colonnes={8} tablette={6}>
        <Field.Root
          width="100%"
          required
          error={erreurs.modele ?? false}
          hint={
            modeles?.length === 0
              ? 'Créez-le dans les modèles, ou cochez « Envoi automatique » dans ses modalités.'
              : undefined
          }
        >
          <Field.Label>Modèle de contact</Field.Label>
          <SingleSelect
            placeholder={placeholderModele(typeContact, modeles)}
            disabled={modeles === null || modeles.length === 0}
            value={modeles === null ? null : modeleDocumentId}
            onChange={(valeur: string | number) => {
              onChange({ modeleDocumentId: String(valeur) });
            }}
          >
            {(modeles ?? []).map(({ documentId, nom }) => (
              <SingleSelectOption key={documentId} value={documentId}>
                {nom}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      </CaseGrille>
      <CaseGrille colonnes={12}>
        <ChampDelai
          jours={saisie.jours}
          sens={saisie.sens}
          prochainSoir={prochainSoir}
          heure={heure}
          erreur={erreurs.delai}
          onChange={onChange}
        />
      </CaseGrille>
    </Grid.Root>
  );
}
