import { Layouts, Page } from '@strapi/strapi/admin';
import type { JSX, ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Permission } from '../../../core/permissions';
import { droit } from '../droits';
import { RecherchePersonne } from './RecherchePersonne';
import { SansPersonne } from './SansPersonne';

interface Props {
  titre: string;
  /** One sentence: what this page is for. */
  sousTitre?: string;
  permission: Permission;
  action?: ReactNode;
  retour?: ReactNode;
  children: ReactNode;
}

/** Strapi's header that follows the page slides under its own menu, which is at the top of a tablet. */
const SousLeMenu = styled.div`
  @media (max-width: 1079px) {
    & [data-strapi-header-sticky] {
      top: 6.4rem;
    }
  }
`;

/** The frame of every page of the module: its right, its title, its main button. */
export function PageModule(props: Props): JSX.Element {
  const { titre, sousTitre, permission, action, retour, children } = props;
  return (
    <Page.Protect permissions={[droit(permission)]}>
      <Page.Main>
        <Page.Title>{titre}</Page.Title>
        <RecherchePersonne />
        <SousLeMenu>
          <Layouts.Header
            title={titre}
            subtitle={sousTitre ?? ''}
            primaryAction={action}
            navigationAction={retour}
          />
        </SousLeMenu>
        <Layouts.Content>
          <SansPersonne permission={permission} />
          {children}
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
