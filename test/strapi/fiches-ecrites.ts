import { agentFor, agentOf, createUser, logicielFor, type Agent, type App } from './harness';

const uidOf = (type: string): string => `api::${type}.${type}`;

/** The fiches of the Content Manager, of this content type. */
export const url = (type: string, suite = ''): string =>
  `/content-manager/collection-types/${uidOf(type)}${suite}`;

/** The documentId of what was created, whatever the API. */
export const idOf = ({ body }: { body: unknown }): string =>
  (body as { data: { documentId: string } }).data.documentId;

/** Who writes fiches, and how a test makes and reads them beside them. */
export interface Fiches {
  /** Of `conseiller`. */
  compte: { id: number };
  conseiller: Agent;
  administrateur: Agent;
  /** Another software, with a token of every right. */
  logiciel: Agent;
  create(type: string, data: object): Promise<string>;
  read(
    type: string,
    documentId: string,
    ...populate: string[]
  ): Promise<Record<string, { documentId: string } | null>>;
}

export async function openFiches(app: App): Promise<Fiches> {
  const compte = await createUser(app, 'sms-conseiller');
  return {
    compte,
    conseiller: await agentOf(app, compte),
    administrateur: await agentFor(app, 'sms-administrateur'),
    logiciel: await logicielFor(app),
    async create(type, data) {
      const uid = uidOf(type) as 'api::entrepreneur.entrepreneur';
      return (await app.strapi.documents(uid).create({ data: data as never })).documentId;
    },
    read: async (type, documentId, ...populate) =>
      (await app.strapi.db
        .query(uidOf(type))
        .findOne({ where: { documentId }, populate })) as Record<
        string,
        { documentId: string } | null
      >,
  };
}
