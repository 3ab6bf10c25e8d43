import { Page } from '@strapi/strapi/admin';
import { lazy, Suspense, type JSX } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';

const RecherchePersonnes = lazy(() => import('./RecherchePersonnes'));
const PagePersonne = lazy(() => import('./PagePersonne'));

/** Gestion › Entrepreneurs (guide §3, §9). */
export default function Entrepreneurs(): JSX.Element {
  return (
    <Suspense fallback={<Page.Loading />}>
      <Routes>
        <Route index element={<RecherchePersonnes type="entrepreneur" />} />
        {(['envois', 'coordonnees', 'actions'] as const).map((onglet) => (
          <Route
            key={onglet}
            path={onglet === 'envois' ? ':documentId' : `:documentId/${onglet}`}
            element={<PagePersonne type="entrepreneur" onglet={onglet} />}
          />
        ))}
        <Route path="*" element={<Navigate to="/entrepreneurs" replace />} />
      </Routes>
    </Suspense>
  );
}
