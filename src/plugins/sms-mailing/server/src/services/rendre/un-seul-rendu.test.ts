import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Apercu, DemandeApercu } from '../../../../core/api/modeles';
import { brouillonSchema, cobayeSchema } from '../../../../core/api/modeles';
import type { Donnee } from '../../../../core/catalogue-signets';
import { RegleError } from '../../../../core/errors';
import { parametresSchema } from '../../../../core/parametres';
import { TOUT } from '../../../../core/perimetre';
import type { TypeContact } from '../../../../core/vocabulaire';
import { createMoteurFictif, LOT, type MoteurFictif } from '../../../../test/fakes/moteur-fictif';
import { addEnvois, deliver } from '../../../../test/fakes/poste';
import { showMessage } from '../historiques/show-message';
import { compileModele } from '../modeles/compile-modele';
import { previewModele } from '../modeles/preview-modele';
import { sendExemplaire } from '../exemplaires/send-exemplaire';

interface Reglages {
  expediteurNom: string;
  adressePostale: string;
  remplacerAccents: boolean;
  caracteresParSms: number;
  caracteresStop: number;
  partiesMax: number;
  zone: string;
  adresseDesinscription: string;
}

interface Message {
  objet: string;
  html: string;
  texte: string;
}

/** Letters that escaping, folding, counting and splitting treat each in their own way. */
const texte = fc.string({
  unit: fc.constantFrom(...'aé êŒ€^’<>&"\'#?/:.\n😀'.split(''), 'image', '${x}'),
  maxLength: 12,
});

const reglages: fc.Arbitrary<Reglages> = fc.record({
  expediteurNom: fc.oneof(
    fc.constant(''),
    texte.map((nom) => nom.trim())
  ),
  adressePostale: fc.oneof(
    fc.constant(''),
    texte.map((adresse) => adresse.trim())
  ),
  remplacerAccents: fc.boolean(),
  caracteresParSms: fc.constantFrom(70, 155, 160),
  caracteresStop: fc.constantFrom(0, 11),
  partiesMax: fc.constantFrom(1, 6),
  zone: fc.constantFrom('Europe/Paris', 'Indian/Reunion'),
  adresseDesinscription: fc.constantFrom('https://bge.example/d/', 'http://autre.example/d/'),
});

const fragment = fc.oneof(
  texte,
  fc.constantFrom(
    '<p>${personne/personne_nom|à vous}</p>',
    '${personne/personne_prenom}',
    '${action_date# j F à H\\hi T}',
    '<a href="${action_lien_visio|}">rejoindre</a>',
    '<a href="https://bge.example/?n=${personne/personne_nom}">ici</a>',
    '<b title="${personne/personne_nom}">gras</b>',
    'a'.repeat(150)
  )
);

const modele = fc.record({
  typeContact: fc.constantFrom<TypeContact>('email', 'newsletter', 'sms'),
  but: fc.constantFrom<'suivi' | 'promotion'>('suivi', 'promotion'),
  objet: fc.array(fragment, { maxLength: 3 }).map((bouts) => bouts.join('').slice(0, 255)),
  message: fc.array(fragment, { minLength: 1, maxLength: 5 }).map((bouts) => bouts.join('')),
});

const valeurs: fc.Arbitrary<Valeurs> = fc.record({
  'personne.nom': fc.oneof(texte, fc.constant(null)),
  'personne.prenom': fc.oneof(texte, fc.constant(null)),
  'action.date': fc.constantFrom('2022-03-05T09:30', '2022-07-14', null),
  'action.lien_visio': fc.constantFrom('meet.example/a?b=1&c', 'javascript:x', null),
});

/** What the réglages des envois and the installation say from now on. */
function regler(moteur: MoteurFictif, voulus: Reglages): void {
  const { caracteresStop, partiesMax, zone, adresseDesinscription, ...saisis } = voulus;
  const parametres = parametresSchema.parse(saisis);
  moteur.parametres = { read: async () => parametres };
  moteur.reglages.zone = zone;
  moteur.desinscription = {
    adresse: adresseDesinscription,
    // One link for all, so that the rest can be compared to the byte.
    lien: (_, adresse) => `${adresse}lien`,
  };
  const capacites = { stopAjoute: caracteresStop > 0, caracteresStop, partiesMax, accuses: false };
  Object.assign(moteur.sms, { capacites });
}

const PALMER = { nom: 'PALMER', adresse: 'julien@exemple.fr', motif: null };
/** An hour at which everything may leave, in every zone. */
const MIDI = new Date('2022-03-03T10:00:00Z');
const NUMERO = '+33639980001';

type Valeurs = Partial<Record<Donnee, string | null>>;
type Demande = Extract<DemandeApercu, { modele: object }>;

