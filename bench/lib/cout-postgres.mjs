import fs from 'node:fs';

/** Of Linux: a tick of /proc/<pid>/stat. */
const TICK_MS = 10;

/** Parent and processor time (milliseconds) of a process, and of its children that have ended. */
function readStat(pid) {
  const texte = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const champs = texte.slice(texte.lastIndexOf(')') + 2).split(' ');
  const ms = (rang) => Number(champs[rang]) * TICK_MS;
  return { parent: Number(champs[1]), ms: ms(11) + ms(12), finis: ms(13) + ms(14) };
}

function listPids() {
  return fs.readdirSync('/proc').filter((nom) => /^\d+$/.test(nom));
}

/** Processor time of the whole PostgreSQL server of this connection, all its processes together: milliseconds so far. */
export async function openProcesseur(knex) {
  const { rows } = await knex.raw('SELECT pg_backend_pid() AS pid');
  const serveur = readStat(rows[0].pid).parent;
  return () => {
    const { ms, finis } = readStat(serveur);
    let total = ms + finis;
    for (const pid of listPids()) {
      try {
        const stat = readStat(pid);
        total += stat.parent === serveur ? stat.ms : 0;
      } catch {
        // Ended meanwhile: among those that its parent counts.
      }
    }
    return total;
  };
}

/** Share of the updates of each table that stayed on their page, since the counters were reset. */
export async function readHot(knex) {
  // Connections report once a second at most.
  await new Promise((suite) => setTimeout(suite, 1_200));
  const { rows } = await knex.raw(
    `SELECT relname AS nom, n_tup_hot_upd / greatest(n_tup_upd, 1)::float AS part
       FROM pg_stat_user_tables WHERE relname IN ('sms_file', 'sms_envois')`
  );
  return Object.fromEntries(rows.map(({ nom, part }) => [nom, part]));
}
