import { describe, expect, it } from 'vitest';
import { createFenetre } from './fenetre';

const tours = async (n = 5): Promise<void> => {
  for (let i = 0; i < n; i += 1) await Promise.resolve();
};

describe('la fenêtre', () => {
  it('fait attendre ce qui ne tient pas, et laisse entrer dans l’ordre', async () => {
    const fenetre = createFenetre(4);
    const entres: string[] = [];
    const entrer = async (nom: string, n: number) => {
      await fenetre.acquire(n);
      entres.push(nom);
    };
    void entrer('a', 3);
    void entrer('b', 3);
    void entrer('c', 1);
    await tours();
    expect(entres).toEqual(['a']);
    fenetre.release(3);
    await tours();
    expect(entres).toEqual(['a', 'b', 'c']);
  });

  it('n’attend pas quand tout est sorti, et attend le dernier sinon', async () => {
    const fenetre = createFenetre(2);
    await fenetre.drain();
    await fenetre.acquire(2);
    let vide = false;
    const fin = fenetre.drain().then(() => (vide = true));
    fenetre.release(1);
    await tours();
    expect(vide).toBe(false);
    fenetre.release(1);
    await fin;
    expect(vide).toBe(true);
  });

  it('rétrécie, elle laisse sortir avant de laisser entrer ; élargie, elle ne dépasse jamais sa borne', async () => {
    const fenetre = createFenetre(8);
    let entres = 0;
    const entrer = async (n: number) => {
      await fenetre.acquire(n);
      entres += n;
    };
    await entrer(4);
    fenetre.resize(4);
    void entrer(2);
    await tours();
    expect(entres).toBe(4);
    fenetre.release(2);
    await tours();
    expect(entres).toBe(6);
    fenetre.resize(100);
    void entrer(4);
    void entrer(1);
    await tours();
    expect(entres).toBe(10);
  });

  it('rétrécie sous la taille d’un groupe, elle le laisse entrer seul : personne n’attend toujours', async () => {
    const fenetre = createFenetre(8);
    fenetre.resize(2);
    await fenetre.acquire(4);
    let suivant = false;
    void fenetre.acquire(1).then(() => (suivant = true));
    await tours();
    expect(suivant).toBe(false);
    fenetre.release(4);
    await tours();
    expect(suivant).toBe(true);
  });

  it('refuse un groupe plus grand qu’elle plutôt que de l’attendre toujours', async () => {
    await expect(createFenetre(4).acquire(5)).rejects.toThrow('do not fit');
  });

  it('crie quand on en sort plus qu’il n’y est entré : la borne ne tiendrait plus', () => {
    expect(() => createFenetre(4).release(1)).toThrow('window');
  });
});
