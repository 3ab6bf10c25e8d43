import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBancReponses, PUBLIC, type BancReponses } from './banc-reponses';
import type { BaseDuGuide } from './base-du-guide';

let banc: BancReponses;
let base: BaseDuGuide;
let action: string;
let jetons: Record<string, string>;

beforeAll(async () => {
  banc = await openBancReponses();
  ({ base, action, jetons } = banc);
});
afterAll(() => base.close());

describe('Décision G16 : « Je confirme / Je ne pourrai pas venir »', () => {
  it('le rappel porte le lien de chacun, dans son texte et dans son bouton', () => {
    expect(Object.keys(jetons).sort()).toEqual(['diallo', 'lefebvre', 'martin', 'palmer']);
    expect(new Set(Object.values(jetons)).size).toBe(4);
    const mail = base.boite.mails.find(({ text }) => text?.includes(jetons.palmer!));
    expect(mail!.html).toContain(`href="${PUBLIC}/api/c/${jetons.palmer!}"`);
  });

  it('l’ouvrir n’écrit rien ; la page est en français, ne parle qu’à elle et ne se garde pas', async () => {
    const { status, text, headers } = await banc.ouvrir(jetons.palmer!);
    expect(status).toBe(200);
    for (const mot of [
      'Viendrez-vous',
      'Bonjour Julien',
      'samedi 5 mars 2022',
      'Je confirme',
      'Je ne pourrai pas venir',
    ]) {
      expect(text).toContain(mot);
    }
    expect(text).not.toMatch(/PALMER|<script|https?:\/\//);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringMatching(/script-src 'self'.*/) as string,
    });
    expect(await banc.de('palmer')).toMatchObject({ confirme: null, le: null });
  });

  it('« Je confirme » se lit sur la fiche, avec sa source et son instant, et l’intervenant en est averti', async () => {
    const reponse = await banc.repondre(jetons.palmer!, 'oui');
    expect(reponse).toMatchObject({ status: 303, headers: { location: jetons.palmer } });
    expect((await banc.ouvrir(jetons.palmer!)).text).toContain('nous vous attendons');
    expect(await banc.de('palmer')).toEqual({
      statut: 'Inscrit',
      confirme: true,
      source: 'Lien',
      le: banc.heure(),
    });
    const { participants } = await banc.fiche();
    expect(participants.map(({ nom, confirme }) => [nom, confirme])).toContainEqual([
      'PALMER Julien',
      true,
    ]);
    await banc.avance(1);
    expect(banc.avis().map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^PALMER Julien confirme : Atelier "Cartes en main" du 05\/03\/2022/),
    ]);
  });

  it('redite, la réponse n’avertit personne ; une autre confirmation attend l’heure suivante', async () => {
    await banc.repondre(jetons.palmer!, 'oui');
    await banc.repondre(jetons.diallo!, 'oui');
    await banc.avance(1);
    expect(banc.avis()).toHaveLength(1);
  });

  it('« Je ne pourrai pas venir » rend la place et part aussitôt, avec ce qui attendait', async () => {
    await banc.repondre(jetons.martin!, 'non');
    expect(await banc.de('martin')).toMatchObject({
      statut: 'Annulé',
      confirme: false,
      source: 'Lien',
    });
    await banc.avance(1);
    const dernier = banc.avis().at(-1)!;
    expect(banc.avis()).toHaveLength(2);
    expect(dernier.subject).toMatch(/^2 réponses : /);
    expect(dernier.text).toMatch(
      /Ne viendront pas \(1\)\n- MARTIN Sophie\n\nOnt confirmé \(1\)\n- DIALLO Amadou/
    );
    expect(dernier.text).toContain('Parmi ceux qui viennent : 2 confirmés, 1 sans réponse.');
    const { participants, desistes } = await banc.fiche();
    expect(participants.map(({ nom }) => nom)).not.toContain('MARTIN Sophie');
    expect(desistes).toMatchObject([{ nom: 'MARTIN Sophie' }]);
  });

  it('qui s’est désisté ne reçoit plus rien de cette action, avec sa raison', async () => {
    const regle = await base.createRegle({
      typeContact: 'email',
      modeleDocumentId: await base.createModele({
        nom: 'J-2',
        objet: 'J-2',
        message: '<p>Ici</p>',
      }),
      delai: -2,
      criteres: { ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId] },
    });
    // Planned while she was coming, then given up before the departure.
    await base.sql(
      `UPDATE participations SET statut = 'Inscrit' WHERE confirme_source = 'Lien' AND NOT confirme`
    );
    await base.ask('post', '/soiree/suspendre', {});
    await base.tick(new Date('2022-03-03T18:00:30Z'));
    await banc.repondre(jetons.martin!, 'non');
    await base.ask('post', '/soiree/reprendre', {});
    await base.tick(new Date('2022-03-03T18:01:00Z'));
    expect(base.mailsDe('J-2')).not.toContain('sophie.martin@boite.test');
    expect(base.mailsDe('J-2')).toContain('julien.palmer@boite.test');
    const motifs = await base.sql(
      `SELECT DISTINCT coalesce(e.motif, 'pas planifié') AS motif FROM sms_envois e
         JOIN sms_envois_automatiques r ON r.id = e.envoi_automatique_id WHERE r.document_id = $1 AND upper(e.nom) LIKE 'MARTIN%'`,
      [regle]
    );
    expect(motifs).toEqual([{ motif: 'participation_annulee' }]);
  });

  it('elle peut changer d’avis : elle reprend une place s’il en reste, sinon elle attend', async () => {
    expect((await banc.ouvrir(jetons.martin!)).text).toContain('vous ne viendrez pas');
    await base.sql('UPDATE actions SET capacite = 3, surbooking = 0 WHERE document_id = $1', [
      action,
    ]);
    await banc.repondre(jetons.martin!, 'oui');
    expect(await banc.de('martin')).toMatchObject({ statut: "Liste d'attente", confirme: true });
    expect((await banc.ouvrir(jetons.martin!)).text).toContain('Vous êtes en liste d’attente');
    await base.sql('UPDATE actions SET capacite = 10 WHERE document_id = $1', [action]);
    await banc.repondre(jetons.martin!, 'non');
    await banc.repondre(jetons.martin!, 'oui');
    expect(await banc.de('martin')).toMatchObject({ statut: 'Inscrit', confirme: true });
  });

  it('deux personnes ne prennent pas la même dernière place', async () => {
    await banc.repondre(jetons.martin!, 'non');
    await banc.repondre(jetons.lefebvre!, 'non');
    await base.sql('UPDATE actions SET capacite = 3 WHERE document_id = $1', [action]);
    await Promise.all([
      banc.repondre(jetons.martin!, 'oui'),
      banc.repondre(jetons.lefebvre!, 'oui'),
    ]);
    const statuts = [(await banc.de('martin')).statut, (await banc.de('lefebvre')).statut].sort();
    expect(statuts).toEqual(['Inscrit', "Liste d'attente"]);
    await base.sql('UPDATE actions SET capacite = 10 WHERE document_id = $1', [action]);
  });

  it('une participation que l’association a annulée ne se reprend pas par le lien', async () => {
    await base.sql(
      `UPDATE participations SET statut = 'Annulé', confirme = NULL WHERE confirme_source = 'Lien'`
    );
    await banc.repondre(jetons.palmer!, 'oui');
    expect(await banc.de('palmer')).toMatchObject({ statut: 'Annulé', confirme: null });
    expect((await banc.ouvrir(jetons.palmer!)).text).toContain('Votre inscription est annulée');
    await base.sql(`UPDATE participations SET statut = 'Inscrit' WHERE statut = 'Annulé'`);
  });

  it('le lien expire avec l’action', async () => {
    base.setHeure(new Date('2022-03-05T08:30:00Z'));
    expect((await banc.ouvrir(jetons.palmer!)).text).toContain('Ce rendez-vous est passé');
    await banc.repondre(jetons.palmer!, 'oui');
    expect((await banc.de('palmer')).confirme).toBeNull();
    base.setHeure(banc.heure());
  });
});
