import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Duplicate, Eye, EyeStriked, Pencil, Trash } from '@strapi/icons';
import { useState, type JSX } from 'react';
import {
  useDeleteEnvoiAutomatiqueMutation,
  useSaveEnvoiAutomatiqueMutation,
} from '../../../api/envois-automatiques';
import { Confirmation } from '../../../components/Confirmation';
import { pluralize } from '../../../components/texte';
import { useAction } from '../../../components/useAction';
import type { Ligne } from './colonnes';
import { PhraseEnvoi, quand, type Soir } from './PhraseEnvoi';

interface Props {
  ligne: Ligne;
  soir: Soir;
  onModifier: () => void;
  onDupliquer: () => void;
}

type Question = 'supprimer' | 'inactiver' | 'activer' | null;

/** Guide §6.e « Inactivation et suppression »: asked first, with what changes on the next evening. */
export function ActionsEnvoi({ ligne, soir, onModifier, onDupliquer }: Props): JSX.Element {
  const [question, setQuestion] = useState<Question>(null);
  const [save] = useSaveEnvoiAutomatiqueMutation();
  const [remove] = useDeleteEnvoiAutomatiqueMutation();
  const run = useAction();
  const { documentId, regle, modele, compte } = ligne;
  const nom = `« ${modele.nom} »`;
  const arrete = regle.inactif || modele.inactif;
  const perdus = arrete
    ? 'Rien ne partait : personne ne perd de message.'
    : `${pluralize(compte.recevront, 'personne ne recevra', 'personnes ne recevront')} plus rien ${quand(soir)}.`;

  const setInactif = (inactif: boolean): Promise<unknown> =>
    run(
      save({ documentId, regle: { ...regle, inactif }, sansCritereConfirme: true }),
      `L’envoi automatique ${nom} est ${inactif ? 'inactif' : 'actif'}.`
    );
  const close = (): void => {
    setQuestion(null);
  };
  const ask = (laquelle: Question) => (): void => {
    setQuestion(laquelle);
  };
  const phrase = <PhraseEnvoi regle={regle} modele={modele} compte={null} soir={soir} />;

  return (
    <Flex gap={1}>
      <IconButton label={`Modifier ${nom}`} variant="ghost" onClick={onModifier}>
        <Pencil />
      </IconButton>
      <IconButton label={`Dupliquer ${nom}`} variant="ghost" onClick={onDupliquer}>
        <Duplicate />
      </IconButton>
      <IconButton
        label={regle.inactif ? `Rendre ${nom} actif` : `Rendre ${nom} inactif`}
        variant="ghost"
        onClick={ask(regle.inactif ? 'activer' : 'inactiver')}
      >
        {regle.inactif ? <Eye /> : <EyeStriked />}
      </IconButton>
      <IconButton label={`Supprimer ${nom}`} variant="ghost" onClick={ask('supprimer')}>
        <Trash fill="danger600" />
      </IconButton>
      <Confirmation
        ouverte={question === 'supprimer'}
        titre="Supprimer cet envoi automatique ?"
        confirmer="Supprimer l’envoi"
        danger
        onConfirmer={() => run(remove(documentId), `L’envoi automatique ${nom} est supprimé.`)}
        onFermer={close}
      >
        {phrase}
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
        {phrase}
        <Typography fontWeight="bold">{perdus}</Typography>
      </Confirmation>
      <Confirmation
        ouverte={question === 'activer'}
        titre="Rendre cet envoi automatique actif ?"
        confirmer="Rendre actif"
        onConfirmer={() => setInactif(false)}
        onFermer={close}
      >
        <PhraseEnvoi
          regle={{ ...regle, inactif: false }}
          modele={modele}
          compte={compte}
          soir={soir}
        />
        <Typography>Il partira ensuite tous les soirs, tant qu’il sera actif.</Typography>
      </Confirmation>
    </Flex>
  );
}
