import { Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Page, useNotification } from '@strapi/strapi/admin';
import type { JSX } from 'react';
import type { ParametresLus } from '../../../../../core/parametres';
import {
  useExamineDomaineQuery,
  useExaminePretQuery,
  useReadParametresQuery,
  useSaveParametresMutation,
} from '../../../api/parametres';
import { GardeSortie } from '../../../components/GardeSortie';
import { useEntretemps } from '../../../components/useEntretemps';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { showPremiereErreur } from '../../../components/show-erreur';
import { RESTE } from '../../../components/reste';
import { useAction } from '../../../components/useAction';
import { droit } from '../../../droits';
import { BoiteRebonds } from './BoiteRebonds';
import { CompteSms } from './CompteSms';
import { Expediteur } from './Expediteur';
import { ExportPreuves } from './ExportPreuves';
import { Horaires } from './Horaires';
import { JournalExemplaires } from './JournalExemplaires';
import { PretAEnvoyer } from './PretAEnvoyer';
import { ReglagesEnvois } from './ReglagesEnvois';
import { useSaisie } from './useSaisie';

const TITRE = 'Réglages des envois';
const SOUS_TITRE = 'Qui envoie, par quel compte, à quelles heures. Ces réglages valent pour tous.';

interface Props {
  lus: ParametresLus;
  onRecharger: () => PromiseLike<{ data?: ParametresLus | undefined; error?: unknown }>;
}

function Formulaire({ lus, onRecharger }: Props): JSX.Element {
  const saisie = useSaisie(lus);
  const entretemps = useEntretemps(async () => {
    const { data, error } = await onRecharger();
    // A refusal leaves the last answer in `data`: what is typed stays then.
    restart(error === undefined ? (data ?? null) : null);
    return { error };
  });
  const [save, { isLoading }] = useSaveParametresMutation();
  const run = useAction();
  const { toggleNotification } = useNotification();

  function restart(enregistres: ParametresLus | null): void {
    if (enregistres !== null) {
      saisie.restart(enregistres.parametres);
    }
  }

  async function submit(): Promise<void> {
    const lu = saisie.parse();
    if (lu.success) {
      restart(await run(save(lu.data), 'Les réglages sont enregistrés.', entretemps.onEntretemps));
    } else {
      requestAnimationFrame(showPremiereErreur);
      toggleNotification({
        ...RESTE,
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
        perte="Les modifications de ces réglages seront perdues."
      />
      {entretemps.question}
      <Flex key={saisie.version} direction="column" alignItems="stretch" gap={6}>
        <PretAEnvoyer />
        <Expediteur lus={lus} saisie={saisie} />
        <BoiteRebonds lus={lus} saisie={saisie} />
        <CompteSms lus={lus} saisie={saisie} />
        <Horaires lus={lus} saisie={saisie} />
        <ReglagesEnvois saisie={saisie} />
        <ExportPreuves />
        <JournalExemplaires />
      </Flex>
    </PageModule>
  );
}

/** Guide §1 « les prérequis techniques »: what the guide's users asked for by ticket, they set here. */
export default function Parametres(): JSX.Element {
  return (
    <Page.Protect permissions={[droit('parametres.gerer-parametres')]}>
      <Lecture />
    </Page.Protect>
  );
}

function Lecture(): JSX.Element {
  const parametres = useReadParametresQuery(undefined);
  // What `PretAEnvoyer` shows: asked for at once, not once the settings have come.
  useExaminePretQuery(undefined);
  useExamineDomaineQuery(undefined);
  return (
    <Requete de={parametres}>
      {(lus) => <Formulaire lus={lus} onRecharger={parametres.refetch} />}
    </Requete>
  );
}
