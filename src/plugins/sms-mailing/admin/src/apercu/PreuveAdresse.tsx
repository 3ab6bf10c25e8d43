import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { DemandeCode } from '../../../core/api/exemplaires';
import { useConfirmAdresseMutation, useSendCodeAdresseMutation } from '../api/exemplaires';
import { ChampTexte } from '../components/ChampTexte';
import { Fenetre } from '../components/Fenetre';
import { pluralize } from '../components/texte';
import { useAction } from '../components/useAction';

interface Props {
  demande: DemandeCode;
  vers: string;
  /** The address is proved: the exemplaire may leave. */
  onProuvee: () => Promise<unknown>;
  onFermer: () => void;
}

const CODE = /^\d{6}$/;

/** Decision G12: a code that went to one's own address or number, typed back once. */
export function PreuveAdresse(props: Props): JSX.Element {
  const { demande, vers, onProuvee, onFermer } = props;
  const [code, setCode] = useState('');
  const [envoyeA, setEnvoyeA] = useState<string | null>(null);
  const [sendCode, envoi] = useSendCodeAdresseMutation();
  const [confirm, confirmation] = useConfirmAdresseMutation();
  const [enCours, setEnCours] = useState(false);
  const run = useAction();

  async function askCode(): Promise<void> {
    const envoye = await run(
      sendCode(demande),
      ({ vers: parti, credits }) =>
        `Un code part vers ${parti}${credits > 0 ? ` (${pluralize(credits, 'SMS débité', 'SMS débités')})` : ''}.`
    );
    setEnvoyeA(envoye?.vers ?? envoyeA);
  }

  async function prove(): Promise<void> {
    const prouvee = await run(confirm({ ...demande, code: code.trim() }), 'C’est prouvé.');
    if (prouvee === null) return;
    setEnCours(true);
    await onProuvee().finally(() => {
      setEnCours(false);
    });
    onFermer();
  }

  return (
    <Fenetre
      titre={demande.transport === 'sms' ? 'Prouvez votre numéro' : 'Prouvez votre adresse'}
      fermer="Annuler"
      onFermer={onFermer}
      action={
        envoyeA === null ? (
          <Button loading={envoi.isLoading} onClick={() => void askCode()}>
            M’envoyer le code
          </Button>
        ) : (
          <Button
            disabled={!CODE.test(code.trim())}
            loading={confirmation.isLoading || enCours}
            onClick={() => void prove()}
          >
            Valider et recevoir l’exemplaire
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography>
          Un code à 6 chiffres part vers <strong>{envoyeA ?? vers}</strong> : recopiez-le ici. C’est
          demandé une seule fois, et de nouveau si vous en changez.
        </Typography>
        {envoyeA === null ? null : (
          <>
            <ChampTexte
              nom="code-preuve"
              libelle="Code reçu"
              indice="6 chiffres"
              aide="Il est valable 30 minutes. Rien reçu ? Regardez dans les indésirables."
              valeur={code}
              onValeur={setCode}
            />
            <Flex>
              <Button variant="tertiary" loading={envoi.isLoading} onClick={() => void askCode()}>
                Renvoyer un code
              </Button>
            </Flex>
          </>
        )}
      </Flex>
    </Fenetre>
  );
}
