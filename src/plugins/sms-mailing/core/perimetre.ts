import { z } from 'zod';
import { idSchema } from './identifiant';

const idsSchema = z.array(idSchema).max(1_000);

/**
 * Guide §4: on whose fiches a profil may act. Every query that reads or acts on people takes one. « tout »
 * filters nothing; « parmi » keeps the fiches of one of these antennes, of an intervenant of one of these
 * équipes, or followed by one of these intervenants: three empty lists reach nobody.
 */
export const perimetreSchema = z.discriminatedUnion('genre', [
  z.object({ genre: z.literal('tout') }),
  z.object({
    genre: z.literal('parmi'),
    antenneIds: idsSchema,
    equipeIds: idsSchema,
    intervenantIds: idsSchema,
  }),
]);
export type Perimetre = z.infer<typeof perimetreSchema>;

export const TOUT: Perimetre = { genre: 'tout' };

export type Listes = Omit<Extract<Perimetre, { genre: 'parmi' }>, 'genre'>;

export function perimetreParmi(listes: Partial<Listes>): Perimetre {
  return { genre: 'parmi', antenneIds: [], equipeIds: [], intervenantIds: [], ...listes };
}

/** Guide §4, the columns of a profil beside « Tout »: each is a condition on its rights. */
export const ETENDUES = {
  antenne: 'Antenne principale',
  equipe: 'Équipe',
  assigne: 'Assigné',
} as const;
export type Etendue = keyof typeof ETENDUES;

const CONDITION = 'plugin::sms-mailing.perimetre-';

/** As Strapi stores it in a role. */
export function conditionOf(etendue: Etendue): string {
  return `${CONDITION}${etendue}`;
}

/** The conditions of one right in each role that gives it; none at all there: no limit. */
export function readEtendues(roles: readonly (readonly string[])[]): readonly Etendue[] | 'tout' {
  if (roles.some((conditions) => conditions.length === 0)) {
    return 'tout';
  }
  const etendues = Object.keys(ETENDUES) as Etendue[];
  return etendues.filter((etendue) =>
    roles.some((conditions) => conditions.includes(conditionOf(etendue)))
  );
}

/** Decision G17: the antennes and équipes of one's own, and of the intervenant that one is. */
export interface Rattachement {
  intervenantIds: readonly number[];
  antenneIds: readonly number[];
  equipeIds: readonly number[];
}

/** What of one's own these étendues open, together. */
export function limitTo(etendues: readonly Etendue[], siens: Rattachement): Perimetre {
  const lists = (etendue: Etendue, ids: readonly number[]): number[] =>
    etendues.includes(etendue) ? [...ids] : [];
  return perimetreParmi({
    antenneIds: lists('antenne', siens.antenneIds),
    equipeIds: lists('equipe', siens.equipeIds),
    intervenantIds: lists('assigne', siens.intervenantIds),
  });
}

/** Decision G17: what a colleague's étendues lend to who replaces her; never « tout », which only a profil gives. */
export function lendEtendues(
  siennes: readonly Etendue[],
  collegue: readonly Etendue[] | 'tout'
): readonly Etendue[] {
  return siennes.length === 0 || collegue === 'tout' ? siennes : collegue;
}

/** All that one of these opens. */
export function unite(perimetres: readonly Perimetre[]): Perimetre {
  const listes = perimetres.flatMap((perimetre) => (perimetre.genre === 'tout' ? [] : [perimetre]));
  if (listes.length < perimetres.length) {
    return TOUT;
  }
  const of = (liste: keyof Listes): number[] => [...new Set(listes.flatMap((une) => une[liste]))];
  return perimetreParmi({
    antenneIds: of('antenneIds'),
    equipeIds: of('equipeIds'),
    intervenantIds: of('intervenantIds'),
  });
}

const MANQUES = {
  antenne: 'à aucune antenne',
  equipe: 'à aucune équipe',
  assigne: 'à aucune fiche Intervenant',
} as const satisfies Readonly<Record<Etendue, string>>;

/** Decision G17, to who is placed nowhere that these étendues look at. */
export function phrasePersonne(etendues: readonly Etendue[]): string {
  const manques = etendues.map((etendue) => MANQUES[etendue]).join(', ni ');
  return `Votre compte n’est rattaché ${manques} : aucune fiche ne vous est montrée. Demandez à un Administrateur de vous rattacher (Profils, « Utilisateurs »).`;
}

export function isPersonne(perimetre: Perimetre): boolean {
  return (
    perimetre.genre === 'parmi' &&
    perimetre.antenneIds.length + perimetre.equipeIds.length + perimetre.intervenantIds.length === 0
  );
}

/** Whether `grand` holds everything that `petit` names, list by list. */
export function covers(grand: Perimetre, petit: Perimetre): boolean {
  if (grand.genre === 'tout') {
    return true;
  }
  return (
    petit.genre === 'parmi' &&
    (['antenneIds', 'equipeIds', 'intervenantIds'] as const).every((liste) =>
      petit[liste].every((id) => grand[liste].includes(id))
    )
  );
}
