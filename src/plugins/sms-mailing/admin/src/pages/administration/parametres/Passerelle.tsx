import {
  Box,
  Field,
  Flex,
  Textarea,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useState, type ChangeEvent, type JSX } from 'react';
import { styled } from 'styled-components';
import { JETONS_PASSERELLE, passerelleSchema } from '../../../../../core/passerelle-sms';
import { PASSERELLES_TYPES, type PasserelleType } from '../../../../../core/passerelles-types';
import { parseSaisie } from '../../../../../core/saisie';
import type { Saisie } from './useSaisie';

const Code = styled(Textarea)`
  font-family: monospace;
`;

const EXEMPLE = {
  url: 'https://passerelle.exemple.fr/envoyer',
  champs: { to: '{vers}', text: '{texte}', from: '{expediteur}' },
  entetes: { Authorization: 'Bearer {motDePasse}' },
  reponse: { format: 'json', identifiant: 'id' },
};

function readPasserelle(texte: string): { erreur: string | undefined; valeur: unknown } {
  try {
    const valeur: unknown = JSON.parse(texte);
    const lu = parseSaisie(passerelleSchema, valeur);
    const [premiere] = lu.success ? [] : lu.error.issues;
    return {
      valeur,
      erreur: premiere && `${premiere.path.join('.')} : ${premiere.message}`,
    };
  } catch {
    return {
      valeur: null,
      erreur: 'Ce n’est pas du JSON : vérifiez les guillemets et les virgules.',
    };
  }
}

/** The gateways that can be begun from, and what each asks for. */
function Depart({ onChoisir }: { onChoisir: (type: PasserelleType) => void }): JSX.Element {
  const [choisie, setChoisie] = useState<PasserelleType | null>(null);
  return (
    <Field.Root name="depart" hint={choisie?.aide}>
      <Field.Label>Partir des réglages de</Field.Label>
      <SingleSelect
        placeholder="Kannel, smsmode, Octopush…"
        value={choisie?.nom ?? null}
        onChange={(nom: string | number) => {
          const type = PASSERELLES_TYPES.find((connue) => connue.nom === nom);
          if (type !== undefined) {
            setChoisie(type);
            onChoisir(type);
          }
        }}
      >
        {PASSERELLES_TYPES.map(({ nom }) => (
          <SingleSelectOption key={nom} value={nom}>
            {nom}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {choisie === null ? null : <Field.Hint />}
    </Field.Root>
  );
}

/** For the person who knows the gateway: how it is spoken to, said in JSON, checked while one types. */
export function Passerelle({ saisie }: { saisie: Saisie }): JSX.Element {
  const { passerelle } = saisie.parametres.sms;
  const [texte, setTexte] = useState(JSON.stringify(passerelle ?? EXEMPLE, null, 2));
  const [erreur, setErreur] = useState<string | undefined>();
  const write = (saisi: string): void => {
    setTexte(saisi);
    const lu = readPasserelle(saisi);
    setErreur(lu.erreur);
    if (lu.erreur === undefined) {
      saisie.changeSms({ passerelle: passerelleSchema.parse(lu.valeur) });
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box maxWidth="40rem">
        <Depart
          onChoisir={(type) => {
            write(JSON.stringify(type.passerelle, null, 2));
          }}
        />
      </Box>
      <Field.Root
        name="passerelle"
        error={erreur ?? saisie.erreur('sms.passerelle') ?? false}
        hint={`D’après la documentation de l’opérateur. Repères : ${JETONS_PASSERELLE.map((nom) => `{${nom}}`).join(' ')}.`}
      >
        <Field.Label>Réglages de la passerelle</Field.Label>
        <Code
          value={texte}
          rows={16}
          spellCheck={false}
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
            write(event.target.value);
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </Flex>
  );
}
