import {
  Checkbox,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import type { JSX } from 'react';
import { CASES as NOMS_DES_CASES } from '../../../../../core/vocabulaire';
import { CaseGrille } from '../../../components/CaseGrille';
import { ChampJour } from '../../../components/ChampJour';
import { ChampTexte } from '../../../components/ChampTexte';

type Champs = Readonly<Record<string, unknown>>;

interface Props {
  /** Only those that the fiche of this family has. */
  champs: Champs;
  onChamps: (champs: Champs) => void;
}

const CASES: readonly (readonly [string, string])[] = [
  ['accepteSms', NOMS_DES_CASES.sms],
  ['accepteCourriel', NOMS_DES_CASES.email],
  ['inactif', 'Inactif : plus aucun message ne lui est envoyé'],
];

const CHOIX: readonly (readonly [string, string, readonly string[]])[] = [
  ['moyenContact', 'Moyen de contact privilégié', ['E-mail', 'Téléphone', 'SMS', 'Courrier']],
  ['consentementRgpd', 'Accord consentement RGPD', ['Non renseigné', 'Oui', 'Non']],
];

const TEXTES: readonly (readonly [string, string])[] = [
  ['courrielPro', 'Courriel pro'],
  ['consentementSource', 'Origine de l’accord'],
];

const texteOf = (valeur: unknown): string => (typeof valeur === 'string' ? valeur : '');

/** Guide §2.d: what the person accepts, and where the accord comes from. */
export function ChampsCoordonnees({ champs, onChamps }: Props): JSX.Element {
  const has = ([cle]: readonly [string, ...unknown[]]): boolean => Object.hasOwn(champs, cle);
  const change = (cle: string, valeur: unknown): void => {
    onChamps({ ...champs, [cle]: valeur });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Grid.Root gap={4}>
        {CHOIX.filter(has).map(([cle, libelle, valeurs]) => (
          <CaseGrille key={cle} colonnes={4} tablette={6}>
            <Field.Root width="100%">
              <Field.Label>{libelle}</Field.Label>
              <SingleSelect
                placeholder="Choisir…"
                value={texteOf(champs[cle])}
                onChange={(valeur: string | number) => {
                  change(cle, String(valeur));
                }}
              >
                {valeurs.map((valeur) => (
                  <SingleSelectOption key={valeur} value={valeur}>
                    {valeur}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </CaseGrille>
        ))}
        {has(['consentementDate']) ? (
          <CaseGrille colonnes={4} tablette={6}>
            <ChampJour
              nom="consentementDate"
              libelle="Date de l’accord"
              jour={texteOf(champs.consentementDate)}
              onJour={(jour) => {
                change('consentementDate', jour);
              }}
            />
          </CaseGrille>
        ) : null}
        {TEXTES.filter(has).map(([cle, libelle]) => (
          <CaseGrille key={cle} colonnes={4} tablette={6}>
            <ChampTexte
              nom={cle}
              libelle={libelle}
              valeur={texteOf(champs[cle])}
              onValeur={(valeur) => {
                change(cle, valeur);
              }}
            />
          </CaseGrille>
        ))}
      </Grid.Root>
      {CASES.filter(has).map(([cle, libelle]) => (
        <Checkbox
          key={cle}
          checked={champs[cle] === true}
          onCheckedChange={(oui) => {
            change(cle, oui === true);
          }}
        >
          {libelle}
        </Checkbox>
      ))}
    </Flex>
  );
}
