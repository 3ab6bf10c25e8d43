import { Box, Flex, IconButton } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import type { LigneCobaye } from '../../../../../core/api/modeles';
import type { EntreeCatalogue } from '../../../../../core/catalogue-signets';
import { useSearchCobayesQuery, useShowExemplesQuery } from '../../../api/apercu';
import { useListSignetsQuery } from '../../../api/modeles';
import { ChoixCobaye } from '../../../apercu/ChoixCobaye';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { Tableau } from '../../../components/Tableau';
import { COLONNES, toLigne } from './colonnes';
import { FormatsDate } from './FormatsDate';

const CHOIX = {
  libelle: 'Exemples pris chez',
  indice:
    'Un participant d’une action réelle : la colonne « Exemple » montre ce que chaque signet écrirait pour lui.',
  exemple: 'Jack PALMER, l’exemple du guide',
  effacer: 'Revenir à l’exemple du guide',
};

function Copier({ signet }: { signet: string }): JSX.Element {
  const { copy } = useClipboard();
  const [copie, setCopie] = useState(false);
  return (
    <IconButton
      label={copie ? 'Copié' : `Copier ${signet}`}
      variant="ghost"
      onClick={() => {
        void copy(signet).then(setCopie);
      }}
    >
      {copie ? <Check /> : <Duplicate />}
    </IconButton>
  );
}

/** The catalogue, its examples read from a real participation when one is chosen. */
function Catalogue({ catalogue }: { catalogue: readonly EntreeCatalogue[] }): JSX.Element {
  const [choisi, setChoisi] = useState<LigneCobaye | null>(null);
  const { currentData } = useShowExemplesQuery(
    choisi?.cobaye ?? {
      typeDestinataire: 'entrepreneur',
      documentId: null,
      actionDocumentId: null,
    },
    { skip: choisi === null }
  );
  const exemples = choisi === null ? null : (currentData ?? null);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box maxWidth="60rem">
        <ChoixCobaye
          declencheur="action"
          typeDestinataire="entrepreneur"
          choisi={choisi}
          textes={CHOIX}
          onChoisir={setChoisi}
        />
      </Box>
      <Tableau
        nom="Signets disponibles"
        unite="signet"
        lignes={catalogue.map((entree) => toLigne(entree, exemples))}
        colonnes={COLONNES}
        tri={{ cle: 'libelle', croissant: true }}
        actions={({ signet }) => <Copier signet={signet} />}
        vide={{ titre: 'Aucun signet.' }}
      />
    </Flex>
  );
}

/** Guide §2.c (1/3): every signet, what it writes, and in which modalité it may stand. */
export default function Signets(): JSX.Element {
  const signets = useListSignetsQuery(undefined);
  // What `ChoixCobaye` first offers: asked for at once, not once the catalogue has come.
  useSearchCobayesQuery({ declencheur: 'action', typeDestinataire: 'entrepreneur', recherche: '' });
  return (
    <PageModule
      titre="Signets disponibles"
      sousTitre="Un signet est remplacé, à l’envoi, par l’information de chaque personne ou de l’action."
      permission="modeles.consulter-modeles"
    >
      <Requete de={signets}>{(catalogue) => <Catalogue catalogue={catalogue} />}</Requete>
      <FormatsDate />
    </PageModule>
  );
}
