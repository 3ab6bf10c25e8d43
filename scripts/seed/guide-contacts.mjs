/** Guide §3: formateurs externes and responsables de banques. */
function listContacts({ telephone }) {
  return {
    formatrice: {
      civilite: 'Madame',
      nom: 'VASSEUR',
      prenom: 'Hélène',
      fonction: 'Formatrice externe',
      ville: 'Arras',
      courrielPro: 'helene.vasseur@boite.test',
      accepteSms: true,
      telephones: [telephone('Mobile', '0639980011')],
    },
    banquier: {
      civilite: 'Monsieur',
      nom: 'CARON',
      prenom: 'Philippe',
      fonction: 'Responsable de banque',
      ville: 'Lens',
      courrielPro: 'philippe.caron@boite.test',
      telephones: [telephone('Bureau', '0103040502')],
    },
    sansCourriel: {
      civilite: 'Monsieur',
      nom: 'THÉRY',
      prenom: 'Olivier',
      fonction: 'Formateur externe',
      telephones: [],
    },
    refusCourriel: {
      civilite: 'Madame',
      nom: 'NOWAK',
      prenom: 'Isabelle',
      fonction: 'Formatrice externe',
      courrielPro: 'isabelle.nowak@boite.test',
      accepteCourriel: false,
      telephones: [],
    },
    inactif: {
      civilite: 'Monsieur',
      nom: 'DENIS',
      prenom: 'Laurent',
      fonction: 'Responsable de banque',
      courrielPro: 'laurent.denis@boite.test',
      inactif: true,
      telephones: [],
    },
  };
}

/** Guide §2.d and decision D7: a company with its référent, without, and with two of them. */
function listEntreprises({ telephone }) {
  const contact = (civilite, prenom, nom, adresse, suite) => ({
    civilite,
    prenom,
    nom,
    fonction: 'Chargé de clientèle professionnels',
    courrielPro: adresse,
    accepteSms: true,
    telephones: [telephone('Mobile', '0639980021')],
    ...suite,
  });
  const referent = { estReferent: true };
  return {
    avecReferent: [
      'Banque du Ternois',
      [
        contact('Madame', 'Claire', 'LENGLET', 'claire.lenglet@boite.test', referent),
        contact('Monsieur', 'Hugo', 'PETIT', 'hugo.petit@boite.test'),
      ],
      { typePartenaire: 'Banque', secteurActivite: 'Services aux entreprises' },
    ],
    sansReferent: [
      'Menuiserie de la Scarpe',
      [contact('Monsieur', 'Éric', 'MARTEL', 'eric.martel@boite.test')],
      { typePartenaire: 'Entreprise', secteurActivite: 'Artisanat' },
    ],
    deuxReferents: [
      'Cabinet Flandre Conseil',
      [
        contact('Monsieur', 'Fabien', 'JOLY', 'fabien.joly@boite.test', referent),
        contact('Madame', 'Zoé', 'RENARD', 'zoe.renard@boite.test', {
          ...referent,
          estPrincipal: true,
        }),
      ],
      { typePartenaire: 'Expert-comptable', secteurActivite: 'Services aux entreprises' },
    ],
  };
}

/** Adds the guide's contacts individuels and entreprises partenaires; resolves them by name. */
export function addContactsDuGuide(base, { references, coordonnees }) {
  const commun = {
    antenne: references.antennes['Arrageois-Ternois'],
    referent: references.intervenants['Jérôme Accès'],
  };
  const contactsIndividuels = {};
  for (const [cle, fiche] of Object.entries(listContacts(coordonnees))) {
    contactsIndividuels[cle] = base.add('contact-individuel', { ...commun, ...fiche });
  }
  const entreprises = {};
  const contactsPartenaires = {};
  for (const [cle, [raisonSociale, contacts, metier]] of Object.entries(
    listEntreprises(coordonnees)
  )) {
    const entreprise = base.add('entreprise-partenaire', { ...commun, ...metier, raisonSociale });
    entreprises[cle] = entreprise;
    contactsPartenaires[cle] = contacts.map((fiche) =>
      base.add('contact-partenaire', { ...fiche, entreprise })
    );
  }
  return { contactsIndividuels, entreprises, contactsPartenaires };
}
