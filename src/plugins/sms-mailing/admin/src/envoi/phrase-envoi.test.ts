import { describe, expect, it } from 'vitest';
import { statutEnvoiSchema } from '../../../core/vocabulaire';
import { isParti, phraseDecision, phraseEnvoi, phrasePrevue, raisonEnvoi } from './phrase-envoi';

const LIGNE = {
  statut: 'envoye',
  motif: null,
  detail: null,
  adresse: 'palmer@boite.test',
  prevuLe: '2022-03-03T18:00:00.000Z',
  envoyeLe: '2022-03-03T18:02:00.000Z',
  termineLe: '2022-03-03T18:02:00.000Z',
  retarde: false,
} as const;

describe('« Pourquoi ? » d’un envoi', () => {
  it.each(statutEnvoiSchema.options)('%s se lit en une phrase entière', (statut) => {
    expect(phraseEnvoi({ ...LIGNE, statut })).toMatch(/^Ce message,? .*\.$/);
  });

  it('dit pour quand était un message qui n’est pas parti', () => {
    for (const statut of ['exclu', 'annule'] as const) {
      expect(phraseEnvoi({ ...LIGNE, statut })).toContain('prévu pour le 03/03/2022');
    }
  });

  it('dit l’adresse ou le numéro utilisé, et le motif qui arrête', () => {
    expect(phraseEnvoi(LIGNE)).toContain('palmer@boite.test');
    expect(
      phraseEnvoi({ ...LIGNE, statut: 'exclu', motif: 'telephone_absent', adresse: null })
    ).toContain('Aucun numéro de téléphone n’est saisi');
  });

  it('dit ce qui le retient, et ce que le serveur a répondu ; rien d’autre', () => {
    const retenu = { ...LIGNE, statut: 'programme', detail: 'Retenu : pas de compte.' } as const;
    expect(raisonEnvoi(retenu)).toBe('Retenu : pas de compte.');
    expect(raisonEnvoi({ ...LIGNE, statut: 'echec', detail: 'Boîte pleine' })).toBe('Boîte pleine');
    const refuse = { ...LIGNE, statut: 'echec', motif: 'refuse', detail: '550 inconnue' } as const;
    expect(raisonEnvoi(refuse)).toBe('550 inconnue');
    expect(raisonEnvoi({ ...LIGNE, detail: '250 OK' })).toBe('');
  });

  it('ce qui n’est pas parti a la date où on l’a su ; ce qui est parti a la sienne', () => {
    expect(phraseDecision({ ...LIGNE, statut: 'exclu' })).toMatch(/^écarté le 03\/03\/2022 /);
    expect(phraseDecision({ ...LIGNE, statut: 'annule' })).toMatch(/^annulé le 03\/03\/2022 /);
    expect(phraseDecision({ ...LIGNE, statut: 'echec' })).toMatch(/^refusé le 03\/03\/2022 /);
    expect(phraseDecision({ ...LIGNE, statut: 'exclu', termineLe: null })).toBe('');
    expect(phraseDecision(LIGNE)).toBe('');
  });

  it('l’adresse de ce qui attend est dite celle d’aujourd’hui, ou pourquoi il n’y en a pas', () => {
    expect(phrasePrevue({ adresse: 'palmer@boite.test', motif: null })).toMatch(/d’aujourd’hui/);
    expect(phrasePrevue({ adresse: null, motif: 'adresse_absente' })).toMatch(
      /^Ne partirait pas aujourd’hui : aucun e-mail n’est saisi/
    );
  });

  it('un message se montre dès qu’il a été remis au serveur, pas avant', () => {
    const partis = statutEnvoiSchema.options.filter((statut) => isParti({ statut }));
    expect(partis).toEqual(['envoye', 'remis', 'echec', 'incertain']);
  });
});
