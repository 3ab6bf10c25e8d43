import type { ParametresLus } from '../../../src/plugins/sms-mailing/core/parametres';
import type { BaseDuGuide } from '../base-du-guide';
import { VERSION, type ExempleModule } from './exemples/exemple';

async function readVersion(base: BaseDuGuide, { table, params }: ExempleModule): Promise<number> {
  if (table === undefined) {
    const { data } = await base.ask<ParametresLus>('get', '/parametres');
    return data.parametres.version;
  }
  const [ligne] = await base.sql<{ version: number }>(
    `SELECT coalesce(version, 0) AS version FROM ${table} WHERE document_id = $1`,
    [params?.documentId]
  );
  return ligne?.version ?? 0;
}

interface Preparation {
  /** With the version that the base has now: the request goes further than « modifié entre-temps ». */
  prepare: (corps: string) => Promise<string>;
  /** What was read is no longer so. */
  onEcrite: () => void;
}

export function createPreparation(base: BaseDuGuide, exemple: ExempleModule): Preparation {
  let version: number | null = null;
  return {
    prepare: async (corps) => {
      if (!corps.includes(String(VERSION))) {
        return corps;
      }
      version ??= await readVersion(base, exemple);
      return corps.replaceAll(String(VERSION), String(version));
    },
    onEcrite: () => {
      version = null;
    },
  };
}
