import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { useTelecharger } from './useTelecharger';

interface Props {
  /** Of the module: « /journal-csv ». */
  adresse: string;
  /** Of the file. */
  nom: string;
  children: string;
  variant?: 'secondary' | 'tertiary';
}

/** Gives a file that the module makes. */
export function BoutonTelecharger(props: Props): JSX.Element {
  const { adresse, nom, children, variant = 'secondary' } = props;
  const [enCours, setEnCours] = useState(false);
  const telecharge = useTelecharger();

  async function submit(): Promise<void> {
    setEnCours(true);
    await telecharge(`/sms-mailing${adresse}`, nom);
    setEnCours(false);
  }

  return (
    <Button
      variant={variant}
      startIcon={<Download />}
      loading={enCours}
      onClick={() => void submit()}
    >
      {children}
    </Button>
  );
}
