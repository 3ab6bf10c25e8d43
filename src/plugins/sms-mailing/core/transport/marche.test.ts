import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  limitServeur,
  MINUTE,
  simulateMarche,
  type MarcheSimulee,
  type Serveur,
} from '../../test/fakes/marche-simulee';
import { noteFait } from './fautes';
import { beginRemise, isOuverte, MARCHE_LIBRE, type Fait, type Marche } from './marche';

const HEURE = 60 * MINUTE;
const passe: Serveur = () => ({ genre: 'parti' });
const partout =
  (fait: Fait): Serveur =>
  () =>
    fait;

/** One recipient meets this, the others pass. */
const unSeul =
  (fait: Fait): Serveur =>
  (cle) =>
    cle === 'e1' ? fait : { genre: 'parti' };

function play(marche: Marche, cle: string, fait: Fait, now: number) {
  const [debutee, remise] = beginRemise(marche, cle, now)!;
  return noteFait(debutee, remise, fait, { raison: 'Le serveur est fautif.', now });
}

describe('un serveur qui prend dix messages par minute', () => {
  it('les prend tous à son rythme, en moins de 1,2 remise chacun, et personne n’en paie un essai', () => {
    const banc = simulateMarche(limitServeur(10));
    banc.add(1_500);
    banc.run(4 * HEURE);
    expect(banc.count('parti')).toBe(1_500);
    expect(banc.remises / 1_500).toBeLessThanOrEqual(1.2);
    expect(banc.envois.every(({ essais }) => essais === 0)).toBe(true);
  });

  it('quand il se libère, l’envoi va à nouveau aussi vite qu’il peut', () => {
    const banc = simulateMarche(limitServeur(10));
    banc.add(20_000);
    banc.run(30 * MINUTE);
    expect(banc.marche.parMinute).toBeGreaterThan(5);
    expect(banc.marche.parMinute).toBeLessThan(20);
    banc.serveur = passe;
    banc.run(30 * MINUTE);
    expect(banc.marche).toMatchObject({ parMinute: null, raison: null });
    expect(banc.count('parti')).toBe(20_000);
  });
});

describe('un serveur fautif pour tous', () => {
  it.each<[string, Fait]>([
    ['dit « plus tard »', { genre: 'plus-tard' }],
    ['dit « plus tard » à chaque destinataire', { genre: 'attente', dansMs: 15 * MINUTE }],
    ['demande de ralentir', { genre: 'rythme', dansMs: null }],
    ['coupe chaque connexion', { genre: 'panne' }],
    ['refuse le relais', { genre: 'acces' }],
    ['refuse le compte', { genre: 'compte' }],
  ])('%s toute la nuit : rien n’est payé, l’alerte tient, tout part au matin', (_, fait) => {
    const banc = simulateMarche(partout(fait));
    banc.add(200);
    banc.run(14 * HEURE);
    expect(banc.marche.raison).toContain(fait.genre);
    expect(banc.remises).toBeLessThan(300);
    expect(banc.envois.every(({ essais, etat }) => essais === 0 && etat === 'attend')).toBe(true);
    banc.serveur = passe;
    banc.run(2 * HEURE);
    expect(banc.count('parti')).toBe(200);
    banc.add(1);
    banc.run(MINUTE);
    expect(banc.marche.raison).toBeNull();
  });

  it('qui dit dans combien de temps revenir n’est pas dérangé avant, puis d’un seul message', () => {
    let [marche] = play(MARCHE_LIBRE, 'e1', { genre: 'rythme', dansMs: 10 * MINUTE }, 0);
    expect(isOuverte(marche, 10 * MINUTE - 1)).toBe(false);
    expect(isOuverte(marche, 10 * MINUTE)).toBe(true);
    [marche] = beginRemise(marche, 'e2', 10 * MINUTE)!;
    expect(isOuverte(marche, 10 * MINUTE)).toBe(false);
    expect(beginRemise(marche, 'e3', 10 * MINUTE)).toBeNull();
  });
});

describe('un seul destinataire refusé', () => {
  it.each<[string, Fait]>([
    ['comme si le compte n’avait pas le droit', { genre: 'acces' }],
    ['par un « plus tard » qui dure', { genre: 'plus-tard' }],
    ['pour sa boîte pleine', { genre: 'attente', dansMs: 15 * MINUTE }],
  ])('%s : les 199 autres partent aussitôt, sans alerte', (_, fait) => {
    const banc = simulateMarche(unSeul(fait));
    banc.add(200);
    banc.run(5 * MINUTE);
    expect(banc.count('parti')).toBe(199);
    expect(banc.marche.raison).toBeNull();
  });

  it('est un échec dès que d’autres sont passés entre ses deux refus', () => {
    const banc = simulateMarche(unSeul({ genre: 'acces' }));
    banc.add(200);
    banc.run(5 * MINUTE);
    expect(banc.envois[0]).toMatchObject({ etat: 'abandon', remises: 2 });
  });

  it.each<[string, Fait]>([
    ['« plus tard »', { genre: 'plus-tard' }],
    ['sa boîte pleine', { genre: 'attente', dansMs: 15 * MINUTE }],
  ])('par %s, il paie ses essais tant que d’autres passent, puis il est abandonné', (_, fait) => {
    const banc = simulateMarche(unSeul(fait));
    for (let heure = 0; heure < 12; heure += 1) {
      for (let minute = 0; minute < 60; minute += 1) {
        banc.add(1, 'autre');
        if (heure + minute === 0) banc.envois[0]!.cle = 'e1';
        banc.run(MINUTE);
      }
    }
    expect(banc.envois[0]).toMatchObject({ etat: 'abandon', essais: 5 });
  });

  it('trois destinataires distincts refusés de suite, et c’est le compte : rien n’est un échec', () => {
    const banc = simulateMarche(partout({ genre: 'acces' }), 1);
    banc.add(2);
    banc.run(1_000);
    expect(banc.marche.raison).toBeNull();
    banc.add(1);
    banc.run(1_000);
    expect(banc.marche.raison).toContain('acces');
    expect(banc.count('abandon')).toBe(0);
  });
});

