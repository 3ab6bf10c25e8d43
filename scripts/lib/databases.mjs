/** The same server's URL, on another database. */
export function withDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}

/** Creates the database `name` on the server of `adminUrl`, copied from `template` when given; resolves to its URL. */
export async function createDatabase(adminUrl, name, template) {
  await onServer(adminUrl, (client) => {
    const copy = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : '';
    return client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${copy}`);
  });
  return withDatabase(adminUrl, name);
}

/** Drops the database `name`, connected or not, existing or not. */
export async function dropDatabase(adminUrl, name) {
  await onServer(adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`)
  );
}

export async function renameDatabase(adminUrl, from, to) {
  await onServer(adminUrl, (client) =>
    client.query(
      `ALTER DATABASE ${client.escapeIdentifier(from)} RENAME TO ${client.escapeIdentifier(to)}`
    )
  );
}

/** Names of the server's databases that begin with `prefix`, oldest first. */
export async function listDatabases(adminUrl, prefix) {
  const { rows } = await onServer(adminUrl, (client) =>
    client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1) ORDER BY oid', [
      prefix,
    ])
  );
  return rows.map((row) => row.datname);
}

async function onServer(adminUrl, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
