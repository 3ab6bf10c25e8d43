import { fromPlugin } from './mesure.mjs';

export const HORLOGE = { zone: 'Europe/Paris', heure: '19:00' };

/** What an operator and the settings add to a message, as on the first day. */
export function reglagesRendu() {
  const { REGLAGES_SMS: sms } = fromPlugin('core/sms');
  const adresses = { adressePostale: '', adresseDesinscription: '', adresseReponse: '' };
  return { zone: HORLOGE.zone, expediteur: 'BGE', ...adresses, sms };
}

/** A campagne of one modèle over these filters, as the chain reads it. */
export function partOf(modele, filtres, selection = { tous: true, saufIds: [] }) {
  return {
    cible: {
      genre: 'campagne',
      campagneId: null,
      filtres: { typeDestinataire: 'entrepreneur', ...filtres },
      recherche: '',
      selection,
      dateEnvoi: '2022-03-03',
      auteurId: null,
    },
    modele,
    perimetre: { genre: 'tout' },
    depart: new Date('2022-03-03T18:00:00Z'),
    force: false,
    promotionSansConsentement: false,
    now: new Date('2022-03-03T10:00:00Z'),
  };
}

/** What the chain offers to a bench: the figures of a campagne, and its lines. */
export function openChaine(knex) {
  const { createProgrammes } = fromPlugin('server/src/adapters/sql/programmer/programmes');
  const { inscrire } = fromPlugin('server/src/services/programmer/inscrire');
  const { prevoirPart } = fromPlugin('server/src/services/programmer/prevoir');
  const { createRenduPart } = fromPlugin('server/src/services/programmer/rendu-part');
  const reglages = reglagesRendu();
  const programmes = createProgrammes(knex, HORLOGE);
  const lire = (part, version = null) => ({
    part,
    version,
    modele: { documentId: '', nom: '', ...part.modele },
    rendu: createRenduPart(version, reglages),
  });
  const attributs = { auteurId: null, confirmation: 'banc', retarde: false };
  return {
    prevoir: (part, version) => prevoirPart({ programmes }, lire(part, version), 0),
    programmer: (part, version) =>
      programmes.transaction((atelier) =>
        inscrire(atelier, lire(part, version), {
          ...attributs,
          annuleeConfirmee: false,
          statut: 'programme',
        })
      ),
  };
}
