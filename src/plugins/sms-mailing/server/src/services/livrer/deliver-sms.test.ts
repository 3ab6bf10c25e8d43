import { describe, expect, it } from 'vitest';
import { createMoteurFictif, createVersion, LOT, SOIR } from '../../../../test/fakes/moteur-fictif';
import { addEnvois, deliver } from '../../../../test/fakes/poste';

const DIMANCHE = new Date('2022-03-06T18:00:00Z');
const LUNDI_SOIR = new Date('2022-03-07T18:00:00Z');

function createMoteurSms(but: 'suivi' | 'promotion' = 'suivi') {
  const moteur = createMoteurFictif();
  moteur.modeles.set(1, createVersion('sms', but));
  const lot = { ...LOT, typeContact: 'sms' as const };
  const addSms = (nombre: number, adresse = '+33612345678') =>
    addEnvois(moteur, nombre, { lot, destination: { nom: 'PALMER', adresse, motif: null } });
  return { moteur, addSms };
}

describe('un SMS', () => {
  it('dit ce qu’il a coûté', async () => {
    const { moteur, addSms } = createMoteurSms();
    addSms(2);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 2 });
    expect(moteur.ledger.envois[0]).toMatchObject({ credits: 1, reference: 'memoire-1' });
  });

  it('sans assez de crédits, il est exclu avec sa raison et rien ne part au-delà', async () => {
    const { moteur, addSms } = createMoteurSms();
    moteur.ledger.reste = 3;
    addSms(5);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 3, exclus: 2 });
    expect(moteur.ledger.envois[4]).toMatchObject({
      statut: 'exclu',
      motif: 'credit_sms_insuffisant',
    });
  });

  it('de promotion, il ne part ni le dimanche ni aux heures interdites, et attend sans rien perdre', async () => {
    const { moteur, addSms } = createMoteurSms('promotion');
    moteur.now = DIMANCHE;
    const [envoi] = addSms(1);
    await deliver(moteur);
    expect(envoi).toMatchObject({
      statut: 'programme',
      tentatives: 0,
      disponibleLe: LUNDI_SOIR,
    });
    moteur.now = LUNDI_SOIR;
    await deliver(moteur);
    expect(envoi?.statut).toBe('envoye');
  });

  it('de promotion vers La Réunion, il attend le matin du destinataire', async () => {
    const { moteur, addSms } = createMoteurSms('promotion');
    const [envoi] = addSms(1, '+262692123456');
    await deliver(moteur);
    expect(envoi?.disponibleLe).toEqual(new Date('2022-03-04T04:00:00Z'));
  });

  it('de suivi, il part quel que soit le jour', async () => {
    const { moteur, addSms } = createMoteurSms();
    moteur.now = DIMANCHE;
    addSms(1);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 1 });
    expect(SOIR < DIMANCHE).toBe(true);
  });
});
