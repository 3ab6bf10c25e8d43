import { Layouts, Page, SubNav } from '@strapi/strapi/admin';
import { lazy, Suspense, type JSX } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { ONGLETS, PILOTAGE } from './chemins';

const ChoixModele = lazy(() => import('./modeles/ChoixModele'));
const Campagne = lazy(() => import('./campagne/Campagne'));
const Historique = lazy(() => import('./historique/Historique'));
const Suivi = lazy(() => import('./historique/Suivi'));
const HistoriqueModele = lazy(() => import('./historique/HistoriqueModele'));

/** Pilotage › Envoi e-mails/SMS (guide §3, §7): whom one writes to, and what became of it. */
export default function Pilotage(): JSX.Element {
  return (
    <Layouts.Root
      sideNav={
        <SubNav.Main aria-label="Envoi e-mails/SMS">
          <SubNav.Header label="Envoi e-mails/SMS" />
          <SubNav.Content>
            <SubNav.Sections>
              {[
                <SubNav.Section key="envoi" label="Nouvelle campagne">
                  {ONGLETS.map(({ chemin, libelle }) => (
                    <SubNav.Link key={chemin} to={`${PILOTAGE}/${chemin}`} label={libelle} />
                  ))}
                </SubNav.Section>,
                <SubNav.Section key="suivi" label="Suivi">
                  {[
                    <SubNav.Link
                      key="historique"
                      to={`${PILOTAGE}/historique`}
                      label="Historique des campagnes"
                    />,
                  ]}
                </SubNav.Section>,
              ]}
            </SubNav.Sections>
          </SubNav.Content>
        </SubNav.Main>
      }
    >
      <Suspense fallback={<Page.Loading />}>
        <Routes>
          <Route index element={<Navigate to="entrepreneur" replace />} />
          {ONGLETS.map((onglet) => (
            <Route key={onglet.chemin} path={onglet.chemin}>
              <Route index element={<ChoixModele key={onglet.chemin} onglet={onglet} />} />
              <Route path="campagne/:documentId" element={<Campagne onglet={onglet} />} />
            </Route>
          ))}
          <Route path="historique" element={<Historique />} />
          <Route path="historique/:campagneId" element={<Suivi />} />
          <Route path="modele/:documentId" element={<HistoriqueModele />} />
          <Route path="*" element={<Navigate to={PILOTAGE} replace />} />
        </Routes>
      </Suspense>
    </Layouts.Root>
  );
}
