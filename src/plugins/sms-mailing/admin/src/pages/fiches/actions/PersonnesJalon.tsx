import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState, type ComponentProps, type JSX } from 'react';
import type { EtatJalon, Jalon, PersonneJalon } from '../../../../../core/api/deroule';
import { useWithdrawDeActionMutation } from '../../../api/deroule';
import { Confirmation } from '../../../components/Confirmation';
import { TableHtml } from '../../../components/TableHtml';
import { useAction } from '../../../components/useAction';
import { useDroits } from '../../../droits';
import { LienFiche } from '../LienFiche';

interface Props {
  action: string;
  jalon: Jalon;
}

type Ton = Pick<ComponentProps<typeof Badge>, 'backgroundColor' | 'textColor'>;

const ETATS: Readonly<Record<EtatJalon, Ton & { mot: string }>> = {
  recu: { mot: 'Reçu', backgroundColor: 'success100', textColor: 'success700' },
  a_venir: { mot: 'À venir', backgroundColor: 'secondary100', textColor: 'secondary700' },
  incertain: { mot: 'Peut-être reçu', backgroundColor: 'warning100', textColor: 'neutral800' },
  manque: { mot: 'Manque', backgroundColor: 'danger100', textColor: 'danger700' },
  annule: { mot: 'Annulé', backgroundColor: 'neutral150', textColor: 'neutral700' },
  ecarte: { mot: 'Non concerné', backgroundColor: 'neutral150', textColor: 'neutral700' },
};

function Ligne(props: {
  personne: PersonneJalon;
  peutRetirer: boolean;
  onRetirer: () => void;
}): JSX.Element {
  const { personne, peutRetirer, onRetirer } = props;
  const { documentId, nom, etat, raison } = personne;
  const { mot, ...ton } = ETATS[etat];
  return (
    <tr>
      <td>
        <LienFiche vers={`/entrepreneurs/${documentId}`}>{nom}</LienFiche>
      </td>
      <td>
        <Badge {...ton}>{mot}</Badge>
      </td>
      <td style={{ whiteSpace: 'normal' }}>
        <Typography variant="pi">{raison}</Typography>
      </td>
      <td>
        {peutRetirer && etat === 'a_venir' ? (
          <Flex justifyContent="flex-end">
            <Button
              variant="tertiary"
              size="S"
              aria-label={`Ne pas l’envoyer à ${nom}`}
              onClick={onRetirer}
            >
              Ne pas lui envoyer
            </Button>
          </Flex>
        ) : null}
      </td>
    </tr>
  );
}

/** Who a step of the action's line is for; one person's coming message may be taken away (decision B11). */
export function PersonnesJalon({ action, jalon }: Props): JSX.Element {
  const [retiree, setRetiree] = useState<PersonneJalon | null>(null);
  const [withdraw] = useWithdrawDeActionMutation();
  const run = useAction();
  const droits = useDroits('fiches.envoyer-depuis-action');
  const { regle, modele, personnes } = jalon;
  const nom = retiree?.nom ?? '';
  return (
    <Box>
      <TableHtml nom={`Qui reçoit « ${modele} »`}>
        <thead>
          <tr>
            <th scope="col">Personne</th>
            <th scope="col">Message</th>
            <th scope="col">Pourquoi</th>
            <th scope="col" aria-label="Gestes" />
          </tr>
        </thead>
        <tbody>
          {personnes.map((personne) => (
            <Ligne
              key={personne.documentId}
              personne={personne}
              peutRetirer={regle !== null && droits['fiches.envoyer-depuis-action']}
              onRetirer={() => {
                setRetiree(personne);
              }}
            />
          ))}
        </tbody>
      </TableHtml>
      <Confirmation
        ouverte={retiree !== null}
        titre="Ne pas lui envoyer ?"
        confirmer="Ne pas lui envoyer"
        annuler="Laisser partir"
        danger
        onConfirmer={() =>
          run(
            withdraw({
              action,
              regle: regle ?? '',
              entrepreneurDocumentId: retiree?.documentId ?? '',
            }),
            ({ retires }) =>
              retires > 0
                ? `« ${modele} » ne partira pas pour ${nom}.`
                : 'Rien n’a été retiré : ce message était déjà parti.'
          )
        }
        onFermer={() => {
          setRetiree(null);
        }}
      >
        <Typography>
          « {modele} » ne partira pas pour {nom}, pour cette action. Les autres participants le
          recevront.
        </Typography>
      </Confirmation>
    </Box>
  );
}
