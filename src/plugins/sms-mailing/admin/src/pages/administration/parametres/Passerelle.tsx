import { Field, JSONInput } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { JETONS_PASSERELLE, passerelleSchema } from '../../../../../core/passerelle-sms';
import { parseSaisie } from '../../../../../core/saisie';
import type { Saisie } from './useSaisie';

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

/** For the person who knows the gateway: how it is spoken to, said in JSON, checked while one types. */
export function Passerelle({ saisie }: { saisie: Saisie }): JSX.Element {
  const { passerelle } = saisie.parametres.sms;
  const [texte, setTexte] = useState(JSON.stringify(passerelle ?? EXEMPLE, null, 2));
  const [erreur, setErreur] = useState<string | undefined>();
  return (
    <Field.Root
      name="passerelle"
      error={erreur ?? saisie.erreur('sms.passerelle') ?? false}
      hint={`Kannel, smsmode, Octopush… D’après leur documentation. Repères : ${JETONS_PASSERELLE.map((nom) => `{${nom}}`).join(' ')}.`}
    >
      <Field.Label>Réglages de la passerelle</Field.Label>
      <JSONInput
        value={texte}
        minHeight="24rem"
        onChange={(saisi: string) => {
          setTexte(saisi);
          const lu = readPasserelle(saisi);
          setErreur(lu.erreur);
          if (lu.erreur === undefined) {
            saisie.changeSms({ passerelle: passerelleSchema.parse(lu.valeur) });
          }
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
