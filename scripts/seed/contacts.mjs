import { OUI_NON_VIDE } from './coordonnees.mjs';
import { ENTREPRISES, FONCTIONS_CONTACT, FONCTIONS_ENTREPRISE, NOMS, PRENOMS } from './noms.mjs';

function describeContact(hasard, { coordonnees }, fonctions, cle) {
  const civilite = hasard.pick(['Madame', 'Monsieur']);
  const personne = { civilite, prenom: hasard.pick(PRENOMS[civilite]), nom: hasard.pick(NOMS) };
  const courrielPro = coordonnees.randomAdresse(hasard, personne, cle);
  const avecCourriel = hasard.chance(0.94);
  return {
    ...personne,
    fonction: hasard.pick(fonctions),
    courrielPro: avecCourriel ? courrielPro : null,
    accepteCourriel: hasard.weighted(OUI_NON_VIDE),
    accepteSms: hasard.chance(0.5),
    telephones: coordonnees.randomTelephones(hasard),
    inactif: hasard.chance(0.05),
  };
}

/** A formateur externe, a responsable de banque… of the mass. */
export function addContactIndividuel(base, hasard, contexte, cle) {
  const referent = hasard.pick(Object.values(contexte.references.intervenants));
  return base.add('contact-individuel', {
    ...describeContact(hasard, contexte, FONCTIONS_CONTACT, `c${cle}`),
    antenne: contexte.references.antennes[referent.antenne],
    referent,
  });
}

/** An entreprise partenaire of the mass: one to three contacts, most often one référent. */
export function addEntreprise(base, hasard, contexte, cle) {
  const referent = hasard.pick(Object.values(contexte.references.intervenants));
  const entreprise = base.add('entreprise-partenaire', {
    raisonSociale: `${hasard.pick(ENTREPRISES)} ${cle}`,
    siret: `000000000${String(cle).padStart(5, '0')}`,
    adresses: [contexte.coordonnees.randomLieu(hasard, contexte.reference)],
    antenne: contexte.references.antennes[referent.antenne],
    referent,
    inactif: hasard.chance(0.04),
  });
  const rangReferent = hasard.chance(0.9) ? 0 : -1;
  for (let i = hasard.int(1, 3) - 1; i >= 0; i -= 1) {
    base.add('contact-partenaire', {
      ...describeContact(hasard, contexte, FONCTIONS_ENTREPRISE, `e${cle}-${i}`),
      estReferent: i === rangReferent,
      estPrincipal: i === rangReferent,
      entreprise,
    });
  }
  return entreprise;
}
