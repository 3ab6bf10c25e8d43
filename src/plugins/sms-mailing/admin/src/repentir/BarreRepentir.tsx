import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { getFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState, type JSX } from 'react';
import { styled } from 'styled-components';
import { phraseErreur } from '../api/api';
import { pluralize } from '../components/texte';
import { readRepentirs, REPENTI, writeRepentirs, type Repentir } from './repentirs';

interface Props {
  /** Nothing is left to take back. */
  onVide: () => void;
}

const Barre = styled(Box)`
  position: fixed;
  bottom: 2.4rem;
  left: 50%;
  transform: translateX(-50%);
  z-index: 500;
  max-width: calc(100vw - 4.8rem);
`;

/** As many as the server takes at once. */
const PAR_DEMANDE = 1_000;
const LECTURE_MS = 8_000;

async function cancel(envois: readonly string[]): Promise<number> {
  const { post } = getFetchClient();
  let annules = 0;
  for (let rang = 0; rang < envois.length; rang += PAR_DEMANDE) {
    const { data } = await post<{ data: { annules: number } }>('/sms-mailing/envois/annuler', {
      envoiDocumentIds: envois.slice(rang, rang + PAR_DEMANDE),
    });
    annules += data.data.annules;
  }
  return annules;
}

function phraseAnnules(annules: number, { envois, messages }: Repentir): string {
  if (annules === envois.length) {
    return `${pluralize(messages, 'message est annulé', 'messages sont annulés')} : personne ne l’a reçu.`;
  }
  return annules === 0
    ? 'Trop tard : les messages étaient déjà partis.'
    : `${pluralize(annules, 'message est annulé', 'messages sont annulés')} ; ${pluralize(envois.length - annules, 'était déjà parti', 'étaient déjà partis')}.`;
}

/** Seconds left, never less than none. */
const restantes = ({ echeance }: Repentir): number =>
  Math.max(0, Math.ceil((echeance - Date.now()) / 1000));

function Ligne(props: { repentir: Repentir; onAnnuler: () => Promise<void> }): JSX.Element {
  const { repentir, onAnnuler } = props;
  const [enCours, setEnCours] = useState(false);
  return (
    <Flex gap={4} justifyContent="space-between">
      <Typography textColor="neutral0">
        {repentir.modeles.join(', ')} :{' '}
        {pluralize(repentir.messages, 'message part', 'messages partent')} dans{' '}
        {restantes(repentir)} s
      </Typography>
      <Button
        variant="secondary"
        loading={enCours}
        onClick={() => {
          setEnCours(true);
          void onAnnuler();
        }}
      >
        Annuler cet envoi
      </Button>
    </Flex>
  );
}

/** « Annuler cet envoi », as long as the server still allows it; the answer is the server's. */
export function BarreRepentir({ onVide }: Props): JSX.Element {
  const [repentirs, setRepentirs] = useState(readRepentirs);
  const [dit, setDit] = useState('');

  useEffect(() => {
    const minuterie = setInterval(() => {
      setRepentirs(readRepentirs());
    }, 500);
    return () => {
      clearInterval(minuterie);
    };
  }, []);

  useEffect(() => {
    if (repentirs.length > 0) {
      return undefined;
    }
    const minuterie = setTimeout(onVide, dit === '' ? 0 : LECTURE_MS);
    return () => {
      clearTimeout(minuterie);
    };
  }, [repentirs.length, dit, onVide]);

  async function takeBack(repentir: Repentir): Promise<void> {
    try {
      setDit(phraseAnnules(await cancel(repentir.envois), repentir));
    } catch (erreur) {
      setDit(phraseErreur(erreur));
    }
    writeRepentirs(readRepentirs().filter(({ echeance }) => echeance !== repentir.echeance));
    setRepentirs(readRepentirs());
    window.dispatchEvent(new Event(REPENTI));
  }

  return (
    <Barre background="neutral800" padding={4} hasRadius shadow="popupShadow" role="status">
      <Flex direction="column" alignItems="stretch" gap={3}>
        {dit === '' ? null : <Typography textColor="neutral0">{dit}</Typography>}
        {repentirs.map((repentir) => (
          <Ligne key={repentir.echeance} repentir={repentir} onAnnuler={() => takeBack(repentir)} />
        ))}
      </Flex>
    </Barre>
  );
}
