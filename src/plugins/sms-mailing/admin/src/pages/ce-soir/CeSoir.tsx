import { Flex, Grid } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { lazy, Suspense, type JSX } from 'react';
import { Navigate, Route, Routes, useSearchParams } from 'react-router-dom';
import type { BilanSoiree } from '../../../../core/api/soiree';
import type { Soiree } from '../../../../core/soiree';
import { useReadBilanQuery } from '../../api/soiree';
import { Carte } from '../../components/Carte';
import { PageModule } from '../../components/PageModule';
import { Requete } from '../../components/Requete';
import { AlertesSoiree } from '../../widgets/AlertesSoiree';
import { phraseAge, useSemaineSuivie, useSoireeSuivie } from '../../widgets/soiree-suivie';
import { Compte } from './Compte';
import { CoutSms, ExclusDuSoir, Sollicitees } from './Cotes';
import { Executer } from './Executer';
import { Incertains } from './Incertains';
import { Oddites } from './Oddites';
import { OngletsCeSoir } from './OngletsCeSoir';
import { Origines } from './Origines';
import { Semaine } from './Semaine';
import { BandeauSuspension, BoutonSuspension } from './Suspension';
import { phraseSoiree } from './phrases';

const Statistiques = lazy(() => import('./Statistiques'));

/** A forecast follows what others write; an evening that leaves, from close. */
const SUIVRE_MS = 15_000;
const SUIVRE_DEPART_MS = 3_000;

function Prevision({ soiree }: { soiree: Soiree }): JSX.Element {
  return (
    <Carte titre={phraseSoiree(soiree)} aide={phraseAge(soiree)}>
      {/* The page's own band says that the evening is suspended. */}
      <AlertesSoiree soiree={{ ...soiree, suspendue: null }} />
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

/** The account of the last evening: from close while it leaves. */
function useDernier(): BilanSoiree | null | undefined {
  const { data: connu } = useReadBilanQuery(undefined);
  const { data } = useReadBilanQuery(undefined, {
    pollingInterval: connu?.enCours === true ? SUIVRE_DEPART_MS : SUIVRE_MS,
  });
  return data;
}

function Actions({ soiree, bilan }: { soiree: Soiree; bilan: BilanSoiree | null }): JSX.Element {
  return (
    <Flex gap={2}>
      <Executer soiree={soiree} />
      <BoutonSuspension
        soiree={soiree}
        restants={bilan?.enCours === true ? bilan.comptes.programme : null}
      />
    </Flex>
  );
}

/** The evenings to come; the one that the address names is open. */
function AVenir(): JSX.Element {
  const [params, setParams] = useSearchParams();
  const choisi = params.get('soir') ?? undefined;
  const { currentData, error, refetch } = useSoireeSuivie(choisi, SUIVRE_MS);
  const semaine = useSemaineSuivie();
  const premier = semaine[0]?.soir ?? '';
  return (
    <>
      <Semaine
        semaine={semaine}
        soir={choisi ?? premier}
        onSoir={(soir) => {
          setParams(soir === premier ? {} : { soir });
        }}
      />
      <Requete de={{ data: currentData, error, refetch }}>
        {(soiree) => (
          <>
            <Prevision soiree={soiree} />
            <Cotes soiree={soiree} />
          </>
        )}
      </Requete>
    </>
  );
}

/** The evening to come, what may be changed of it, and what the last one became: first of all while it leaves. */
function Soirees(): JSX.Element {
  const { data: prochaine } = useSoireeSuivie(undefined, SUIVRE_MS);
  const bilan = useDernier();
  const compte = bilan === undefined ? null : <Compte dernier={bilan} />;
  const enCours = bilan?.enCours === true;
  return (
    <PageModule
      titre="Ce soir"
      sousTitre="Ce que l’envoi du soir fera partir, à qui, et ce qu’il est devenu."
      permission="envois.consulter-soiree"
      action={prochaine === undefined ? null : <Actions soiree={prochaine} bilan={bilan ?? null} />}
    >
      <OngletsCeSoir onglet="soirs">
        <Flex direction="column" alignItems="stretch" gap={6}>
          {prochaine === undefined ? null : <BandeauSuspension soiree={prochaine} />}
          {enCours ? compte : null}
          <AVenir />
          <Incertains />
          {enCours ? null : compte}
        </Flex>
      </OngletsCeSoir>
    </PageModule>
  );
}

/** « Ce soir à 19h », and how the envois went until today. */
export default function CeSoir(): JSX.Element {
  return (
    <Suspense fallback={<Page.Loading />}>
      <Routes>
        <Route index element={<Soirees />} />
        <Route path="statistiques" element={<Statistiques />} />
        <Route path="*" element={<Navigate to="/ce-soir" replace />} />
      </Routes>
    </Suspense>
  );
}
