import { Page } from '@strapi/strapi/admin';
import type { JSX } from 'react';
import { Route, Routes } from 'react-router-dom';
import { droit } from '../../../droits';
import { DroitsDuCompte } from './DroitsDuCompte';
import { FicheProfil } from './FicheProfil';
import { ListeProfils } from './ListeProfils';

/** Guide §4: the profils, each one's matrix, and what an account may really do. */
export default function Profils(): JSX.Element {
  return (
    <Page.Protect permissions={[droit('profils.consulter-profils')]}>
      <Routes>
        <Route index element={<ListeProfils />} />
        <Route path="comptes/:id" element={<DroitsDuCompte />} />
        <Route path=":id" element={<FicheProfil />} />
      </Routes>
    </Page.Protect>
  );
}