/** One installation, one modèle, one person who has these values. */
async function ouvrir(demande: Demande, brutes: Valeurs) {
  const moteur = createMoteurFictif();
  moteur.now = MIDI;
  const contenu = await compileModele(moteur, demande.modele);
  const { typeContact, but } = demande.modele;
  const version = {
    versionId: 1,
    modeleId: 1,
    modeleNom: 'M',
    numero: 1,
    typeContact,
    but,
    contenu,
  };
  const ordonnees = contenu.donnees.map((donnee) => brutes[donnee] ?? null);
  moteur.modeles.set(1, version);
  moteur.versions.load = async () => version;
  const claim = moteur.ledger.claim.bind(moteur.ledger);
  moteur.ledger.claim = async (...args) =>
    (await claim(...args)).map((envoi) => ({ ...envoi, valeurs: ordonnees }));
  const fiches = {
    apercu: async () => [{ documentId: 'p', ...PALMER, valeurs: ordonnees }],
  };
  const modeles = { read: async () => null };
  return { moteur, fiches, modeles, typeContact };
}

type Banc = Awaited<ReturnType<typeof ouvrir>>;

function lireParti({ moteur, typeContact }: Banc): Message | undefined {
  if (typeContact === 'sms') {
    const sms = moteur.sms.recus.at(-1);
    return sms && { objet: '', html: '', texte: sms.texte };
  }
  const mail = moteur.mail.recus.at(-1)?.parties;
  return mail && { objet: mail.objet, html: mail.html, texte: mail.texte };
}

async function livrer(banc: Banc): Promise<Message | undefined> {
  const { moteur, typeContact } = banc;
  const adresse = typeContact === 'sms' ? NUMERO : PALMER.adresse;
  const lot = { ...LOT, typeContact };
  addEnvois(moteur, 1, { lot, destination: { ...PALMER, adresse } });
  await deliver(moteur);
  return lireParti(banc);
}

async function envoyerExemplaire(banc: Banc, demande: DemandeApercu): Promise<Message> {
  const credits = { disponible: async () => null, debit: async () => undefined };
  const adresse = banc.typeContact === 'sms' ? NUMERO : 'testeur@exemple.fr';
  const utilisateur = { id: 1 };
  const exemplaire = { demande, adresse, perimetre: TOUT, utilisateur, now: banc.moteur.now };
  await sendExemplaire({ ...banc, credits }, exemplaire);
  const message = lireParti(banc)!;
  // But for what says that it is one (decision G12).
  return {
    objet: message.objet.replace(/^\[Exemplaire\]\s*/, ''),
    html: message.html.replace(/<p style="[^"]*">Exemplaire, arrivé à vous[^<]*<\/p>/, ''),
    texte: message.texte.replace(/^Exemplaire, arrivé à vous[^\n]*\n\n/, ''),
  };
}

async function archiver({ moteur }: Banc): Promise<Message> {
  const [envoi] = moteur.ledger.envois;
  const historique = {
    isTexteEfface: async () => false,
    readArchive: async () => ({
      envoiId: envoi!.id,
      versionId: envoi!.versionId!,
      reglages: moteur.reglagesGardes[envoi!.reglagesId! - 1]!,
      nom: PALMER.nom,
      adresse: envoi!.adresse,
      valeurs: [...envoi!.valeurs!],
      piecesJointes: [],
    }),
  };
  return toMessage(await showMessage({ historique, moteur }, 'e', TOUT));
}

const toMessage = ({ objet, html, texte: lu }: Message | Apercu): Message => ({
  objet,
  html,
  texte: lu,
});

it('aperçu, exemplaire, message remis et archive sont les mêmes, à l’octet près', async () => {
  await fc.assert(
    fc.asyncProperty(modele, reglages, reglages, valeurs, async (saisi, ce, ensuite, brutes) => {
      const demande = {
        modele: brouillonSchema.parse({ nom: 'M', destinataires: ['entrepreneur'], ...saisi }),
        cobaye: cobayeSchema.parse({ typeDestinataire: 'entrepreneur', documentId: 'p' }),
      };
      const banc = await ouvrir(demande, brutes);
      regler(banc.moteur, ce);
      const apercu = await previewModele(banc, demande, TOUT);
      const parti = await livrer(banc);
      const [envoi] = banc.moteur.ledger.envois;
      expect({ motif: apercu.motif }).toEqual({ motif: envoi!.motif });
      if (parti === undefined) {
        await expect(envoyerExemplaire(banc, demande)).rejects.toThrow(RegleError);
        return;
      }
      expect(parti).toEqual(toMessage(apercu));
      expect(envoi!.credits).toBe(apercu.sms?.credits ?? 0);
      expect(await envoyerExemplaire(banc, demande)).toEqual(parti);
      regler(banc.moteur, ensuite);
      expect(await archiver(banc)).toEqual(parti);
    }),
    { numRuns: 150 }
  );
});
