import { IconButton, Typography } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import type { EntreeCatalogue } from '../../../../../core/catalogue-signets';
import { LIBELLES_TYPE_DESTINATAIRE } from '../../../../../core/vocabulaire';
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

const COLONNES: ColonneTableau<Ligne>[] = [
  {
    cle: 'signet',
    titre: 'Signet',
    valeur: ({ signet }) => signet,
    cellule: ({ signet }) => (
      <Typography tag="code" textColor="primary700">
        {signet}
      </Typography>
    ),
  },
  { cle: 'libelle', titre: 'Ce qu’il écrit', valeur: ({ libelle }) => libelle },
  { cle: 'exemple', titre: 'Exemple', valeur: ({ exemple }) => exemple },
  { cle: 'theme', titre: 'Thème', valeur: ({ theme }) => theme },
  {
    cle: 'declencheur',
    titre: 'Où s’en servir',
    valeur: ({ declencheur }) => DECLENCHEURS[declencheur],
  },
  {
    cle: 'destinataires',
    titre: 'Pour qui',
    valeur: ({ destinataires }) =>
      destinataires.map((type) => LIBELLES_TYPE_DESTINATAIRE[type]).join(', '),
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
            tri={{ cle: 'theme', croissant: true }}
            actions={({ signet }) => <Copier signet={signet} />}
            vide={{ titre: 'Aucun signet.' }}
          />
        )}
      </Requete>
      <FormatsDate />
    </PageModule>
  );
}
