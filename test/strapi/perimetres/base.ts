import type { Etendue } from '../../../src/plugins/sms-mailing/core/perimetre';
import { openBaseDuGuide, type BaseDuGuide } from '../base-du-guide';
import { agentOf, createUser, type Agent } from '../harness';

/** Where a fiche is placed, by name; null: nowhere. */
export interface Place {
  antenne: string | null;
  /** The référent; of an action, its animateur then its intervenants. */
  suivie: readonly string[];
}

export interface Fiche extends Place {
  documentId: string;
  id: number;
}

export const SUIVIES = ['entrepreneur', 'contact-individuel', 'entreprise-partenaire'] as const;

const ANTENNES = ['Arras', 'Lens'];
/** By name, with their équipe and antenne. */
const INTERVENANTS = {
  moi: { equipe: 'Rouge', antenne: 'Arras' },
  collègue: { equipe: 'Rouge', antenne: 'Lens' },
  autre: { equipe: 'Bleue', antenne: 'Lens' },
} as const;
type Intervenant = keyof typeof INTERVENANTS;
export const ACTION = { nature: 'Collective', date: '2022-03-05' };

export interface Perimetres {
  base: BaseDuGuide;
  /** Linked to « moi ». */
  compte: { id: number };
  agent: Agent;
  /** Administrative staff: no fiche Intervenant. */
  personnel: { id: number };
  agentPersonnel: Agent;
  roleId: number;
  /** By content type. */
  fiches: Record<string, Fiche[]>;
  ids: Record<string, number>;
  documents: Record<string, string>;
  /** The conditions of every right of the profil under test; none: « Tout ». */
  setEtendues(etendues: readonly Etendue[], ou?: string): Promise<void>;
  create: (type: string, data: object) => Promise<{ id: number; documentId: string }>;
  close(): Promise<void>;
}

/** Whether a fiche placed there is within these étendues of who is placed so: the guide in three lines. */
export function isDedans(
  { antenne, suivie }: Place,
  etendues: readonly Etendue[],
  siens: { antennes: readonly string[]; equipes: readonly string[]; moi: readonly string[] }
): boolean {
  const equipeOf = (nom: string): string => INTERVENANTS[nom as Intervenant].equipe;
  return (
    etendues.length === 0 ||
    (etendues.includes('antenne') && antenne !== null && siens.antennes.includes(antenne)) ||
    (etendues.includes('equipe') && suivie.some((nom) => siens.equipes.includes(equipeOf(nom)))) ||
    (etendues.includes('assigne') && suivie.some((nom) => siens.moi.includes(nom)))
  );
}

/** Every profil that the guide's matrix can write, « Tout » first. */
export const ETENDUES: readonly Etendue[][] = [
  [],
  ['antenne'],
  ['equipe'],
  ['assigne'],
  ['antenne', 'equipe'],
  ['antenne', 'assigne'],
  ['equipe', 'assigne'],
  ['antenne', 'equipe', 'assigne'],
];

export const MOI = { antennes: ['Arras'], equipes: ['Rouge'], moi: ['moi'] };

type Creation = Pick<Perimetres, 'create' | 'fiches' | 'ids' | 'documents'> & {
  /** Found again by this name. */
  name: (type: string, nom: string, data: object) => Promise<void>;
  place: (type: string, lieu: Place, data: object) => Promise<Fiche>;
};

function openCreation({ strapi }: BaseDuGuide['app']): Creation {
  const ids: Record<string, number> = {};
  const documents: Record<string, string> = {};
  const fiches: Record<string, Fiche[]> = {};

  async function create(type: string, data: object) {
    const uid = `api::${type}.${type}` as 'api::entrepreneur.entrepreneur';
    const { id, documentId } = await strapi.documents(uid).create({ data: data as never });
    return { id: Number(id), documentId };
  }
  async function name(type: string, nom: string, data: object): Promise<void> {
    const { id, documentId } = await create(type, data);
    ids[nom] = id;
    documents[nom] = documentId;
  }
  async function place(type: string, lieu: Place, data: object): Promise<Fiche> {
    const fiche = { ...(await create(type, data)), ...lieu };
    (fiches[type] ??= []).push(fiche);
    return fiche;
  }
  return { create, name, place, ids, documents, fiches };
}

