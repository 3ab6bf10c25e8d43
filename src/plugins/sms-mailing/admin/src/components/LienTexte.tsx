import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A link inside a sentence: of its size, in the theme's colour; the browser's own blue is lost on a dark page. */
export const LienTexte = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: inherit;
`;
