import { Layouts, Page } from '@strapi/strapi/admin';
import type { JSX, ReactNode } from 'react';
import type { Permission } from '../../../core/permissions';
import { droit } from '../droits';

interface Props {
  titre: string;
  /** One sentence: what this page is for. */
  sousTitre?: string;
  permission: Permission;
  action?: ReactNode;
  retour?: ReactNode;
  children: ReactNode;
}

/** The frame of every page of the module: its right, its title, its main button. */
export function PageModule(props: Props): JSX.Element {
  const { titre, sousTitre, permission, action, retour, children } = props;
  return (
    <Page.Protect permissions={[droit(permission)]}>
      <Page.Main>
        <Page.Title>{titre}</Page.Title>
        <Layouts.Header
          title={titre}
          subtitle={sousTitre ?? ''}
          primaryAction={action}
          navigationAction={retour}
        />
        <Layouts.Content>{children}</Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
