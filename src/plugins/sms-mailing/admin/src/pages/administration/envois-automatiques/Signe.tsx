import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';

/** Before an advice: keeps its size beside a long sentence. */
export const Signe = styled(WarningCircle)`
  flex-shrink: 0;
`;
