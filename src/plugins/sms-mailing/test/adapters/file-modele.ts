import { expect } from 'vitest';
import { TOUT } from '../../core/perimetre';
import { cancelCampagne } from '../../server/src/adapters/sql/campagnes/cancel';
import { writeIssues } from '../../server/src/adapters/sql/envois/write-issues';
import { createHistorique } from '../../server/src/adapters/sql/fiches/historique';
import { cancelProgrammes } from '../../server/src/adapters/sql/modeles/inactivation';
import { erasePersonne } from '../../server/src/adapters/sql/personnes/effacement';
import { query } from '../../server/src/adapters/sql/query';
import type { Issue } from '../../server/src/services/ports/envois';
import { EMPREINTEUR } from './campagnes-base';
import { claimOptions, departOf, SOIR, type BancSql } from './envois-base';
import {
  OUVRIERS,
  type Annulation,
  type Memoire,
  type Nom,
  type Sortie,
  type Verite,
} from './file-acteurs';

const BAIL_MS = 30_000;

/** The queue and the ledger, three workers that may die or freeze, and the people around them. */
export class Monde {
  private readonly banc: BancSql;
  private readonly campagneId: number;
  private readonly memoires = new Map<Nom, Memoire>();
  readonly verites = new Map<number, Verite>();
  private stops = 0;

  constructor(banc: BancSql, campagneId: number) {
    this.banc = banc;
    this.campagneId = campagneId;
    for (const nom of OUVRIERS) this.wake(nom);
  }

  private wake(nom: Nom): void {
    const vide = { reserves: [], surLeFil: [], douteux: [] };
    this.memoires.set(nom, { ...vide, epoque: '0', derniere: null, vivant: true });
  }

  private of(nom: Nom): Memoire {
    return this.memoires.get(nom)!;
  }

  private verite(id: number): Verite {
    return this.verites.get(id)!;
  }

  async programme(modalite: 'campagne' | 'fiche_entrepreneur'): Promise<void> {
    const id = await this.banc.add({ lot: { ...this.banc.lot, modalite } });
    if (modalite === 'campagne') {
      const campagne_id = this.campagneId;
      await this.banc.base.knex('sms_envois').where({ id }).update({ campagne_id });
    }
    this.verites.set(id, { marque: null, parti: false });
  }

  async claim(nom: Nom, limite: number): Promise<void> {
    const memoire = this.of(nom);
    if (!memoire.vivant) return;
    await this.banc.ouvriers.beat(nom, null);
    memoire.epoque = await this.banc.ledger.readEpoque();
    for (const modalite of ['campagne', 'fiche_entrepreneur'] as const) {
      const lot = { ...this.banc.lot, modalite };
      memoire.reserves.push(...(await this.banc.claim(lot, claimOptions(nom, limite))));
    }
  }

  /** All that it believes its own: what the fence lets through may leave. */
  async mark(nom: Nom): Promise<void> {
    const { reserves, epoque, surLeFil } = this.of(nom);
    const departs = reserves.splice(0).map((envoi) => departOf(envoi));
    const marque = { ouvrier: nom, departs, epoque, now: SOIR };
    const { partants } = await this.banc.ledger.markEnCours(marque);
    for (const id of partants) {
      const verite = this.verite(id);
      expect(verite.marque, `envoi ${String(id)} marqué deux fois`).toBeNull();
      expect(verite.parti, `envoi ${String(id)} marqué après son point final`).toBe(false);
      verite.marque = nom;
      surLeFil.push(id);
    }
  }

  /** The fence is asked right before the content: only a worker heard of lately sends. */
  dot(nom: Nom): void {
    const { surLeFil, douteux, vivant } = this.of(nom);
    const id = surLeFil.find(
      (candidat) => !douteux.includes(candidat) && !this.verite(candidat).parti
    );
    if (vivant && id !== undefined) this.verite(id).parti = true;
  }

  private issueOf(id: number, sortie: Sortie): Issue {
    if (this.verite(id).parti) {
      return sortie === 'envoye'
        ? { statut: 'envoye', id, reference: null, credits: 0 }
        : { statut: 'incertain', id, detail: 'réponse perdue' };
    }
    return sortie === 'echec'
      ? { statut: 'echec', id, motif: 'refuse', detail: '550', adresse: null }
      : {
          ...{ statut: 'programme', id, disponibleLe: null, detail: null },
          compte: sortie === 'transitoire',
        };
  }

  async settle(nom: Nom, sortie: Sortie): Promise<void> {
    const memoire = this.of(nom);
    const id = memoire.surLeFil.shift();
    if (id === undefined) return;
    memoire.derniere = this.issueOf(id, sortie);
    await this.say(nom, memoire.derniere);
    if (this.verite(id).marque === nom) this.verite(id).marque = null;
  }

  private say(ouvrier: Nom, issue: Issue): Promise<void> {
    return writeIssues(this.banc.base.knex, EMPREINTEUR, [{ ouvrier, issue }], SOIR);
  }

