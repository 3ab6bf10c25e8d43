import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Duplicate, Eye, EyeStriked, Pencil, Play } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  useDeleteEnvoiAutomatiqueMutation,
  useInactivateEnvoiAutomatiqueMutation,
  usePreviewRegleQuery,
} from '../../../../api/envois-automatiques';
import { Corbeille } from '../../../../components/Corbeille';
import { Confirmation } from '../../../../components/Confirmation';
import { pluralize } from '../../../../components/texte';
import { useAction } from '../../../../components/useAction';
import type { Ligne } from './colonnes';
import { MemeSoir } from '../MemeSoir';
import { PhraseEnvoi } from '../PhraseEnvoi';

interface Props {
  ligne: Ligne;
  /** The next evening, 'YYYY-MM-DD'. */
  soir: string;
  /** « ce soir », « demain ». */
  quand: string;
  onModifier: () => void;
  onDupliquer: () => void;
}

type Question = 'supprimer' | 'inactiver' | 'activer' | null;

/** Whom an inactive rule would reach: asked only when someone is about to make it active. */
function SiActif({ ligne, quand }: Pick<Props, 'ligne' | 'quand'>): JSX.Element {
  const { documentId, regle, limite, phrase, modele } = ligne;
  const { data } = usePreviewRegleQuery({
    ...{ regle: { ...regle, inactif: false }, perimetre: limite, documentId },
  });
  return (
    <>
      <PhraseEnvoi
        phrase={phrase}
        modele={modele}
        inactif={false}
        compte={data?.ceSoir ?? null}
        quand={quand}
      />
      <MemeSoir rencontres={data?.memeSoir ?? []} quand={quand} />
    </>
  );
}

/** Guide §6.e « Inactivation et suppression »: asked first, with what changes on the next evening. */
export function ActionsEnvoi({ ligne, soir, quand, onModifier, onDupliquer }: Props): JSX.Element {
  const [question, setQuestion] = useState<Question>(null);
  const [inactivate] = useInactivateEnvoiAutomatiqueMutation();
  const [remove] = useDeleteEnvoiAutomatiqueMutation();
  const run = useAction();
  const navigate = useNavigate();
  const { documentId, version, regle, modele, distinction, phrase, ceSoir } = ligne;
  const nom = `« ${modele.nom} »${distinction === null ? '' : ` (${distinction})`}`;
  // Decision G18: said on each button, whose label is its tooltip.
  const verrou = ligne.modifiable ? {} : { disabled: true };
  const dire = (geste: string): string =>
    ligne.modifiable ? geste : `${geste} : il va au-delà de votre périmètre`;
  const perdus =
    ceSoir === null
      ? 'Rien ne partait : personne ne perd de message.'
      : `${pluralize(ceSoir.recevront, 'personne ne recevra', 'personnes ne recevront')} plus rien ${quand}.`;

  const setInactif = (inactif: boolean): Promise<unknown> =>
    run(
      inactivate({ documentId, version, inactif }),
      `L’envoi automatique ${nom} est ${inactif ? 'inactif' : 'actif'}.`
    );
  const close = (): void => {
    setQuestion(null);
  };
  const ask = (laquelle: Question) => (): void => {
    setQuestion(laquelle);
  };
  const enUnePhrase = <Typography>{phrase}.</Typography>;

  return (
    <Flex gap={1}>
      <IconButton label={dire(`Modifier ${nom}`)} variant="ghost" onClick={onModifier} {...verrou}>
        <Pencil />
      </IconButton>
      <IconButton
        label={`Simuler ${nom}`}
        variant="ghost"
        onClick={() => {
          navigate(`simulation?regle=${documentId}&soir=${soir}`);
        }}
      >
        <Play />
      </IconButton>
      <IconButton label={`Dupliquer ${nom}`} variant="ghost" onClick={onDupliquer}>
        <Duplicate />
      </IconButton>
      <IconButton
        label={dire(regle.inactif ? `Rendre ${nom} actif` : `Rendre ${nom} inactif`)}
        variant="ghost"
        {...verrou}
        onClick={ask(regle.inactif ? 'activer' : 'inactiver')}
      >
        {regle.inactif ? <Eye /> : <EyeStriked />}
      </IconButton>
      <Corbeille
        libelle={`Supprimer ${nom}`}
        empeche={ligne.modifiable ? null : dire(`Supprimer ${nom}`)}
        onClick={ask('supprimer')}
      />
      <Confirmation
        ouverte={question === 'supprimer'}
        titre="Supprimer cet envoi automatique ?"
        confirmer="Supprimer l’envoi"
        danger
        onConfirmer={() => run(remove(documentId), `L’envoi automatique ${nom} est supprimé.`)}
        onFermer={close}
      >
        {enUnePhrase}
        <Typography fontWeight="bold">{perdus}</Typography>
        <Typography>
          Les messages déjà envoyés restent dans les historiques. Pour l’arrêter sans le perdre,
          rendez-le plutôt inactif.
        </Typography>
      </Confirmation>
      <Confirmation
        ouverte={question === 'inactiver'}
        titre="Rendre cet envoi automatique inactif ?"
        confirmer="Rendre inactif"
        onConfirmer={() => setInactif(true)}
        onFermer={close}
      >
        {enUnePhrase}
        <Typography fontWeight="bold">{perdus}</Typography>
      </Confirmation>
      <Confirmation
        ouverte={question === 'activer'}
        titre="Rendre cet envoi automatique actif ?"
        confirmer="Rendre actif"
        onConfirmer={() => setInactif(false)}
        onFermer={close}
      >
        <SiActif ligne={ligne} quand={quand} />
        <Typography>Il partira ensuite tous les soirs, tant qu’il sera actif.</Typography>
      </Confirmation>
    </Flex>
  );
}
