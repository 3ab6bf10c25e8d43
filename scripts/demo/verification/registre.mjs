import pg from 'pg';

/** What the module wrote of the evening: envois by statut, motifs of the exclus, SMS taken from the packages. */
export async function readRegistre(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: statuts } = await client.query(
      'SELECT statut, count(*)::int AS nombre FROM sms_envois GROUP BY statut'
    );
    const { rows: motifs } = await client.query(
      `SELECT motif, count(*)::int AS nombre FROM sms_envois WHERE statut = 'exclu' GROUP BY motif`
    );
    const { rows } = await client.query(
      'SELECT coalesce(sum(consommes), 0)::int AS consommes FROM sms_packages'
    );
    return {
      statuts: Object.fromEntries(statuts.map(({ statut, nombre }) => [statut, nombre])),
      motifs: Object.fromEntries(motifs.map(({ motif, nombre }) => [motif, nombre])),
      consommes: rows[0].consommes,
    };
  } finally {
    await client.end();
  }
}

function add(total, comptes) {
  for (const [motif, nombre] of Object.entries(comptes)) {
    total[motif] = (total[motif] ?? 0) + nombre;
  }
  return total;
}

function describeEcart(quoi, lu, ecrit) {
  return lu === ecrit ? [] : [`${quoi} : ${lu} d'après le guide, ${ecrit} d'après le module`];
}

/** The account the module gives of itself, against the reading: French lines, none when they agree. */
export function compareRegistre({ registre, motifsCampagnes, exclus, recus }) {
  const motifs = motifsCampagnes.reduce(add, { ...registre.motifs });
  const { envoye = 0, ...autres } = registre.statuts;
  delete autres.exclu;
  return [
    ...[...new Set([...Object.keys(motifs), ...Object.keys(exclus)])].flatMap((motif) =>
      describeEcart(`exclus « ${motif} »`, exclus[motif] ?? 0, motifs[motif] ?? 0)
    ),
    ...describeEcart('envoyés', recus.length, envoye),
    ...Object.entries(autres).flatMap(([statut, n]) => describeEcart(`« ${statut} »`, 0, n)),
    ...describeEcart(
      'SMS décomptés',
      recus.filter(({ transport }) => transport === 'sms').length,
      registre.consommes
    ),
  ];
}
