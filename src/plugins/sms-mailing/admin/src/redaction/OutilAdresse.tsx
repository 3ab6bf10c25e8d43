import { Button, Field, Flex, Popover, TextInput, Typography } from '@strapi/design-system';
import { useState, type JSX, type ReactNode } from 'react';
import { completeAdresse } from './adresse-lien';
import { BoutonOutil } from './BoutonOutil';

interface Props {
  nom: string;
  icone: ReactNode;
  actif: boolean;
  adresse: string;
  onAdresse: (adresse: string) => void;
  onRetirer: (() => void) | null;
}

/** The signets that are an address. */
const LIENS = [
  ['${action_lien_visio}', 'Mettre le lien visio de l’action'],
  ['${action_lien_confirmation}', 'Mettre le lien « Je confirme / Je ne pourrai pas venir »'],
] as const;

const CONSEIL = 'Une page web, un e-mail, un téléphone, ou un des liens de l’action.';

function Formulaire(props: Omit<Props, 'icone' | 'actif'> & { onFini: () => void }): JSX.Element {
  const { nom, onAdresse, onRetirer, onFini } = props;
  const [adresse, setAdresse] = useState(props.adresse);
  const [erreur, setErreur] = useState<string | null>(null);

  function apply(): void {
    const complete = completeAdresse(adresse);
    if (complete === null) {
      setErreur(CONSEIL);
      return;
    }
    onFini();
    onAdresse(complete);
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={4}>
      <Typography variant="delta" tag="h3">
        {nom}
      </Typography>
      <Field.Root hint={CONSEIL} {...(erreur === null ? {} : { error: erreur })}>
        <Field.Label>Adresse</Field.Label>
        <TextInput
          value={adresse}
          placeholder="https://"
          onChange={(event) => {
            setAdresse(event.target.value);
            setErreur(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              apply();
            }
          }}
        />
        {erreur === null ? <Field.Hint /> : <Field.Error />}
      </Field.Root>
      {LIENS.map(([signet, libelle]) => (
        <Button
          key={signet}
          variant="tertiary"
          size="S"
          onClick={() => {
            setAdresse(signet);
          }}
        >
          {libelle}
        </Button>
      ))}
      <Flex justifyContent="space-between" gap={2}>
        {onRetirer === null ? (
          <span />
        ) : (
          <Button
            variant="danger-light"
            size="S"
            onClick={() => {
              onFini();
              onRetirer();
            }}
          >
            Retirer le lien
          </Button>
        )}
        <Button size="S" onClick={apply}>
          Appliquer
        </Button>
      </Flex>
    </Flex>
  );
}

/** A button of the bar that asks for an address. */
export function OutilAdresse({ icone, actif, ...reste }: Props): JSX.Element {
  const [ouvert, setOuvert] = useState(false);
  return (
    <Popover.Root open={ouvert} onOpenChange={setOuvert}>
      <Popover.Trigger>
        <BoutonOutil nom={reste.nom} actif={actif}>
          {icone}
        </BoutonOutil>
      </Popover.Trigger>
      <Popover.Content aria-label={reste.nom} style={{ width: '36rem' }}>
        <Formulaire
          {...reste}
          onFini={() => {
            setOuvert(false);
          }}
        />
      </Popover.Content>
    </Popover.Root>
  );
}
