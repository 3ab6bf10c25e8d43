import { Page } from '@strapi/strapi/admin';
import { lazy, Suspense, type JSX } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';

const RecherchePersonnes = lazy(() => import('./RecherchePersonnes'));
const PagePersonne = lazy(() => import('./PagePersonne'));

const FAMILLES = [
  { chemin: 'contacts', type: 'contact_individuel' },
  { chemin: 'partenaires', type: 'entreprise_partenaire' },
] as const;

/** Gestion › Contacts et partenaires: the two other families that guide §2.d writes to. */
export default function Contacts(): JSX.Element {
  return (
    <Suspense fallback={<Page.Loading />}>
      <Routes>
        <Route index element={<Navigate to="contacts" replace />} />
        {FAMILLES.flatMap(({ chemin, type }) => [
          <Route key={chemin} path={chemin} element={<RecherchePersonnes type={type} />} />,
          <Route
            key={`${chemin}-envois`}
            path={`${chemin}/:documentId`}
            element={<PagePersonne type={type} onglet="envois" />}
          />,
          <Route
            key={`${chemin}-coordonnees`}
            path={`${chemin}/:documentId/coordonnees`}
            element={<PagePersonne type={type} onglet="coordonnees" />}
          />,
        ])}
        <Route path="*" element={<Navigate to="/contacts-et-partenaires" replace />} />
      </Routes>
    </Suspense>
  );
}
