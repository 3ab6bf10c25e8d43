import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../core/errors';
import { createMoteurFictif } from '../../../../test/fakes/moteur-fictif';
import { addEnvois, deliver, statuts } from '../../../../test/fakes/poste';
import type { MessagePret } from '../ports/mail';

describe('une remise que le transport ne fait pas', () => {
  it('rendue par lui, elle revient dans la file sans coûter d’essai', async () => {
    const moteur = createMoteurFictif({ mail: { parallele: 1 } });
    addEnvois(moteur, 3);
    const send = moteur.mail.send.bind(moteur.mail);
    moteur.mail.send = async (message, depart) =>
      message.enveloppe.vers === 'p2@exemple.fr' ? null : send(message, depart);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 2 });
    expect(moteur.ledger.envois[1]).toMatchObject({ statut: 'programme', tentatives: 0 });
    expect(moteur.transports.mail.describe({ date: moteur.now, zone: 'Europe/Paris' })).toBeNull();
  });

  it('demande encore, au dernier moment, si l’ouvrier vit et si le transport est ouvert', async () => {
    const moteur = createMoteurFictif({ mail: { parallele: 1 } });
    addEnvois(moteur, 4);
    const send = moteur.mail.send.bind(moteur.mail);
    const permis: boolean[] = [];
    moteur.mail.send = async (message, depart) => {
      permis.push(depart!.isPermis());
      if (permis.length === 2) moteur.chrono.advance(30_000);
      return send(message, depart);
    };
    await deliver(moteur);
    expect(permis).toEqual([true, true]);
    expect(moteur.mail.recus).toHaveLength(1);
    expect(statuts(moteur)).toEqual({ envoye: 1, programme: 3 });
  });

  it.each([
    ['libre', {}, true],
    ['à une cadence limitée', { parSeconde: 1_000 }, false],
  ])('ne part en avance que sur un transport libre (%s)', async (_, mail, enAvance) => {
    const moteur = createMoteurFictif({ mail });
    addEnvois(moteur, 2);
    const send = moteur.mail.send.bind(moteur.mail);
    const avances: (boolean | undefined)[] = [];
    moteur.mail.send = async (message, depart) => {
      avances.push(depart?.enAvance);
      return send(message, depart);
    };
    await deliver(moteur);
    expect(avances).toEqual([enAvance, enAvance]);
  });

  it('ce qui ne peut pas atteindre le réseau est un échec, sans avoir été marqué en cours', async () => {
    const moteur = createMoteurFictif();
    const marques: number[] = [];
    const markEnCours = moteur.ledger.markEnCours.bind(moteur.ledger);
    moteur.ledger.markEnCours = async (marque) => {
      marques.push(...marque.departs.map(({ id }) => id));
      return markEnCours(marque);
    };
    const [premier, second] = addEnvois(moteur, 2);
    Object.assign(moteur.mail, {
      seal: async (message: MessagePret) => {
        if (message.enveloppe.vers !== 'p1@exemple.fr') return message;
        throw new TransportError('refuse', 'Le message couperait son envoi.');
      },
    });
    await deliver(moteur);
    expect(premier).toMatchObject({ statut: 'echec', detail: 'Le message couperait son envoi.' });
    expect(second).toMatchObject({ statut: 'envoye' });
    expect(marques).toEqual([second!.id]);
  });
});
