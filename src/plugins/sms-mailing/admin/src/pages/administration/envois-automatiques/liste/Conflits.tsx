import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { TableEnvoisAutomatiques } from '../../../../../../core/api/envois-automatiques';
import { pluralize } from '../../../../components/texte';
import { Signe } from '../Signe';

interface Props {
  documentId: string;
  liste: TableEnvoisAutomatiques;
  quand: string;
}

/** The other rules that reach the same persons for the same action on the same evening, by name. */
function listAutres({ documentId, liste }: Props): { noms: string[]; personnes: number } {
  const conflits = liste.conflits.filter(({ regles }) => regles.includes(documentId));
  const ids = new Set(conflits.flatMap(({ regles }) => regles));
  ids.delete(documentId);
  return {
    noms: liste.lignes.filter((ligne) => ids.has(ligne.documentId)).map(({ modele }) => modele.nom),
    personnes: conflits.reduce((somme, { personnes }) => somme + personnes, 0),
  };
}

export function Conflits(props: Props): JSX.Element | null {
  const { noms, personnes } = listAutres(props);
  if (noms.length === 0) {
    return null;
  }
  return (
    <Flex gap={2} alignItems="flex-start" paddingTop={1}>
      <Signe aria-hidden fill="warning600" />
      <Typography variant="pi" textColor="neutral800">
        {pluralize(personnes, 'personne recevra', 'personnes recevront')} aussi{' '}
        {noms.map((nom) => `« ${nom} »`).join(', ')} {props.quand} pour la même action : est-ce
        voulu ?
      </Typography>
    </Flex>
  );
}
