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
    prenom: 'Joanna',
    nom: 'Administrateur Témoin',
  },
  {
    profil: 'Profil spécifique',
    role: 'sms-profil-specifique',
    email: 'gestionnaire@bge-demo.test',
    motDePasse: 'Campagne-Verte-2022',
    prenom: 'Témoin',
    nom: 'Accès',
  },
  {
    profil: 'Conseiller',
    role: 'sms-conseiller',
    email: 'conseiller@bge-demo.test',
    motDePasse: 'Rendez-Vous-2022',
    prenom: 'Jérôme',
    nom: 'Accès',
  },
];

/** Creates the accounts; resolves to them by the name of their intervenant, for `seedCrm`. */
export async function createComptes(strapi) {
  const utilisateurs = {};
  for (const { role: code, email, motDePasse, prenom, nom } of COMPTES) {
    const role = await strapi.service('admin::role').findOne({ code });
    utilisateurs[`${prenom} ${nom}`] = await strapi.service('admin::user').create({
      email,
      firstname: prenom,
      lastname: nom,
      password: motDePasse,
      preferedLanguage: 'fr',
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
  }
  return utilisateurs;
}
