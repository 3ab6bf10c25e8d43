import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startApp, stopApp } from './harness';

it('arrêter l’application attend ce que Strapi relit après une écriture', async () => {
  const rejets: unknown[] = [];
  const note = (raison: unknown) => rejets.push(raison);
  const avant = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
  try {
    const app = await startApp({ env: { DATABASE_ACQUIRE_TIMEOUT: '1000' } });
    const fiches = app.strapi.documents('api::entrepreneur.entrepreneur');
    const { documentId } = await fiches.create({ data: { nom: 'Durand', prenom: 'Léa' } as never });
    for (let tour = 0; tour < 5; tour += 1) {
      await fiches.update({ documentId, data: { nom: `Durand ${String(tour)}` } as never });
    }
    await stopApp(app);
    await setTimeout(1_500);
  } finally {
    process.removeListener('unhandledRejection', note);
    avant.forEach((listener) => process.on('unhandledRejection', listener));
  }
  expect(rejets).toEqual([]);
});
