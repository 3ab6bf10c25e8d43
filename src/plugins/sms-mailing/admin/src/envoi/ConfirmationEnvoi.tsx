import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState, type JSX, type ReactNode } from 'react';
import { Fenetre } from '../components/Fenetre';
import { newNumero } from '../components/new-numero';
import { Requete, type EtatRequete } from '../components/Requete';
import { formatNombre, pluralize } from '../components/texte';
import { DetailEnvoi, Noms } from './DetailEnvoi';
import { accordeDepart } from './phrase-depart';
import { isATaper, isCourt, phraseCout, type RecapEnvoi } from './recap';

/** What the click carries (decision G8): the number of this window, and the SMS that it announced. */
export interface Clic {
  confirmation: string;
  creditsLus: number | null;
}

interface Props {
  titre: string;
  recap: EtatRequete<RecapEnvoi>;
  /** « Envoyer maintenant », « Programmer l’envoi » */
  verbe: string;
  /** The action that is written from: the short form is for the participants of one. */
  action?: string | null;
  /** A box to tick first, an option: « Envoyer quand même ». */
  options?: ReactNode;
  /** The box above is not ticked yet. */
  bloque?: boolean;
  /** Null: refused, and said; the window stays. */
  onConfirmer: (clic: Clic) => Promise<unknown>;
  onFermer: () => void;
}

interface SaisieProps {
  nombre: number;
  tape: string;
  onTape: (tape: string) => void;
}

/** Above a hundred messages, the number is typed: nobody does so by mistake. */
function SaisieNombre({ nombre, tape, onTape }: SaisieProps): JSX.Element {
  return (
    <Box
      padding={4}
      paddingLeft={6}
      paddingRight={6}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="1px 0 0"
    >
      <Field.Root name="nombre" hint={`Tapez ${formatNombre(nombre)}.`}>
        <Field.Label>Pour confirmer, tapez le nombre de messages</Field.Label>
        <TextInput
          inputMode="numeric"
          autoComplete="off"
          value={tape}
          onChange={(event) => {
            onTape(event.target.value);
          }}
        />
        <Field.Hint />
      </Field.Root>
    </Box>
  );
}

/** « 1 240 », « 1240 »: what was typed, whatever spaces it has. */
function isTape(tape: string, nombre: number): boolean {
  return tape.replace(/\s/g, '') === String(nombre);
}

/** What was announced exactly; « environ » promises nothing. */
function creditsLus(recap: RecapEnvoi | undefined): number | null {
  const { sms = null } = recap ?? {};
  return sms === null || sms.estime ? null : sms.credits;
}

function Court({ recap }: { recap: RecapEnvoi }): JSX.Element {
  const departs = [
    ...new Set(
      recap.modeles.map(({ phraseDepart }) => accordeDepart(phraseDepart, recap.messages))
    ),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography>
        <strong>
          {recap.phrase}, à {pluralize(recap.personnes, 'vraie personne', 'vraies personnes')}
        </strong>
        {` : ${recap.modeles.map(({ nom }) => `« ${nom} »`).join(', ')}. ${departs.join('. ')}.`}
      </Typography>
      {recap.sms === null ? null : <Typography>{phraseCout(recap.sms)}</Typography>}
      <Noms modeles={recap.modeles} />
    </Flex>
  );
}

/**
 * Before anything is written (guide §7.b, §8.b, §9.b): who, how many, what, when, at what cost, who will not and
 * why. Mounted when it is asked for: its number is that of one reading.
 */
export function ConfirmationEnvoi(props: Props): JSX.Element {
  const { titre, recap, verbe, action = null, options, bloque = false } = props;
  const { onConfirmer, onFermer } = props;
  const [numero] = useState(newNumero);
  const [tape, setTape] = useState('');
  const [enCours, setEnCours] = useState(false);
  const lu = recap.data;
  const aTaper = lu !== undefined && isATaper(lu);
  const pret =
    !bloque && lu !== undefined && lu.messages > 0 && (!aTaper || isTape(tape, lu.messages));

  async function confirm(): Promise<void> {
    setEnCours(true);
    const faite = await onConfirmer({ confirmation: numero, creditsLus: creditsLus(lu) });
    setEnCours(false);
    if (faite !== null) {
      onFermer();
    }
  }

  return (
    <Fenetre
      titre={titre}
      fermer="Annuler"
      onFermer={onFermer}
      resume={aTaper ? <SaisieNombre nombre={lu.messages} tape={tape} onTape={setTape} /> : null}
      action={
        <Button disabled={!pret} loading={enCours} onClick={() => void confirm()}>
          {verbe}
        </Button>
      }
    >
      <Requete de={recap}>
        {(donnees) => (
          <Flex direction="column" alignItems="stretch" gap={5}>
            {action !== null && isCourt(donnees) ? (
              <Court recap={donnees} />
            ) : (
              <DetailEnvoi recap={donnees} action={action} />
            )}
            {options}
          </Flex>
        )}
      </Requete>
    </Fenetre>
  );
}
