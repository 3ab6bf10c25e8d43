import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { RecapCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { Bandeau } from '../../../components/Bandeau';
import { Perime } from '../../../components/Perime';
import { Requete } from '../../../components/Requete';
import { pluralize } from '../../../components/texte';
import type { EtatServeur } from '../../../components/useServeur';
import { Exclus } from '../../../envoi/Exclus';
import { groupExclus } from '../campagne/recap-campagne';

interface Props {
  de: EtatServeur<EnJson<RecapCampagne>>;
  typeDestinataire: TypeDestinataire;
  modele: { documentId: string; nom: string; typeContact: TypeContact };
  /** What keeps the filters from being searched, as a sentence. */
  probleme: string | null;
}

function Chiffres({
  recap,
  ...props
}: { recap: EnJson<RecapCampagne> } & Omit<Props, 'de' | 'probleme'>): JSX.Element {
  const { nonFaits, programmes, effectues } = recap.comptes;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Box>
        <Typography tag="p" variant="beta">
          {pluralize(nonFaits.joignables, 'personne')}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {nonFaits.joignables >= 2 ? 'recevraient' : 'recevrait'} ce message.
        </Typography>
      </Box>
      {programmes + effectues === 0 ? null : (
        <Typography variant="pi" textColor="neutral600">
          Et {pluralize(programmes, 'envoi déjà programmé', 'envois déjà programmés')},{' '}
          {pluralize(effectues, 'déjà effectué', 'déjà effectués')}.
        </Typography>
      )}
      <Exclus
        exclus={groupExclus(nonFaits.motifs, props.modele)}
        typeDestinataire={props.typeDestinataire}
      />
    </Flex>
  );
}

/** Beside the filters, as they stand: how many, and who is left out by reason. */
export function Compte({ de, probleme, ...props }: Props): JSX.Element {
  return (
    <Box
      tag="section"
      aria-label="Combien de personnes"
      background="neutral0"
      padding={5}
      hasRadius
      shadow="tableShadow"
    >
      {probleme === null ? (
        <Perime $perime={de.perime} aria-live="polite">
          <Requete de={de}>{(recap) => <Chiffres recap={recap} {...props} />}</Requete>
        </Perime>
      ) : (
        <Bandeau>{probleme}</Bandeau>
      )}
    </Box>
  );
}
