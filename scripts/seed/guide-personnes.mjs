import { addJours } from './jours.mjs';

/** The entrepreneurs the guide names or shows; phones are in the ranges kept for fiction. */
function listPersonnes({ reference, coordonnees: { email, telephone } }) {
  const mobile = (numero, options) => telephone('Mobile', numero, options);
  const accord = {
    consentementRgpd: 'Oui',
    consentementDate: addJours(reference, -200),
    consentementSource: 'Formulaire signé',
    accepteSms: true,
  };
  return {
    // §2.c: the entrepreneur of the examples, with the address of the fiche of §2.d.
    palmer: {
      civilite: 'Monsieur',
      nom: 'PALMER',
      prenom: 'Julien',
      ...accord,
      emails: [email('julien.palmer@boite.test')],
      telephones: [mobile('0639980001')],
      adresses: [
        {
          date: addJours(reference, -200),
          rue: '168 rue Raymond Losserand',
          codePostal: '75014',
          ville: 'Paris',
          reference: true,
          accepteCourrier: true,
        },
      ],
    },
    // §3: the placeholder address and the fixed line of the guide; nothing can reach her.
    paris: {
      civilite: 'Madame',
      nom: 'PARIS',
      prenom: 'Lena',
      emails: [email('nn@noemail.com')],
      telephones: [telephone('Bureau', '01 02 03 04 05')],
    },
    martin: {
      civilite: 'Madame',
      nom: 'MARTIN',
      prenom: 'Sophie',
      ...accord,
      emails: [email('sophie.martin@boite.test')],
      telephones: [mobile('06 39 98 00 02')],
    },
    // Decision D1: the principal number is a fixed line, the SMS goes to the mobile.
    diallo: {
      civilite: 'Monsieur',
      nom: 'DIALLO',
      prenom: 'Amadou',
      ...accord,
      emails: [email('amadou.diallo@boite.test')],
      telephones: [telephone('Domicile', '0353010003'), mobile('0639980003', { principal: false })],
    },
    // Decision D2: the e-mail de référence is refused, the second one is accepted.
    lefebvre: {
      civilite: 'Madame',
      nom: 'LEFEBVRE',
      prenom: 'Nadia',
      ...accord,
      emails: [
        email('nadia.lefebvre@boite.test', { accepte: false }),
        email('nl.creation@boite.test', { reference: false }),
      ],
      telephones: [mobile('+33 6 39 98 00 04')],
    },
    // Decision D3: refuses newsletters and promotions, still told of the rendez-vous.
    refusRgpd: {
      civilite: 'Monsieur',
      nom: 'CARLIER',
      prenom: 'Benoît',
      consentementRgpd: 'Non',
      consentementDate: addJours(reference, -90),
      consentementSource: 'Téléphone',
      emails: [email('benoit.carlier@boite.test')],
      telephones: [mobile('0639980005')],
    },
    // §6.d and decision F13.
    ficheTest: {
      civilite: 'Madame',
      nom: 'TEST',
      prenom: 'Camille',
      ...accord,
      ficheTest: true,
      emails: [email('camille.test@boite.test')],
      telephones: [mobile('0639980099')],
    },
  };
}

function addSuivi(base, { reference, references }, entrepreneur, fiche) {
  if (fiche.nom === 'PARIS') return;
  base.add('situation', {
    entrepreneur,
    date: addJours(reference, -150),
    statutEmploi: "Demandeur d'emploi",
  });
  base.add('projet', {
    entrepreneur,
    nom: 'Ouverture d’un café-librairie',
    etat: 'En étude',
    secteurActivite: 'Commerce',
  });
  base.add('parcours', {
    entrepreneur,
    ods: references.ods["Activ'Créa lot 1"],
    etape: references.etapes['Atelier "Cartes en main"'],
    ressource: references.ressources['Activ Créa 2021-2023'],
    dateDebut: addJours(reference, -60),
    dateFin: addJours(reference, 30),
  });
}

/** Adds the guide's entrepreneurs with their situation, projet and parcours; resolves them by name. */
export function addPersonnes(base, contexte) {
  const { reference, references } = contexte;
  const entrees = Object.entries(listPersonnes(contexte)).map(([cle, fiche]) => {
    const entrepreneur = base.add('entrepreneur', {
      dateCreationProfil: addJours(reference, -200),
      dateNaissance: '1985-06-12',
      statutPersonne: 'Porteur de projet',
      csp: 'Employés',
      niveauFormation: 'Bac',
      canalPrescription: 'France Travail',
      moyenContact: 'E-mail',
      referent: references.intervenants['Jérôme Accès'],
      antenne: references.antennes['Arrageois-Ternois'],
      ...fiche,
    });
    addSuivi(base, contexte, entrepreneur, fiche);
    return [cle, entrepreneur];
  });
  return Object.fromEntries(entrees);
}
