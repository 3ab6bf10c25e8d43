import { IconButton, Typography } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import { styled } from 'styled-components';
import type { EntreeCatalogue } from '../../../../../core/catalogue-signets';
import {
  LIBELLES_TYPE_DESTINATAIRE,
  typeDestinataireSchema,
} from '../../../../../core/vocabulaire';
import { useListSignetsQuery } from '../../../api/modeles';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { Tableau, type ColonneTableau } from '../../../components/Tableau';
import { FormatsDate } from './FormatsDate';

type Ligne = EntreeCatalogue & { documentId: string; signet: string };

/** As it is to be pasted: the participant's own data carry `tableN.` (guide §2.c, 2/3). */
function toLigne(entree: EntreeCatalogue): Ligne {
  const prefixe = entree.parParticipant ? 'tableN.' : '';
  return { ...entree, documentId: entree.chemin, signet: `\${${prefixe}${entree.chemin}}` };
}

const DECLENCHEURS = {
  personne: 'Campagne, fiche Entrepreneur',
  action: 'Envoi automatique, fiche Action',
} as const;

const Cellule = styled.div`
  min-width: 9rem;
  padding: 4px 0;
  white-space: normal;
  overflow-wrap: break-word;
`;

/** An address, a long word: cut where the column ends. */
const Coupee = styled(Cellule)`
  overflow-wrap: anywhere;
`;

const Code = styled(Coupee)`
  min-width: clamp(11rem, 30vw - 14rem, 32rem);
`;

function Deux({ texte, precision }: { texte: string; precision: string }): JSX.Element {
  return (
    <Cellule>
      <Typography tag="p">{texte}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {precision}
      </Typography>
    </Cellule>
  );
}

function listDestinataires({ destinataires }: Ligne): string {
  return destinataires.length === typeDestinataireSchema.options.length
    ? 'Tous les destinataires'
    : destinataires.map((type) => LIBELLES_TYPE_DESTINATAIRE[type]).join(', ');
}

const COLONNES: ColonneTableau<Ligne>[] = [
  {
    cle: 'libelle',
    titre: 'Ce qu’il écrit',
    valeur: ({ theme, libelle }) => `${theme} ${libelle}`,
    cellule: ({ theme, libelle }) => <Deux texte={libelle} precision={theme} />,
  },
  {
    cle: 'signet',
    titre: 'Signet',
    valeur: ({ signet }) => signet,
    cellule: ({ signet }) => (
      <Code>
        <Typography tag="code" textColor="primary700">
          {signet}
        </Typography>
      </Code>
    ),
  },
  {
    cle: 'exemple',
    titre: 'Exemple',
    valeur: ({ exemple }) => exemple,
    cellule: ({ exemple }) => (
      <Coupee>
        <Typography>{exemple}</Typography>
      </Coupee>
    ),
  },
  {
    cle: 'declencheur',
    titre: 'Où s’en servir',
    valeur: (ligne) => `${DECLENCHEURS[ligne.declencheur]} ${listDestinataires(ligne)}`,
    cellule: (ligne) => (
      <Deux texte={DECLENCHEURS[ligne.declencheur]} precision={listDestinataires(ligne)} />
    ),
  },
];

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

/** Guide §2.c (1/3): every signet, what it writes, and in which modalité it may stand. */
export default function Signets(): JSX.Element {
  return (
    <PageModule
      titre="Signets disponibles"
      sousTitre="Un signet est remplacé, à l’envoi, par l’information de chaque personne ou de l’action."
      permission="modeles.consulter-modeles"
    >
      <Requete de={useListSignetsQuery(undefined)}>
        {(catalogue) => (
          <Tableau
            nom="Signets disponibles"
            unite="signet"
            lignes={catalogue.map(toLigne)}
            colonnes={COLONNES}
            tri={{ cle: 'libelle', croissant: true }}
            actions={({ signet }) => <Copier signet={signet} />}
            vide={{ titre: 'Aucun signet.' }}
          />
        )}
      </Requete>
      <FormatsDate />
    </PageModule>
  );
}
