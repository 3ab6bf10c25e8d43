import { afterEach, describe, expect, inject, it } from 'vitest';
import { createClone, type Clone, type Identite } from './clone';
import { lance } from './lance';

const DEMO = 'scripts/demo.mjs';
const PETITE = ['--check', '--entrepreneurs', '40', '--actions', '15'];
/** `nobody`, on every Linux. */
const SANS_DROITS: Identite = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
/** A first boot on an empty database, on two busy cores. */
const DELAI_MS = 240_000;

interface Resultat {
  ok: boolean;
  envoyes: number;
  exclus: Record<string, number>;
  mails: number;
  sms: number;
  doubles: number;
}

function readResultat(stdout: string): Resultat {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Resultat;
}

describe('npm run demo -- --check', { timeout: DELAI_MS }, () => {
  it('joue les quatre modalités d’une soirée, et tout arrive comme le lit le guide', async () => {
    const { code, stdout, stderr } = await lance(
      process.execPath,
      [DEMO, '--check', '--entrepreneurs', '250', '--actions', '60'],
      { env: { ...process.env, DATABASE_URL: inject('base').adminUrl } }
    );
    expect(stderr).not.toContain('✗');
    const resultat = readResultat(stdout);
    expect(resultat).toMatchObject({ ok: true, doubles: 0 });
    expect(resultat.mails + resultat.sms).toBe(resultat.envoyes);
    expect(resultat.sms).toBeGreaterThan(0);
    expect(Object.keys(resultat.exclus)).toEqual(
      expect.arrayContaining(['adresse_fictive', 'rgpd_refuse', 'referent_absent', 'fiche_test'])
    );
    expect(code).toBe(0);
  });

  it('dit ce qui ne va pas et rend un code d’échec', async () => {
    const { code, stdout } = await lance(process.execPath, [DEMO, ...PETITE], {
      env: { ...process.env, DATABASE_URL: 'postgres://personne@127.0.0.1:1/rien' },
    });
    expect(readResultat(stdout).ok).toBe(false);
    expect(code).toBe(1);
  });
});

describe(
  'Décision F23 : le PostgreSQL embarqué démarre là où on le lance',
  { timeout: DELAI_MS },
  () => {
    let clone: Clone | null = null;

    afterEach(() => {
      clone?.remove();
      clone = null;
    });

    it.runIf(isRoot)('sous root, dans un dossier fermé aux autres comptes', async () => {
      clone = createClone(null);
      const { code, stdout, stderr } = await clone.run(DEMO, PETITE);
      expect(stderr).toContain('Ce dossier est fermé au compte « postgres »');
      expect(readResultat(stdout)).toMatchObject({ ok: true, doubles: 0 });
      expect(code).toBe(0);
    });

    it('sous un compte ordinaire, sans droit sur rien d’autre que son dossier', async () => {
      clone = createClone(isRoot ? SANS_DROITS : null);
      const { code, stdout, stderr } = await clone.run(DEMO, PETITE);
      expect(stderr).not.toContain('compte système');
      expect(readResultat(stdout)).toMatchObject({ ok: true, doubles: 0 });
      expect(code).toBe(0);
    });
  }
);
