import { Box, Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ParametresLus } from '../../../../../core/parametres';
import {
  fournisseurRetoursSchema,
  RETOURS_FOURNISSEUR,
  type FournisseurRetours,
} from '../../../../../core/rebonds/fournisseur-retours';
import type { Saisie } from './useSaisie';

const AUCUN = 'aucun';

/** Where it is declared: once saved, for the address is that of the settings in force. */
function Adresse({ lus, nom }: { lus: ParametresLus; nom: FournisseurRetours }): JSX.Element {
  if (lus.parametres.rebonds.fournisseur !== nom) {
    return (
      <Typography textColor="neutral600">Enregistrez pour lire l’adresse à déclarer.</Typography>
    );
  }
  if (lus.urlRetours === null) {
    return (
      <Typography textColor="danger600">
        Ce fournisseur ne peut pas joindre l’application : son adresse publique (PUBLIC_URL) doit
        commencer par https.
      </Typography>
    );
  }
  return (
    <Box>
      <Typography tag="p" textColor="neutral600">
        {RETOURS_FOURNISSEUR[nom].aide}
      </Typography>
      <Typography tag="code">{lus.urlRetours}</Typography>
    </Box>
  );
}

/** Docs/adr/0034: a provider that tells by itself what came back, beside the mailbox or instead of it. */
export function RetoursFournisseur({
  lus,
  saisie,
}: {
  lus: ParametresLus;
  saisie: Saisie;
}): JSX.Element {
  const { rebonds } = saisie.parametres;
  const { fournisseur } = rebonds;
  return (
    <>
      <Field.Root
        name="rebonds.fournisseur"
        hint="S’il signale lui-même les e-mails revenus. La boîte peut rester lue à côté."
      >
        <Field.Label>Service d’envoi des e-mails</Field.Label>
        <SingleSelect
          value={fournisseur ?? AUCUN}
          onChange={(valeur: string | number) => {
            const lu = fournisseurRetoursSchema.safeParse(valeur);
            saisie.change({ rebonds: { ...rebonds, fournisseur: lu.success ? lu.data : null } });
          }}
        >
          {[
            <SingleSelectOption key={AUCUN} value={AUCUN}>
              Aucun, ou un autre
            </SingleSelectOption>,
            ...fournisseurRetoursSchema.options.map((nom) => (
              <SingleSelectOption key={nom} value={nom}>
                {RETOURS_FOURNISSEUR[nom].libelle}
              </SingleSelectOption>
            )),
          ]}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      {fournisseur === null ? null : <Adresse lus={lus} nom={fournisseur} />}
    </>
  );
}
