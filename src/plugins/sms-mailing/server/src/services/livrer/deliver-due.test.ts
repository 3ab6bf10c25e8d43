import { describe, expect, it } from 'vitest';
import { createMoteurFictif, createVersion, LOT } from '../../../../test/fakes/moteur-fictif';
import { addEnvois, deliver, statuts } from '../../../../test/fakes/poste';

const BAIL = 30_000;
const isPris = ({ statut }: { statut: string }): boolean => statut === 'reserve';

describe('livrer ce qui est dû', () => {
  it('chacun reçoit le sien, une fois, et l’envoi garde ce qu’il faut pour le remontrer', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 20);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 20, incertains: 0 });
    expect(new Set(moteur.mail.recus.map(({ enveloppe }) => enveloppe.vers)).size).toBe(20);
    expect(moteur.mail.recus[0]?.parties.html).toContain('Bonjour PERSONNE 1');
    const [premier] = moteur.ledger.envois;
    const { messageId } = moteur.mail.recus[0]!;
    expect(premier).toMatchObject({
      statut: 'envoye',
      messageId,
      adresse: 'p1@exemple.fr',
      valeurs: ['PERSONNE 1'],
    });
  });

  it('rien ne part avant d’être marqué « en cours », ni plus d’une fenêtre à la fois', async () => {
    const moteur = createMoteurFictif({ fenetre: 8 });
    addEnvois(moteur, 40);
    let maximum = 0;
    const vrai = { ...moteur.mail };
    moteur.mail.send = async (message) => {
      const { envois } = moteur.ledger;
      const moi = envois.find(({ adresse }) => adresse === message.enveloppe.vers);
      expect(moi?.statut).toBe('en_cours');
      const enVol = envois.filter(({ statut }) => statut === 'en_cours').length;
      maximum = Math.max(maximum, enVol);
      await new Promise((suite) => setImmediate(suite));
      return vrai.send(message);
    };
    await deliver(moteur);
    expect(maximum).toBeGreaterThan(2);
    expect(maximum).toBeLessThanOrEqual(8);
  });

  it('le lot suivant se prend pendant que le précédent part', async () => {
    const moteur = createMoteurFictif({ tailleLot: 4 });
    addEnvois(moteur, 8);
    const vus: (string | undefined)[] = [];
    moteur.mail.issue = () => {
      vus.push(moteur.ledger.envois[7]?.statut);
      return null;
    };
    await deliver(moteur);
    expect(vus.slice(1, 4)).toContain('reserve');
  });

  it('ce qui part au clic n’attend pas le soir : chaque voie a le sien', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 3);
    addEnvois(moteur, 1, { lot: { ...LOT, modalite: 'fiche_action' } });
    expect(await deliver(moteur, 'immediate')).toMatchObject({ envoyes: 1 });
    expect(statuts(moteur)).toEqual({ programme: 3, envoye: 1 });
  });

  it('une promotion retenue ne part pas, même si son modèle vient de le devenir', async () => {
    const moteur = createMoteurFictif();
    moteur.suspensions = { mail: null, promotion: 'lien mort.', sms: null };
    moteur.modeles.set(1, createVersion('email', 'promotion'));
    addEnvois(moteur, 3);
    await deliver(moteur);
    expect(moteur.mail.recus).toEqual([]);
    expect(statuts(moteur)).toEqual({ programme: 3 });
    moteur.suspensions = { mail: null, promotion: null, sms: null };
    expect(await deliver(moteur)).toMatchObject({ envoyes: 3 });
  });

  it('un envoi passé en d’autres mains entre-temps ne part pas', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 4);
    const vrai = { ...moteur.ledger };
    moteur.ledger.claim = async (...args) => {
      const pris = await vrai.claim(...args);
      if (pris.length > 0) moteur.ledger.envois[1]!.ouvrier = 'un-autre';
      return pris;
    };
    expect(await deliver(moteur)).toMatchObject({ envoyes: 3 });
    expect(moteur.ledger.envois[1]).toMatchObject({ statut: 'reserve', ouvrier: 'un-autre' });
  });

  it('un ouvrier figé plus longtemps que son bail ne remet plus rien à son réveil', async () => {
    const moteur = createMoteurFictif({ mail: { parallele: 1 } });
    addEnvois(moteur, 30);
    moteur.mail.issue = () => {
      moteur.chrono.advance(BAIL);
      return null;
    };
    expect(await deliver(moteur)).toMatchObject({ envoyes: 1 });
    expect(moteur.mail.recus).toHaveLength(1);
    expect(statuts(moteur)).toEqual({ envoye: 1, programme: 29 });
  });

  it('figé au milieu d’une longue file, il finit son tour au lieu de prendre et de rendre sans fin', async () => {
    const moteur = createMoteurFictif({ mail: { parallele: 1 }, tailleLot: 2 });
    addEnvois(moteur, 30);
    let prises = 0;
    const claim = moteur.ledger.claim.bind(moteur.ledger);
    moteur.ledger.claim = async (...args) => {
      prises += 1;
      // Without end, the test itself would be.
      if (prises > 100) throw new Error('Il prend et rend sans fin.');
      return claim(...args);
    };
    moteur.mail.issue = () => {
      moteur.chrono.advance(BAIL);
      moteur.mail.issue = () => null;
      return null;
    };
    await deliver(moteur);
    expect(prises).toBeLessThan(5);
    expect(statuts(moteur)).toEqual({ envoye: 1, programme: 29 });
    expect(await deliver(moteur)).toMatchObject({ envoyes: 29 });
  });

  it('ce que le transport rend sans le remettre n’est pas repris dans le même tour', async () => {
    const moteur = createMoteurFictif({ mail: { parallele: 1 }, tailleLot: 2 });
    addEnvois(moteur, 6);
    let demandes = 0;
    moteur.mail.send = async () => {
      demandes += 1;
      if (demandes > 100) throw new Error('Il le redemande sans fin.');
      await new Promise((suite) => setImmediate(suite));
      return null;
    };
    await deliver(moteur);
    expect(demandes).toBe(6);
    expect(statuts(moteur)).toEqual({ programme: 6 });
  });

  it('l’arrêt demandé, plus rien ne part et tout ce qui était pris retourne dans la file', async () => {
    const moteur = createMoteurFictif({ mail: { parallele: 1 } });
    addEnvois(moteur, 30);
    const arret = new AbortController();
    moteur.mail.issue = () => {
      if (moteur.mail.recus.length === 2) arret.abort();
      return null;
    };
    await deliver(moteur, 'soir', arret.signal);
    expect(moteur.mail.recus).toHaveLength(3);
    expect(statuts(moteur)).toEqual({ envoye: 3, programme: 27 });
    expect(
      moteur.ledger.envois.every(
        ({ tentatives, statut }) => statut === 'envoye' || tentatives === 0
      )
    ).toBe(true);
  });
});

