import { Flex, Typography } from '@strapi/design-system';
import { Cross, WarningCircle } from '@strapi/icons';
import {
  unstable_useDocumentActions as useDocumentActions,
  useAPIErrorHandler,
  useFetchClient,
  useNotification,
  type FetchError,
} from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import type { CibleEffacement } from '../../../core/api/oppositions';
import { RESTE } from '../components/reste';
import { useDroits } from '../droits';

type TypeEfface = Extract<CibleEffacement, { documentId: string }>['typeDestinataire'];

/** The fiches that the historique may name. */
const TYPES: Readonly<Record<string, TypeEfface>> = {
  'api::entrepreneur.entrepreneur': 'entrepreneur',
  'api::contact-individuel.contact-individuel': 'contact_individuel',
  'api::contact-partenaire.contact-partenaire': 'contact_partenaire',
  'api::entreprise-partenaire.entreprise-partenaire': 'entreprise_partenaire',
};

const QUESTIONS = [
  'Les messages déjà reçus restent comptés, sans nom ni adresse, et ceux qui étaient programmés ne partiront pas.',
  'Ses adresses sont gardées sous une forme illisible, pour ne plus jamais lui écrire, même réimportée.',
  'Puis sa fiche est supprimée. Rien de tout cela ne se défait.',
];

function Question(): JSX.Element {
  return (
    <Flex direction="column" gap={2}>
      <WarningCircle width="24px" height="24px" fill="danger600" />
      {QUESTIONS.map((phrase) => (
        <Typography key={phrase} tag="p" variant="omega" textAlign="center">
          {phrase}
        </Typography>
      ))}
    </Flex>
  );
}

interface Fiche {
  model: string;
  collectionType: string;
  documentId?: string;
}

/**
 * In the menu of a fiche (RGPD, art. 17): her envois first, then the fiche itself, which Strapi alone would
 * refuse to delete as long as they name her.
 */
export function EffacerPersonne({ model, collectionType, documentId }: Fiche) {
  const typeDestinataire = TYPES[model];
  const droits = useDroits('oppositions.effacer-personne');
  const { post } = useFetchClient();
  const { delete: deleteFiche } = useDocumentActions();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const navigate = useNavigate();
  const [enCours, setEnCours] = useState(false);

  if (
    typeDestinataire === undefined ||
    documentId === undefined ||
    !droits['oppositions.effacer-personne']
  ) {
    return null;
  }

  async function erase(): Promise<void> {
    setEnCours(true);
    try {
      await post('/sms-mailing/effacements', { typeDestinataire, documentId, confirme: true });
      const supprimee = await deleteFiche({ model, collectionType, documentId: documentId ?? '' });
      if (!('error' in supprimee)) {
        navigate(`/content-manager/${collectionType}/${model}`, { replace: true });
      }
    } catch (erreur) {
      toggleNotification({
        type: 'danger',
        message: formatAPIError(erreur as FetchError),
        ...RESTE,
      });
    } finally {
      setEnCours(false);
    }
  }

  return {
    label: 'Effacer la personne (RGPD)',
    icon: <Cross />,
    variant: 'danger' as const,
    loading: enCours,
    position: ['header' as const],
    dialog: {
      type: 'dialog' as const,
      title: 'Effacer cette personne ?',
      content: <Question />,
      onConfirm: erase,
    },
  };
}
