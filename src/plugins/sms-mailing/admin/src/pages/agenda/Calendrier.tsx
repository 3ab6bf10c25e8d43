import type { EventContentArg, EventInput } from '@fullcalendar/core';
import francais from '@fullcalendar/core/locales/fr';
import dayGridPlugin from '@fullcalendar/daygrid';
import FullCalendar from '@fullcalendar/react';
import timeGridPlugin from '@fullcalendar/timegrid';
import { useEffect, useRef, type JSX } from 'react';
import type { ActionAgenda } from '../../../../core/api/agenda';
import { CadreCalendrier } from './CadreCalendrier';
import { describeAction } from './describe-action';
import { genreOf } from './genres';
import { todayOf, type VueAgenda } from './periode';

interface Props {
  vue: VueAgenda;
  jour: string;
  actions: readonly ActionAgenda[];
  onAction: (documentId: string) => void;
}

const VUES: Readonly<Record<VueAgenda, string>> = {
  semaine: 'timeGridWeek',
  mois: 'dayGridMonth',
};
/** The day of an association; an action outside stretches it. */
const [OUVERTURE, FERMETURE] = ['08:00', '19:00'];

/** Where the window of this action is open: a link, for whoever wants another tab. */
function adresseOf(documentId: string): string {
  const adresse = new URL(window.location.href);
  adresse.searchParams.set('action', documentId);
  return adresse.href;
}

/** Local hours of the association, without a zone: they read the same wherever one looks from. */
function toEvenement(action: ActionAgenda): EventInput {
  const { documentId, date, heureDebut, heureFin } = action;
  return {
    id: documentId,
    title: action.objet,
    url: adresseOf(documentId),
    allDay: heureDebut === null,
    start: heureDebut === null ? date : `${date}T${heureDebut}`,
    ...(heureDebut === null || heureFin === null ? {} : { end: `${date}T${heureFin}` }),
    classNames: [`genre-${genreOf(action)}`],
    extendedProps: { action },
  };
}

function Evenement({ event }: EventContentArg): JSX.Element {
  const { action } = event.extendedProps as { action: ActionAgenda };
  const { heures, titre, suite } = describeAction(action);
  return (
    <span className="action" title={[heures, titre, suite].filter(Boolean).join(', ')}>
      {heures === '' ? null : <span className="heures">{heures}</span>} <strong>{titre}</strong>
      <span className="suite">{suite}</span>
    </span>
  );
}

/** Early or late actions are seen too. */
function heuresOf(actions: readonly ActionAgenda[]): { slotMinTime: string; slotMaxTime: string } {
  const debuts = actions.flatMap(({ heureDebut }) => heureDebut ?? []);
  const fins = actions.flatMap(({ heureDebut, heureFin }) => heureFin ?? heureDebut ?? []);
  const premiere = [OUVERTURE, ...debuts].sort()[0] ?? OUVERTURE;
  const derniere = [FERMETURE, ...fins].sort().at(-1) ?? FERMETURE;
  return {
    slotMinTime: `${premiere.slice(0, 2)}:00`,
    slotMaxTime: derniere > FERMETURE ? '24:00' : FERMETURE,
  };
}

/** FullCalendar, in the colours of the panel; the address of the page leads it. */
export function Calendrier({ vue, jour, actions, onAction }: Props): JSX.Element {
  const calendrier = useRef<FullCalendar>(null);
  useEffect(() => {
    // React renders within FullCalendar, which renders at once: after this one.
    const minuterie = setTimeout(() => calendrier.current?.getApi().changeView(VUES[vue], jour), 0);
    return () => {
      clearTimeout(minuterie);
    };
  }, [vue, jour]);
  return (
    <CadreCalendrier>
      <FullCalendar
        ref={calendrier}
        plugins={[dayGridPlugin, timeGridPlugin]}
        locale={francais}
        initialView={VUES[vue]}
        initialDate={jour}
        now={todayOf(new Date())}
        headerToolbar={false}
        height="auto"
        {...heuresOf(actions)}
        slotDuration="01:00"
        slotLabelFormat={{ hour: 'numeric', minute: '2-digit', omitZeroMinute: true }}
        slotEventOverlap={false}
        allDayText="Sans heure"
        dayMaxEvents={4}
        moreLinkContent={({ num }) => `+ ${String(num)}`}
        events={actions.map(toEvenement)}
        eventContent={(evenement) => <Evenement {...evenement} />}
        eventClick={({ event, jsEvent }) => {
          if (!jsEvent.ctrlKey && !jsEvent.metaKey) {
            jsEvent.preventDefault();
            onAction(event.id);
          }
        }}
      />
    </CadreCalendrier>
  );
}
