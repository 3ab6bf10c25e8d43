import { Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Reference, References } from '../../../../../../core/api/references';
import {
  modeInterventionSchema,
  natureActionSchema,
  presenceSchema,
  type Criteres,
} from '../../../../../../core/envoi-automatique';
import { ChoixMultiple } from '../../../../components/ChoixMultiple';
import { CaseGrille } from '../../../../components/CaseGrille';

interface Props {
  criteres: Criteres;
  options: References;
  onChange: (criteres: Criteres) => void;
}

const listChoix = <V extends string>(valeurs: readonly V[]): { valeur: V; libelle: V }[] =>
  valeurs.map((valeur) => ({ valeur, libelle: valeur }));

const NATURES = listChoix(natureActionSchema.options);
const MODES = listChoix(modeInterventionSchema.options);
const PRESENCES = listChoix(presenceSchema.options);

const CONFIRMES = [
  ['indifferent', 'Confirmés ou non'],
  ['oui', 'Ceux qui ont confirmé'],
  ['non', 'Ceux qui n’ont pas confirmé'],
] as const;

function listReferences(references: readonly Reference[]): { valeur: string; libelle: string }[] {
  return references.map(({ documentId, nom }) => ({ valeur: documentId, libelle: nom }));
}

/** Guide §6.c (1/2) « paramétrer les champs de l'action »: each one filled narrows what triggers the envoi. */
export function ChampsAction({ criteres, options, onChange }: Props): JSX.Element {
  const set = (partie: Partial<Criteres>): void => {
    onChange({ ...criteres, ...partie });
  };
  const etapesDe = (ods: readonly string[]): References['etapes'] =>
    options.etapes.filter(
      ({ odsDocumentId }) => odsDocumentId !== null && ods.includes(odsDocumentId)
    );

  return (
    <Grid.Root gap={4}>
      <CaseGrille colonnes={4} tablette={6}>
        <ChoixMultiple
          label="Nature de l’action"
          vide="Toutes"
          choix={NATURES}
          valeurs={criteres.natures}
          onChange={(natures) => {
            set({ natures });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={4} tablette={6}>
        <ChoixMultiple
          label="Type d’action"
          vide="Tous"
          choix={listReferences(options.typesAction)}
          valeurs={criteres.typesAction}
          onChange={(typesAction) => {
            set({ typesAction });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={4} tablette={6}>
        <ChoixMultiple
          label="ODS"
          vide="Toutes"
          choix={listReferences(options.ods)}
          valeurs={criteres.ods}
          onChange={(ods) => {
            const permises = new Set(etapesDe(ods).map(({ documentId }) => documentId));
            set({ ods, etapes: criteres.etapes.filter((etape) => permises.has(etape)) });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={4} tablette={6}>
        <ChoixMultiple
          label="Étape"
          vide={criteres.ods.length === 0 ? 'Choisissez d’abord l’ODS' : 'Toutes'}
          disabled={criteres.ods.length === 0 && criteres.etapes.length === 0}
          choix={listReferences(etapesDe(criteres.ods))}
          valeurs={criteres.etapes}
          onChange={(etapes) => {
            set({ etapes });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={4} tablette={6}>
        <ChoixMultiple
          label="Mode d’intervention"
          vide="Tous"
          choix={MODES}
          valeurs={criteres.modesIntervention}
          onChange={(modesIntervention) => {
            set({ modesIntervention });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={4} tablette={6}>
        <ChoixMultiple
          label="Présence"
          vide="Toutes"
          choix={PRESENCES}
          valeurs={criteres.presences}
          onChange={(presences) => {
            set({ presences });
          }}
        />
      </CaseGrille>
      <CaseGrille colonnes={4} tablette={6}>
        <Field.Root width="100%">
          <Field.Label>Confirmé</Field.Label>
          <SingleSelect
            value={criteres.confirme}
            onChange={(confirme: string | number) => {
              set({ confirme: confirme as Criteres['confirme'] });
            }}
          >
            {CONFIRMES.map(([valeur, libelle]) => (
              <SingleSelectOption key={valeur} value={valeur}>
                {libelle}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </CaseGrille>
    </Grid.Root>
  );
}
