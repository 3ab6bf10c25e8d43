import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { OriginePrevue, Soiree } from '../../../../core/soiree';
import { LIBELLES_MODALITE, LIBELLES_TYPE_CONTACT } from '../../../../core/vocabulaire';
import { TableHtml } from '../../components/TableHtml';
import { formatNombre, pluralize } from '../../components/texte';
import { useDroits } from '../../droits';
import { Personnes } from './Personnes';
import { RetraitOrigine, retraitOf } from './RetraitOrigine';
import { cleOrigine, countExclus, nomOrigine } from './phrases';

interface LigneProps {
  origine: OriginePrevue;
  retirable: boolean;
  onPersonnes: () => void;
  onRetirer: () => void;
}

function Ligne({ origine, retirable, onPersonnes, onRetirer }: LigneProps): JSX.Element {
  const { modalite, modele, typeContact, personnes, credits, annules, retenue } = origine;
  const exclus = countExclus(origine);
  return (
    <tr>
      <td>
        <Typography fontWeight="semiBold">{modele}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {LIBELLES_MODALITE[modalite]}
          {retenue === null ? '' : ' · retenu'}
          {annules === 0 ? '' : ` · ${pluralize(annules, 'annulé')}`}
        </Typography>
      </td>
      <td>
        <Typography>{LIBELLES_TYPE_CONTACT[typeContact]}</Typography>
      </td>
      <td>
        <Typography fontWeight="semiBold">{formatNombre(personnes)}</Typography>
      </td>
      <td>
        <Typography>{exclus === 0 ? '' : formatNombre(exclus)}</Typography>
      </td>
      <td>
        <Typography>{credits === 0 ? '' : formatNombre(credits)}</Typography>
      </td>
      <td>
        <Flex justifyContent="flex-end" gap={2} style={{ whiteSpace: 'nowrap' }}>
          <Button
            size="S"
            variant="tertiary"
            aria-label={`Voir les personnes : ${nomOrigine(origine)}`}
            onClick={onPersonnes}
          >
            Voir les personnes
          </Button>
          {retirable ? (
            <Button
              size="S"
              variant="danger-light"
              aria-label={`Annuler : ${nomOrigine(origine)}`}
              onClick={onRetirer}
            >
              Annuler…
            </Button>
          ) : null}
        </Flex>
      </td>
    </tr>
  );
}

type Ouverture = { genre: 'personnes' | 'retrait'; origine: OriginePrevue };

/** What leaves, by origine: opens to the persons, and may be cancelled. */
export function Origines({ soiree }: { soiree: Soiree }): JSX.Element {
  const { 'envois.retirer-soiree': permis } = useDroits('envois.retirer-soiree');
  const [ouverture, setOuverture] = useState<Ouverture | null>(null);
  const { soir, origines } = soiree;
  const close = (): void => {
    setOuverture(null);
  };
  const retrait = ouverture?.genre === 'retrait' ? retraitOf(ouverture.origine, soir) : null;
  if (origines.length === 0) {
    return <EmptyStateLayout content="Rien n’est programmé pour ce soir-là." />;
  }
  return (
    <Box>
      <TableHtml nom="Ce qui part">
        <thead>
          <tr>
            <th scope="col">Modèle et origine</th>
            <th scope="col">Type de contact</th>
            <th scope="col">Recevront</th>
            <th scope="col">Ne recevront pas</th>
            <th scope="col">SMS</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {origines.map((origine) => (
            <Ligne
              key={cleOrigine(origine)}
              origine={origine}
              retirable={permis && origine.personnes > 0 && retraitOf(origine, soir) !== null}
              onPersonnes={() => {
                setOuverture({ genre: 'personnes', origine });
              }}
              onRetirer={() => {
                setOuverture({ genre: 'retrait', origine });
              }}
            />
          ))}
        </tbody>
      </TableHtml>
      {ouverture?.genre === 'personnes' ? (
        <Personnes origine={ouverture.origine} soir={soir} peutRetirer={permis} onFermer={close} />
      ) : null}
      {ouverture === null || retrait === null ? null : (
        <RetraitOrigine
          origine={ouverture.origine}
          retrait={retrait}
          soir={soir}
          onFermer={close}
        />
      )}
    </Box>
  );
}
