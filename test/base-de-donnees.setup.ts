import type { TestProject } from 'vitest/node';
import { startTestServer } from '../scripts/lib/test-server.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    base: {
      adminUrl: string;
      template: string;
      prefix: string;
      secrets: Record<string, string>;
    };
  }
}

/** Once per project: PostgreSQL, the compiled server (the panel too for `parcours`), a template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer({ panel: project.name === 'parcours' });
  const { adminUrl, template, prefix, secrets } = server;
  project.provide('base', { adminUrl, template, prefix, secrets });
  return server.stop;
}
