import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seedCrm } from './seed-crm.mjs';

export { seedCrm };

const AIDE = `node scripts/seed/index.mjs [options]   (base : DATABASE_URL)
  --reference AAAA-MM-JJ   « aujourd'hui » du jeu de données (par défaut : ce jour)
  --entrepreneurs N        nombre d'entrepreneurs (2000)
  --actions N              nombre d'actions (300)`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      reference: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      entrepreneurs: { type: 'string', default: '2000' },
      actions: { type: 'string', default: '300' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    ...values,
    entrepreneurs: Number(values.entrepreneurs),
    actions: Number(values.actions),
  };
}

async function main() {
  const { help, ...options } = readOptions();
  const connectionString = process.env.DATABASE_URL;
  if (help || !connectionString) {
    console.log(AIDE);
    process.exitCode = help ? 0 : 1;
    return;
  }
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { comptes } = await seedCrm(client, options);
    console.table(comptes);
  } finally {
    await client.end();
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((erreur) => {
    console.error(erreur.message);
    process.exitCode = 1;
  });
}
