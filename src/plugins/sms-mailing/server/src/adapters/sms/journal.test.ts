import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { maskNumero } from '../../../../core/masque';
import { appendTo, createSmsSenderJournal } from './journal';

const SMS = {
  vers: '+33612345678',
  texte: 'Bonjour\nLéna',
  encodage: 'gsm7',
  but: 'suivi',
  cle: 'e1',
} as const;

it('le journal écrit une ligne par SMS, numéro masqué', async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'journal-sms-'));
  const fichier = join(dossier, 'sms.jsonl');
  const sender = createSmsSenderJournal({
    append: appendTo(fichier),
    now: () => new Date('2022-03-03T18:00:00Z'),
    numerosEnClair: false,
    avecTexte: true,
  });
  await sender.send(SMS);
  await sender.send({ ...SMS, cle: 'e2' });
  const lignes = (await readFile(fichier, 'utf8')).trimEnd().split('\n');
  await rm(dossier, { recursive: true });
  expect(lignes).toHaveLength(2);
  expect(lignes[0]).not.toContain('612345678');
  expect(JSON.parse(lignes[0]!)).toMatchObject({
    le: '2022-03-03T18:00:00.000Z',
    vers: '+336••••••78',
    texte: 'Bonjour\nLéna',
  });
});

it('sur une vraie base, le journal ne garde pas les textes', async () => {
  const lignes: string[] = [];
  const sender = createSmsSenderJournal({
    append: async (ligne) => void lignes.push(ligne),
    now: () => new Date('2022-03-03T18:00:00Z'),
    numerosEnClair: false,
    avecTexte: false,
  });
  await sender.send(SMS);
  expect(lignes[0]).not.toMatch(/Bonjour|Léna|612345678/);
  expect(JSON.parse(lignes[0]!)).toMatchObject({ vers: '+336••••••78', cle: 'e1' });
});

it.each([
  ['+33612345678', '+336••••••78'],
  ['+262692123456', '+262•••••••56'],
  ['3611', '••••'],
  ['', ''],
])('masque %j en %j', (numero, masque) => {
  expect(maskNumero(numero)).toBe(masque);
});
