/**
 * One account a profil (guide §4), each with the intervenant it is in the CRM. The passwords are no
 * secret: the demo listens on this machine alone, and its people are invented.
 */
export const COMPTES = [
  {
    profil: 'Administrateur',
    role: 'sms-administrateur',
    email: 'administrateur@bge-demo.test',
    motDePasse: 'Atelier-Bleu-2022',
    intervenant: 'Joanna Administrateur Témoin',
  },
  {
    profil: 'Profil spécifique',
    role: 'sms-profil-specifique',
    email: 'gestionnaire@bge-demo.test',
    motDePasse: 'Campagne-Verte-2022',
    intervenant: 'Témoin Accès',
  },
  {
    profil: 'Conseiller',
    role: 'sms-conseiller',
    email: 'conseiller@bge-demo.test',
    motDePasse: 'Rendez-Vous-2022',
    intervenant: 'Jérôme Accès',
  },
];

const INTERVENANT = 'api::intervenant.intervenant';

/** Creates the accounts on a base sown with `resume.intervenants`; resolves to their ids by role. */
export async function createComptes(strapi, { intervenants }) {
  const ids = {};
  for (const compte of COMPTES) {
    const { documentId } = intervenants[compte.intervenant];
    const { prenom, nom } = await strapi.documents(INTERVENANT).findOne({ documentId });
    const role = await strapi.service('admin::role').findOne({ code: compte.role });
    const utilisateur = await strapi.service('admin::user').create({
      email: compte.email,
      firstname: prenom,
      lastname: nom,
      password: compte.motDePasse,
      preferedLanguage: 'fr',
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    await strapi
      .documents(INTERVENANT)
      .update({ documentId, data: { utilisateur: utilisateur.id } });
    ids[compte.role] = utilisateur.id;
  }
  return ids;
}
