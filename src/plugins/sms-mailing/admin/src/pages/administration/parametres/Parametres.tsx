import { Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { JSX } from 'react';
import type { ParametresLus } from '../../../../../core/parametres';
import {
  useExamineDomaineQuery,
  useExaminePretQuery,
  useReadParametresQuery,
  useSaveParametresMutation,
} from '../../../api/parametres';
import { GardeSortie } from '../../../components/GardeSortie';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { useAction } from '../../../components/useAction';
import { CompteSms } from './CompteSms';
import { Expediteur } from './Expediteur';
import { Horaires } from './Horaires';
import { PretAEnvoyer } from './PretAEnvoyer';
import { ReglagesEnvois } from './ReglagesEnvois';
import { useSaisie } from './useSaisie';

const TITRE = 'Paramètres';
const SOUS_TITRE = 'Qui envoie, par quel compte, à quelles heures. Ces réglages valent pour tous.';

function Formulaire({ lus }: { lus: ParametresLus }): JSX.Element {
  const saisie = useSaisie(lus);
  const [save, { isLoading }] = useSaveParametresMutation();
  const run = useAction();
  const { toggleNotification } = useNotification();

  async function submit(): Promise<void> {
    const lu = saisie.parse();
    if (lu.success) {
      await run(save(lu.data), 'Les paramètres sont enregistrés.');
    } else {
      toggleNotification({
        type: 'danger',
        title: 'Rien n’est enregistré : un champ est à corriger.',
        message: lu.error.issues[0]?.message ?? '',
      });
    }
  }

  return (
    <PageModule
      titre={TITRE}
      sousTitre={SOUS_TITRE}
      permission="parametres.gerer-parametres"
      action={
        <Flex gap={4}>
          {saisie.modifiee ? (
            <Typography role="status" textColor="neutral600">
              Modifications non enregistrées
            </Typography>
          ) : null}
          <Button
            startIcon={<Check />}
            disabled={!saisie.modifiee}
            loading={isLoading}
            onClick={() => void submit()}
          >
            Enregistrer
          </Button>
        </Flex>
      }
    >
      <GardeSortie
        modifie={saisie.modifiee}
        perte="Les modifications de ces paramètres seront perdues."
      />
      <Flex direction="column" alignItems="stretch" gap={6}>
        <PretAEnvoyer />
        <Expediteur lus={lus} saisie={saisie} />
        <CompteSms lus={lus} saisie={saisie} />
        <Horaires lus={lus} saisie={saisie} />
        <ReglagesEnvois saisie={saisie} />
      </Flex>
    </PageModule>
  );
}

/** Guide §1 « les prérequis techniques »: what the guide's users asked for by ticket, they set here. */
export default function Parametres(): JSX.Element {
  const parametres = useReadParametresQuery(undefined);
  // What `PretAEnvoyer` shows: asked for at once, not once the settings have come.
  useExaminePretQuery(undefined);
  useExamineDomaineQuery(undefined);
  // A save gives new values: the form starts again from them.
  return (
    <Requete de={parametres}>
      {(lus) => <Formulaire key={JSON.stringify(lus.parametres)} lus={lus} />}
    </Requete>
  );
}
