import { Button, Flex, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { BilanSoiree } from '../../../../core/api/soiree';
import { addDays, formatJour } from '../../../../core/horaire';
import { useReadBilanQuery } from '../../api/soiree';
import { Requete } from '../../components/Requete';
import { Bilan } from './Bilan';

/** « Hier soir, jeudi 3 mars ». */
function titreBilan({ soir, aujourdhui, enCours }: BilanSoiree): string {
  const jour = formatJour(soir);
  if (enCours) {
    return `Envoi en cours, ${jour}`;
  }
  if (soir === aujourdhui) {
    return `Ce soir, ${jour}`;
  }
  return soir === addDays(aujourdhui, -1) ? `Hier soir, ${jour}` : `Soir du ${jour}`;
}

interface NavProps {
  soir: string;
  dernier: string;
  onSoir: (soir: string) => void;
}

function Autres({ soir, dernier, onSoir }: NavProps): JSX.Element {
  return (
    <Flex gap={2} tag="nav" aria-label="Comptes rendus">
      <Button
        size="S"
        variant="tertiary"
        startIcon={<ChevronLeft />}
        onClick={() => {
          onSoir(addDays(soir, -1));
        }}
      >
        Soir précédent
      </Button>
      {soir === dernier ? null : (
        <Button
          size="S"
          variant="tertiary"
          endIcon={<ChevronRight />}
          onClick={() => {
            onSoir(addDays(soir, 1));
          }}
        >
          Soir suivant
        </Button>
      )}
    </Flex>
  );
}

function Ancien({ soir }: { soir: string }): JSX.Element {
  const { currentData, error, refetch } = useReadBilanQuery(soir);
  return (
    <Requete de={{ data: currentData, error, refetch }}>
      {(bilan) => (bilan === null ? null : <Bilan bilan={bilan} titre={titreBilan(bilan)} />)}
    </Requete>
  );
}

/** What the last evening became, and those before it. */
export function Compte({ dernier }: { dernier: BilanSoiree | null }): JSX.Element {
  const [choisi, setChoisi] = useState<string | null>(null);
  if (dernier === null) {
    return <Typography textColor="neutral600">Aucun envoi du soir n’est encore parti.</Typography>;
  }
  const soir = choisi ?? dernier.soir;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {soir === dernier.soir ? (
        <Bilan bilan={dernier} titre={titreBilan(dernier)} />
      ) : (
        <Ancien soir={soir} />
      )}
      <Autres soir={soir} dernier={dernier.soir} onSoir={setChoisi} />
    </Flex>
  );
}
