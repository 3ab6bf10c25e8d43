import { Flex } from '@strapi/design-system';
import type { JSX } from 'react';
import { useDroits } from '../../droits';
import { LienFiche } from './LienFiche';

/** Guide §9.a: « Renvoi direct » to the modèles, and to the campagnes. */
export function LiensGuide(): JSX.Element {
  const droits = useDroits('modeles.consulter-modeles', 'campagnes.consulter-campagnes');
  return (
    <Flex gap={4} justifyContent="flex-end" wrap="wrap">
      {droits['modeles.consulter-modeles'] ? (
        <LienFiche vers="/contacts-emails-sms">Administration Contacts e-mails/SMS</LienFiche>
      ) : null}
      {droits['campagnes.consulter-campagnes'] ? (
        <LienFiche vers="/envoi-emails-sms">Pilotage Envoi e-mails/SMS</LienFiche>
      ) : null}
    </Flex>
  );
}
