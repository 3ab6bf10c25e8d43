import { Box, Button, Field, Flex, Radio, TextInput, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { EntreeCatalogue } from '../../../core/catalogue-signets';
import { formatSignet, type Signet } from '../../../core/signet';
import { suggestSource } from './describe-probleme';
import { describeSignet, formatExemple, isDate } from './describe-signet';

interface Props {
  source: string;
  lectureSeule: boolean;
  onChange: (source: string) => void;
  onRetirer: () => void;
  onFermer: () => void;
}

/** Null: the default of the house, « d/m/Y à H:i ». */
const FORMATS: Readonly<Record<'date' | 'dateheure' | 'heure', readonly (string | null)[]>> = {
  date: [null, 'j F Y', 'l j F Y', 'j F'],
  dateheure: [null, 'l j F Y à H:i', 'j F Y à H:i', 'l j F', 'j F Y', 'H:i', 'H\\hi'],
  heure: [null, 'H\\hi', 'G\\hi'],
};

const AUTRE = 'autre';

function listFormats({ nature }: EntreeCatalogue): readonly (string | null)[] {
  return nature === 'texte' || nature === 'nombre' ? [] : FORMATS[nature];
}

/** What the signet keeps is trimmed: the space just typed, before its next word, lives here. */
function TexteGarde(props: {
  texte: string | null;
  exemple: string;
  onTexte: (texte: string | null) => void;
}): JSX.Element {
  const { texte, exemple, onTexte } = props;
  const [saisi, setSaisi] = useState(texte ?? '');
  return (
    <TextInput
      size="S"
      value={saisi}
      placeholder={exemple}
      onChange={({ target }) => {
        setSaisi(target.value);
        onTexte(target.value === '' ? null : target.value);
      }}
    />
  );
}

/** Decision A5: a few ways of writing the date, shown on an example; the PHP letters for those who want them. */
function FormatDate(props: {
  entree: EntreeCatalogue;
  signet: Signet;
  onFormat: (format: string | null) => void;
}): JSX.Element {
  const { entree, signet, onFormat } = props;
  const formats = listFormats(entree);
  const [libre, setLibre] = useState(!formats.includes(signet.format));
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" fontWeight="bold" id="ecriture-date">
        Écrire la date ainsi
      </Typography>
      <Radio.Group
        aria-labelledby="ecriture-date"
        value={libre ? AUTRE : (signet.format ?? '')}
        onValueChange={(valeur) => {
          setLibre(valeur === AUTRE);
          if (valeur !== AUTRE) {
            onFormat(valeur === '' ? null : valeur);
          }
        }}
      >
        {formats.map((format) => (
          <Radio.Item key={format ?? ''} value={format ?? ''}>
            {formatExemple(entree, format)}
          </Radio.Item>
        ))}
        <Radio.Item value={AUTRE}>Autre écriture</Radio.Item>
      </Radio.Group>
      {libre ? (
        <Field.Root hint={`Par exemple « ${formatExemple(entree, signet.format)} »`}>
          <Field.Label>Lettres du format</Field.Label>
          <TexteGarde texte={signet.format} exemple="l j F Y à H:i" onTexte={onFormat} />
          <Field.Hint />
        </Field.Root>
      ) : null}
    </Flex>
  );
}

function Inconnu({ source, onChange }: Pick<Props, 'source' | 'onChange'>): JSX.Element {
  const proche = suggestSource(source);
  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      <Typography>Ce signet n’existe pas : rien ne s’écrirait à sa place.</Typography>
      {proche === null ? (
        <Typography>Retirez-le, puis choisissez-en un dans « Insérer un signet ».</Typography>
      ) : (
        <Button
          size="S"
          onClick={() => {
            onChange(proche);
          }}
        >
          Remplacer par « {describeSignet(proche).libelle} »
        </Button>
      )}
    </Flex>
  );
}

function Repli(props: {
  signet: Signet;
  obligatoire: boolean;
  onRepli: (repli: string | null) => void;
}): JSX.Element {
  const { signet, obligatoire, onRepli } = props;
  const hint = obligatoire
    ? 'Signet obligatoire : sans valeur et sans ce texte, la personne ne reçoit pas le message.'
    : 'Sans valeur et sans ce texte, rien ne s’écrit à cet endroit.';
  return (
    <Field.Root hint={hint}>
      <Field.Label>Texte écrit quand l’information manque</Field.Label>
      <TexteGarde texte={signet.repli} exemple="Aucun" onTexte={onRepli} />
      <Field.Hint />
    </Field.Root>
  );
}

/** What a chip says, and how it is written: the date's form, the fallback (guide §2.c, decisions A5, A6, F2). */
export function ReglagesSignet(props: Props): JSX.Element {
  const { source, lectureSeule, onChange, onRetirer, onFermer } = props;
  const { signet, entree, libelle, exemple } = describeSignet(source);
  const set = (changement: Partial<Signet>): void => {
    onChange(formatSignet({ ...signet, ...changement }));
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} padding={4}>
      <Box>
        <Typography variant="delta" tag="h3">
          {entree === null ? 'Signet inconnu' : libelle}
        </Typography>
        <Typography variant="pi" tag="p" textColor="neutral600">
          <code>{source}</code>
        </Typography>
      </Box>
      {entree === null ? (
        <Inconnu source={source} onChange={onChange} />
      ) : (
        <Typography>
          Écrit par exemple <strong>« {exemple} »</strong>.
        </Typography>
      )}
      {entree === null || lectureSeule ? null : (
        <>
          {isDate(entree) ? (
            <FormatDate
              entree={entree}
              signet={signet}
              onFormat={(format) => {
                set({ format });
              }}
            />
          ) : null}
          <Repli
            signet={signet}
            obligatoire={entree.obligatoire}
            onRepli={(repli) => {
              set({ repli });
            }}
          />
        </>
      )}
      <Flex justifyContent="space-between" gap={2}>
        {lectureSeule ? (
          <span />
        ) : (
          <Button variant="danger-light" size="S" startIcon={<Trash />} onClick={onRetirer}>
            Retirer
          </Button>
        )}
        <Button variant="tertiary" size="S" onClick={onFermer}>
          Fermer
        </Button>
      </Flex>
    </Flex>
  );
}
