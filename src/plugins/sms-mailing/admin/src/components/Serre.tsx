import { styled } from 'styled-components';

/** Around a `Tableau` of many columns or in a small place: its cells are tight, and wrap rather than scroll but on a tablet. */
export const Serre = styled.div`
  & tbody tr td,
  & tbody tr td:first-of-type,
  & thead tr th,
  & thead tr th:first-of-type {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[1]}`};
    white-space: normal;
    overflow-wrap: anywhere;
    hyphens: auto;
  }

  @media (max-width: 1079px) {
    & tbody tr td,
    & thead tr th {
      overflow-wrap: break-word;
    }
  }

  & thead th span {
    text-transform: none;
  }
`;
