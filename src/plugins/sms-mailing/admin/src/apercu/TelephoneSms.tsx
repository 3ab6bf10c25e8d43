import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { styled } from 'styled-components';
import type { Apercu } from '../../../core/api/modeles';
import { pluralize } from '../components/texte';

interface Props {
  sms: NonNullable<Apercu['sms']>;
}

const Telephone = styled.div`
  width: 100%;
  max-width: 30rem;
  margin: 0 auto;
  padding: 40px 16px 48px;
  border: 8px solid ${({ theme }) => theme.colors.neutral700};
  border-radius: 32px;
  background: ${({ theme }) => theme.colors.neutral100};
`;

const Bulle = styled.p`
  max-width: 90%;
  min-height: 4rem;
  padding: 10px 14px;
  border-radius: 4px 16px 16px 16px;
  background: ${({ theme }) => theme.colors.neutral200};
  color: ${({ theme }) => theme.colors.neutral900};
  font-size: 1.4rem;
  line-height: 1.4;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

/** The SMS as it arrives, letters replaced, and what it costs for this person. */
export function TelephoneSms({ sms }: Props): JSX.Element {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Telephone>
        <Bulle>{sms.texte}</Bulle>
      </Telephone>
      <Typography textAlign="center" textColor="neutral700">
        Pour cette personne : {pluralize(sms.unites, 'caractère')},{' '}
        <strong>{pluralize(sms.credits, 'SMS', 'SMS')}</strong>
      </Typography>
    </Flex>
  );
}
