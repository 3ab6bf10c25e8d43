import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState, type JSX } from 'react';
import { demandePreuvesSchema } from '../../../../../core/preuves';
import { phraseErreur } from '../../../api/api';
import { Carte } from '../../../components/Carte';

/** What was sent in one month, as a sheet: who, at which address, when, from which modèle. */
export function ExportPreuves(): JSX.Element {
  const [mois, setMois] = useState('');
  const [enCours, setEnCours] = useState(false);
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();

  async function download(): Promise<void> {
    setEnCours(true);
    try {
      const { data } = await get<Blob>(`/sms-mailing/preuves?mois=${mois}`, {
        responseType: 'blob',
      });
      const adresse = URL.createObjectURL(data);
      const nom = `preuves-${mois}.csv`;
      Object.assign(document.createElement('a'), { href: adresse, download: nom }).click();
      URL.revokeObjectURL(adresse);
    } catch (erreur) {
      toggleNotification({ type: 'danger', message: phraseErreur(erreur) });
    } finally {
      setEnCours(false);
    }
  }

  return (
    <Carte titre="Preuves d’envoi">
      <Typography textColor="neutral600">
        Qui a reçu quel modèle, à quelle adresse et quand, pendant un mois : une feuille à ouvrir
        dans Excel, sans le texte des messages.
      </Typography>
      <Flex gap={3} alignItems="flex-end">
        <Field.Root name="moisPreuves" hint="Par exemple 2026-03.">
          <Field.Label>Mois</Field.Label>
          <TextInput
            type="month"
            value={mois}
            onChange={(event) => {
              setMois(event.target.value);
            }}
          />
        </Field.Root>
        <Button
          variant="secondary"
          startIcon={<Download />}
          disabled={!demandePreuvesSchema.safeParse({ mois }).success}
          loading={enCours}
          onClick={() => void download()}
        >
          Télécharger
        </Button>
      </Flex>
    </Carte>
  );
}
