import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { CASES_ACCORD, describeGeste, type LigneAccord } from '../../../../../core/accord';
import type { EnJson } from '../../../../../core/api/en-json';
import type { FichePersonne } from '../../../../../core/api/repertoire';
import { useListAccordsQuery } from '../../../api/accords';
import { Carte } from '../../../components/Carte';
import { Requete } from '../../../components/Requete';
import { TableHtml } from '../../../components/TableHtml';
import { formatInstant } from '../../../components/texte';

type Ligne = EnJson<LigneAccord>;

const TITRE = 'Qui a coché quoi';
const PREMIERES = 5;

function Lignes({ lignes }: { lignes: readonly Ligne[] }): JSX.Element {
  return (
    <TableHtml nom={TITRE}>
      <thead>
        <tr>
          <th scope="col">Quand</th>
          <th scope="col">Case</th>
          <th scope="col">Adresse ou numéro</th>
          <th scope="col">Ce qui a été fait</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <tr key={ligne.id}>
            <td>{formatInstant(ligne.survenuLe)}</td>
            {/* As it was written on that day. */}
            <td style={{ whiteSpace: 'normal' }}>{ligne.libelle || CASES_ACCORD[ligne.quoi]}</td>
            <td>{ligne.coordonnee ?? '–'}</td>
            <td style={{ whiteSpace: 'normal' }}>{describeGeste(ligne)}</td>
          </tr>
        ))}
      </tbody>
    </TableHtml>
  );
}

/** The proof of what a person accepts: every tick of her boxes, the latest first. */
export function Accords({ fiche }: { fiche: FichePersonne }): JSX.Element {
  const { typeDestinataire: type, documentId } = fiche;
  const accords = useListAccordsQuery({ type, documentId });
  const [tout, setTout] = useState(false);
  return (
    <Carte
      titre={TITRE}
      aide="Chaque case cochée ou décochée, par qui, quand et où. Rien ne s’y modifie."
    >
      <Requete de={accords}>
        {(lignes) =>
          lignes.length === 0 ? (
            <Typography textColor="neutral600">
              Aucune case n’a été cochée ni décochée depuis que ce suivi existe.
            </Typography>
          ) : (
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Lignes lignes={tout ? lignes : lignes.slice(0, PREMIERES)} />
              {lignes.length > PREMIERES && !tout ? (
                <Flex>
                  <Button
                    variant="tertiary"
                    onClick={() => {
                      setTout(true);
                    }}
                  >
                    Tout afficher ({lignes.length})
                  </Button>
                </Flex>
              ) : null}
            </Flex>
          )
        }
      </Requete>
    </Carte>
  );
}
