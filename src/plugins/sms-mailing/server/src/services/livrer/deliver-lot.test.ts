import { describe, expect, it } from 'vitest';
import { createMoteurFictif, createVersion, LOT } from '../../../../test/fakes/moteur-fictif';
import { addEnvois, deliver, statuts } from '../../../../test/fakes/poste';

describe('un envoi qui ne peut pas partir', () => {
  it('exclu par une condition, il garde son motif et les autres partent', async () => {
    const moteur = createMoteurFictif();
    const [exclu] = addEnvois(moteur, 1, {
      destination: { nom: 'MARTIN', adresse: null, motif: 'rgpd_refuse' },
    });
    addEnvois(moteur, 5);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 5, exclus: 1 });
    expect(exclu).toMatchObject({ statut: 'exclu', motif: 'rgpd_refuse' });
  });

  it('refusé par le serveur, il est en échec avec la raison donnée', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 2);
    moteur.mail.issue = ({ enveloppe }) => (enveloppe.vers === 'p1@exemple.fr' ? 'refuse' : null);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 1, echecs: 1 });
    expect(moteur.ledger.envois[0]).toMatchObject({
      statut: 'echec',
      motif: 'refuse',
      detail: 'Échec simulé : refuse',
    });
  });

  it('une adresse qui ne peut pas être une adresse est un échec, dit en français', async () => {
    const moteur = createMoteurFictif();
    const [envoi] = addEnvois(moteur, 1, {
      destination: { nom: 'X', adresse: 'a@b.fr\r\nBcc: intrus@x.fr', motif: null },
    });
    await deliver(moteur);
    expect(envoi).toMatchObject({ statut: 'echec', motif: 'refuse' });
    expect(envoi?.detail).toContain('L’adresse e-mail n’est pas valide');
    expect(moteur.mail.recus).toHaveLength(0);
  });

  it('une erreur de programme sur l’un n’arrête pas les autres', async () => {
    const moteur = createMoteurFictif();
    moteur.modeles.set(1, createVersion('newsletter', 'promotion'));
    addEnvois(moteur, 30, { lot: { ...LOT, typeContact: 'newsletter' } });
    moteur.desinscription.lien = (id) => {
      if (id === 3) throw new TypeError('bogue');
      return 'https://bge.example/d/x';
    };
    expect(await deliver(moteur)).toMatchObject({ envoyes: 29, echecs: 1 });
    expect(moteur.ledger.envois[2]).toMatchObject({ statut: 'echec', motif: 'preparation' });
    expect(moteur.lignes.join()).toContain('L’envoi n° 3 ne peut pas être préparé : bogue');
  });

  it('incertain, il n’est pas renvoyé', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 3);
    moteur.mail.issue = ({ enveloppe }) =>
      enveloppe.vers === 'p2@exemple.fr' ? 'incertain' : null;
    await deliver(moteur);
    await deliver(moteur);
    expect(statuts(moteur)).toEqual({ envoye: 2, incertain: 1 });
    expect(moteur.mail.recus).toHaveLength(3);
  });
});

describe('un fichier qui n’est que d’un envoi', () => {
  const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');

  it('va à lui seul ; ceux d’un même clic le partagent, lu une fois', async () => {
    const moteur = createMoteurFictif();
    const lus: (readonly number[])[] = [];
    moteur.piecesJointes.read = async (ids) => {
      lus.push(ids);
      return ids.map((id) => ({ id, nom: `${String(id)}.pdf`, typeMime: '', contenu: PDF }));
    };
    addEnvois(moteur, 2, { piecesJointes: [7, 8] });
    addEnvois(moteur, 2);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 4 });
    const noms = moteur.mail.recus.map(({ parties }) => parties.piecesJointes.map((p) => p.nom));
    expect(noms).toEqual([['7.pdf', '8.pdf'], ['7.pdf', '8.pdf'], [], []]);
    expect(lus.filter((ids) => ids.length > 0)).toEqual([[7, 8]]);
  });

  it('qui ne peut plus partir l’exclut, avec la phrase ; les autres partent', async () => {
    const moteur = createMoteurFictif();
    moteur.piecesJointes.read = async (ids) =>
      ids.map((id) => ({ id, nom: 'virus.exe', typeMime: '', contenu: PDF }));
    const [sien] = addEnvois(moteur, 1, { piecesJointes: [7] });
    addEnvois(moteur, 2);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 2, exclus: 1 });
    expect(sien).toMatchObject({ statut: 'exclu', motif: 'piece_jointe_invalide' });
    expect(sien?.detail).toContain('« virus.exe » ne peut pas être joint');
  });

  it('que la base ne donne pas n’en fait pas un échec : l’envoi attend', async () => {
    const moteur = createMoteurFictif();
    moteur.piecesJointes.read = async (ids) => {
      if (ids.length > 0) throw new Error('la base est tombée');
      return [];
    };
    addEnvois(moteur, 1, { piecesJointes: [7] });
    await expect(deliver(moteur)).rejects.toThrow('la base est tombée');
    expect(statuts(moteur)).not.toHaveProperty('echec');
    moteur.piecesJointes.read = async () => [];
    expect(await deliver(moteur)).toMatchObject({ envoyes: 1 });
  });
});