describe('un fournisseur fautif ou limité', () => {
  it('un mot de passe refusé arrête ce transport sans rien consommer, et les SMS partent', async () => {
    const moteur = createMoteurFictif();
    moteur.ledger.versions.set(2, 1);
    moteur.modeles.set(2, createVersion('sms'));
    addEnvois(moteur, 40);
    addEnvois(moteur, 2, {
      lot: { ...LOT, modeleId: 2, typeContact: 'sms' },
      destination: { nom: 'PALMER', adresse: '+33612345678', motif: null },
    });
    let essais = 0;
    moteur.mail.issue = () => {
      essais += 1;
      return 'configuration';
    };
    const prisQuandSms: number[] = [];
    moteur.sms.issue = () => {
      prisQuandSms.push(moteur.ledger.envois.slice(0, 40).filter(isPris).length);
      return null;
    };
    expect(await deliver(moteur)).toMatchObject({ envoyes: 2 });
    expect(prisQuandSms).toEqual([0, 0]);
    expect(essais).toBeLessThanOrEqual(5);
    const mails = moteur.ledger.envois.slice(0, 40);
    expect(
      mails.every(({ statut, tentatives }) => statut === 'programme' && tentatives === 0)
    ).toBe(true);
    expect(moteur.sms.recus).toHaveLength(2);
    expect(moteur.lignes.join()).toContain('Envois suspendus');
  });

  it('l’alerte accompagne le battement, puis s’efface quand un message passe', async () => {
    const moteur = createMoteurFictif({ mail: { parallele: 1 } });
    addEnvois(moteur, 2);
    moteur.mail.issue = () => 'configuration';
    await deliver(moteur);
    await deliver(moteur);
    expect(moteur.ledger.alertes.get('ouvrier.soir')).toContain('configuration');
    moteur.mail.issue = () => null;
    moteur.chrono.advance(10 * 60_000);
    moteur.now = new Date(moteur.now.getTime() + 10 * 60_000);
    await deliver(moteur);
    await deliver(moteur);
    expect(moteur.ledger.alertes.get('ouvrier.soir')).toBeNull();
    expect(statuts(moteur)).toEqual({ envoye: 2 });
  });

  it('un serveur éteint ne mange pas les tentatives de toute la file', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 200);
    moteur.mail.issue = () => 'incertain';
    await deliver(moteur);
    expect(moteur.ledger.envois.filter(({ tentatives }) => tentatives > 0).length).toBeLessThan(20);
  });

  it('à deux par seconde, vingt messages prennent dix secondes', async () => {
    const moteur = createMoteurFictif({ mail: { parSeconde: 2 } });
    addEnvois(moteur, 20);
    await deliver(moteur);
    expect(statuts(moteur)).toEqual({ envoye: 20 });
    expect(moteur.chrono.elapsed()).toBeCloseTo(9_500);
  });

  it('le débit est celui de toutes les instances ensemble', async () => {
    const moteur = createMoteurFictif({ mail: { parSeconde: 2 } });
    for (const voie of ['immediate', 'soir']) await moteur.ledger.beat(`autre.${voie}`, null);
    addEnvois(moteur, 5);
    await deliver(moteur);
    expect(moteur.chrono.elapsed()).toBeCloseTo(4_000);
  });

  it('au plus tant par heure : le reste attend l’heure suivante', async () => {
    const moteur = createMoteurFictif({ mail: { parHeure: 30 } });
    addEnvois(moteur, 50);
    await deliver(moteur);
    expect(statuts(moteur)).toEqual({ envoye: 30, programme: 20 });
    moteur.now = new Date(moteur.now.getTime() + 3_600_001);
    await deliver(moteur);
    expect(statuts(moteur)).toEqual({ envoye: 50 });
  });
});
