import { Flex, Grid, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { BilanSoiree } from '../../../../core/api/soiree';
import { formatJour } from '../../../../core/horaire';
import type { Soiree } from '../../../../core/soiree';
import {
  useDescribeSemaineQuery,
  useDescribeSoireeQuery,
  useReadBilanQuery,
} from '../../api/soiree';
import { Carte } from '../../components/Carte';
import { PageModule } from '../../components/PageModule';
import { Requete } from '../../components/Requete';
import { AlertesSoiree } from '../../widgets/AlertesSoiree';
import { Bilan } from './Bilan';
import { CoutSms, ExclusDuSoir, Sollicitees } from './Cotes';
import { Executer } from './Executer';
import { Incertains } from './Incertains';
import { Oddites } from './Oddites';
import { Origines } from './Origines';
import { Semaine } from './Semaine';
import { BandeauSuspension, BoutonSuspension } from './Suspension';
import { phraseAge, phraseSoiree } from './phrases';

/** A forecast follows what others write; an evening that leaves, from close. */
const SUIVRE_MS = 15_000;
const SUIVRE_DEPART_MS = 3_000;

function Prevision({ soiree }: { soiree: Soiree }): JSX.Element {
  return (
    <Carte titre={phraseSoiree(soiree)} aide={phraseAge(soiree)}>
      <AlertesSoiree soiree={soiree} />
      <Oddites soir={soiree.soir} />
      <Origines soiree={soiree} />
    </Carte>
  );
}

function Cotes({ soiree }: { soiree: Soiree }): JSX.Element {
  return (
    <Grid.Root gap={6}>
      {[
        <ExclusDuSoir key="exclus" exclus={soiree.exclus} />,
        <CoutSms key="sms" soiree={soiree} />,
        <Sollicitees key="sollicitees" sollicitees={soiree.sollicitees} />,
      ].map((cote) => (
        <Grid.Item key={cote.key} col={4} s={12} alignItems="stretch">
          {cote}
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}

/** « Ce soir » while it leaves; « Hier soir », or the last evening there was, afterwards. */
function titreBilan({ soir, enCours }: BilanSoiree): string {
  return enCours ? `Envoi du ${formatJour(soir)} en cours` : `Envoi du ${formatJour(soir)}`;
}

/** The evening to come, what may be changed of it, and what the last one became. */
export default function CeSoir(): JSX.Element {
  const [params, setParams] = useSearchParams();
  const choisi = params.get('soir') ?? undefined;
  const suivi = { pollingInterval: SUIVRE_MS };
  const prochaine = useDescribeSoireeQuery(undefined, suivi);
  const soiree = useDescribeSoireeQuery(choisi, suivi);
  const semaine = useDescribeSemaineQuery(undefined);
  const { data: connu } = useReadBilanQuery(undefined);
  const bilan = useReadBilanQuery(undefined, {
    pollingInterval: connu?.enCours === true ? SUIVRE_DEPART_MS : SUIVRE_MS,
  });
  const enCours = bilan.data?.enCours === true ? bilan.data : null;
  const actions =
    prochaine.data === undefined ? null : (
      <Flex gap={2}>
        <Executer soiree={prochaine.data} />
        <BoutonSuspension soiree={prochaine.data} restants={enCours?.comptes.programme ?? null} />
      </Flex>
    );
  const compte =
    bilan.data === undefined || bilan.data === null ? null : (
      <Bilan bilan={bilan.data} titre={titreBilan(bilan.data)} />
    );
  return (
    <PageModule
      titre="Ce soir"
      sousTitre="Ce que l’envoi du soir fera partir, à qui, et ce qu’il est devenu."
      permission="envois.consulter-soiree"
      action={actions}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        {prochaine.data === undefined ? null : <BandeauSuspension soiree={prochaine.data} />}
        {enCours === null ? null : compte}
        {semaine.data === undefined ? null : (
          <Semaine
            semaine={semaine.data}
            soir={choisi ?? semaine.data[0]?.soir ?? ''}
            onSoir={(soir) => {
              setParams(soir === semaine.data?.[0]?.soir ? {} : { soir });
            }}
          />
        )}
        <Requete de={{ ...soiree, data: soiree.currentData }}>
          {(donnees) => (
            <>
              <Prevision soiree={donnees} />
              <Cotes soiree={donnees} />
            </>
          )}
        </Requete>
        <Incertains />
        {enCours === null ? compte : null}
        {bilan.data === null ? (
          <Typography textColor="neutral600">Aucun envoi du soir n’est encore parti.</Typography>
        ) : null}
      </Flex>
    </PageModule>
  );
}