/** Antennes, équipes and their intervenants, of whom « moi » is linked to the account. */
async function createIntervenants(
  { name, documents }: Creation,
  compte: { id: number }
): Promise<void> {
  for (const nom of ANTENNES) {
    await name('antenne', nom, { nom: `P-${nom}` });
  }
  for (const nom of ['Rouge', 'Bleue']) {
    await name('equipe', nom, { nom: `P-${nom}` });
  }
  for (const [nom, { equipe, antenne }] of Object.entries(INTERVENANTS)) {
    await name('intervenant', nom, {
      nom,
      prenom: 'Dominique',
      ...{ equipe: documents[equipe], antenne: documents[antenne] },
      ...(nom === 'moi' ? { utilisateur: compte.id } : {}),
    });
  }
}

/** A fiche of each content type at this place. */
async function placeSuivies(
  { place, documents }: Creation,
  lieu: Place,
  action: string
): Promise<void> {
  const { antenne, suivie } = lieu;
  const [referent] = suivie;
  const nom = `P-${antenne ?? 'rien'}-${referent ?? 'personne'}`;
  const relations = {
    antenne: antenne === null ? null : documents[antenne],
    referent: referent === undefined ? null : documents[referent],
  };
  const { documentId: entrepreneur } = await place('entrepreneur', lieu, {
    ...{ nom, prenom: 'Claude', ...relations },
    emails: [
      {
        adresse: `${nom.toLowerCase()}@boite.test`.normalize('NFD').replace(/[^\w@.-]/g, ''),
        reference: true,
        accepte: true,
      },
    ],
  });
  await place('contact-individuel', lieu, { nom, prenom: 'Claude', ...relations });
  const entreprise = await place('entreprise-partenaire', lieu, {
    ...{ raisonSociale: nom, ...relations },
  });
  await place('contact-partenaire', lieu, {
    ...{ nom, prenom: 'Claude', estReferent: true, entreprise: entreprise.documentId },
  });
  await place('participation', lieu, { entrepreneur, action, statut: 'Inscrit' });
  await place('situation', lieu, { entrepreneur, date: '2022-01-01' });
  await place('projet', lieu, { entrepreneur, nom });
  await place('parcours', lieu, { entrepreneur });
}

/** An action is followed by its animateur and by its intervenants. */
async function placeActions(
  { place, documents }: Creation,
  antenne: string | null,
  animateur: string | null
): Promise<void> {
  for (const intervenants of [[], ['moi'], ['collègue', 'autre']]) {
    const suivie = [...(animateur === null ? [] : [animateur]), ...intervenants];
    await place(
      'action',
      { antenne, suivie },
      {
        ...{ ...ACTION, objet: `P-${antenne ?? 'rien'}` },
        antenne: antenne === null ? null : documents[antenne],
        animateur: animateur === null ? null : documents[animateur],
        intervenants: intervenants.map((nom) => documents[nom]),
      }
    );
  }
}

/** Every way of placing a fiche, for every content type of the CRM that has a place. */
export async function openPerimetres(): Promise<Perimetres> {
  const base = await openBaseDuGuide();
  const creation = openCreation(base.app);
  const { create, fiches, ids, documents } = creation;
  const compte = await createUser(base.app, 'sms-profil-specifique');
  const personnel = await createUser(base.app, 'sms-profil-specifique');
  await createIntervenants(creation, compte);
  const atelier = await create('action', { ...ACTION, objet: 'Hors test' });
  const lieux = [...ANTENNES, null].flatMap((antenne) =>
    [...Object.keys(INTERVENANTS), null].map((nom) => ({ antenne, nom }))
  );
  for (const { antenne, nom } of lieux) {
    await placeSuivies(
      creation,
      { antenne, suivie: nom === null ? [] : [nom] },
      atelier.documentId
    );
  }
  for (const { antenne, nom } of lieux) {
    await placeActions(creation, antenne, nom);
  }
  const [{ role_id: roleId } = { role_id: 0 }] = await base.sql<{ role_id: number }>(
    'SELECT role_id FROM admin_users_roles_lnk WHERE user_id = $1',
    [compte.id]
  );
  return {
    ...{ base, compte, personnel, roleId, fiches, ids, documents, create },
    agent: await agentOf(base.app, compte),
    agentPersonnel: await agentOf(base.app, personnel),
    async setEtendues(etendues, ou = 'true') {
      await base.sql(
        `UPDATE admin_permissions SET conditions = $1::jsonb
          WHERE id IN (SELECT permission_id FROM admin_permissions_role_lnk WHERE role_id = $2) AND ${ou}`,
        [
          JSON.stringify(etendues.map((etendue) => `plugin::sms-mailing.perimetre-${etendue}`)),
          roleId,
        ]
      );
    },
    close: () => base.close(),
  };
}
