/**
 * Guide §2.d read word for word over what was typed on the fiche: at which address a person is written to,
 * or the first condition that fails. The computed columns of the module are not looked at.
 */

const DOMAINES_FICTIFS = ['noemail.com', 'pasdemail.fr'];
const MOBILE = /^0[67]\d{8}$/;
const FIXE = /^0[1-59]\d{8}$/;
/** Mobiles overseas begin like the others, and have a country code of their own. */
const OUTRE_MER = { '0690': '+590', '0692': '+262', '0694': '+594', '0696': '+596' };

function readEmail(adresse) {
  if (!/^[^\s@,]+@[^\s@,]+\.[a-z]{2,}$/i.test(adresse)) return 'invalide';
  return DOMAINES_FICTIFS.includes(adresse.split('@')[1].toLowerCase()) ? 'fictive' : 'valide';
}

/** Ten figures, as the guide asks for; `+33 6…` is the same number. */
function readNumero(numero) {
  const chiffres = numero.replace(/[\s.-]/g, '').replace(/^\+33/, '0');
  if (MOBILE.test(chiffres)) {
    return {
      mobile: true,
      e164: `${OUTRE_MER[chiffres.slice(0, 4)] ?? '+33'}${chiffres.slice(1)}`,
    };
  }
  return FIXE.test(chiffres) ? { mobile: false, e164: null } : null;
}

function chooseEmail(emails) {
  if (emails.length === 0) return { motif: 'adresse_absente' };
  const acceptes = emails.filter(({ accepte }) => accepte === true);
  if (acceptes.length === 0) return { motif: 'adresse_non_acceptee' };
  const valides = acceptes.filter(({ adresse }) => readEmail(adresse) === 'valide');
  const choisi = valides.find(({ reference }) => reference === true) ?? valides[0];
  if (choisi) return { adresse: choisi.adresse };
  const fictive = acceptes.some(({ adresse }) => readEmail(adresse) === 'fictive');
  return { motif: fictive ? 'adresse_fictive' : 'adresse_invalide' };
}

function chooseNumero(accepteSms, telephones) {
  if (telephones.length === 0) return { motif: 'telephone_absent' };
  if (accepteSms !== true) return { motif: 'sms_non_accepte' };
  const autorises = telephones
    .filter((telephone) => telephone.contact_possible === true)
    .map((telephone) => ({ ...telephone, lu: readNumero(telephone.numero) }));
  if (autorises.length === 0) return { motif: 'telephone_non_autorise' };
  const mobiles = autorises.filter(({ lu }) => lu?.mobile);
  const choisi = mobiles.find(({ principal }) => principal === true) ?? mobiles[0];
  if (choisi) return { adresse: choisi.lu.e164 };
  const lisible = autorises.some(({ lu }) => lu !== null);
  return { motif: lisible ? 'telephone_non_mobile' : 'numero_invalide' };
}

function chooseCoordonnee(typeContact, { emails, telephones, accepteSms }) {
  return typeContact === 'sms' ? chooseNumero(accepteSms, telephones) : chooseEmail(emails);
}

/** Decision D3, the setting of F14 not chosen yet: a promotion asks for a clear yes. */
export function reachEntrepreneur(entrepreneur, { typeContact, but }) {
  if (entrepreneur.inactif === true) return { motif: 'fiche_inactive' };
  if (but === 'promotion' && entrepreneur.consentement_rgpd !== 'Oui') {
    const refus = entrepreneur.consentement_rgpd === 'Non';
    return { motif: refus ? 'rgpd_refuse' : 'rgpd_non_renseigne' };
  }
  return chooseCoordonnee(typeContact, { ...entrepreneur, accepteSms: entrepreneur.accepte_sms });
}

/** Decision F11: a courriel pro is accepted unless refused. */
export function reachContact(contact, { typeContact }) {
  if (contact.inactif === true) return { motif: 'fiche_inactive' };
  const courriel = { adresse: contact.courriel_pro, accepte: contact.accepte_courriel !== false };
  return chooseCoordonnee(typeContact, {
    emails: contact.courriel_pro ? [courriel] : [],
    telephones: contact.telephones,
    accepteSms: contact.accepte_sms,
  });
}

/** Guide §2.d « seulement au contact référent », the principal one if several (decision D7). */
export function findReferent({ contacts = [] }) {
  const referents = contacts.filter((c) => c.est_referent === true && c.inactif !== true);
  return referents.find((c) => c.est_principal === true) ?? referents[0] ?? null;
}

export function reachEntreprise(entreprise, modele) {
  if (entreprise.inactif === true) return { motif: 'fiche_inactive' };
  const referent = findReferent(entreprise);
  return referent ? reachContact(referent, modele) : { motif: 'referent_absent' };
}