describe('un message déjà en route quand le transport est suspendu', () => {
  it('n’efface pas l’alerte en passant, ni ne l’allonge en échouant', () => {
    const [deux, tot] = beginRemise(MARCHE_LIBRE, 'e1', 0)!;
    const [trois, tard] = beginRemise(deux, 'e2', 0)!;
    const [suspendue] = play(trois, 'e3', { genre: 'compte' }, 0);
    const contexte = { raison: 'Autre chose.', now: 1_000 };
    const [apres] = noteFait(suspendue, tot, { genre: 'parti' }, contexte);
    const [encore] = noteFait(apres, tard, { genre: 'compte' }, contexte);
    expect(encore).toMatchObject({
      raison: 'Le serveur est fautif.',
      suspenduJusqua: suspendue.suspenduJusqua,
    });
  });
});

it('ceux qu’une même panne remet à plus tard ne reviennent pas au même instant', () => {
  const banc = simulateMarche(partout({ genre: 'panne' }));
  banc.add(20);
  banc.run(1_000);
  const retours = banc.envois.slice(0, 20).map(({ disponible }) => disponible);
  expect(new Set(retours).size).toBe(20);
  expect(Math.max(...retours) - Math.min(...retours)).toBeGreaterThan(20_000);
});

/** What any server may do, to everybody; `barres` are refused for themselves, all along. */
const serveurs = fc.oneof(
  fc
    .constantFrom<Fait>(
      { genre: 'parti' },
      { genre: 'panne' },
      { genre: 'plus-tard' },
      { genre: 'attente', dansMs: 15 * MINUTE },
      { genre: 'acces' },
      { genre: 'compte' },
      { genre: 'rythme', dansMs: null },
      { genre: 'rythme', dansMs: 20 * MINUTE }
    )
    .map(partout),
  fc.integer({ min: 1, max: 400 }).map(limitServeur)
);

interface Modele {
  raison: string | null;
}

const isBarre = (cle: string): boolean => cle.startsWith('barre');

function bar(serveur: Serveur): Serveur {
  return (cle, now) => {
    const fait = serveur(cle, now);
    return isBarre(cle) && fait.genre === 'parti' ? { genre: 'acces' } : fait;
  };
}

class Vivre implements fc.Command<Modele, MarcheSimulee> {
  readonly serveur: Serveur;
  readonly arrivees: number;
  readonly ms: number;

  constructor(serveur: Serveur, arrivees: number, ms: number) {
    this.serveur = serveur;
    this.arrivees = arrivees;
    this.ms = ms;
  }
  check = (): boolean => true;
  run(modele: Modele, banc: MarcheSimulee): void {
    const { passes } = banc.marche;
    banc.serveur = bar(this.serveur);
    banc.add(this.arrivees);
    banc.add(1, 'barre');
    banc.run(this.ms);
    const { marche, now } = banc;
    const abandons = banc.envois.filter(({ etat }) => etat === 'abandon');
    expect(abandons.filter(({ cle }) => !isBarre(cle))).toEqual([]);
    expect(marche.suspenduJusqua - now).toBeLessThanOrEqual(HEURE);
    // An alert holds until something really passes; what is stopped always has one.
    if (modele.raison !== null && marche.passes === passes) expect(marche.raison).not.toBeNull();
    if (marche.sonde !== 'non' || marche.parMinute !== null) expect(marche.raison).not.toBeNull();
    modele.raison = marche.raison;
  }
  toString = (): string =>
    `vivre ${String(this.ms / MINUTE)} min, ${String(this.arrivees)} arrivées`;
}

it('devant n’importe quel serveur, aucun envoi n’est abandonné sans qu’il l’ait refusé lui, et tout finit par partir', () => {
  const vies = fc
    .tuple(serveurs, fc.integer({ min: 0, max: 150 }), fc.integer({ min: 1, max: 240 }))
    .map(([serveur, arrivees, minutes]) => new Vivre(serveur, arrivees, minutes * MINUTE));
  fc.assert(
    fc.property(fc.commands([vies], { maxCommands: 12 }), (commandes) => {
      const banc = simulateMarche(passe);
      fc.modelRun(() => ({ model: { raison: null }, real: banc }), commandes);
      banc.serveur = bar(passe);
      banc.run(8 * HEURE);
      // Those that are barred are known one by one, as others pass between their refusals.
      for (let heure = 0; heure < 48; heure += 1) {
        banc.add(1);
        banc.run(HEURE);
      }
      expect(banc.envois.filter(({ etat, cle }) => etat !== 'parti' && !isBarre(cle))).toEqual([]);
      expect(banc.marche.raison).toBeNull();
    }),
    { numRuns: 100 }
  );
});
