import {
  Box,
  Button,
  Checkbox,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type { JSX } from 'react';
import { CASES } from '../../../../../core/vocabulaire';
import { Carte } from '../../../components/Carte';
import { TableHtml } from '../../../components/TableHtml';
import { withComposant, type Composant } from './coordonnees';

interface Props {
  liste: string;
  composants: readonly Composant[];
  onComposants: (composants: Composant[]) => void;
}

interface Colonne {
  cle: string;
  titre: string;
  /** A box, a text, or one of these words. */
  genre: 'case' | 'texte' | readonly string[];
  /** What the box says, where reasons name it so. */
  boite?: string;
  /** Of a text, at least. */
  largeur?: string;
}

interface Description {
  titre: string;
  ajouter: string;
  vide: string;
  colonnes: readonly Colonne[];
  nouveau: (premier: boolean) => Composant;
}

/** The tables of guide §2.d, their columns in its order. */
const LISTES: Readonly<Record<string, Description>> = {
  emails: {
    titre: 'E-mail(s)',
    ajouter: 'Nouvel e-mail',
    vide: 'Aucun e-mail n’est saisi.',
    colonnes: [
      { cle: 'adresse', titre: 'E-mail', genre: 'texte' },
      { cle: 'reference', titre: 'E-mail de référence', genre: 'case' },
      {
        cle: 'accepte',
        titre: 'Accepte de recevoir des e-mails',
        genre: 'case',
        boite: CASES.email,
      },
    ],
    nouveau: (premier) => ({ adresse: '', reference: premier, accepte: false }),
  },
  adresses: {
    titre: 'Adresse(s)',
    ajouter: 'Nouvelle adresse',
    vide: 'Aucune adresse n’est saisie.',
    colonnes: [
      { cle: 'rue', titre: 'Rue', genre: 'texte', largeur: '22rem' },
      { cle: 'complement', titre: 'Complément', genre: 'texte' },
      { cle: 'codePostal', titre: 'Code postal', genre: 'texte' },
      { cle: 'ville', titre: 'Ville', genre: 'texte' },
      { cle: 'reference', titre: 'Adresse de référence', genre: 'case' },
      { cle: 'accepteCourrier', titre: 'Accepte courrier', genre: 'case' },
    ],
    nouveau: (premier) => ({ rue: '', ville: '', reference: premier, accepteCourrier: false }),
  },
  telephones: {
    titre: 'Numéro(s) de téléphone',
    ajouter: 'Nouveau numéro',
    vide: 'Aucun numéro n’est saisi.',
    colonnes: [
      {
        cle: 'typeNumero',
        titre: 'Type de numéro',
        genre: ['Bureau', 'Domicile', 'Mobile', 'Autre'],
      },
      { cle: 'numero', titre: 'Numéro (10 chiffres)', genre: 'texte' },
      { cle: 'principal', titre: 'Principal ?', genre: 'case' },
      { cle: 'contactPossible', titre: 'Contact possible', genre: 'case', boite: CASES.numero },
    ],
    nouveau: (premier) => ({
      ...{ typeNumero: 'Mobile', numero: '', principal: premier, contactPossible: false },
    }),
  },
};

const texteOf = (valeur: unknown): string => (typeof valeur === 'string' ? valeur : '');

interface CelluleProps {
  colonne: Colonne;
  nom: string;
  valeur: unknown;
  onValeur: (valeur: unknown) => void;
}

function Case({ colonne: { boite }, nom, valeur, onValeur }: CelluleProps): JSX.Element {
  return (
    <Checkbox
      aria-label={nom}
      checked={valeur === true}
      onCheckedChange={(oui) => {
        onValeur(oui === true);
      }}
    >
      {boite}
    </Checkbox>
  );
}

function Cellule(props: CelluleProps): JSX.Element {
  const { colonne, nom, valeur, onValeur } = props;
  const { genre } = colonne;
  if (genre === 'case') {
    return <Case {...props} />;
  }
  if (genre === 'texte') {
    return (
      <Box minWidth={colonne.largeur ?? '0'}>
        <TextInput
          size="S"
          aria-label={nom}
          value={texteOf(valeur)}
          onChange={(event) => {
            onValeur(event.target.value);
          }}
        />
      </Box>
    );
  }
  return (
    <SingleSelect
      size="S"
      aria-label={nom}
      value={texteOf(valeur)}
      onChange={(choisie: string | number) => {
        onValeur(String(choisie));
      }}
    >
      {genre.map((mot) => (
        <SingleSelectOption key={mot} value={mot}>
          {mot}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

/** « E-mail(s) », « Adresse(s) », « Numéro(s) de téléphone »: a row each, mended in place. */
export function ListeComposants({ liste, composants, onComposants }: Props): JSX.Element | null {
  const description = LISTES[liste];
  if (description === undefined) {
    return null;
  }
  const { titre, ajouter, vide, colonnes, nouveau } = description;
  return (
    <Carte titre={titre}>
      {composants.length === 0 ? (
        <Typography textColor="neutral600">{vide}</Typography>
      ) : (
        <TableHtml nom={titre}>
          <thead>
            <tr>
              {colonnes.map((colonne) => (
                <th key={colonne.cle} scope="col">
                  {colonne.titre}
                </th>
              ))}
              <th scope="col" aria-label="Actions" />
            </tr>
          </thead>
          <tbody>
            {composants.map((composant, rang) => (
              <tr key={composant.id ?? `nouveau-${String(rang)}`}>
                {colonnes.map((colonne) => (
                  <td key={colonne.cle}>
                    <Cellule
                      colonne={colonne}
                      nom={`${colonne.boite ?? colonne.titre}, ligne ${String(rang + 1)}`}
                      valeur={composant[colonne.cle]}
                      onValeur={(valeur) => {
                        onComposants(
                          withComposant(liste, composants, rang, { [colonne.cle]: valeur })
                        );
                      }}
                    />
                  </td>
                ))}
                <td>
                  <IconButton
                    label={`Retirer la ligne ${String(rang + 1)}`}
                    variant="ghost"
                    onClick={() => {
                      onComposants(composants.filter((_, autre) => autre !== rang));
                    }}
                  >
                    <Trash />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </TableHtml>
      )}
      <Flex>
        <Button
          variant="secondary"
          startIcon={<Plus />}
          onClick={() => {
            onComposants([...composants, nouveau(composants.length === 0)]);
          }}
        >
          {ajouter}
        </Button>
      </Flex>
    </Carte>
  );
}
