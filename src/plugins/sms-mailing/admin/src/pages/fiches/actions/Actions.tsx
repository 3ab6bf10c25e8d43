import { Page } from '@strapi/strapi/admin';
import { lazy, Suspense, type JSX } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';

const RechercheActions = lazy(() => import('./RechercheActions'));
const PageAction = lazy(() => import('./PageAction'));

/** Gestion › Actions (guide §3, §8). */
export default function Actions(): JSX.Element {
  return (
    <Suspense fallback={<Page.Loading />}>
      <Routes>
        <Route index element={<RechercheActions />} />
        <Route path=":documentId" element={<PageAction onglet="action" />} />
        <Route path=":documentId/participants" element={<PageAction onglet="participants" />} />
        <Route path=":documentId/envois" element={<PageAction onglet="envois" />} />
        <Route path="*" element={<Navigate to="/actions" replace />} />
      </Routes>
    </Suspense>
  );
}
