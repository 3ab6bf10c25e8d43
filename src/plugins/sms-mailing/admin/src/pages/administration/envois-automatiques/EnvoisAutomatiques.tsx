import type { JSX } from 'react';
import { Route, Routes } from 'react-router-dom';
import { ListePage } from './liste/ListePage';
import { PourquoiPage } from './pourquoi/PourquoiPage';
import { Simulation } from './simulation/Simulation';

/** Guide §6: the rules, the evening they would make, and what they did for one person. */
export default function EnvoisAutomatiques(): JSX.Element {
  return (
    <Routes>
      <Route index element={<ListePage />} />
      <Route path="simulation" element={<Simulation />} />
      <Route path="pourquoi" element={<PourquoiPage />} />
    </Routes>
  );
}