describe('un modèle qui ne peut pas partir', () => {
  it('jamais enregistré entier, il exclut ses envois', async () => {
    const moteur = createMoteurFictif();
    moteur.ledger.versions.clear();
    const [envoi] = addEnvois(moteur, 1);
    await deliver(moteur);
    expect(envoi).toMatchObject({ statut: 'exclu', motif: 'modele_inactif' });
  });

  it('une pièce jointe refusée exclut ses envois avec la phrase qui dit laquelle', async () => {
    const moteur = createMoteurFictif();
    const version = createVersion();
    version.contenu.piecesJointes = [{ id: 1, nom: 'virus.exe', typeMime: '', taille: 3 }];
    moteur.modeles.set(1, version);
    moteur.piecesJointes.read = async () => [
      { id: 1, nom: 'virus.exe', typeMime: '', contenu: Buffer.from('MZx') },
    ];
    const [envoi] = addEnvois(moteur, 1);
    await deliver(moteur);
    expect(envoi).toMatchObject({ statut: 'exclu', motif: 'piece_jointe_invalide' });
    expect(envoi?.detail).toContain('« virus.exe » ne peut pas être joint');
  });

  it('refusé pour autre chose que ses pièces jointes, il attend et dit pourquoi', async () => {
    const moteur = createMoteurFictif();
    moteur.reglages.expediteur = { nom: 'BGE', adresse: 'pas une adresse' };
    const [envoi] = addEnvois(moteur, 1);
    await deliver(moteur);
    expect(envoi).toMatchObject({ statut: 'programme', motif: null });
    expect(moteur.lignes.join()).toMatch(/modèle n° 1 attendent : .*adresse/);
  });

  it('illisible, il attend, se dit au journal, et n’arrête pas les autres', async () => {
    const moteur = createMoteurFictif();
    moteur.ledger.versions.set(2, 1);
    moteur.modeles.set(2, () => {
      throw new Error('version abîmée');
    });
    addEnvois(moteur, 2, { lot: { ...LOT, modeleId: 2 } });
    addEnvois(moteur, 3);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 3 });
    expect(statuts(moteur)).toEqual({ programme: 2, envoye: 3 });
    expect(moteur.lignes.join()).toContain('modèle n° 2 attendent : version abîmée');
  });

  it('modifié pendant l’envoi, sa nouvelle version sert à tous ceux qui ne sont pas encore remis', async () => {
    const moteur = createMoteurFictif({ tailleLot: 2, mail: { parallele: 1 } });
    addEnvois(moteur, 8);
    moteur.mail.issue = () => {
      moteur.mail.issue = () => null;
      moteur.ledger.change();
      moteur.ledger.versions.set(1, 2);
      const version = { ...createVersion(), versionId: 2, numero: 2 };
      const { message } = version.contenu;
      version.contenu = { ...version.contenu, message: { ...message, objet: ['Nouvel objet'] } };
      moteur.modeles.set(1, version);
      return null;
    };
    await deliver(moteur);
    // Marked with the first one: on their way already.
    const { groupe } = { groupe: moteur.mail.recus.length };
    await deliver(moteur);
    const objets = moteur.mail.recus.map(({ parties }) => parties.objet);
    expect(objets).toHaveLength(8);
    expect(objets.slice(0, groupe).every((objet) => objet.startsWith('Bonjour'))).toBe(true);
    expect(objets.slice(groupe)).toEqual(Array(8 - groupe).fill('Nouvel objet'));
    expect(groupe).toBeLessThan(4);
  });
});

describe('une base de données qui s’absente', () => {
  const panne = async () => {
    throw new Error('Connection terminated unexpectedly');
  };

  it('au marquage, rien ne part et tout revient dans la file', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 5);
    const vrai = { ...moteur.ledger };
    moteur.ledger.markEnCours = panne;
    await expect(deliver(moteur)).rejects.toThrow('Connection terminated');
    expect(moteur.mail.recus).toHaveLength(0);
    expect(statuts(moteur)).toEqual({ programme: 5 });
    moteur.ledger.markEnCours = (...args) => vrai.markEnCours(...args);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 5 });
  });

  it('au marquage, juste après l’avoir inscrit : rien n’est parti, donc rien n’est incertain', async () => {
    const moteur = createMoteurFictif();
    addEnvois(moteur, 2);
    const vrai = { ...moteur.ledger };
    moteur.ledger.markEnCours = async (...args) => {
      await vrai.markEnCours(...args);
      return panne();
    };
    await expect(deliver(moteur)).rejects.toThrow('Connection terminated');
    expect(statuts(moteur)).toEqual({ programme: 2 });
    moteur.ledger.markEnCours = (...args) => vrai.markEnCours(...args);
    expect(await deliver(moteur)).toMatchObject({ envoyes: 2, incertains: 0 });
  });

  it('au résultat, ce qui était en route devient incertain au tour suivant, le reste part', async () => {
    const moteur = createMoteurFictif({ fenetre: 4, mail: { parallele: 1 } });
    addEnvois(moteur, 20);
    const vrai = { ...moteur.ledger };
    moteur.ledger.record = async (ouvrier, issue, now) =>
      issue.statut === 'envoye' ? panne() : vrai.record(ouvrier, issue, now);
    await expect(deliver(moteur)).rejects.toThrow('Connection terminated');
    const partis = moteur.mail.recus.length;
    expect(partis).toBeLessThanOrEqual(4);
    moteur.ledger.record = (...args) => vrai.record(...args);
    await deliver(moteur);
    expect(statuts(moteur)).toEqual({ incertain: partis, envoye: 20 - partis });
    expect(moteur.mail.recus).toHaveLength(20);
  });
});
