import pg from 'pg';

const DATE = 1082;

/** Dates as they are written, without a zone. */
const types = {
  getTypeParser: (oid, format) =>
    oid === DATE ? (valeur) => valeur : pg.types.getTypeParser(oid, format),
};

/**
 * The CRM as a person reads it, fiche by fiche, in plain objects: `{ entrepreneurs, contacts, entreprises,
 * actions }`. Tables are read whole, one query each: nothing is shared with the module's own SQL.
 */
export async function readCrm(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl, types });
  await client.connect();
  try {
    return await readFiches(createLecteur(client));
  } finally {
    await client.end();
  }
}

function createLecteur(client) {
  const rows = async (table) => (await client.query(`SELECT * FROM "${table}" ORDER BY id`)).rows;
  return {
    fiches: async (table) => new Map((await rows(table)).map((ligne) => [ligne.id, ligne])),

    /** From the link table of a relation: the target of each owner, null without one. */
    async lien(table, proprietaire, cible, fiches) {
      const liens = new Map(
        (await rows(table)).map((lien) => [lien[`${proprietaire}_id`], lien[`${cible}_id`]])
      );
      return (id) => fiches.get(liens.get(id)) ?? null;
    },

    /** The components of each fiche of `table`, in the order typed. */
    async composants(table, champ, composants) {
      const fiches = await this.fiches(composants);
      const parFiche = new Map();
      const lignes = (await rows(`${table}_cmps`)).filter(({ field }) => field === champ);
      for (const ligne of lignes.sort((a, b) => a.order - b.order)) {
        const { entity_id: id, cmp_id: composant } = ligne;
        parFiche.set(id, [...(parFiche.get(id) ?? []), fiches.get(composant)]);
      }
      return (id) => parFiche.get(id) ?? [];
    },
  };
}

async function readFiches(lecteur) {
  const intervenants = await lecteur.fiches('intervenants');
  const entrepreneurs = await readEntrepreneurs(lecteur, intervenants);
  return {
    entrepreneurs: [...entrepreneurs.values()],
    ...(await readContacts(lecteur)),
    actions: await readActions(lecteur, intervenants, entrepreneurs),
  };
}

async function readEntrepreneurs(lecteur, intervenants) {
  const fiches = await lecteur.fiches('entrepreneurs');
  const antennes = await lecteur.fiches('antennes');
  const emails = await lecteur.composants(
    'entrepreneurs',
    'emails',
    'components_coordonnees_emails'
  );
  const telephones = await readTelephones(lecteur, 'entrepreneurs');
  const referent = await lecteur.lien(
    'entrepreneurs_referent_lnk',
    'entrepreneur',
    'intervenant',
    intervenants
  );
  const antenne = await lecteur.lien(
    'entrepreneurs_antenne_lnk',
    'entrepreneur',
    'antenne',
    antennes
  );
  const entrepreneurs = new Map();
  for (const [id, fiche] of fiches) {
    entrepreneurs.set(id, {
      ...fiche,
      emails: emails(id),
      telephones: telephones(id),
      referent: referent(id),
      antenne: antenne(id),
      projets: [],
      parcours: [],
    });
  }
  await readSuivi(lecteur, entrepreneurs);
  return entrepreneurs;
}

function readTelephones(lecteur, table) {
  return lecteur.composants(table, 'telephones', 'components_coordonnees_telephones');
}

async function readSuivi(lecteur, entrepreneurs) {
  const ods = await lecteur.fiches('ods');
  const odsDuParcours = await lecteur.lien('parcours_ods_lnk', 'parcours', 'ods', ods);
  for (const [champ, singulier] of [
    ['projets', 'projet'],
    ['parcours', 'parcours'],
  ]) {
    const lien = await lecteur.lien(
      `${champ}_entrepreneur_lnk`,
      singulier,
      'entrepreneur',
      entrepreneurs
    );
    for (const [id, ligne] of await lecteur.fiches(champ)) {
      lien(id)?.[champ].push(champ === 'projets' ? ligne : { ...ligne, ods: odsDuParcours(id) });
    }
  }
}

async function readContacts(lecteur) {
  const telephones = await readTelephones(lecteur, 'contacts_individuels');
  const contacts = [...(await lecteur.fiches('contacts_individuels')).values()].map((contact) => ({
    ...contact,
    telephones: telephones(contact.id),
  }));
  const entreprises = await lecteur.fiches('entreprises_partenaires');
  const employeur = await lecteur.lien(
    'contacts_partenaires_entreprise_lnk',
    'contact_partenaire',
    'entreprise_partenaire',
    entreprises
  );
  const telephonesPartenaires = await readTelephones(lecteur, 'contacts_partenaires');
  for (const contact of (await lecteur.fiches('contacts_partenaires')).values()) {
    const entreprise = employeur(contact.id);
    entreprise.contacts ??= [];
    entreprise.contacts.push({ ...contact, telephones: telephonesPartenaires(contact.id) });
  }
  return { contacts, entreprises: [...entreprises.values()] };
}

async function readActions(lecteur, intervenants, entrepreneurs) {
  const fiches = await lecteur.fiches('actions');
  const lien = async (champ, cible, table) =>
    lecteur.lien(`actions_${champ}_lnk`, 'action', cible, await lecteur.fiches(table));
  const type = await lien('type_action', 'type_action', 'types_action');
  const ods = await lien('ods', 'ods', 'ods');
  const etape = await lien('etape', 'etape', 'etapes');
  const site = await lien('site', 'site', 'sites');
  const animateur = await lecteur.lien(
    'actions_animateur_lnk',
    'action',
    'intervenant',
    intervenants
  );
  const actions = new Map();
  for (const [id, fiche] of fiches) {
    actions.set(id, {
      ...fiche,
      type: type(id)?.nom ?? null,
      ods: ods(id)?.nom ?? null,
      etape: etape(id)?.nom ?? null,
      site: site(id),
      animateur: animateur(id),
      participations: [],
    });
  }
  await readParticipations(lecteur, actions, entrepreneurs);
  return [...actions.values()];
}

async function readParticipations(lecteur, actions, entrepreneurs) {
  const action = await lecteur.lien(
    'participations_action_lnk',
    'participation',
    'action',
    actions
  );
  const entrepreneur = await lecteur.lien(
    'participations_entrepreneur_lnk',
    'participation',
    'entrepreneur',
    entrepreneurs
  );
  for (const [id, participation] of await lecteur.fiches('participations')) {
    action(id).participations.push({ ...participation, entrepreneur: entrepreneur(id) });
  }
}
