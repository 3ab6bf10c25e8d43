import {
  Box,
  Field,
  Grid,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import type { JSX } from 'react';
import {
  CHAMPS_FOURNISSEUR,
  LIBELLES_FOURNISSEUR,
  fournisseurSmsSchema,
  type DescriptionChamp,
} from '../../../../../core/compte-sms';
import type { ParametresLus } from '../../../../../core/parametres';
import { CaseGrille } from '../../../components/CaseGrille';
import { Carte } from '../../../components/Carte';
import { ChampTexte } from '../../../components/ChampTexte';
import { ChampSecret } from './ChampSecret';
import { Passerelle } from './Passerelle';
import type { Saisie } from './useSaisie';
import { Verification } from './Verification';

interface Props {
  lus: ParametresLus;
  saisie: Saisie;
}

const ENVIRONNEMENT = 'environnement';

function Champ({
  description,
  lus,
  saisie,
}: Props & { description: DescriptionChamp }): JSX.Element {
  const { champ, libelle, aide, obligatoire } = description;
  if (champ === 'motDePasse' || champ === 'secretCle') {
    return (
      <ChampSecret
        libelle={libelle}
        aide={aide}
        requis={obligatoire}
        etat={lus.secrets[champ]}
        valeur={saisie.secrets[champ]}
        onValeur={(valeur) => {
          saisie.changeSecret(champ, valeur);
        }}
      />
    );
  }
  return (
    <ChampTexte
      nom={`sms-${champ}`}
      libelle={libelle}
      aide={aide}
      requis={obligatoire}
      valeur={saisie.parametres.sms[champ]}
      erreur={saisie.erreur(`sms.${champ}`)}
      onValeur={(valeur) => {
        saisie.changeSms({ [champ]: valeur });
      }}
    />
  );
}

/** Guide §1: « nom du fournisseur, account SMS username, login, mot de passe, et nom de l'expéditeur ». */
export function CompteSms({ lus, saisie }: Props): JSX.Element {
  const { sms } = saisie.parametres;
  const fournisseur = sms.fournisseur ?? lus.environnement.fournisseur;
  return (
    <Carte
      titre="Envoi des SMS"
      aide="Le compte ouvert chez un opérateur. Le mot de passe est chiffré : personne ne peut le relire ici."
    >
      <Grid.Root gap={4}>
        <CaseGrille colonnes={6}>
          <Field.Root name="fournisseur">
            <Field.Label>Fournisseur</Field.Label>
            <SingleSelect
              value={sms.fournisseur ?? ENVIRONNEMENT}
              onChange={(valeur: string | number) => {
                const lu = fournisseurSmsSchema.safeParse(valeur);
                saisie.changeSms({ fournisseur: lu.success ? lu.data : null });
              }}
            >
              {[
                <SingleSelectOption key={ENVIRONNEMENT} value={ENVIRONNEMENT}>
                  Celui de l’installation : {LIBELLES_FOURNISSEUR[lus.environnement.fournisseur]}
                </SingleSelectOption>,
                ...fournisseurSmsSchema.options.map((nom) => (
                  <SingleSelectOption key={nom} value={nom}>
                    {LIBELLES_FOURNISSEUR[nom]}
                  </SingleSelectOption>
                )),
              ]}
            </SingleSelect>
          </Field.Root>
        </CaseGrille>
        {sms.fournisseur === null
          ? null
          : CHAMPS_FOURNISSEUR[sms.fournisseur].map((description) => (
              <CaseGrille key={description.champ} colonnes={6}>
                <Champ description={description} lus={lus} saisie={saisie} />
              </CaseGrille>
            ))}
      </Grid.Root>
      {fournisseur === 'http-generic' ? <Passerelle saisie={saisie} /> : null}
      {lus.urlSuivi === null ? null : (
        <Box>
          <Typography tag="p" textColor="neutral600">
            Adresse à déclarer chez l’opérateur pour ses accusés de réception :
          </Typography>
          <Typography tag="code">{lus.urlSuivi}</Typography>
        </Box>
      )}
      {fournisseur === 'journal' ? null : (
        <Verification transport="sms" etat={lus.verifications.sms} enAttente={saisie.modifiee} />
      )}
    </Carte>
  );
}
