import { Box, Button, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type {
  EssaiRegle,
  LigneEnvoiAutomatique,
  TableEnvoisAutomatiques,
} from '../../../../../../core/api/envois-automatiques';
import { useExecuteEnvoiAutomatiqueMutation } from '../../../../api/essais';
import { Confirmation } from '../../../../components/Confirmation';
import { newNumero } from '../../../../components/new-numero';
import { pluralize } from '../../../../components/texte';
import { useAction } from '../../../../components/useAction';
import { useDroits } from '../../../../droits';

interface Props {
  essai: EssaiRegle;
  ligne: LigneEnvoiAutomatique;
  liste: TableEnvoisAutomatiques;
  /** The evening on show: only today's can be brought forward. */
  soir: string;
}

/** Decision E8 « Exécuter maintenant »: the same keys as 19h, so that the evening repeats nothing. */
export function Executer({ essai, ligne, liste, soir }: Props): JSX.Element | null {
  const { 'envois-automatiques.executer-envoi-automatique': peutExecuter } = useDroits(
    'envois-automatiques.executer-envoi-automatique'
  );
  /** Drawn when the window opens: pressed twice, it sends once. */
  const [numero, setNumero] = useState<string | null>(null);
  const [execute] = useExecuteEnvoiAutomatiqueMutation();
  const run = useAction();
  const { recevront, credits, modele, phrase } = essai;
  const arrete = ligne.regle.inactif || ligne.modele.inactif;
  if (!peutExecuter || arrete || recevront === 0 || soir !== liste.aujourdhui) {
    return null;
  }
  return (
    <Box shrink={0}>
      <Button
        variant="tertiary"
        startIcon={<PaperPlane />}
        onClick={() => {
          setNumero(newNumero());
        }}
      >
        Exécuter maintenant
      </Button>
      <Confirmation
        ouverte={numero !== null}
        titre="Exécuter cet envoi maintenant ?"
        confirmer={`Envoyer à ${pluralize(recevront, 'personne')}`}
        danger
        onConfirmer={() =>
          run(
            execute({ documentId: essai.documentId, confirmation: numero ?? newNumero() }),
            ({ envois, sansCredit = 0 }) =>
              `${pluralize(envois, 'message part', 'messages partent')} maintenant ; le soir ne répétera rien.${sansCredit === 0 ? '' : ` ${pluralize(sansCredit, 'personne ne recevra pas', 'personnes ne recevront pas')} : il manque des SMS.`}`
          )
        }
        onFermer={() => {
          setNumero(null);
        }}
      >
        <Typography>{phrase}.</Typography>
        <Typography fontWeight="bold">
          « {modele} » partira tout de suite à{' '}
          {pluralize(recevront, 'vraie personne', 'vraies personnes')}
          {credits > 0 ? `, pour ${pluralize(credits, 'SMS', 'SMS')}` : ''}.
        </Typography>
        <Typography>
          À l’heure habituelle, ce soir, rien ne leur sera envoyé une seconde fois.
        </Typography>
      </Confirmation>
    </Box>
  );
}
