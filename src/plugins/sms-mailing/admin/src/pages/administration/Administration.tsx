import { Layouts, Page, SubNav } from '@strapi/strapi/admin';
import { lazy, Suspense, type ComponentType, type JSX } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import type { Permission } from '../../../../core/permissions';
import { useDroits } from '../../droits';

interface Entree {
  chemin: string;
  libelle: string;
  permission: Permission;
  Composant: ComponentType;
}

const Modeles = lazy(() => import('./modeles/Modeles'));
const PackagesSms = lazy(() => import('./packages-sms/PackagesSms'));
const EnvoisAutomatiques = lazy(() => import('./envois-automatiques/EnvoisAutomatiques'));
const Signets = lazy(() => import('./signets/Signets'));
const Profils = lazy(() => import('./profils/Profils'));
const Oppositions = lazy(() => import('./oppositions/Oppositions'));
const Adresses = lazy(() => import('./adresses/Adresses'));
const Journal = lazy(() => import('./journal/Journal'));
const Parametres = lazy(() => import('./parametres/Parametres'));

/** « Onglets Paramétrage mails/SMS », in the guide's order (§3, §5.a), and our « Réglages des envois » (§1). */
const ENTREES: readonly Entree[] = [
  {
    chemin: 'modeles-mailing',
    libelle: 'Modèles mailing',
    permission: 'modeles.consulter-modeles',
    Composant: () => <Modeles typeContact="email" />,
  },
  {
    chemin: 'modeles-newsletter',
    libelle: 'Modèles newsletter',
    permission: 'modeles.consulter-modeles',
    Composant: () => <Modeles typeContact="newsletter" />,
  },
  {
    chemin: 'modeles-sms',
    libelle: 'Modèles SMS',
    permission: 'modeles.consulter-modeles',
    Composant: () => <Modeles typeContact="sms" />,
  },
  {
    chemin: 'packages-sms',
    libelle: 'Package SMS',
    permission: 'packages.consulter-packages',
    Composant: PackagesSms,
  },
  {
    chemin: 'envois-automatiques',
    libelle: 'Envois automatiques',
    permission: 'envois-automatiques.consulter-envois-automatiques',
    Composant: EnvoisAutomatiques,
  },
  {
    chemin: 'signets',
    libelle: 'Signets disponibles',
    permission: 'modeles.consulter-modeles',
    Composant: Signets,
  },
  {
    chemin: 'adresses-a-corriger',
    libelle: 'Adresses à corriger',
    permission: 'fiches.consulter-historique',
    Composant: Adresses,
  },
  {
    chemin: 'oppositions',
    libelle: 'Oppositions',
    permission: 'oppositions.consulter-oppositions',
    Composant: Oppositions,
  },
  {
    chemin: 'profils',
    libelle: 'Profils',
    permission: 'profils.consulter-profils',
    Composant: Profils,
  },
  {
    chemin: 'journal',
    libelle: 'Journal',
    permission: 'journal.consulter-journal',
    Composant: Journal,
  },
  {
    chemin: 'reglages-des-envois',
    libelle: 'Réglages des envois',
    permission: 'parametres.gerer-parametres',
    Composant: Parametres,
  },
];

/** Administration › Contacts e-mails/SMS (guide §3): the pages this user may open, each loaded on demand. */
export default function Administration(): JSX.Element {
  const droits = useDroits(...ENTREES.map(({ permission }) => permission));
  const permises = ENTREES.filter(({ permission }) => droits[permission]);
  const [premiere = ENTREES[0]] = permises;
  return (
    <Layouts.Root
      sideNav={
        <SubNav.Main aria-label="Contacts e-mails/SMS">
          <SubNav.Header label="Contacts e‑mails/SMS" />
          <SubNav.Content>
            <SubNav.Sections>
              {[
                <SubNav.Section key="parametrage" label="Modèles et envois automatiques">
                  {permises.map((entree) => (
                    <SubNav.Link
                      key={entree.chemin}
                      to={`/contacts-emails-sms/${entree.chemin}`}
                      label={entree.libelle}
                    />
                  ))}
                </SubNav.Section>,
              ]}
            </SubNav.Sections>
          </SubNav.Content>
        </SubNav.Main>
      }
    >
      <Suspense fallback={<Page.Loading />}>
        <Routes>
          <Route index element={<Navigate to={premiere?.chemin ?? ''} replace />} />
          {ENTREES.map(({ chemin, Composant }) => (
            <Route key={chemin} path={`${chemin}/*`} element={<Composant />} />
          ))}
          <Route path="*" element={<Navigate to="/contacts-emails-sms" replace />} />
        </Routes>
      </Suspense>
    </Layouts.Root>
  );
}
