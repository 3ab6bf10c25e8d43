import { styled } from 'styled-components';
import { GENRES } from './genres';

const couleurs = Object.entries(GENRES).map(([genre, { fond, bord }]) => ({ genre, fond, bord }));

/** FullCalendar's own style, in the colours of the panel's theme. */
export const CadreCalendrier = styled.div`
  --fc-border-color: ${({ theme }) => theme.colors.neutral200};
  --fc-page-bg-color: ${({ theme }) => theme.colors.neutral0};
  --fc-neutral-bg-color: ${({ theme }) => theme.colors.neutral100};
  --fc-today-bg-color: ${({ theme }) => theme.colors.primary100};
  --fc-more-link-text-color: ${({ theme }) => theme.colors.primary600};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.2rem;
  line-height: 1.35;

  & a {
    color: inherit;
    text-decoration: none;
  }
  & .fc-col-header-cell-cushion {
    padding: 0.8rem 0.4rem;
    font-weight: 600;
  }
  && .fc-daygrid-day.fc-day-other .fc-daygrid-day-top {
    color: ${({ theme }) => theme.colors.neutral600};
    opacity: 1;
  }
  & .fc-timegrid-slot {
    height: 6.4rem;
  }
  & .fc-event {
    cursor: pointer;
    overflow: hidden;
    white-space: normal;
    border: 1px solid;
    border-left-width: 4px;
    padding: 0.2rem 0.4rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  & .fc-event:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
  & .fc-event-main {
    color: inherit;
  }
  ${({ theme }) =>
    couleurs.map(
      ({ genre, fond, bord }) => `
  & .fc-event.genre-${genre} {
    background: ${theme.colors[fond]};
    border-color: ${theme.colors[bord]};
  }`
    )}
  & .genre-annulee strong {
    text-decoration: line-through;
  }
  & .action {
    display: block;
  }
  & .action strong {
    font-weight: 600;
  }
  & .suite {
    display: block;
    color: ${({ theme }) => theme.colors.neutral700};
  }
  & .fc-daygrid-event .suite {
    display: none;
  }
`;