  async sayAgain(nom: Nom): Promise<void> {
    const { derniere } = this.of(nom);
    if (derniere !== null) await this.say(nom, derniere);
  }

  async giveBack(nom: Nom): Promise<void> {
    this.of(nom).reserves = [];
    await this.banc.ledger.giveBack(nom, null);
  }

  /** Dead: what it remembered is lost. */
  async kill(nom: Nom): Promise<void> {
    await this.freeze(nom);
    this.wake(nom);
    await this.sweep();
  }

  /** Silent for longer than its bail; its memory stays. */
  async freeze(nom: Nom): Promise<void> {
    await this.banc.ouvriers.beat(nom, null);
    await this.banc.age(nom, 2 * BAIL_MS);
    this.of(nom).vivant = false;
  }

  async thaw(nom: Nom): Promise<void> {
    await this.banc.ouvriers.beat(nom, null);
    const memoire = this.of(nom);
    Object.assign(memoire, { vivant: true, douteux: [...memoire.surLeFil] });
  }

  async sweep(): Promise<void> {
    await this.banc.ouvriers.sweep(BAIL_MS, SOIR);
    const incertains = await this.banc.base.knex('sms_envois').where({ statut: 'incertain' });
    for (const { id } of incertains as { id: number }[]) this.verite(id).marque = null;
  }

  stop(): Promise<unknown> {
    return this.banc.base.knex('sms_oppositions').insert({
      empreinte: `inconnue ${String((this.stops += 1))}`,
      portee: 'sms',
      source: 'STOP opérateur',
      survenue_le: SOIR,
    });
  }

  async cancel(chemin: Annulation): Promise<void> {
    const { knex } = this.banc.base;
    const [premiere] = await query<{ id: number; document_id: string }>(
      knex,
      `SELECT e.id, e.document_id FROM sms_envois e JOIN sms_file f ON f.envoi_id = e.id
        WHERE f.etat <> 'en_cours' ORDER BY f.etat = 'reserve' DESC, e.id LIMIT 1`
    );
    const now = SOIR;
    if (premiere === undefined) return;
    switch (chemin) {
      case 'campagne': {
        const tout = { envoiIds: null, envoiDocumentIds: null, perimetre: TOUT };
        await cancelCampagne(knex, { ...tout, campagneId: this.campagneId, now });
        return;
      }
      case 'modele': {
        const { base, lot } = this.banc;
        await cancelProgrammes(knex, await base.documentId('sms_modeles', lot.modeleId), now);
        return;
      }
      case 'fiche':
        await createHistorique(knex, () => Promise.resolve(false)).cancel([premiere.document_id], {
          ...{ perimetre: TOUT, origine: 'fiche_entrepreneur', now },
        });
        return;
      case 'sql':
        await this.cancelInSql(premiere.id);
        return;
      case 'effacement': {
        const cible = { envoiId: premiere.id };
        await knex.transaction((trx) =>
          erasePersonne(trx, EMPREINTEUR, { cible, auteurId: 1, now })
        );
      }
    }
  }

  /** By hand, the queue forgotten: what is reserved does not leave for all that, and the next tick sees to it. */
  private async cancelInSql(id: number): Promise<void> {
    await this.banc.base.knex('sms_envois').where({ id }).update({ statut: 'annule' });
    for (const nom of OUVRIERS) {
      await this.mark(nom);
      expect(this.verite(id).marque === nom && !this.of(nom).surLeFil.includes(id)).toBe(false);
    }
    await this.banc.ledger.repair();
  }

  async renvoyer(): Promise<void> {
    const { knex } = this.banc.base;
    const incertain = await knex('sms_envois')
      .where({ statut: 'incertain' })
      .first<{ id: number; document_id: string } | undefined>();
    if (incertain === undefined) return;
    await createHistorique(knex, () => Promise.resolve(false)).settleIncertain(
      incertain.document_id,
      'renvoyer',
      TOUT,
      SOIR
    );
    Object.assign(this.verite(incertain.id), { parti: false, marque: null });
    for (const { surLeFil } of this.memoires.values()) {
      const place = surLeFil.indexOf(incertain.id);
      if (place !== -1) surLeFil.splice(place, 1);
    }
  }

  /** What holds after every step. */
  async check(): Promise<void> {
    const [compte] = await query<{ lignes: number; sans: number; orphelins: number }>(
      this.banc.base.knex,
      `SELECT (SELECT count(*) FROM sms_envois)::int AS lignes,
              (SELECT count(*) FROM sms_envois e WHERE e.statut = 'programme'
                  AND NOT EXISTS (SELECT 1 FROM sms_file f WHERE f.envoi_id = e.id))::int AS sans,
              (SELECT count(*) FROM sms_file f WHERE f.etat <> 'en_cours' AND NOT EXISTS (
                 SELECT 1 FROM sms_envois e WHERE e.id = f.envoi_id AND e.statut = 'programme'))::int AS orphelins`
    );
    expect(compte).toEqual({ lignes: this.verites.size, sans: 0, orphelins: 0 });
  }
}
