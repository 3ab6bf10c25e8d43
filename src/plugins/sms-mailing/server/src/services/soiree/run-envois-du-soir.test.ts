import { describe, expect, it } from 'vitest';
import { createMoteurFictif, SANS_SOIREE } from '../../../../test/fakes/moteur-fictif';
import type { Planification, ReportSoiree } from '../ports/envois-automatiques';
import { postponeMissed, runEnvoisDuSoir } from './run-envois-du-soir';

/** `now` and answers in Paris time, winter: UTC + 1. */
const paris = (texte: string): Date => new Date(`${texte}+01:00`);

function createSoirees(derniere: string | null, regle: string | null = null) {
  const ouvertes: Planification[] = [];
  const reports: Omit<ReportSoiree, 'now'>[] = [];
  const retardes: Date[] = [];
  const soirees = {
    ...SANS_SOIREE,
    lastSoiree: async () => {
      const soir = ouvertes.at(-1)?.soir ?? derniere;
      return soir === null ? null : { soir, ecartees: [] };
    },
    planSoiree: async (planification: Planification) => {
      ouvertes.push(planification);
      return { ouverte: true, envois: 3, ecartees: [] as number[] };
    },
    postpone: async ({ now: _, ...report }: ReportSoiree) => reports.push(report),
    markRetardes: async (avant: Date) => retardes.push(avant),
    premiereRegle: async () => (regle === null ? null : paris(regle)),
  };
  return { moteur: createMoteurFictif({ soirees }), soirees, ouvertes, reports, retardes };
}

async function soirsOuverts(derniere: string | null, now: string, regle: string | null = null) {
  const { moteur, ouvertes } = createSoirees(derniere, regle);
  moteur.now = paris(now);
  await runEnvoisDuSoir(moteur);
  return ouvertes.map(({ soir, retarde }) => (retarde ? `${soir} retardée` : soir));
}

describe('l’envoi du soir', () => {
  it.each([
    ['à 18h59 rien ne s’ouvre', '2022-03-02', '2022-03-03T18:59:59', []],
    ['à 19h00 le soir s’ouvre', '2022-03-02', '2022-03-03T19:00:00', ['2022-03-03']],
    ['ouvert, il ne s’ouvre plus', '2022-03-03', '2022-03-03T19:00:15', []],
    ['un serveur relancé à 20h30 rattrape', '2022-03-02', '2022-03-03T20:30:00', ['2022-03-03']],
    ['passé 21h il est trop tard pour ce soir', '2022-03-02', '2022-03-03T21:00:00', []],
    ['la nuit rien ne part', '2022-03-02', '2022-03-04T07:59:59', []],
    [
      'à 8h le soir manqué part, retardé',
      '2022-03-02',
      '2022-03-04T08:00:00',
      ['2022-03-03 retardée'],
    ],
    ['une base neuve n’ouvre que ce soir', null, '2022-03-03T19:05:00', ['2022-03-03']],
    ['une base neuve du matin n’ouvre rien', null, '2022-03-03T09:00:00', []],
    [
      'après une panne de deux jours, chaque soir manqué a le sien',
      '2022-03-01',
      '2022-03-04T10:00:00',
      ['2022-03-02 retardée', '2022-03-03 retardée'],
    ],
  ])('%s', async (_, derniere, now, attendus) => {
    expect(await soirsOuverts(derniere, now)).toEqual(attendus);
  });

  it.each([
    ['la veille avant 19h', '2022-03-03T10:00:00', ['2022-03-03 retardée']],
    ['la veille après 19h', '2022-03-03T19:30:00', []],
    ['le matin même', '2022-03-04T08:30:00', []],
    ['l’avant-veille', '2022-03-02T10:00:00', ['2022-03-02 retardée', '2022-03-03 retardée']],
  ])(
    'une base neuve dont la première règle date de %s rattrape le soir qu’elle a manqué',
    async (_, regle, soirs) => {
      expect(await soirsOuverts(null, '2022-03-04T09:00:00', regle)).toEqual(soirs);
    }
  );

  it('après une longue panne, seuls les sept derniers soirs comptent encore', async () => {
    expect(await soirsOuverts('2022-01-01', '2022-03-10T10:00:00')).toHaveLength(7);
  });

  it('à 19h d’heure d’été comme d’hiver', async () => {
    const { moteur, ouvertes } = createSoirees('2022-03-26');
    moteur.now = new Date('2022-03-27T16:59:59Z');
    await runEnvoisDuSoir(moteur);
    expect(ouvertes).toHaveLength(0);
    moteur.now = new Date('2022-03-27T17:00:00Z');
    await runEnvoisDuSoir(moteur);
    expect(ouvertes).toHaveLength(1);
  });

  it('une règle illisible se dit, avec ce qu’il faut faire', async () => {
    const { moteur, soirees } = createSoirees('2022-03-02');
    soirees.planSoiree = async () => ({ ouverte: true, envois: 3, ecartees: [12] });
    moteur.now = paris('2022-03-03T19:00:00');
    await runEnvoisDuSoir(moteur);
    expect(moteur.lignes.join()).toMatch(/n° 12 .*Exécuter maintenant/);
  });
});

describe('ce qui n’a pas pu partir avant 21h', () => {
  const reports = async (now: string) => {
    const { moteur, reports: faits } = createSoirees(null);
    moteur.now = paris(now);
    await postponeMissed(moteur);
    return faits;
  };

  it.each(['2022-03-03T21:00:00', '2022-03-04T03:00:00'])('à %s, il attend 8h', async (now) => {
    expect(await reports(now)).toEqual([
      {
        avant: paris('2022-03-03T21:00:00'),
        jusqua: paris('2022-03-04T08:00:00'),
        suspendue: false,
      },
    ]);
  });

  it.each(['2022-03-03T20:59:59', '2022-03-04T08:00:00'])('à %s, il part', async (now) => {
    expect(await reports(now)).toEqual([]);
  });

  it('parce que quelqu’un l’a suspendu attend 8h aussi', async () => {
    const { moteur, reports: faits } = createSoirees(null);
    moteur.now = paris('2022-03-03T21:00:00');
    moteur.suspendue = { depuis: '2022-03-03T17:50:00Z', par: 'Alice' };
    await postponeMissed(moteur);
    expect(faits).toMatchObject([{ suspendue: true }]);
  });

  it('par la faute d’un arrêt de la nuit part le jour, et se dit retardé', async () => {
    const { moteur, retardes } = createSoirees(null);
    moteur.now = paris('2022-03-04T10:00:00');
    await postponeMissed(moteur);
    expect(retardes).toEqual([paris('2022-03-03T21:00:00')]);
  });
});
