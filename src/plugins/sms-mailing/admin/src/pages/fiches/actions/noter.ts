import type { ParticipantDeFiche } from '../../../../../core/api/fiches';

/** What is noted of a participant in one pass. */
export type Modifiable = Pick<
  ParticipantDeFiche,
  'statut' | 'confirme' | 'confirmeSource' | 'presence'
>;

/** By participation, what is typed and not saved yet. */
export type Changements = Readonly<Record<string, Partial<Modifiable>>>;

/** What « Tous présents » and « Tous confirmés » change: those who come, and of whom nothing is noted yet. */
export function noteTous(
  participants: readonly (Modifiable & Pick<ParticipantDeFiche, 'participationDocumentId'>)[],
  changements: Changements,
  quoi: Pick<Modifiable, 'presence'> | Pick<Modifiable, 'confirme' | 'confirmeSource'>
): Changements {
  const entrees = participants.flatMap((participant) => {
    const cle = participant.participationDocumentId;
    const lue = { ...participant, ...changements[cle] };
    const note = 'presence' in quoi ? lue.presence !== 'Non saisie' : lue.confirme !== null;
    const vient = lue.statut === 'Inscrit' || lue.statut === 'Surbooking';
    return vient && !note ? [[cle, { ...changements[cle], ...quoi }] as const] : [];
  });
  return { ...changements, ...Object.fromEntries(entrees) };
}
