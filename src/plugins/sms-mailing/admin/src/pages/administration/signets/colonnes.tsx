import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { styled } from 'styled-components';
import type { EntreeCatalogue } from '../../../../../core/catalogue-signets';
import {
  LIBELLES_TYPE_DESTINATAIRE,
  typeDestinataireSchema,
} from '../../../../../core/vocabulaire';
import type { ColonneTableau } from '../../../components/Tableau';

export type LigneSignet = EntreeCatalogue & { documentId: string; signet: string };

/** By path; null: nobody was chosen, the catalogue's own examples stand. */
export type Exemples = Readonly<Record<string, string>> | null;

/** As it is to be pasted: the participant's own data carry `tableN.` (guide §2.c, 2/3). */
export function toLigne(entree: EntreeCatalogue, exemples: Exemples): LigneSignet {
  const prefixe = entree.parParticipant ? 'tableN.' : '';
  return {
    ...entree,
    documentId: entree.chemin,
    signet: `\${${prefixe}${entree.chemin}}`,
    exemple: exemples === null ? entree.exemple : (exemples[entree.chemin] ?? '—'),
  };
}

const DECLENCHEURS = {
  personne: 'Toutes les modalités d’envoi',
  action: 'Envoi automatique, fiche Action',
} as const;

const Cellule = styled.div`
  min-width: 9rem;
  white-space: normal;
  overflow-wrap: break-word;
`;

/** Two short lines, kept on two. */
const Large = styled(Cellule)`
  min-width: clamp(9rem, 18vw - 6rem, 26rem);
`;

/** An address, a long word: cut where the column ends. */
const Coupee = styled(Cellule)`
  overflow-wrap: anywhere;
`;

const Code = styled(Coupee)`
  min-width: clamp(11rem, 27vw - 14rem, 32rem);
`;

function Deux({ texte, precision }: { texte: string; precision: string }): JSX.Element {
  return (
    <Large>
      <Typography tag="p" variant="pi" fontWeight="semiBold">
        {texte}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {precision}
      </Typography>
    </Large>
  );
}

function listDestinataires({ destinataires }: LigneSignet): string {
  return destinataires.length === typeDestinataireSchema.options.length
    ? 'Tous les destinataires'
    : destinataires.map((type) => LIBELLES_TYPE_DESTINATAIRE[type]).join(', ');
}

export const COLONNES: ColonneTableau<LigneSignet>[] = [
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
        <Typography tag="code" variant="pi" textColor="primary700">
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
        {exemple === '' ? (
          <Typography variant="pi" textColor="neutral600">
            (vide pour cette personne)
          </Typography>
        ) : (
          <Typography variant="pi">{exemple}</Typography>
        )}
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
