import { SECRET } from './crm.mjs';
import { fromPlugin } from './mesure.mjs';

const ZONE = 'Europe/Paris';

/** The settings of config/plugins.ts, for a bare process. */
export function reglagesOf({ port, connexions }) {
  return {
    base: 'essai',
    zone: ZONE,
    heure: '19:00',
    scheduler: 'off',
    role: 'worker',
    fenetre: 100,
    bailSecondes: 30,
    publicUrl: 'https://bge.example',
    mail: {
      expediteur: 'BGE Exemple <contact@bge.example>',
      transport: { host: '127.0.0.1', port, ignoreTLS: true, maxConnections: connexions },
    },
    sms: {
      fournisseur: 'journal',
      expediteur: 'BGE',
      compte: '',
      login: '',
      motDePasse: '',
      urlBase: '',
      reseauLocal: [],
      journal: '/dev/null',
      twilio: { accountSid: '', authToken: '', messagingServiceSid: '' },
    },
  };
}

/** The application as compose.ts builds it, without Strapi around it. */
export function openApplication({ knex, url, reglages, clock }) {
  const { composeOn } = fromPlugin('server/src/strapi/compose');
  const mute = { info() {}, warn: console.warn, error: console.error };
  return composeOn({
    knex,
    connexion: { connectionString: url },
    reglages,
    mail: null,
    transports: null,
    clock,
    journal: mute,
    secret: SECRET,
  });
}

export const MODELE = {
  typeContact: 'email',
  nom: 'Atelier du mois',
  objet: 'Bonjour ${personne/personne_prenom}, l’atelier du mois',
  destinataires: ['entrepreneur'],
  modalites: null,
  but: 'suivi',
  inactif: false,
  piecesJointes: [],
  message: `<p>Bonjour \${personne/personne_civilite} \${personne/personne_nom},</p>
<p>Nous vous proposons ce mois-ci un atelier pour avancer dans votre projet. Il aura lieu à l’antenne
de <strong>\${antenne_nom}</strong>, avec \${referent/personne_prenom|votre conseiller} \${referent/personne_nom|}. Votre fiche date du
\${personne/personne_date_creation_profil# j F Y}.</p>
<ul><li>Construire son budget prévisionnel</li><li>Choisir son statut</li><li>Trouver ses premiers clients</li></ul>
<p>Vous pouvez vous inscrire en répondant à ce message, ou <a href="https://bge.example/ateliers">sur notre site</a>.
Pensez à apporter les pièces de votre dossier : elles nous permettront de gagner du temps.</p>
<p>À bientôt,<br>L’équipe de BGE Exemple</p>`,
};

/** The very messages of the module, kept while it warms up: to be built by nodemailer, and, `bruts`, as they are. */
export function keepMessages(mail, gardeBruts) {
  const construits = [];
  const bruts = [];
  const { send } = mail;
  const mailbox = ({ nom, adresse }) => ({ name: nom, address: adresse });
  mail.send = (message, depart) => {
    const { expediteur, destinataire, objet, html, texte, entetes, piecesJointes } =
      message.parties;
    construits.push({
      from: mailbox(expediteur),
      to: mailbox(destinataire),
      subject: objet,
      html,
      text: texte,
      messageId: message.messageId,
      headers: entetes,
      attachments: piecesJointes.map(({ nom, contenu }) => ({ filename: nom, content: contenu })),
    });
    if (gardeBruts) {
      const { de, vers } = message.enveloppe;
      bruts.push({ envelope: { from: de, to: vers }, raw: Buffer.concat(message.brut) });
    }
    return send(message, depart);
  };
  return {
    construits,
    bruts,
    stop: () => {
      mail.send = send;
    },
  };
}
