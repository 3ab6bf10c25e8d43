import { Page } from '@strapi/strapi/admin';
import { lazy, Suspense, type JSX } from 'react';
import { Route, Routes } from 'react-router-dom';
import type { TypeContact } from '../../../../../core/vocabulaire';
import ListeModeles from './ListeModeles';

/** The editor is heavy: it loads with the first modele that is opened. */
const FicheModele = lazy(() => import('./FicheModele'));

/** Guide §5: the list of one type of contact, and each of its modeles. */
export default function Modeles({ typeContact }: { typeContact: TypeContact }): JSX.Element {
  return (
    <Suspense fallback={<Page.Loading />}>
      <Routes>
        <Route index element={<ListeModeles typeContact={typeContact} />} />
        <Route path="nouveau" element={<FicheModele typeContact={typeContact} />} />
        <Route path=":documentId" element={<FicheModele typeContact={typeContact} />} />
      </Routes>
    </Suspense>
  );
}
