import { afterEach, describe, expect, it } from 'vitest';
import {
  createMailSenderSmtp,
  ECHANGE_PAR_DEFAUT,
  type ReglagesSmtp,
} from '../../server/src/adapters/mail/smtp';
import {
  COUPURE,
  startServeurScenario,
  type Moment,
  type Scenario,
  type ServeurScenario,
} from '../fakes/mail-serveur-scenario';
import { openNuit, type NuitVirtuelle } from '../fakes/nuit-virtuelle';
import { addEnvois, statuts } from '../fakes/poste';

const MINUTE = 60_000;
const HEURE = 60 * MINUTE;

/** Issue « the engine under a bad server »: what a server does is paid by the transport, never by an envoi. */
describe('une soirée devant un serveur de messagerie fautif', () => {
  const fermer: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of fermer.splice(0).reverse()) await close();
  });

  /** `repond` is told what time it is, in milliseconds since 19h. */
  async function open(
    repond: (
      moment: Moment,
      ligne: string,
      now: number
    ) => ReturnType<NonNullable<Scenario['repond']>>,
    { options = {}, ...scenario }: Omit<Scenario, 'repond'> & { options?: ReglagesSmtp } = {}
  ): Promise<{ nuit: NuitVirtuelle; serveur: ServeurScenario }> {
    let elapsed = (): number => 0;
    const serveur = await startServeurScenario({
      ...scenario,
      repond: (moment, { ligne }) => repond(moment, ligne, elapsed()),
    });
    fermer.push(serveur.close);
    const mail = createMailSenderSmtp(
      { host: '127.0.0.1', port: serveur.port, ignoreTLS: true, ...options },
      ECHANGE_PAR_DEFAUT
    );
    fermer.push(() => mail.close());
    const nuit = openNuit((horloge) => {
      elapsed = horloge;
      return { mail };
    });
    return { nuit, serveur };
  }

  const essais = ({ fictif }: NuitVirtuelle): number =>
    Math.max(...fictif.ledger.envois.map(({ tentatives }) => tentatives));
  const remises = ({ commandes }: ServeurScenario): number =>
    commandes.filter((commande) => commande.startsWith('RCPT')).length;

  it('qui prend dix messages par minute les prend tous à son rythme, et l’alerte dit lequel et jusqu’à quand', async () => {
    let minute = -1;
    let pris = 0;
    const { nuit, serveur } = await open((moment, _, now) => {
      if (moment !== 'RCPT') return undefined;
      if (Math.floor(now / MINUTE) !== minute) [minute, pris] = [Math.floor(now / MINUTE), 0];
      pris += 1;
      return pris <= 10 ? undefined : '450 4.7.1 Too many messages, slow down';
    });
    addEnvois(nuit.fictif, 1_500);
    await nuit.run(10 * MINUTE);
    expect(nuit.alerte()).toMatch(
      /slow down\. Il en part environ \d+ par minute : les \d+ en attente seront partis vers 2[01]h[0-5]\d\.$/
    );
    await nuit.run(4 * HEURE);
    expect(statuts(nuit.fictif)).toEqual({ envoye: 1_500 });
    // The server would have taken them in two hours and a half.
    expect(nuit.elapsed()).toBeLessThan(3.5 * HEURE);
    expect(remises(serveur) / 1_500).toBeLessThanOrEqual(1.2);
    expect(essais(nuit)).toBe(1);
  });

  it.each<[string, Moment, string, number?]>([
    ['450 à chaque destinataire', 'RCPT', '450 4.7.1 Try again later'],
    [
      '450 « liste grise » à chaque destinataire',
      'RCPT',
      '450 4.7.1 Greylisted, try again later',
      90,
    ],
    ['450 « boîte occupée » à chaque destinataire', 'RCPT', '450 4.2.1 Mailbox busy', 90],
    ['451 à chaque destinataire', 'RCPT', '451 4.3.0 Temporary failure'],
    ['452 à chaque destinataire', 'RCPT', '452 4.5.3 Too many recipients'],
    ['450 avant chaque contenu', 'DATA', '450 4.3.2 Not now'],
    ['451 avant chaque contenu', 'DATA', '451 4.3.0 Temporary failure'],
    ['452 avant chaque contenu', 'DATA', '452 4.3.1 Insufficient system storage'],
    ['451 après chaque contenu', 'point', '451 Local error in processing'],
    ['452 à chaque expéditeur', 'MAIL', '452 4.3.1 Insufficient system storage'],
    ['421 à chaque accueil', 'accueil', '421 Service not available'],
  ])(
    'qui répond %s : aucun essai n’est payé, l’alerte tient, et tout part quand il se reprend',
    async (_, ou, reponse, plafond = 60) => {
      const { nuit, serveur } = await open((moment, __, now) =>
        moment === ou && now < 2 * HEURE ? reponse : undefined
      );
      addEnvois(nuit.fictif, 60);
      await nuit.run(2 * HEURE - MINUTE);
      expect(statuts(nuit.fictif)).toEqual({ programme: 60 });
      expect(essais(nuit)).toBe(0);
      // Each is seen once where the server speaks of him, then the server is left alone.
      expect(remises(serveur)).toBeLessThan(plafond);
      expect(nuit.alerte()).toContain(reponse.slice(0, 8));
      await nuit.run(HEURE);
      expect(statuts(nuit.fictif)).toEqual({ envoye: 60 });
      expect(nuit.alerte()).toBeNull();
    }
  );

  it('qui demande de ralentir n’est sondé que d’un seul message à chaque réouverture', async () => {
    const instants: number[] = [];
    const { nuit } = await open((moment, _, now) => {
      if (moment !== 'RCPT') return undefined;
      instants.push(now);
      return now < HEURE ? '451 4.7.0 Slow down' : undefined;
    });
    addEnvois(nuit.fictif, 60);
    await nuit.run(HEURE - MINUTE);
    const sondes = instants.filter((now) => now > 0);
    expect(sondes.length).toBeGreaterThan(3);
    expect(new Set(sondes).size).toBe(sondes.length);
  });

  it('qui coupe chaque connexion de 19h à 9h : les 200 partent le matin', async () => {
    const { nuit } = await open((moment, _, now) =>
      moment === 'accueil' && now < 14 * HEURE ? COUPURE : undefined
    );
    addEnvois(nuit.fictif, 200);
    await nuit.run(14 * HEURE - MINUTE);
    expect(essais(nuit)).toBe(0);
    expect(nuit.alerte()).toContain('Rien n’est perdu');
    await nuit.run(2 * HEURE);
    expect(statuts(nuit.fictif)).toEqual({ envoye: 200 });
  });

  it.each(['554 5.7.1 Relay access denied', '530 5.7.0 Authentication required'])(
    'qui répond « %s » pour un seul destinataire : les 199 autres partent aussitôt, lui est un échec',
    async (reponse) => {
      const { nuit } = await open((moment, ligne) =>
        moment === 'RCPT' && ligne.includes('<p7@') ? reponse : undefined
      );
      addEnvois(nuit.fictif, 200);
      await nuit.run(10 * MINUTE);
      expect(statuts(nuit.fictif)).toEqual({ envoye: 199, echec: 1 });
      expect(nuit.elapsed()).toBeLessThan(3 * MINUTE);
      expect(nuit.fictif.ledger.envois[6]).toMatchObject({ statut: 'echec', motif: 'refuse' });
      expect(nuit.alerte()).toBeNull();
    }
  );

  it('qui répond « Relay access denied » pour tous : c’est le compte, rien n’est un échec', async () => {
    const { nuit, serveur } = await open((moment) =>
      moment === 'RCPT' ? '554 5.7.1 Relay access denied' : undefined
    );
    addEnvois(nuit.fictif, 200);
    await nuit.run(HEURE);
    expect(statuts(nuit.fictif)).toEqual({ programme: 200 });
    expect(essais(nuit)).toBe(0);
    expect(remises(serveur)).toBeLessThan(100);
    expect(nuit.alerte()).toContain('Relay access denied');
  });

  it.each<[string, string, string]>([
    ['refuse', '454 4.7.0 TLS not available', 'TLS not available'],
    ['rate', '220 2.0.0 Ready', 'connexion chiffrée'],
  ])('dont le chiffrement %s : c’est un réglage, rien n’est payé', async (_, reponse, dit) => {
    const { nuit } = await open(
      (__, ligne) => (ligne.startsWith('STARTTLS') ? reponse : undefined),
      {
        extensions: ['STARTTLS', 'PIPELINING'],
        options: { ignoreTLS: false },
        // What answers the handshake is not TLS.
        ecrit(socket, texte) {
          socket.write(texte);
          if (texte.startsWith('220 2.0.0 Ready')) {
            socket.prependOnceListener('data', () => socket.write('554 5.5.1 What?\r\n'));
          }
        },
      }
    );
    addEnvois(nuit.fictif, 30);
    await nuit.run(30 * MINUTE);
    expect(statuts(nuit.fictif)).toEqual({ programme: 30 });
    expect(essais(nuit)).toBe(0);
    expect(nuit.alerte()).toContain('vérifiez les réglages SMTP');
    expect(nuit.alerte()).toContain(dit);
  });
});
